"""What was typed, pressed or filled in → which capability, with which facts. For all platforms."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, signature
from typing import Any, get_type_hints

from rapidfuzz import fuzz, process

from care import command_help, commands, thread_commands
from care.feature import Act, Answer, Command, Press, Telling
from care.heed import Caller, Heed
from care.registry import Registry
from care.thread_commands import Thread
from domain.commands import Usage
from domain.errors import Gone, HeedError, LineTooLong, Misfilled
from domain.forms import SPARE, Filled, number
from domain.lengths import LINE
from domain.reactions import plain

CLOSE_ENOUGH = 60
"""Of 100: a subcommand less like what was typed is no suggestion."""

FOUND = {"customer.find"}
"""Actions of search fields: they are about whatever was found."""

REPLACED = {"receipt", "unclear", "not understood", "answer", "undone", "card"}
"""Private answers that make room for the next one, by the kind of message they are."""

BROWSES = ("customer.", "digest.", "due.", "help.", "home.", "list.", "morning.", "place.")
"""Actions after which a private answer is as true as before; after all others it is not."""

FORMER = {"nudge.why": "nudge.ask_waive"}
"""What buttons of an earlier version say: they stand in channels as long as their reminders."""

GREETINGS = frozenset({"", "hi", "hello", "hey", "hi there", "hello there", "help"})
"""What is answered with the help, and may be typed anywhere: it shows no customer."""

NAMED = re.compile(r"^\s*[/@]?heed(?=[\s,:;.!?]|$)[\s,:;.!]*", re.IGNORECASE)
POLITE = re.compile(r"(?:^|\s+)(?:please|pls|plz|thanks|thank you|thx)[\s.!]*$", re.IGNORECASE)
"""Asks for nothing, and is no word that a list or a page would have to know."""

AROUND = " \t\n.,!?👋"

TURNS = (".turn", ".turn_others")
"""How actions end that show another page of the same list."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """A capability, and the facts it is asked with. What `changes` nothing waits for no writer."""

    capability: Act
    args: tuple[object, ...] = ()
    changes: bool = True

    async def put(self, heed: Heed, caller: Caller) -> Answer:
        """Raises whatever `Heed.do` raises, and Misfilled for what is too long for its field."""
        for fact in self.args:
            if isinstance(fact, Filled):
                _check_lengths(fact)
        ask = heed.do if self.changes else heed.ask
        return await ask(self.capability, caller, *self.args)


def _check_lengths(filled: Filled) -> None:
    """What a platform's fields don't let through can be forged."""
    longest = {name: max(map(len, values), default=0) for name, values in filled.values.items()}
    wrong: dict[str, str | HeedError] = {
        name: LineTooLong(most) for name, most in longest.items() if most > LINE
    }
    wrong |= {name: SPARE_LEFT for name in longest if name.startswith(SPARE) and filled.one(name)}
    if wrong:
        raise Misfilled(wrong)


SPARE_LEFT = "This is not saved: take what matters into the first field, and empty this one."

NOT_HERE = Request(capability=command_help.not_here, changes=False)
"""Whatever was asked where outsiders read along."""


def addressed(text: str) -> str:
    """What was said to Heed, without its name before it: people write “@heed due” in a chat."""
    return NAMED.sub("", text, count=1).lstrip(" ,:;").strip()


def is_greeting(text: str) -> bool:
    words = " ".join(plain(text).casefold().strip(AROUND).split())
    return words.removesuffix("heed").rstrip(AROUND) in GREETINGS


def is_acting(action: str) -> bool:
    """Whether a private answer on which it was pressed would say what is no longer so."""
    return not (action.startswith(BROWSES) or action.endswith(TURNS))


def makes_room(origin: str, action: str) -> bool:
    """Whether the private message of that kind, on which this was pressed, is replaced."""
    return action.endswith(TURNS) or (origin in REPLACED and is_acting(action))


class Routes:
    """The registered commands, buttons and forms, each with the facts that it takes."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._presses = {name: _Route(each) for name, each in registry.presses.items()}
        opens = {name: Press(act=act, changes=False) for name, act in registry.opens.items()}
        self._opens = {name: _Route(each) for name, each in opens.items()}
        submits = {name: Press(act=act) for name, act in registry.submits.items()}
        self._submits = {name: _Route(each) for name, each in submits.items()}

    def typed(self, text: str, *, can_ask: bool = False, thread: Thread | None = None) -> Request:
        """A subcommand and its words; `can_ask` where a form can be opened in answer, `thread`
        where it was typed under one of Heed's posts.
        """
        name, rest = (*text.split(None, 1), "", "")[:2]
        name, words = ("help", "") if is_greeting(text) else (name.casefold(), rest.strip())
        command = self._registry.commands.get(name)
        if not isinstance(command, Command):
            words = POLITE.sub("", words)
        if len(text) > LINE:
            return self._too_long(text, words, command.usage if command and can_ask else None)
        if command is None:
            return self._unknown(text.strip(), name, words)
        if isinstance(command, Command) and thread:
            return Request(capability=thread_commands.run, args=(name, words, *thread))
        if not words and commands.needs_words(command):
            return self._incomplete(name, command.usage.opens if can_ask else "")
        if isinstance(command, Command):
            return Request(capability=commands.run, args=(name, words))
        if words and command.telling is Telling.NOTHING:
            unknown = command_help.unknown_words
            return Request(capability=unknown, args=(name, words), changes=False)
        args = (words,) if words else ()
        return Request(capability=command.act, args=args, changes=command.changes)

    def is_command(self, text: str) -> bool:
        return self.typed(text).capability is not command_help.not_understood

    def _too_long(self, text: str, words: str, usage: Usage | None) -> Request:
        """A form keeps it, to be shortened there, where one can be opened for what was meant."""
        opening = self._opens.get(usage.keeps or usage.opens) if usage else None
        with suppress(Gone):
            return _through(opening, (words,))
        return Request(capability=command_help.too_long, args=(len(text),), changes=False)

    def _incomplete(self, name: str, opens: str) -> Request:
        if opens:
            return Request(capability=self._registry.opens[opens], changes=False)
        return Request(capability=command_help.incomplete, args=(name,), changes=False)

    def _unknown(self, text: str, name: str, words: str) -> Request:
        """Never taken for something else: what is not understood changes nothing."""
        known = self._registry.commands
        near = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
        args = (text, near[0] if near else "", words)
        return Request(capability=command_help.not_understood, args=args)

    def pressed(self, action: str, ref: str, choice: str = "", *, can_ask: bool = True) -> Request:
        """A button, or an option chosen from a menu; raises Gone for what Heed never offered, and
        for a form where none can be opened.
        """
        action = FORMER.get(action, action)
        if action in self._presses and f"{action} {choice}" not in self._opens:
            return _through(self._presses[action], (*_parts(ref), *([choice] if choice else [])))
        if not can_ask:
            raise Gone
        return self.asked(action, ref, choice)

    def asked(self, action: str, ref: str, choice: str = "") -> Request:
        """What opens a form, and nothing else; raises Gone."""
        action = FORMER.get(action, action)
        if opening := self._opens.get(f"{action} {choice}"):
            return opening.request(_parts(ref))
        args = (*_parts(ref), *([choice] if choice else []))
        return _through(self._opens.get(action), args)

    def submitted(self, action: str, ref: str, values: Filled) -> Request:
        """A form that was filled in; raises Gone for what Heed never asked."""
        return _through(self._submits.get(action), (*_parts(ref), values))


class _Route:
    """What stands behind an action, and the types of the facts that it takes."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._kinds, self._least = _taken(press.act)

    def request(self, args: tuple[object, ...]) -> Request:
        """Raises Gone: a button of some earlier version may lack what is asked for today."""
        fits = self._least <= len(args) <= len(self._kinds)
        if not fits or not all(map(isinstance, args, self._kinds)):
            raise Gone
        return Request(capability=self._press.act, args=args, changes=self._press.changes)


@cache
def _taken(act: Act) -> tuple[Sequence[type[Any]], int]:
    """The types of its facts, and how many of them it takes at least."""
    args = list(signature(act).parameters.values())[2:]
    hints = get_type_hints(act)
    least = sum(each.default is Parameter.empty for each in args)
    return [hints[each.name] for each in args], least


def _through(route: _Route | None, args: tuple[object, ...]) -> Request:
    if route is None:
        raise Gone
    return route.request(args)


def _parts(ref: str) -> tuple[object, ...]:
    parts = [part for part in ref.split(":") if part]
    return tuple(part if (row := number(part)) is None else row for part in parts)

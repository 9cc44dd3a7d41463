"""What was typed or pressed → which capability, with which facts. Shared by all platforms."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import get_type_hints

from rapidfuzz import fuzz, process

from care import (
    complaints,
    customers,
    digests,
    drafts,
    due,
    filled,
    forms,
    guide,
    home,
    linking,
    nudges,
    places,
    profiles,
    touches,
    undo,
)
from care.heed import Caller, Heed
from domain import newcomers
from domain.errors import Gone
from domain.forms import Filled, Form, number
from domain.messages import Sayable
from domain.wording.help import EXAMPLES

CLOSE_ENOUGH = 60
"""Of 100: a subcommand less like what was typed is no suggestion."""

Answer = Sayable | Form
Asked = Callable[..., Answer]

OPENING: frozenset[Asked] = frozenset(
    {
        forms.change,
        forms.complaint,
        forms.edit,
        forms.later,
        forms.log,
        forms.new,
        forms.waive,
    }
)
"""What is answered with a form."""

READING: frozenset[Asked] = OPENING | {
    due.mine,
    digests.mine,
    digests.open_line,
    guide.overview,
    guide.incomplete,
    guide.not_here,
    home.typed,
    customers.card,
}
"""What changes nothing: it waits for no writer, and may come twice without harm."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """A capability, and the facts it is asked with."""

    capability: Asked
    facts: tuple[object, ...] = ()

    async def put(self, heed: Heed, caller: Caller) -> Answer:
        """Raises whatever `Heed.do` raises."""
        ask = heed.ask if self.capability in READING else heed.do
        return await ask(self.capability, caller, *self.facts)


ALONE: dict[str, Asked] = {
    "due": due.mine,
    "digest": digests.mine,
    "help": guide.overview,
    "home": home.typed,
    "undo": undo.last,
}
WITH_WORDS: dict[str, Asked] = {
    "log": touches.log,
    "thank": touches.thank,
    "complaint": complaints.open_,
    "customer": customers.show,
    "edit": customers.edit,
    "link": linking.link,
    "new": customers.create,
}
PRESSED: dict[str, Asked] = {
    "action.undo": undo.one,
    "complaint.acknowledge": complaints.acknowledge,
    "complaint.resolve": complaints.resolve,
    "complaint.update": complaints.update,
    "customer.card": customers.card,
    "customer.edit": forms.edit,
    "customer.find": customers.chosen,
    "complaint.ask": forms.complaint,
    "customer.ask": forms.new,
    "digest.open": digests.open_line,
    "digest.turn": digests.open_line,
    "draft.choose": drafts.choose,
    "draft.create": drafts.create,
    "due.turn": due.mine,
    "nudge.done": nudges.done,
    "nudge.later": nudges.later,
    "nudge.take": nudges.take,
    "nudge.why": forms.waive,
    "place.no": places.decline,
    "place.yes": places.accept,
    "touch.ask": forms.log,
    "touch.change": forms.change,
    "touch.complain": complaints.open_from,
    "touch.direction": touches.set_direction,
    "touch.kind": touches.set_kind,
}
"""Every verb that a message's buttons and menus may carry."""

FOUND = {"customer.find"}
"""Verbs of search fields: they are about whatever was found."""

ASKING: dict[tuple[str, str], Asked] = {("nudge.later", "day"): forms.later}
"""Options of a menu that open a form instead."""

SUBMITTED: dict[str, Asked] = {
    "complaint.open": filled.complain,
    "customer.change": profiles.edit,
    "customer.new": profiles.new,
    "nudge.later": filled.later,
    "nudge.waive": filled.waive,
    "touch.change": filled.change,
    "touch.log": filled.log,
}
"""Every verb that a form may carry."""

WITH_FORM: dict[str, Asked] = {
    "log": forms.log,
    "new": forms.new,
    "complaint": forms.complaint,
}
"""Subcommands that open a form when nothing is said behind them."""


REPLACED = {"receipt", "unclear", "answer", "undone", "card"}
"""Private answers that make room for the next one, by the kind of message they are."""

CHANGES = ("touch.", "draft.", "action.", "nudge.", "complaint.")
"""Verbs after which a private answer would say what is no longer so."""

TURNS = {"digest.turn", "due.turn", "home.turn"}
"""Verbs that show another page of the same list."""


def makes_room(origin: str, verb: str) -> bool:
    """Whether the private message of that kind, on which this was pressed, is replaced."""
    return verb in TURNS or (origin in REPLACED and verb.startswith(CHANGES))


def typed(text: str, *, can_ask: bool = False) -> Request:
    """A subcommand and its words; `can_ask` where a form can be opened in answer."""
    name, rest = (*text.split(None, 1), "", "")[:2]
    known, words = name.casefold(), rest.strip()
    if not known:
        return Request(capability=guide.overview)
    if known in ALONE:
        return Request(capability=ALONE[known])
    if known not in WITH_WORDS:
        return _unknown(text.strip(), known, words)
    if not words and can_ask and known in WITH_FORM:
        return Request(capability=WITH_FORM[known])
    if not words:
        return Request(capability=guide.incomplete, facts=(known,))
    fact = newcomers.read(words) if known == "new" else words
    return Request(capability=WITH_WORDS[known], facts=(fact,))


def _unknown(text: str, name: str, words: str) -> Request:
    """Never taken for something else: what is not understood changes nothing."""
    near = process.extractOne(name, list(EXAMPLES), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    closest = near[0] if near else ""
    meant = f"{closest} {words}" if words and closest in WITH_WORDS else ""
    example = EXAMPLES[closest][0] if closest else ""
    return Request(capability=guide.not_understood, facts=(text, meant or example))


def pressed(verb: str, ref: str, choice: str = "", *, can_ask: bool = True) -> Request:
    """A button, or an option chosen from a menu; raises Gone for what Heed never offered, and for
    a form where none can be opened.
    """
    asking = ASKING.get((verb, choice))
    chosen = (choice,) if choice and not asking else ()
    request = _request(asking or PRESSED.get(verb), (*_parts(ref), *chosen))
    if request.capability in OPENING and not can_ask:
        raise Gone
    return request


def asked(verb: str, ref: str, choice: str = "") -> Request:
    """What opens a form, and nothing else; raises Gone."""
    request = pressed(verb, ref, choice)
    if request.capability not in OPENING:
        raise Gone
    return request


def submitted(verb: str, ref: str, values: Filled) -> Request:
    """A form that was filled in; raises Gone for what Heed never asked."""
    return _request(SUBMITTED.get(verb), (*_parts(ref), values))


def _parts(ref: str) -> tuple[object, ...]:
    parts = [part for part in ref.split(":") if part]
    return tuple(part if (row := number(part)) is None else row for part in parts)


def _request(capability: Asked | None, facts: tuple[object, ...]) -> Request:
    if capability is None or not _fits(capability, facts):
        raise Gone
    return Request(capability=capability, facts=facts)


def _fits(capability: Asked, facts: tuple[object, ...]) -> bool:
    """A button of some earlier version may lack what is asked for today."""
    try:
        bound = signature(capability).bind(WORK, NOW, *facts)
    except TypeError:
        return False
    kinds = get_type_hints(capability)
    return all(isinstance(bound.arguments[name], kinds[name]) for name in list(bound.arguments)[2:])


WORK = NOW = None
"""Stand for what `Heed.do` will give."""

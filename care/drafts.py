"""Lines that are kept until somebody has chosen whom they are about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row

from care import finding, people
from care.feature import Command
from care.finding import Found, Stranger, Unclear
from care.heed import allow
from care.registry import registry
from domain import names, new_names
from domain.customers import Customer
from domain.errors import Gone, NoSuchCustomer, Over
from domain.forms import Form
from domain.messages import Action, Item, Line, Message
from domain.teammates import Permission
from domain.wording import drafts as wording
from domain.wording import receipts
from store import inbox
from store.work import Work

ELSEWHERE = 3
"""Customers named elsewhere in a line who are offered at most."""


def ask_which(work: Work, now: datetime, command: Command, line: str, unclear: Unclear) -> Message:
    """Keeps the line, and asks; nothing typed is lost. Raises NoSuchCustomer where nothing can be
    chosen.
    """
    draft_id = inbox.keep_draft(work, command.usage.name, line, now)
    shown = _told_apart(work, unclear.candidates)
    newcomer = _newcomer(work, now, line, unclear) if command.may_create else ""
    if not (shown or newcomer or form_of(command)):
        raise NoSuchCustomer(new_names.called(line, now)[0])
    asked = receipts.unclear(line, draft_id, shown, newcomer)
    if not form_of(command):
        return asked
    return replace(asked, actions=(*asked.actions, wording.another(draft_id, is_first=not shown)))


def ask_each(
    work: Work, now: datetime, command: Command, unclear: Sequence[tuple[str, Unclear]]
) -> tuple[Item, ...]:
    """The same for rows of a message, each kept for itself."""
    return tuple(
        wording.whose(
            inbox.keep_draft(work, command.usage.name, row, now),
            row,
            each.candidates[:ELSEWHERE],
            _newcomer(work, now, row, each) if command.may_create else "",
        )
        for row, each in unclear
    )


def newcomer(
    work: Work, now: datetime, command: Command, line: str, unclear: Unclear
) -> Sequence[Action]:
    """The button that adds whoever may be new in the line, which is kept for it."""
    name = _newcomer(work, now, line, unclear) if command.may_create else ""
    if not name:
        return ()
    return (wording.create(inbox.keep_draft(work, command.usage.name, line, now), name),)


def form_of(command: Command) -> str:
    """The action that opens a form which holds the line."""
    return command.usage.keeps or command.usage.opens


def other(work: Work, now: datetime, draft_id: int) -> Form:
    """The form for a line that was kept, to say there whom it is about. Raises Gone."""
    draft, command = opened(work, draft_id)
    act = registry(work).opens.get(form_of(command))
    if act is None:
        raise Gone
    return cast("Form", act(work, now, draft.line))


def opened(work: Work, draft_id: int) -> tuple[Row[Any], Command]:
    """A draft of whoever asks, and its command; raises Gone, and Over where it was used."""
    person = allow(work, Permission.LOG)
    draft = inbox.draft(work, draft_id)
    command = registry(work).commands.get(draft.command) if draft else None
    if draft is None or draft.by_id != person.id or not isinstance(command, Command):
        raise Gone
    if draft.used_at:
        raise Over("You have chosen already.")
    return draft, command


def keep(work: Work, command: str, line: str, now: datetime) -> int:
    """Until whoever typed it has said what it means."""
    return inbox.keep_draft(work, command, line, now)


def use(work: Work, draft_id: int, now: datetime) -> None:
    inbox.use_draft(work, draft_id, now)


def ask_whether(work: Work, now: datetime, line: str, customer: Customer) -> Message:
    """The same for a line that only lacks its `log`."""
    draft_id = inbox.keep_draft(work, "log", line, now)
    return receipts.unclear(line, draft_id, _told_apart(work, (customer,)), asked=receipts.WHETHER)


def beside(
    work: Work, now: datetime, command: Command, line: str, found: Found
) -> tuple[tuple[Line, ...], tuple[Action, ...]]:
    """Who else is named: what is told of that, and the buttons. Each has a draft of its own."""
    name, offers = command.usage.name, list[Action]()
    for each in found.elsewhere[:ELSEWHERE]:
        draft_id = inbox.keep_draft(work, name, f"{each.name}: {line}", now)
        offers.append(wording.also(draft_id, each))
    for stranger in found.strangers:
        offers += _guesses(work, now, name, stranger, found.words)
    unknown = [each.typed for each in found.strangers]
    return ((wording.unknown(unknown),) if unknown else ()), tuple(offers)


def besides(
    work: Work, draft: Row[Any], command: Command, chosen: Customer
) -> tuple[tuple[Line, ...], tuple[Action, ...]]:
    """The same of a line about somebody who was chosen, unless it is for them alone."""
    is_theirs = draft.line.startswith(f"{chosen.name}:")
    found = finding.find(work, draft.line) if command.anywhere and not is_theirs else None
    if not isinstance(found, Found):
        return (), ()
    named = (found.customer, *found.joined, *found.elsewhere)
    others = tuple(each for each in named if each.id != chosen.id)
    found = replace(found, customer=chosen, joined=(), elsewhere=others)
    return beside(work, draft.at, command, draft.line, found)


def _guesses(
    work: Work, now: datetime, command: str, stranger: Stranger, words: str
) -> Sequence[Action]:
    draft_id = inbox.keep_draft(work, command, f"{stranger.typed}: {words}", now)
    meant = [wording.meant(draft_id, stranger.typed, each) for each in stranger.near[:1]]
    return [*meant, wording.create(draft_id, stranger.typed)]


def _told_apart(work: Work, candidates: tuple[Customer, ...]) -> list[tuple[int, str, str]]:
    owners = people.owners(work, candidates)
    shown = []
    for customer in candidates:
        owner = owners.get(customer.owner_id or 0)
        whose = f"{owner.name}'s {customer.rung}" if owner else str(customer.rung)
        shown.append((customer.id, customer.name, whose))
    return shown


def _newcomer(work: Work, now: datetime, line: str, unclear: Unclear) -> str:
    """What somebody new would be called; empty where whoever is called so is there already, or one
    of us.
    """
    name = new_names.proposed(line, now)
    taken = {names.key(it) for each in unclear.candidates for it in (each.name, *each.aliases)}
    is_there = not name or names.key(name) in taken or finding.is_of_ours(work, name)
    return "" if is_there else name

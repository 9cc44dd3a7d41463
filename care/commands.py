"""Commands about a customer: found, asked for where that is unclear, and only then carried out."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from care import customers, drafts, finding, rows
from care.feature import Command, PlainCommand, Said, Telling
from care.finding import Found, Unclear
from care.heed import allow
from care.registry import registry
from domain import new_names
from domain.commands import UnknownWords
from domain.customers import Customer
from domain.errors import Gone, NoSuchCustomer, Over
from domain.messages import Sayable
from domain.newcomers import Newcomer
from domain.teammates import Permission
from domain.wording import cards
from store import customers as store_customers
from store import inbox
from store.work import Work


def run(work: Work, now: datetime, name: str, line: str) -> Sayable:
    """`line` begins with a customer, or names one somewhere. Raises NoSuchCustomer where nobody
    comes near, and nobody new can be added by this command.
    """
    command = named(work, name)
    allow(work, command.needs)
    if command.act_each and (there := rows.apart(work, now, name, line)):
        asked = drafts.ask_each(work, now, command, there.unclear)
        return replace(command.act_each(work, now, there.told), asked=asked)
    is_held = command.needs is not Permission.SEE
    found = finding.find(work, line, hold=is_held, anywhere=command.anywhere)
    if isinstance(found, Found) and found.joined and not command.act_all:
        found = Unclear(candidates=(found.customer, *found.joined))
    if isinstance(found, Found):
        return _act(work, now, command, line, found)
    if not (found.candidates or command.anywhere):
        found = Unclear(candidates=finding.containing(work, line))
    if _is_looked_at(command) and len(found.candidates) == 1:
        return _nearest(work, now, command, line, found)
    if not (found.candidates or command.may_create):
        raise NoSuchCustomer(new_names.called(line, now)[0])
    return drafts.ask_which(work, now, command, line, found)


def _act(work: Work, now: datetime, command: Command, line: str, found: Found) -> Sayable:
    notes, offers = drafts.beside(work, now, command, line, found)
    said = Said(words=found.words, at=now, line=line, notes=notes, offers=offers)
    if command.act_all and found.joined:
        return command.act_all(work, now, (found.customer, *found.joined), said)
    return carry_out(work, now, command, found.customer, said)


def carry_out(
    work: Work, now: datetime, command: Command, customer: Customer, said: Said
) -> Sayable:
    """Once it is known whom it is about. Of words that mean nothing there what only shows says so;
    all else does nothing. Raises UnknownWords, OthersCustomer.
    """
    allow(work, command.needs, customer)
    if command.telling is not Telling.NOTHING or not said.words.strip():
        return command.act(work, now, customer, said)
    if not _is_looked_at(command):
        raise UnknownWords(said.words, command.usage)
    shown = command.act(work, now, customer, said).say()
    return replace(shown, items=(cards.unknown(said.words), *shown.items))


def _nearest(work: Work, now: datetime, command: Command, line: str, found: Unclear) -> Sayable:
    """Whoever alone may be meant is shown, and somebody new still offered."""
    (customer,) = found.candidates
    create = drafts.newcomer(work, now, command, line, found)
    shown = command.act(work, now, customer, Said(words="", at=now)).say()
    nearest = cards.nearest(line)
    return replace(shown, items=(nearest, *shown.items), actions=(*shown.actions, *create))


def _is_looked_at(command: Command) -> bool:
    return command.telling is Telling.NOTHING and command.needs is Permission.SEE


def run_kept(work: Work, now: datetime, draft_id: int) -> Sayable:
    """What somebody is asked whether they meant it. Raises Gone, and Over where it was done."""
    person = allow(work, Permission.SEE)
    draft = inbox.draft(work, draft_id)
    command = registry(work).commands.get(draft.command) if draft else None
    if draft is None or draft.by_id != person.id or command is None:
        raise Gone
    if draft.used_at:
        raise Over("You have done that already.")
    inbox.use_draft(work, draft_id, now)
    if isinstance(command, Command):
        return run(work, now, draft.command, draft.line)
    words = (draft.line,) if draft.line else ()
    return cast("Sayable", command.act(work, now, *words))


def needs_words(command: Command | PlainCommand) -> bool:
    """Whether it can't be done by its name alone."""
    return isinstance(command, Command) or command.telling is Telling.REQUIRED


def choose(work: Work, now: datetime, draft_id: int, customer_id: int) -> Sayable:
    """The line that was kept is about this customer. Where it only named them, it is their card
    that is shown.
    """
    draft, command = drafts.opened(work, draft_id)
    customer = finding.need(work, customer_id)
    inbox.use_draft(work, draft_id, now)
    words = finding.words_about(draft.line, customer, anywhere=command.anywhere)
    if command.telling is Telling.REQUIRED and not words.strip():
        return customers.card(work, now, customer.id)
    notes, offers = drafts.besides(work, draft, command, customer)
    said = Said(words=words, at=draft.at, line=draft.line, notes=notes, offers=offers)
    return carry_out(work, now, command, customer, said)


def create(work: Work, now: datetime, draft_id: int) -> Sayable:
    """The line that was kept is about somebody new, who is added with it: one action, one *Undo*.

    Where it only named them, they are added, and that is all. Whoever has that name by now is whom
    it is about.
    """
    draft, command = drafts.opened(work, draft_id)
    name, words = new_names.called(draft.line, draft.at)
    inbox.use_draft(work, draft_id, now)
    known = store_customers.named(work, name)
    if known is None:
        customer_id = customers.add(work, now, Newcomer(name=name), owner_id=work.person.id)
        if not _tells(command, words):
            return customers.added(work, now, customer_id)
        known = finding.need(work, customer_id)
    elif not _tells(command, words):
        return customers.card(work, now, known.id)
    return command.act(work, now, known, Said(words=words, at=draft.at, line=draft.line))


def _tells(command: Command, words: str) -> bool:
    """Whether more was said than who it is about."""
    if command.telling is Telling.OPTIONAL:
        return True
    return command.telling is Telling.REQUIRED and bool(words.strip())


def named(work: Work, name: str) -> Command:
    """Raises Gone."""
    command = registry(work).commands.get(name)
    if not isinstance(command, Command):
        raise Gone
    return command

"""Commands about a customer: found, asked for where that is unclear, and only then carried out."""

from datetime import datetime

from care import customers, drafts, finding
from care.feature import Command, Said, Telling
from care.finding import Found, Unclear
from care.heed import allow
from care.registry import registry
from domain import new_names
from domain.errors import Gone, NoSuchCustomer
from domain.messages import Sayable
from domain.newcomers import Newcomer
from domain.teammates import Permission
from store import customers as store_customers
from store import inbox
from store.work import Work


def run(work: Work, now: datetime, name: str, line: str) -> Sayable:
    """`line` begins with a customer, or names one somewhere. Raises NoSuchCustomer where nobody
    comes near, and nobody new can be added by this command.
    """
    command = named(work, name)
    allow(work, command.needs)
    is_held = command.needs is not Permission.SEE
    found = finding.find(work, line, hold=is_held, anywhere=command.anywhere)
    if isinstance(found, Found) and found.joined and not command.act_all:
        found = Unclear(candidates=(found.customer, *found.joined))
    if isinstance(found, Found):
        return _act(work, now, command, line, found)
    if not (found.candidates or command.may_create):
        raise NoSuchCustomer(new_names.called(line, now)[0])
    return drafts.ask_which(work, now, command, line, found)


def _act(work: Work, now: datetime, command: Command, line: str, found: Found) -> Sayable:
    notes, offers = drafts.beside(work, now, command, line, found)
    said = Said(words=found.words, at=now, notes=notes, offers=offers)
    if command.act_all and found.joined:
        return command.act_all(work, now, (found.customer, *found.joined), said)
    return command.act(work, now, found.customer, said)


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
    return command.act(work, now, customer, Said(words=words, at=draft.at))


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
    return command.act(work, now, known, Said(words=words, at=draft.at))


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

"""Lines whose customer could not be told: kept until somebody chooses."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from care import complaints, customers, finding, touches
from care.heed import allow
from domain import unknown
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Message
from domain.newcomers import Newcomer
from domain.teammates import Verb
from domain.touches import Kind
from domain.wording.receipts import Receipt
from store import customers as kept
from store import inbox
from store.work import Work

LOGS = frozenset({"log", "complaint"})
"""The verbs whose words say what happened; the others need none, or only name a customer."""


def choose(work: Work, now: datetime, draft_id: int, customer_id: int) -> Receipt | Message:
    """The line is about this customer."""
    draft = _open(work, draft_id)
    customer = finding.need(work, customer_id)
    inbox.use_draft(work, draft_id, now)
    return _carry_out(work, now, draft, customer, finding.words_about(draft.line, customer))


def create(work: Work, now: datetime, draft_id: int) -> Receipt | Message:
    """The line is about somebody new, who is added with it: one action, one *Undo*.

    Where it only named them, they are added, and that is all. Whoever has that name by now is whom
    it is about.
    """
    draft = _open(work, draft_id)
    name, words = unknown.called(draft.line, draft.at)
    inbox.use_draft(work, draft_id, now)
    says_more = draft.verb == "thank" or (draft.verb in LOGS and bool(words.strip()))
    known = kept.named(work, name)
    if known is None:
        newcomer = Newcomer(name=name)
        customer_id = customers.add(work, now, newcomer, owner_id=work.person.id)
        if not says_more:
            return customers.added(work, now, customer_id)
        known = finding.need(work, customer_id)
    elif not says_more:
        return customers.card(work, now, known.id)
    return _carry_out(work, now, draft, known, words)


def _open(work: Work, draft_id: int) -> Row[Any]:
    person = allow(work, Verb.LOG)
    draft = inbox.draft(work, draft_id)
    if draft is None or draft.by_id != person.id:
        raise Gone
    if draft.used_at:
        raise Over("You have chosen already.")
    return draft


def _carry_out(
    work: Work, now: datetime, draft: Row[Any], customer: Customer, words: str
) -> Receipt | Message:
    match draft.verb:
        case "log":
            return touches.record(work, now, customer, words, typed_at=draft.at)
        case "thank":
            return touches.record(work, now, customer, words, kind=Kind.THANKS, typed_at=draft.at)
        case "complaint":
            return complaints.open_for(work, now, customer, words)
        case "edit":
            return customers.edit_field(work, now, customer, words)
        case _:
            return customers.card(work, now, customer.id)

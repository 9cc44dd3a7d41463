"""Loans: lent, fetched back, and missed when they have been out for too long."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from care import actions, direct_messages, finding, form_submissions, forms, nudges, numbers, people
from care.feature import Answered, Command, Deed, Reply, Said
from care.heed import allow
from care.plans import Cause
from care.registry import registry
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over
from domain.forms import Filled, Form
from domain.messages import Message, Named, line
from domain.nudges import Nudge
from domain.reactions import Meaning
from domain.satisfaction import Verdict
from domain.teammates import Permission, Teammate
from domain.wording import receipts
from store import alarms, posts, teammates
from store.work import Change, Work
from tests.features.example import rows, words
from tests.features.example.play import LoanNumbers
from tests.features.example.rules import KIND, MISSED, Loan

UNDO = {"lend": "what you lent", "fetch back": "that you fetched it back"}
"""How each is called when it is taken back."""


def lend(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    customer = finding.hold(work, customer.id)
    lender = work.person.id
    what, _, deposit = said.words.partition(" against ")
    loan = Loan(id=0, customer_id=customer.id, what=what, lent_at=now, lent_by_id=lender)
    rows.add(work, loan)
    if deposit:
        rows.leave(work, customer.id, deposit)
    done = actions.record(work, now, "lend", customer.id)
    headline = line("📦 Lent to ", Named(customer.name), ": ", words.what(loan))
    return receipts.told(headline, (), receipts.undo(done.action_id))


def ask(work: Work, now: datetime, typed: str = "") -> Form:
    """The form for a new one, begun from what was typed."""
    del now
    allow(work, Permission.LOG)
    return words.form(*forms.begun(work, typed), numbers.of(work, LoanNumbers).days)


def submit(work: Work, now: datetime, filled: Filled) -> Message:
    allow(work, Permission.LOG)
    if not filled.one("what"):
        raise Misfilled({"what": "Say what it is."})
    customer = form_submissions.customer(work, now, filled)
    return lend(work, now, customer, Said(words=filled.one("what"), at=now))


def fetch(work: Work, now: datetime, loan_id: int) -> Message:
    """Raises Gone, or Over with who was first."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, _need(work, loan_id).customer_id)
    _note(work, now, loan_id)
    done = actions.record(work, now, "fetch back", customer.id, Cause(by_id=work.person.id))
    headline = line("✅ ", Named(customer.name), ": fetched back")
    return receipts.told(headline, (), receipts.undo(done.action_id))


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    if nudge.subject is None:
        return None
    _note(work, now, nudge.subject.id)
    cause = Cause(by_id=work.person.id, nudge_id=nudge.id)
    return nudges.finish(work, now, nudge, customer, cause)


def react(work: Work, now: datetime, loan_id: int, meaning: Meaning) -> Message:
    if meaning is not Meaning.DONE:
        raise Over("What is lent can only be fetched back.")
    return fetch(work, now, loan_id)


def reply(work: Work, now: datetime, loan_id: int, told: Reply) -> Deed | None:
    """“It is back” fetches it; all else is talk."""
    del work, now
    is_back = "back" in told.words.split()
    return (lambda work, now: Answered(fetch(work, now, loan_id))) if is_back else None


def _note(work: Work, now: datetime, loan_id: int) -> None:
    loan = _need(work, loan_id)
    if not loan.is_out:
        raise Over(f"{people.name(work, loan.fetched_by_id)} has fetched it already.")
    rows.fetch(work, loan_id, work.person.id, now)
    posts.show_anew(work, KIND, loan_id)


def _need(work: Work, loan_id: int) -> Loan:
    loan = rows.by_id(work, loan_id)
    if loan is None:
        raise Gone
    return loan


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """As long as it is out, somebody will miss it."""
    del now, customer_id
    days = timedelta(days=numbers.of(work, LoanNumbers).missed_days)
    for loan_id in sorted({each.id for each in changes if each.table == KIND}):
        loan = rows.by_id(work, loan_id)
        if loan and loan.is_out:
            alarms.put(work, MISSED, loan_id, loan.lent_at + days)
        else:
            alarms.clear(work, MISSED, loan_id)


def hear(work: Work, now: datetime, customer_id: int, verdict: Verdict) -> None:
    """What they say of us stands with what they left."""
    del now
    rows.leave(work, customer_id, verdict.words)


def remind(work: Work, now: datetime, mate: Teammate, until: datetime) -> None:
    """Whoever goes away is told what of theirs is out: nobody else will fetch it meanwhile."""
    del until
    for loan in rows.out(work):
        if loan.lent_by_id == mate.id:
            direct_messages.tell(work, now, mate.id, MISSED, loan.id, loan.customer_id)


def miss(work: Work, now: datetime, loan_id: int) -> None:
    """Tells the managers."""
    loan = rows.by_id(work, loan_id)
    for manager in teammates.managers(work) if loan and loan.is_out else ():
        direct_messages.tell(work, now, manager.id, MISSED, loan_id)


def tell_late(work: Work, now: datetime, nudge: Nudge) -> None:
    """Whoever has lent it is told in private."""
    loan = rows.by_id(work, nudge.subject.id) if nudge.subject else None
    if loan and loan.is_out:
        direct_messages.tell(work, now, loan.lent_by_id, MISSED, loan.id, loan.customer_id)


def look_again(work: Work, now: datetime, nudge: Nudge) -> datetime | None:
    """The lender first, and a day later the colleagues: one of them may pass by."""
    if nudge.subject is None:
        return None
    again = nudge.late_at + timedelta(days=1)
    registry(work).subjects[KIND].when_late(work, now, nudge)
    if now < again:
        return again
    for mate in teammates.everybody(work):
        if mate.is_of_team and not mate.is_manager:
            direct_messages.tell(work, now, mate.id, MISSED, nudge.subject.id, nudge.customer_id)
    return None


COMMANDS = (
    Command(
        usage=Usage(
            name="lend",
            example="lend Acme the projector",
            does="note what a customer has of ours",
            rank=45,
            opens="loan.ask",
            is_listed=False,
        ),
        needs=Permission.LOG,
        act=lend,
    ),
)

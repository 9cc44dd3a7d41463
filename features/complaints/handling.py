"""What is done with a complaint besides its steps: its clocks stopped, and set going again."""

from dataclasses import replace
from datetime import datetime

from care import actions as care_actions
from care import (
    calendars,
    direct_messages,
    finding,
    numbers,
    people,
    planning,
    readers,
    scenes,
    touches,
    verdicts,
)
from care.feature import Reply
from care.heed import allow
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over
from domain.forms import Filled, Form, number
from domain.messages import Line, Message, Moment, Named, Person, Words, line
from domain.satisfaction import Source, of_again
from domain.teammates import Permission
from domain.touches import Kind
from domain.wording import receipts
from features.causes.rules import CauseNumbers, suggested
from features.complaints import actions, rows, steps
from features.complaints import words as wording
from features.complaints.rules import HANDED, KIND, Complaint, FixNumbers, Step, Wait
from store import posts, teammates
from store import touches as store_touches
from store.work import Work

WAIT, GO_ON = "wait for them", "wait no longer"
RAISE, LOWER = "raise complaint", "lower complaint"
CAUSE, REMEDY = "name the cause", "say how it was put right"
REOPEN, WITHDRAW = "reopen", "withdraw"
HAND_OVER, JOIN = "hand over complaint", "join complaints"
THANK, AGAIN = "thank for the complaint", "would they buy again"
UNDO = {
    WAIT: "that you wait for them",
    GO_ON: "that you wait no longer",
    RAISE: "that it is severe",
    LOWER: "that it is not that severe",
    CAUSE: "the cause you named",
    REMEDY: "how it was put right",
    REOPEN: "that you reopened it",
    WITHDRAW: "that you withdrew it",
    HAND_OVER: "that you handed it over",
    JOIN: "that you joined them",
    THANK: "that you thanked them",
    AGAIN: "whether they would buy again",
}
"""How each is called when it is taken back."""


def held(work: Work, complaint_id: int) -> tuple[Complaint, Customer]:
    """One that is open, its customer locked. Raises Gone, Over."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, actions.need(work, complaint_id).customer_id)
    complaint = actions.need(work, complaint_id)
    if not complaint.is_open:
        raise Over(steps.over(work, complaint))
    return complaint, customer


def closed(
    work: Work, now: datetime, name: str, complaint: Complaint, customer: Customer, headline: Line
) -> Message:
    rows.mention(work, complaint.id)
    done = care_actions.record(work, now, name, customer.id)
    posts.show_anew(work, KIND, complaint.id)
    after = tuple(receipts.changes(done.outcome, scenes.mine(work, now, customer)))
    return receipts.told(headline, after, receipts.undo(done.action_id))


def choose(work: Work, now: datetime, complaint_id: int, choice: str) -> Message:
    """One of *More*. Raises Gone, Over."""
    chosen = CHOICES.get(choice)
    if chosen is None:
        raise Gone
    return chosen(work, now, complaint_id)


def wait(work: Work, now: datetime, complaint_id: int) -> Message:
    """Its clocks stand still until they get in touch. Raises Gone, Over."""
    complaint, customer = held(work, complaint_id)
    if _lasting(work, complaint):
        raise Over("We wait for them already: its clocks stand still.")
    rows.wait(work, complaint, now, work.person.id)
    days = numbers.of(work, FixNumbers).waiting_days
    again = Moment(calendars.of(work, customer).after_days(now, days), work.person.clock.key)
    headline = line("✋ We wait for ", Named(customer.name), ": ask them again by ", again)
    return closed(work, now, WAIT, complaint, customer, headline)


def go_on(work: Work, now: datetime, complaint_id: int) -> Message:
    """Raises Gone, Over."""
    complaint, customer = held(work, complaint_id)
    lasting = _lasting(work, complaint)
    if lasting is None:
        raise Over("Its clocks are running: nobody waits for them.")
    rows.go_on(work, lasting.id, now)
    headline = line("▶️ ", Named(customer.name), ": its clocks run again")
    return closed(work, now, GO_ON, complaint, customer, headline)


def _lasting(work: Work, complaint: Complaint) -> Wait | None:
    touches = complaint.concerned(store_touches.latest(work, complaint.customer_id))
    waits = rows.waits_of(work, complaint.id)
    return next((each for each in waits if each.until(touches) is None), None)


def set_cause(work: Work, now: datetime, complaint_id: int, cause: str) -> Message:
    """Also of what is resolved: why it went wrong may show later. Raises Gone, Over."""
    complaint, customer = there(work, complaint_id)
    if cause not in numbers.of(work, CauseNumbers).causes:
        raise Gone
    rows.change(work, complaint.id, cause=cause)
    headline = line("🏷️ ", Named(customer.name), ": ", Words(cause))
    return closed(work, now, CAUSE, complaint, customer, headline)


def there(work: Work, complaint_id: int) -> tuple[Complaint, Customer]:
    """One that is not withdrawn, its customer locked. Raises Gone, Over."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, actions.need(work, complaint_id).customer_id)
    complaint = actions.need(work, complaint_id)
    if complaint.is_withdrawn:
        raise Over(steps.over(work, complaint))
    return complaint, customer


def raise_(work: Work, now: datetime, complaint_id: int) -> Message:
    complaint, customer = held(work, complaint_id)
    rows.change(work, complaint.id, is_severe=True)
    headline = line("🚨 ", Named(customer.name), ": it comes before others from now on")
    told = closed(work, now, RAISE, complaint, customer, headline)
    planning.look_anew(work, now, customer.id)  # it may not have to wait for the morning
    return told


def lower(work: Work, now: datetime, complaint_id: int) -> Message:
    complaint, customer = held(work, complaint_id)
    rows.change(work, complaint.id, is_severe=False)
    headline = line("🔥 ", Named(customer.name), ": it is like any other again")
    return closed(work, now, LOWER, complaint, customer, headline)


def withdraw(work: Work, now: datetime, complaint_id: int) -> Message:
    complaint, customer = held(work, complaint_id)
    rows.change(work, complaint.id, gone=True)
    headline = line("⚪ Complaint withdrawn: ", Named(customer.name))
    return closed(work, now, WITHDRAW, complaint, customer, headline)


def reopen(work: Work, now: datetime, complaint_id: int) -> Message:
    """Its clocks begin anew. Raises Gone, Over."""
    complaint, customer = there(work, complaint_id)
    if complaint.is_open:
        raise Over("That complaint is open.")
    new = {"resolved_at": None, "resolved_by_id": None, "escalated_at": None}
    rows.change(work, complaint.id, **new, reopened_at=now)
    headline = line("🔥 Complaint reopened: ", Named(customer.name))
    return closed(work, now, REOPEN, complaint, customer, headline)


def ask_how(work: Work, now: datetime, complaint_id: int) -> Form:
    """How it was put right, before it is resolved or after. Raises Gone, Over."""
    del now
    allow(work, Permission.ACT)
    complaint = actions.need(work, complaint_id)
    if complaint.is_withdrawn or (complaint.resolved_at and complaint.remedy):
        raise Over(steps.over(work, complaint))
    customer = finding.need(work, complaint.customer_id)
    causes = numbers.of(work, CauseNumbers).causes
    return wording.resolution(complaint, customer, causes, suggested(complaint.words, causes))


def put_right(work: Work, now: datetime, complaint_id: int, filled: Filled) -> Message:
    """Raises Misfilled, Gone, Over."""
    remedy, cause = filled.one("remedy"), filled.one("cause")
    if not remedy:
        raise Misfilled({"remedy": "Say in a line how it was put right."})
    complaint, customer = there(work, complaint_id)
    if cause in numbers.of(work, CauseNumbers).causes:
        rows.change(work, complaint.id, cause=cause)
    if complaint.is_open:
        return steps.step(work, now, complaint.id, Step.RESOLVE, words=Reply("", "", "", remedy))
    rows.change(work, complaint.id, remedy=remedy)
    headline = line("✅ ", Named(customer.name), ": put right: ", Words(remedy))
    return closed(work, now, REMEDY, complaint, customer, headline)


def ask_owner(work: Work, now: datetime, complaint_id: int) -> Form:
    del now
    complaint, customer = held(work, complaint_id)
    owner = teammates.by_id(work, complaint.has_it(customer))
    return wording.hand_over(complaint, customer, people.person(owner))


def hand_over(work: Work, now: datetime, complaint_id: int, filled: Filled) -> Message:
    """Whoever gets it is told in private. Raises Misfilled, Gone, Over."""
    if not filled.one("owner"):
        raise Misfilled({"owner": "Choose somebody of the team."})
    owner = readers.meant(work, filled.one("owner"))
    complaint, customer = held(work, complaint_id)
    rows.change(work, complaint.id, owner_id=owner.id)
    who = people.person(owner) or Person(owner.name)
    headline = line("🤝 ", who, " has the complaint of ", Named(customer.name), " now")
    told = closed(work, now, HAND_OVER, complaint, customer, headline)
    if owner.id != work.person.id:
        direct_messages.tell(work, now, owner.id, HANDED, complaint.id, customer.id)
    return told


def ask_join(work: Work, now: datetime, complaint_id: int) -> Form:
    """Raises Over where there is no other."""
    del now
    complaint, customer = held(work, complaint_id)
    others = [each for each in rows.open_of(work, customer.id) if each.id != complaint.id]
    if not others:
        raise Over(f"{customer.name} has no other complaint that is open.")
    return wording.join(complaint, customer, others)


def join(work: Work, now: datetime, complaint_id: int, filled: Filled) -> Message:
    """It goes on as a part of the other. Raises Misfilled, Gone, Over."""
    complaint, customer = held(work, complaint_id)
    other_id = number(filled.one("to"))
    others = {each.id for each in rows.open_of(work, customer.id)} - {complaint.id}
    if other_id not in others:
        raise Misfilled({"to": "Choose one that is open."})
    rows.change(work, complaint.id, gone=True, joined_to_id=other_id)
    rows.mention(work, other_id)
    posts.show_anew(work, KIND, other_id)
    headline = line("🔗 ", Named(customer.name), ": the two complaints are one now")
    return closed(work, now, JOIN, complaint, customer, headline)


def thanked(work: Work, now: datetime, complaint_id: int) -> Message:
    """They were thanked for telling us: a contact of ours. Raises Gone, Over."""
    complaint, customer = there(work, complaint_id)
    touch = replace(
        touches.asked_for(now, Kind.THANKS),
        customer_id=customer.id,
        by_id=work.person.id,
        subject=complaint.subject,
    )
    store_touches.add(work, touch, now)
    headline = line("🙏 ", Named(customer.name), ": thanked for telling us")
    return closed(work, now, THANK, complaint, customer, headline)


def again(work: Work, now: datetime, complaint_id: int, answer: str) -> Message:
    """Whether they would buy again, kept as their satisfaction. Raises Gone, Over."""
    complaint, customer = there(work, complaint_id)
    verdict = of_again(answer, "", Source.PUT_RIGHT)
    if verdict is None:
        raise Gone
    verdicts.record(work, now, customer.id, verdict)
    headline = line("🛒 ", Named(customer.name), f": {verdict.level}, after their complaint")
    return closed(work, now, AGAIN, complaint, customer, headline)


CHOICES = {
    "wait": wait,
    "go on": go_on,
    "raise": raise_,
    "lower": lower,
    "withdraw": withdraw,
}

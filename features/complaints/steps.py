"""A complaint's steps: taken one by one, and made known when they are late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care import actions as care_actions
from care import finding, managers, numbers, people, scenes, touches
from care import nudges as care_nudges
from care.feature import Reply
from care.heed import allow
from care.plans import Cause
from domain import phrases
from domain.attention_numbers import AttentionNumbers
from domain.customers import Customer
from domain.errors import Over
from domain.messages import Item, Message, Named, line
from domain.nudges import Nudge
from domain.reactions import Meaning
from domain.teammates import Permission
from domain.touches import Kind, Touch
from domain.wording import receipts
from features.complaints import actions, rows
from features.complaints import words as wording
from features.complaints.play import NAME
from features.complaints.rules import KIND, LATE, NOBODYS, Complaint, Step
from store import actions as store_actions
from store import customers, nudges, posts
from store import touches as store_touches
from store.work import Change, Work

DID = {
    Step.NAME_OWNER: "it's yours now",
    Step.ASK_AGAIN: "asked again",
    Step.ACKNOWLEDGE: "acknowledged",
    Step.UPDATE: "brought up to date",
    Step.RESOLVE: "resolved",
    Step.CHECK_BACK: "checked back on",
}

UNDO = {
    "complaint": "the complaint you opened",
    Step.NAME_OWNER: "that you have that complaint",
    Step.ASK_AGAIN: "that you asked them again",
    Step.ACKNOWLEDGE: "that you acknowledged it",
    Step.UPDATE: "that you brought them up to date",
    Step.RESOLVE: "that you resolved it",
    Step.CHECK_BACK: "that you checked back",
}
"""How each is called when it is taken back."""


def acknowledge(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.ACKNOWLEDGE)


def update(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.UPDATE)


def resolve(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.RESOLVE)


def step(
    work: Work,
    now: datetime,
    complaint_id: int,
    taken: Step,
    nudge: Nudge | None = None,
    words: Reply | None = None,
) -> Message:
    """We told the customer something: that is a contact of ours; resolving also ends it. `words`
    are those of the reply that says so, or how it was put right.
    """
    allow(work, Permission.ACT)
    customer = finding.hold(work, actions.need(work, complaint_id).customer_id)
    complaint = actions.need(work, complaint_id)
    if taken is not Step.CHECK_BACK and not complaint.is_open:
        raise Over(over(work, complaint))
    told = complaint.told_by(store_touches.latest(work, customer.id))
    if taken is Step.ACKNOWLEDGE and told:
        raise Over(f"{people.name(work, told[0].by_id)} has let them know already.")
    how = words.words if words else ""
    is_told = taken is not Step.NAME_OWNER
    touch = _told(work, now, complaint, nudge, words) if is_told else None
    rows.mention(work, complaint_id)
    own(work, complaint, customer)
    if taken is Step.RESOLVE:
        by_id = work.person.id
        rows.change(work, complaint_id, resolved_at=now, resolved_by_id=by_id, remedy=how)
    nudge_id = nudge.id if nudge else None
    cause = Cause(by_id=work.person.id, touch=touch, nudge_id=nudge_id)
    closed = care_actions.record(work, now, taken, customer.id, cause)
    posts.show_anew(work, KIND, complaint_id)
    headline = line("✅ ", Named(customer.name), f": complaint {DID[taken]}")
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, customer)))
    answer = receipts.told(headline, after, receipts.undo(closed.action_id))
    return _more(work, answer, complaint_id, taken)


def _more(work: Work, answer: Message, complaint_id: int, taken: Step) -> Message:
    """What is asked once it is put right, and once they were asked about it."""
    there = actions.need(work, complaint_id)
    if taken is Step.RESOLVE:
        contacts = customers.contacts(work, there.customer_id)
        who = next((each.name for each in contacts), "")
        return replace(
            answer,
            items=(*answer.items, Item(line=wording.thank(who))),
            actions=(*wording.after(there), *answer.actions),
        )
    if taken is Step.CHECK_BACK:
        return replace(answer, items=(*answer.items, wording.buy_again(there)))
    return answer


def _told(
    work: Work,
    now: datetime,
    complaint: Complaint,
    nudge: Nudge | None,
    words: Reply | None,
) -> Touch:
    if nudge:
        return touches.done(work, now, nudge, touches.asked_for(now, Kind.MESSAGE))
    touch = replace(
        touches.asked_for(now, Kind.MESSAGE),
        customer_id=complaint.customer_id,
        by_id=work.person.id,
        subject=complaint.subject,
        words=words.words if words else "",
    )
    source = {"place": words.place, "message_id": words.message} if words and words.place else {}
    return replace(touch, id=store_touches.add(work, touch, now, **source))


def own(work: Work, complaint: Complaint, customer: Customer, taker: int | None = None) -> None:
    """Whoever does something for what nobody has, has it from then on."""
    if complaint.is_open and complaint.has_it(customer) is None:
        rows.change(work, complaint.id, owner_id=taker or work.person.id)


def over(work: Work, complaint: Complaint) -> str:
    """Who brought it to its end."""
    if complaint.is_withdrawn:
        return "That complaint was taken back meanwhile."
    return f"{people.name(work, complaint.resolved_by_id)} has resolved that complaint already."


def react(work: Work, now: datetime, complaint_id: int, meaning: Meaning) -> Message:
    """✅ resolves it; 👀 takes the step whose reminder waits in the thread: one that nobody has, if
    there is one.
    """
    if meaning is Meaning.DONE:
        return resolve(work, now, complaint_id)
    allow(work, Permission.ACT)
    complaint = actions.need(work, complaint_id)
    known = nudges.of_subject(work, complaint.subject)
    asked = [each for each in known if each.is_waiting and each.sent_at]
    if not (asked or complaint.is_open):
        raise Over(over(work, complaint))
    if meaning is not Meaning.TAKE:
        raise wording.OnlySteps
    if not asked:
        raise Over("No step of that complaint waits right now: it will be asked for in its thread.")
    first = min(asked, key=lambda each: (each.taken_by_id is not None, each.late_at))
    return care_nudges.take(work, now, first.id)


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    """Takes the step that was asked for."""
    del customer
    if nudge.subject is None:
        return None
    if nudge.about["step"] == Step.NAME_OWNER:
        nudges.mention(work, nudge.id)
    return step(work, now, nudge.subject.id, Step(str(nudge.about["step"])), nudge)


def look_late(work: Work, now: datetime, nudge: Nudge) -> datetime | None:
    """The first late step tells the owner's managers, once, in their own hours; then it is in the
    digest. That it is acknowledged late they hear later; that nobody has it, in another word.
    """
    complaint = rows.by_id(work, nudge.subject.id) if nudge.subject else None
    if complaint is None or not complaint.is_open:
        return None
    told_at = phrases.moment(nudge.about.get("managers_at")) or now
    match nudge.about.get("step"):
        case Step.NAME_OWNER:
            return _tell(work, now, complaint, NOBODYS)
        case Step.ACKNOWLEDGE if told_at > now:
            return told_at
        case Step.ACKNOWLEDGE | Step.UPDATE | Step.RESOLVE:
            again = _tell(work, now, complaint, LATE)
            is_told = again is None or posts.of_subject(work, LATE, complaint.id)
            if is_told and complaint.escalated_at is None:
                _escalate(work, now, complaint, nudge)
            return again
    return None


def _escalate(work: Work, now: datetime, complaint: Complaint, nudge: Nudge) -> None:
    rows.escalate(work, complaint.id, now)
    posts.show_anew(work, LATE, complaint.id)
    about = {"customer_id": complaint.customer_id, "nudge_id": nudge.id}
    store_actions.write(work, "escalate", now, **about, why="late")


def _tell(work: Work, now: datetime, complaint: Complaint, kind: str) -> datetime | None:
    """When the next of them is at work who has not been told."""
    customer = customers.by_id(work, complaint.customer_id)
    at_any_hour = numbers.of(work, AttentionNumbers).complaints_at_any_hour
    return managers.tell(work, now, customer, kind, complaint.id, is_at_any_hour=at_any_hour)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """Whoever takes a step of what nobody has, has it."""
    del now
    for change in changes:
        taker = change.after.get("taken_by_id") if change.table == "nudge" else None
        nudge = nudges.by_id(work, change.id) if taker else None
        subject = nudge.subject if nudge and nudge.play == NAME else None
        complaint = rows.by_id(work, subject.id) if subject else None
        customer = customers.by_id(work, customer_id) if complaint else None
        if complaint and customer:
            own(work, complaint, customer, taker)

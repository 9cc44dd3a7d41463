"""What a reply in a complaint's thread does: they were told, it moves, it is put right."""

from dataclasses import replace
from datetime import datetime

from care import drafts, known_names, loading, reported, scenes, thread_replies
from care.feature import Answered, Deed, Reply
from care.heed import allow
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Message
from domain.nudges import Nudge
from domain.reactions import Meaning
from domain.reading.meanings import PutOff, Taken
from domain.teammates import Permission
from domain.touches import Direction, Kind, Sign, Touch
from features.complaints import actions, rows, steps
from features.complaints import words as wording
from features.complaints.replies import Said, said
from features.complaints.rules import Complaint, Step
from store import customers, nudges
from store import touches as store_touches
from store.work import Work

TALK = {Kind.CALL, Kind.MAIL, Kind.MEETING, Kind.MESSAGE}


def reply(work: Work, now: datetime, complaint_id: int, told: Reply) -> Deed | None:
    """None: it is talk, and left alone."""
    complaint = rows.by_id(work, complaint_id)
    customer = customers.by_id(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None:
        return None
    means = said(told.words, known_names.of(work, customer, told.words))
    match means:
        case Said.TOLD | Said.TRIED:
            return lambda work, now: _tell(work, now, complaint_id, told, means)
        case Said.MOVES:
            is_open = complaint.is_open
            return (lambda work, now: _note(work, now, complaint_id, told)) if is_open else None
        case Said.PERHAPS:
            is_open = complaint.is_open
            return (lambda work, now: _ask(work, now, complaint_id, told)) if is_open else None
        case Said.RESOLVED:
            return lambda work, now: _resolve(work, now, complaint_id, told)
        case Said.TALK:
            return _of_a_step(work, now, customer, complaint, told)


def _of_a_step(
    work: Work, now: datetime, customer: Customer, complaint: Complaint, told: Reply
) -> Deed | None:
    """Whoever takes it, or puts it off, means the step that waits in the thread."""
    match thread_replies.means(work, now, customer, told):
        case Taken():
            return lambda work, now: Answered(steps.react(work, now, complaint.id, Meaning.TAKE))
        case PutOff(until, is_mine) if until and (asked := _asked(work, complaint)):
            return lambda work, now: thread_replies.put_off(
                work, now, asked.id, until, is_mine=is_mine
            )
        case _:
            return None


def _asked(work: Work, complaint: Complaint) -> Nudge | None:
    known = nudges.of_subject(work, complaint.subject)
    asked = [each for each in known if each.is_waiting and each.sent_at]
    return min(asked, key=lambda each: each.late_at, default=None)


def _tell(work: Work, now: datetime, complaint_id: int, told: Reply, means: Said) -> Answered:
    """The contact, which acknowledges it or brings them up to date."""
    allow(work, Permission.LOG)
    complaint = actions.need(work, complaint_id)
    held = loading.hold(work, (complaint.customer_id,)).get(complaint.customer_id)
    if held is None or held.is_gone:
        raise Gone
    read = replace(reported.read(work, now, held, told), subject=complaint.subject)
    touch = reported.in_vain(read) if means is Said.TRIED else _as_talk(read)
    receipt = reported.keep(work, now, held, touch, told, complaint.subject)
    message = receipt.say()
    if means is Said.TRIED and not complaint.told_by(
        store_touches.latest(work, complaint.customer_id)
    ):
        message = replace(message, notes=(wording.NOT_YET_HEARD, *message.notes))
    if complaint.is_open and Sign.PRAISE in touch.signs:
        message = replace(message, actions=(wording.is_resolved(complaint), *message.actions))
    return Answered(message, is_noted=True)


def _as_talk(touch: Touch) -> Touch:
    """However they were told: "let her know" names no way."""
    if touch.direction is Direction.THEIRS or touch.kind in TALK:
        return touch
    return replace(touch, kind=Kind.MESSAGE)


def _note(work: Work, now: datetime, complaint_id: int, told: Reply) -> Answered:
    """How it moves is kept with it; they have not heard it by that."""
    allow(work, Permission.LOG)
    complaint = actions.need(work, complaint_id)
    held = loading.hold(work, (complaint.customer_id,)).get(complaint.customer_id)
    if held is None or held.is_gone:
        raise Gone
    read = reported.read(work, now, held, told)
    touch = replace(
        read,
        kind=Kind.NOTE,
        direction=Direction.OURS,
        signs=frozenset(),
        subject=complaint.subject,
    )
    kept = reported.keep(work, now, held, touch, told, None)
    recent = store_touches.latest(work, complaint.customer_id)
    message = wording.noted(complaint, held.customer, recent, kept.action_id)
    return Answered(message, is_noted=True)


def _ask(work: Work, now: datetime, complaint_id: int, told: Reply) -> Answered:
    """The words are kept until it is said."""
    allow(work, Permission.ACT)
    complaint = actions.need(work, complaint_id)
    draft_id = drafts.keep(work, "complaint", told.words, now)
    step = _asked(work, complaint)
    saying = None
    customer = customers.by_id(work, complaint.customer_id)
    if step and customer and step.about.get("step") != Step.RESOLVE:
        saying = scenes.mine(work, now, customer).saying(step)
    return Answered(wording.whether(complaint, draft_id, told.words, step, saying))


def resolved(work: Work, now: datetime, complaint_id: int, draft_id: int) -> Message:
    """Said to be, by the words that were kept. Raises Gone, Over."""
    draft, _ = drafts.opened(work, draft_id)
    drafts.use(work, draft_id, now)
    told = Reply("", "", "", draft.line)
    return steps.step(work, now, complaint_id, Step.RESOLVE, words=told)


def _resolve(work: Work, now: datetime, complaint_id: int, told: Reply) -> Answered:
    """With the click that said so before, if it was theirs."""
    allow(work, Permission.ACT)
    complaint = actions.need(work, complaint_id)
    if complaint.is_open:
        answer = steps.step(work, now, complaint_id, Step.RESOLVE, words=told)
        return Answered(answer, is_noted=True)
    held = loading.hold(work, (complaint.customer_id,)).get(complaint.customer_id)
    if held is None:
        raise Gone
    read = replace(reported.read(work, now, held, told), direction=Direction.OURS)
    kept = reported.amend(work, now, held, _as_talk(read), told, complaint.subject)
    if kept is None:
        raise Over(steps.over(work, complaint))
    return Answered(kept, is_noted=True)

"""What a reply in a reminder's thread does: the same as its buttons, for whoever may press them."""

from dataclasses import replace
from datetime import datetime

from care import calendars, known_names, loading, nudges, reported, scenes
from care.feature import Answered, Deed, Reply
from care.heed import allow
from care.loading import Loaded
from care.registry import registry
from domain.customers import Customer
from domain.errors import Gone
from domain.messages import Message
from domain.nudges import Nudge
from domain.reading.ahead import Ahead
from domain.reading.meanings import Done, Doubtful, Meaning, PutOff, Taken, Talk, Told, Waived
from domain.reading.replies import meaning, tells_thanks
from domain.teammates import Permission
from domain.touches import Direction, Kind, Touch
from domain.wording import reply_questions as wording
from domain.wording.receipts import Receipt
from store import actions as trail
from store import nudges as store_nudges
from store import standing_actions
from store.work import Work

LABEL = 30
"""Characters that a button holds at most."""


def means(work: Work, now: datetime, customer: Customer, reply: Reply) -> Meaning:
    names = known_names.of(work, customer, reply.words)
    at = reported.written_at(now, reply)
    return meaning(reply.words, at, work.person.clock, names)


def deed(work: Work, now: datetime, customer: Customer, nudge_id: int, reply: Reply) -> Deed | None:
    """None: it is talk, and left alone."""
    is_label = _is_label(work, now, customer, nudge_id, reply.words)
    match Done() if is_label else means(work, now, customer, reply):
        case Talk():
            return None
        case Told(in_vain):
            return lambda work, now: tell(work, now, customer, nudge_id, reply, in_vain=in_vain)
        case Done():
            return lambda work, now: _done(work, now, customer, nudge_id, reply)
        case Taken():
            return lambda work, now: Answered(nudges.take(work, now, nudge_id))
        case PutOff(None, _):
            return lambda work, now: _ask(work, now, nudge_id, reply, is_later=True)
        case PutOff(until, is_mine) if until:
            return lambda work, now: put_off(work, now, nudge_id, until, is_mine=is_mine)
        case Waived():
            return lambda work, now: Answered(nudges.waive(work, now, nudge_id, reply.words))
        case Doubtful() | PutOff():
            return lambda work, now: _ask(work, now, nudge_id, reply)


def _is_label(work: Work, now: datetime, customer: Customer, nudge_id: int, words: str) -> bool:
    """Whether it says what stands on the button for *done*: “Answered”, “Tried again”."""
    said = words.strip(" .!").casefold()
    nudge = store_nudges.by_id(work, nudge_id) if len(said) <= LABEL else None
    if nudge is None:
        return False
    return said == scenes.mine(work, now, customer).saying(nudge).done.casefold()


def _hold(work: Work, customer: Customer) -> Loaded | None:
    held = loading.hold(work, (customer.id,)).get(customer.id)
    return None if held is None or held.is_gone else held


def tell(
    work: Work, now: datetime, customer: Customer, nudge_id: int, reply: Reply, *, in_vain: bool
) -> Answered:
    """Logs the contact, and says why where the reminder goes on."""
    allow(work, Permission.LOG)
    held, nudge = _hold(work, customer), store_nudges.by_id(work, nudge_id)
    if held is None or nudge is None:
        raise Gone
    read = reported.read(work, now, held, reply)
    touch = reported.in_vain(read) if in_vain else _as_thanks(work, nudge, read)
    receipt = reported.keep(work, now, held, touch, reply, nudge)
    return Answered(_with_rest(work, receipt, nudge_id), is_noted=True)


def _as_thanks(work: Work, nudge: Nudge, touch: Touch) -> Touch:
    play = registry(work).plays.of(nudge)
    told = replace(touch, kind=play.kind(nudge))
    asks = told.kind is Kind.THANKS and not play.answers(touch)
    return (
        told
        if asks and tells_thanks(touch.words) and touch.is_heard and play.answers(told)
        else touch
    )


def _with_rest(work: Work, receipt: Receipt, nudge_id: int) -> Message:
    said, nudge = receipt.say(), store_nudges.by_id(work, nudge_id)
    if nudge is None or not nudge.is_waiting:
        return said
    kind = registry(work).plays.of(nudge).kind(nudge)
    why = wording.still_waits(receipt.scene.saying(nudge), receipt.touch, kind)
    return replace(said, notes=(why, *said.notes))


def _done(work: Work, now: datetime, customer: Customer, nudge_id: int, reply: Reply) -> Answered:
    allow(work, Permission.ACT)
    held, nudge = _hold(work, customer), store_nudges.by_id(work, nudge_id)
    if held is None or nudge is None:
        raise Gone
    touch = reported.read(work, now, held, reply)
    if nudge.is_waiting:
        return Answered(nudges.done_so(work, now, nudge_id, touch, reply), is_noted=True)
    ours = replace(touch, direction=Direction.OURS)
    kept = reported.amend(work, now, held, ours, reply, nudge)
    if kept is None:
        return Answered(nudges.done(work, now, nudge_id))
    return Answered(kept, is_noted=True)


IN_THREAD = "as said in its thread"
"""Whoever says there until when has told everybody."""


def put_off(work: Work, now: datetime, nudge_id: int, until: Ahead, *, is_mine: bool) -> Answered:
    """Whoever will do it on a day takes it, and it comes back then: both taken back at once."""
    back = until.at if until.has_hour else calendars.mine(work).morning_of(until.at)
    if not is_mine:
        return Answered(nudges.later(work, now, nudge_id, back.isoformat(), IN_THREAD))
    nudges.take(work, now, nudge_id)
    told = nudges.later(work, now, nudge_id, back.isoformat(), IN_THREAD)
    later, taken = standing_actions.of(work, work.person.id, now)[:2]
    trail.join(work, later.id, [taken.id])
    return Answered(told)


def _ask(
    work: Work, now: datetime, nudge_id: int, reply: Reply, *, is_later: bool = False
) -> Answered:
    """Raises Over where nothing is left to be asked."""
    saying = nudges.asking(work, now, nudge_id)
    nudge = store_nudges.need(work, nudge_id)
    question = wording.until_when if is_later else wording.which
    return Answered(question(nudge, saying, reply.words))

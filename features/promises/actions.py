"""Promises: noted from a line or by command, kept, let go, and asked about in time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from care import (
    actions,
    calendars,
    dates,
    drafts,
    finding,
    forms,
    loading,
    numbers,
    planning,
    scenes,
)
from care import form_submissions as care_filled
from care import nudges as care_nudges
from care import touches as care_touches
from care.feature import Command, Said
from care.heed import allow
from care.plans import Cause
from domain import reading
from domain.calendar import ONE_DAY, Calendar
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over
from domain.forms import Filled, Form
from domain.messages import Action, Message
from domain.nudges import Nudge
from domain.reactions import Meaning
from domain.reading import Errand
from domain.teammates import Permission
from domain.touches import Direction, ToCome, Touch
from domain.wording import receipts
from features.promises import rows, rules
from features.promises import words as wording
from features.promises.play import NAME, key
from features.promises.rules import Promise, PromiseNumbers
from store import alarms, customers, inbox, nudges
from store import touches as store_touches
from store.work import Change, Work

UNDO = {"promise": "the promise you noted"}
"""How it is called when it is taken back."""


def promise(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Asks back where it is not clear when; what was typed is kept."""
    customer = finding.hold(work, customer.id)
    ours = work.person.clock
    order = dates.month_first(work, said.words)
    read = reading.errand(said.words, said.at, ours, month_first=order)
    is_elapsed = read.is_elapsed
    at = moment(work, customer, read.then.at, is_elapsed=is_elapsed) if read.then else None
    has_hour = bool(read.then and read.then.has_hour)
    if at is None or is_over(at, now, zone_of(work, customer), has_hour=has_hour):
        draft_id = inbox.keep_draft(work, NAME, f"{customer.name}: {said.words}", now)
        return wording.when_is_it(said.words, draft_id, customer)
    told = note(work, now, customer, _made(work, now, customer, at, read, has_hour=has_hour))
    return replace(told, notes=(*said.notes, *told.notes), actions=(*said.offers, *told.actions))


def note(work: Work, now: datetime, customer: Customer, made: Promise) -> Message:
    """Raises Over where the same is noted already."""
    for known in rows.open_of(work, customer.id):
        if (known.at, known.words, known.whose) == (made.at, made.words, made.whose):
            raise Over("That is noted already: I'll ask in time.")
    rows.add(work, made)
    closed = actions.record(work, now, "promise", customer.id)
    scene = scenes.mine(work, now, customer)
    after = tuple(receipts.changes(closed.outcome, scene))
    told = wording.noted(customer, made, after, work.person.clock, now)
    return replace(told, actions=(receipts.undo(closed.action_id),))


def remind(work: Work, now: datetime, touch_id: int, at: int, has_hour: int, whose: str) -> Message:
    """What the receipt of a contact has offered. Raises Gone, and Over where it is over by now."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, care_touches.need(work, touch_id).customer_id)
    touch = care_touches.need(work, touch_id)
    made = found_in(work, touch, customer, datetime.fromtimestamp(at, UTC))
    made = replace(made, has_hour=bool(has_hour), whose=Direction(whose), made_at=now)
    if is_over(made.at, now, ZoneInfo(made.zone), has_hour=made.has_hour):
        raise Over("That moment is over by now.")
    if any(each.at == made.at for each in rows.of_touch(work, touch.id)):
        raise Over("That is noted already: I'll ask in time.")
    store_touches.mention(work, touch.id)
    return note(work, now, customer, made)


def found_in(work: Work, touch: Touch, customer: Customer, at: datetime) -> Promise:
    """What the words of a contact say of that moment."""
    hints = touch.hints or care_touches.read(work, touch.known_at, customer, touch.words).hints
    here = (each for each in hints.to_come if _moment(work, customer, each) == at) if hints else ()
    words = next((each.words for each in here), touch.words)
    read = reading.errand(words, touch.known_at, work.person.clock)
    made = _made(work, touch.known_at, customer, at, read, has_hour=True)
    return replace(made, words=words, touch_id=touch.id)


def _made(
    work: Work, now: datetime, customer: Customer, at: datetime, read: Errand, *, has_hour: bool
) -> Promise:
    return Promise(
        id=0,
        customer_id=customer.id,
        words=read.words,
        at=at,
        has_hour=has_hour,
        zone=zone_of(work, customer).key,
        whose=read.whose,
        kind=read.kind,
        made_at=now,
        made_by_id=work.person.id,
    )


def zone_of(work: Work, customer: Customer) -> ZoneInfo:
    """The customer's own; where nobody knows it, that of whoever says so."""
    return ZoneInfo(customer.zone) if customer.zone else work.person.clock


def moment(work: Work, customer: Customer, at: datetime, *, is_elapsed: bool) -> datetime:
    """An hour that is named is the customer's."""
    if is_elapsed:
        return at.astimezone(UTC)
    return rules.theirs(at, work.person.clock, zone_of(work, customer))


def _moment(work: Work, customer: Customer, comes: ToCome) -> datetime:
    return moment(work, customer, comes.at, is_elapsed=comes.is_elapsed)


def offer(work: Work, now: datetime, touch: Touch) -> Iterable[Action]:
    """On the receipt of a line that tells of something to come: the first of it."""
    comes = touch.hints.to_come[:1] if touch.hints else ()
    for each in comes:
        customer = loading.told(work, touch.customer_id)
        at, zone = _moment(work, customer, each), zone_of(work, customer)
        is_known = any(it.at == at for it in rows.of_touch(work, touch.id))
        if not is_known and not is_over(at, now, zone, has_hour=each.has_hour):
            found = found_in(work, touch, customer, at)
            found = replace(found, has_hour=each.has_hour, whose=each.whose)
            yield wording.offer(touch, found, now.astimezone(zone))


def is_over(at: datetime, now: datetime, zone: ZoneInfo, *, has_hour: bool) -> bool:
    return at <= now if has_hour else at.astimezone(zone).date() < now.astimezone(zone).date()


def ask(work: Work, now: datetime, typed: str = "") -> Form:
    """The form for a new one, begun from what was typed."""
    del now
    allow(work, Permission.LOG)
    return wording.form(*forms.begun(work, typed))


def ask_when(work: Work, now: datetime, draft_id: int) -> Form:
    """The same for a line that was kept. Raises Gone."""
    draft, _ = drafts.opened(work, draft_id)
    return ask(work, now, draft.line)


def submit(work: Work, now: datetime, filled: Filled) -> Message:
    allow(work, Permission.LOG)
    try:
        typed = datetime.fromisoformat(filled.one("when"))
    except ValueError:
        raise Misfilled({"when": "Choose a day and a time."}) from None
    at = typed if typed.tzinfo else typed.replace(tzinfo=work.person.clock)
    if at <= now:
        raise Misfilled({"when": "That is past: choose a moment to come."})
    customer = care_filled.customer(work, now, filled)
    customer = finding.hold(work, customer.id)
    read = reading.errand(filled.one("words"), now, work.person.clock)
    made = _made(work, now, customer, at.astimezone(UTC), read, has_hour=True)
    return note(work, now, customer, made)


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    """It was kept: a contact of whoever has kept it."""
    made = rows.by_id(work, int(nudge.about["promise"] or 0))
    if made is None or not made.is_open:
        return None
    touch = Touch(
        id=0,
        customer_id=customer.id,
        at=now,
        kind=made.kind,
        direction=made.whose,
        words=made.words,
        by_id=work.person.id,
        nudge_id=nudge.id,
    )
    nudges.mention(work, nudge.id)
    touch = replace(touch, id=store_touches.add(work, touch, now))
    rows.keep(work, made.id, now, work.person.id, touch.id)
    cause = Cause(by_id=work.person.id, touch=touch, nudge_id=nudge.id)
    return care_nudges.finish(work, now, nudge, customer, cause)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A contact that is put right or taken back may not have kept it after all; what isn't needed
    is let go.
    """
    del customer_id
    for change in changes:
        if change.table == "touch" and change.before is not None:
            _open_again(work, change.id)
        elif change.table == "nudge" and (change.after or {}).get("dismissed_as"):
            _let_go(work, now, change.id)
    for each in sorted({it.id for it in [*changes, *work.changes] if it.table == rules.KIND}):
        _set_alarm(work, each)


def _open_again(work: Work, touch_id: int) -> None:
    """Unless *Done* says so: then its own undo does."""
    touch = store_touches.by_id(work, touch_id)
    for each in rows.kept_by(work, touch_id) if touch is None or not touch.nudge_id else ():
        rows.keep(work, each.id, None, None, None)


def _calendar(work: Work, made: Promise) -> Calendar:
    customer = customers.ever(work, made.customer_id)
    return (
        calendars.of(work, customer) if customer else calendars.in_zone(work, ZoneInfo(made.zone))
    )


def _let_go(work: Work, now: datetime, nudge_id: int) -> None:
    nudge = nudges.by_id(work, nudge_id)
    if nudge and nudge.play == NAME and (made := _of(work, nudge)) and made.is_open:
        rows.let_go(work, made.id, now)


def _of(work: Work, nudge: Nudge) -> Promise | None:
    return rows.by_id(work, int(nudge.about.get("promise") or 0))


def _set_alarm(work: Work, promise_id: int) -> None:
    """At which its reminder says that it is late."""
    made = rows.by_id(work, promise_id)
    if made and made.is_open:
        alarms.put(work, rules.OVER, promise_id, _deadline(work, made))
    else:
        alarms.clear(work, rules.OVER, promise_id)


def _deadline(work: Work, made: Promise) -> datetime:
    return rules.deadline(made, _calendar(work, made))


def pass_(work: Work, now: datetime, promise_id: int) -> None:
    """Its reminder says that it is late where it stands. That a contact has kept it is noted, for
    planning looks back only so far; else it is looked at again.
    """
    made = rows.by_id(work, promise_id)
    if made is None or not made.is_open or customers.by_id(work, made.customer_id) is None:
        return
    told = store_touches.latest(work, made.customer_id)
    calendar, every = _calendar(work, made), rows.open_of(work, made.customer_id)
    touch = rules.kept_by(every, told, calendar, numbers.of(work, PromiseNumbers)).get(made.id)
    if touch:
        rows.note_kept(work, made.id, touch)
        return
    for nudge in nudges.under_keys(work, made.customer_id, [key(made.id)]).values():
        planning.show(work, nudge)
    alarms.put(work, rules.OVER, promise_id, max(_deadline(work, made), now + ONE_DAY))


def react(work: Work, now: datetime, promise_id: int, meaning: Meaning) -> Message:
    """It has no post to react to but its reminder."""
    del work, now, promise_id, meaning
    raise Gone


def _command(name: str, rank: int) -> Command:
    return Command(
        usage=Usage(
            name=name,
            example=f"{name} Acme Thursday 3pm call Maria",
            does="be asked in time about what was promised",
            rank=rank,
            opens="promise.ask",
            is_listed=False,
        ),
        needs=Permission.LOG,
        act=promise,
    )


COMMANDS = (_command("promise", 46), _command("remind", 47))
"""Two names of the same."""

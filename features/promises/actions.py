"""Promises: noted from a line or by command, kept, let go, and asked about in time."""

from collections.abc import Iterable
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
    scenes,
)
from care import form_submissions as care_filled
from care import touches as care_touches
from care.feature import Command, Said
from care.heed import allow
from domain import reading
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over
from domain.forms import NEW, Filled, Form
from domain.messages import Action, Message
from domain.reactions import Meaning
from domain.reading import Errand
from domain.teammates import Permission
from domain.touches import Direction, ToCome, Touch
from domain.wording import receipts
from features.promises import rows, rules
from features.promises import words as wording
from features.promises.play import NAME
from features.promises.rules import Promise, PromiseNumbers
from store import inbox
from store import touches as store_touches
from store.work import Work

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
    """A safer time is offered first where one's own promises of that kind took longer. Raises Over
    where the same is noted already.
    """
    return _safer(work, now, customer, made) or _note(work, now, customer, made)


def _safer(work: Work, now: datetime, customer: Customer, made: Promise) -> Message | None:
    before = rows.last_of(work, work.person.id, made.kind, rules.LAST) if made.is_ours else ()
    given = made.ends_at - made.made_at
    found = rules.safer(given, before, numbers.of(work, PromiseNumbers))
    at = rules.safer_at(made, found, calendars.mine(work)) if found else None
    if found is None or at is None:
        return None
    draft_id = inbox.keep_draft(work, NAME, f"{customer.name}: {made.words}", now)
    return wording.safer(customer, made, found, at, draft_id, now)


def settle(
    work: Work, now: datetime, draft_id: int, at: int, has_hour: int, touch_id: int
) -> Message:
    """The time that was chosen, the safer one or as it was said. Raises Gone, Over."""
    allow(work, Permission.LOG)
    draft, _ = drafts.opened(work, draft_id)
    found = finding.find(work, draft.line)
    if not isinstance(found, finding.Found):
        raise Gone
    customer = finding.hold(work, found.customer.id)
    inbox.use_draft(work, draft_id, now)
    words = finding.words_about(draft.line, customer, anywhere=False)
    read = reading.errand(words, draft.at, work.person.clock)
    then = datetime.fromtimestamp(at, UTC)
    made = _made(work, draft.at, customer, then, read, has_hour=bool(has_hour))
    made = replace(made, words=words, whose=Direction.OURS, touch_id=touch_id or None)
    if is_over(made.at, now, ZoneInfo(made.zone), has_hour=made.has_hour):
        raise Over("That moment is over by now.")
    return _note(work, now, customer, made)


def _note(work: Work, now: datetime, customer: Customer, made: Promise) -> Message:
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
    is_new = filled.one("customer").startswith(NEW)
    return (_note if is_new else note)(work, now, customer, made)


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

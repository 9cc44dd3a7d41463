"""A contact that a reply reports, and the click about the same one: they are one contact."""

from dataclasses import replace
from datetime import datetime, timedelta

from care import actions, touches
from care.feature import Reply
from care.loading import Loaded
from care.plans import Cause
from care.registry import registry
from domain.nudges import Nudge
from domain.plays import Play
from domain.subjects import Subject
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording.receipts import Receipt
from store import actions as trail
from store import touches as store_touches
from store.work import Work

SAME = timedelta(hours=12)
"""Within which a click and a reply of one person are about the same contact."""

LATE = timedelta(minutes=1)


def written_at(now: datetime, reply: Reply) -> datetime:
    """When it was written, if that is told late; clocks differ by seconds."""
    return reply.at if reply.at and now - reply.at > LATE else now


def read(work: Work, now: datetime, held: Loaded, reply: Reply) -> Touch:
    at, contacts = written_at(now, reply), held.facts.contacts
    return touches.read(work, at, held.customer, reply.words, contacts)


def in_vain(touch: Touch) -> Touch:
    """The attempt, where the words say no more than that nobody answered."""
    if touch.direction is Direction.THEIRS:
        return touch
    kind = Kind.CALL if touch.kind is Kind.NOTE else touch.kind
    return replace(touch, kind=kind, signs=touch.signs | {Sign.NO_ANSWER})


def keep(
    work: Work,
    now: datetime,
    held: Loaded,
    touch: Touch,
    reply: Reply,
    about: Nudge | Subject | None,
) -> Receipt:
    """With the click that was about it, or by itself."""
    amended = amend(work, now, held, touch, reply, about)
    if amended is not None:
        return amended
    nudge_id = about.id if isinstance(about, Nudge) else None
    source = {"place": reply.place, "message_id": reply.message}
    return touches.keep(work, now, held, touch, nudge_id, **source)


def amend(
    work: Work,
    now: datetime,
    held: Loaded,
    touch: Touch,
    reply: Reply,
    about: Nudge | Subject | None,
) -> Receipt | None:
    """The click's contact with the reply's words; None where there was no such click."""
    pressed = _pressed(work, now, held, about)
    if pressed is None or touch.direction is Direction.THEIRS:
        return None
    told = _told_anew(work, pressed, touch, about)
    return _amend(work, now, held, told, reply) if told else None


def reported(work: Work, now: datetime, nudge: Nudge) -> Touch | None:
    """The contact that whoever acts has just reported under the reminder, if it reached them."""
    logged = trail.last_on_nudge(work, work.person.id, nudge, "log")
    created = [id_ for table, id_ in logged.created() if table == "touch"] if logged else []
    touch = store_touches.by_id(work, created[0]) if created else None
    if touch is None or not _is_recent(touch, now) or not touch.is_heard:
        return None
    return touch if touch.direction is Direction.OURS else None


def _pressed(
    work: Work, now: datetime, held: Loaded, about: Nudge | Subject | None
) -> Touch | None:
    """The latest click of whoever writes, if nothing has been said of it yet."""
    if isinstance(about, Nudge):
        mine = [about.ended_touch_id] if about.ended_touch_id else []
        found = list(store_touches.by_ids(work, set(mine)).values())
    else:
        recent = store_touches.latest(work, held.customer.id)
        found = [each for each in recent if about and each.subject == about][-1:]
    touch = next(iter(found), None)
    if touch is None or touch.by_id != work.person.id or touch.words:
        return None
    return touch if _is_recent(touch, now) else None


def _is_recent(touch: Touch, now: datetime) -> bool:
    return now - (touch.logged_at or touch.at) <= SAME


def _told_anew(
    work: Work, pressed: Touch, said: Touch, about: Nudge | Subject | None
) -> Touch | None:
    """The click with what was said of it, as long as that still ends what the click has ended."""
    told = replace(
        pressed,
        kind=said.kind if said.is_contact and said.kind is not Kind.NOTE else pressed.kind,
        signs=said.signs,
        words=said.words,
        contact_id=said.contact_id or pressed.contact_id,
    )
    play = registry(work).plays.of(about) if isinstance(about, Nudge) else None
    same_kind = replace(told, kind=pressed.kind)
    return next((each for each in (told, same_kind) if _still_ends(play, each)), None)


def _still_ends(play: Play | None, touch: Touch) -> bool:
    return play.answers(touch) if play else touch.is_talk


def _amend(work: Work, now: datetime, held: Loaded, touch: Touch, reply: Reply) -> Receipt:
    store_touches.change(
        work,
        touch.id,
        kind=touch.kind,
        signs=touch.signs,
        words=touch.words,
        contact_id=touch.contact_id,
        place=reply.place,
        message_id=reply.message,
    )
    cause = Cause(by_id=work.person.id, touch=touch)
    closed = actions.record(work, now, "reply", held.customer.id, cause)
    return touches.receipt(work, now, held.customer, touch, closed)

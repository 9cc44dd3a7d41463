"""What happened with customers."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import bindparam, exists, func, or_, select

from domain.subjects import columns, subject
from domain.touches import RECENT, Direction, Kind, Sign, Touch
from store.columns import from_plain
from store.parts import CUSTOMER, Part
from store.tables import Customer
from store.tables import Touch as Touches
from store.work import Change, Work, table_of

HERE = (Touches.workspace_id == bindparam("ws")) & ~Touches.gone
_OF_CUSTOMER = Touches.customer_id == bindparam("customer")
_COLUMNS = (
    Touches.id,
    Touches.at,
    Touches.kind,
    Touches.direction,
    Touches.signs,
    Touches.words,
    Touches.by_id,
    Touches.contact_id,
    Touches.nudge_id,
    Touches.subject_kind,
    Touches.subject_id,
    Touches.logged_at,
    Touches.customer_id,
    Touches.link,
)
NEWEST = select(*_COLUMNS).where(HERE).order_by(Touches.at.desc(), Touches.id.desc())
_NEWEST_THANKS = NEWEST.where(
    Touches.kind.in_((Kind.THANKS, Kind.GIFT)), Touches.direction == Direction.OURS
).limit(1)
_LATEST = NEWEST.where(_OF_CUSTOMER).limit(bindparam("most"))
_LAST_THANKS = _NEWEST_THANKS.where(_OF_CUSTOMER)
_BY_ID = select(*_COLUMNS).where(HERE, Touches.id == bindparam("touch"))
_BY_IDS = select(*_COLUMNS).where(HERE, Touches.id.in_(bindparam("touches", expanding=True)))
_BY_MESSAGE = select(*_COLUMNS).where(
    HERE, Touches.place == bindparam("place"), Touches.message_id == bindparam("message")
)
_SOURCES = (
    select(Touches.place, Touches.message_id)
    .where(
        Touches.workspace_id == bindparam("ws"),
        Touches.id.in_(bindparam("touches", expanding=True)),
        Touches.gone,
        Touches.message_id.is_not(None),
    )
    .order_by(Touches.id)
)
_READ_FROM = select(Touches.id).where(
    Touches.workspace_id == bindparam("ws"),
    Touches.place == bindparam("place"),
    Touches.message_id == bindparam("message"),
)
IS_CONTACT = or_(
    Touches.kind != Kind.NOTE,
    Touches.direction == Direction.THEIRS,
    Touches.signs != frozenset[Sign](),
)
"""What counts wherever contacts are counted and shown: `Touch.is_contact`."""

_IS_THERE = exists().where(Customer.id == Touches.customer_id, ~Customer.gone)
_CONTACTS = (
    HERE,
    _IS_THERE,
    Touches.at >= bindparam("since"),
    Touches.at < bindparam("until"),
    IS_CONTACT,
)
_BY = Touches.by_id == bindparam("teammate")
_PERIOD = (*_CONTACTS, Touches.by_id.is_not(None), Touches.direction == Direction.OURS)
_DONE = select(*_COLUMNS).where(*_PERIOD).order_by(Touches.at, Touches.id).limit(bindparam("most"))
_DONE_OF = _DONE.where(_BY)
_LOGGED = (*_CONTACTS, _BY)
_LOGGED_BY = select(*_COLUMNS).where(*_LOGGED).order_by(Touches.at).limit(bindparam("most"))
_KINDS_OF = (
    select(Touches.kind, func.count().label("number"))
    .where(*_LOGGED)
    .group_by(Touches.kind)
    .order_by(func.count().desc(), Touches.kind)
)
_DONE_BY = (
    select(Touches.by_id, func.count().label("number"))
    .where(*_PERIOD)
    .group_by(Touches.by_id)
    .order_by(func.count().desc(), Touches.by_id)
)


def from_row(row: Any) -> Touch:
    return Touch(
        id=row.id,
        at=row.at,
        kind=Kind(row.kind),
        direction=Direction(row.direction),
        signs=row.signs,
        words=row.words,
        by_id=row.by_id,
        contact_id=row.contact_id,
        nudge_id=row.nudge_id,
        subject=subject(row.subject_kind, row.subject_id),
        logged_at=row.logged_at,
        customer_id=row.customer_id,
        link=row.link,
    )


def latest(work: Work, customer_id: int, most: int = RECENT) -> tuple[Touch, ...]:
    """Newest last."""
    return _oldest_first(work.all(_LATEST, customer=customer_id, most=most))


def _oldest_first(rows: Sequence[Any]) -> tuple[Touch, ...]:
    return tuple(from_row(row) for row in reversed(rows))


IN_PART = Touches.customer_id == CUSTOMER
RECENTLY = Part(NEWEST.where(IN_PART).limit(RECENT), _oldest_first)
LAST_THANKS = Part(_NEWEST_THANKS.where(IN_PART), _oldest_first)


def for_planning(work: Work, customer_id: int) -> tuple[Touch, ...]:
    recent = latest(work, customer_id)
    if len(recent) < RECENT or any(touch.is_thanks for touch in recent):
        return recent
    thanks = work.first(_LAST_THANKS, customer=customer_id)
    return (from_row(thanks), *recent) if thanks else recent


def added(change: Change) -> Touch:
    """As it was noted when it was added."""
    columns = table_of(Touches).c
    told = {name: from_plain(columns[name].type, it) for name, it in change.after.items()}
    return from_row(SimpleNamespace(id=change.id, **told))


def by_id(work: Work, touch_id: int) -> Touch | None:
    row = work.first(_BY_ID, touch=touch_id)
    return from_row(row) if row else None


def by_ids(work: Work, ids: set[int]) -> dict[int, Touch]:
    return {row.id: from_row(row) for row in work.all(_BY_IDS, touches=sorted(ids))}


def by_message(work: Work, place: str, message_id: str) -> Touch | None:
    row = work.first(_BY_MESSAGE, place=place, message=message_id)
    return from_row(row) if row else None


def was_read_from(work: Work, place: str, message_id: str) -> bool:
    """Whether that reply ever was a contact, even if that has been taken back."""
    return work.first(_READ_FROM, place=place, message=message_id) is not None


def sources_of_gone(work: Work, ids: set[int]) -> list[tuple[str, str]]:
    """(place, message) of the replies from which those of them were read that are gone."""
    rows = work.all(_SOURCES, touches=sorted(ids))
    return [(row.place, row.message_id) for row in rows]


def forget_message(work: Work, touch_id: int) -> None:
    """The reply that it was read from is another one now, or none."""
    work.set(Touches, touch_id, place=None, message_id=None)


def logged_at(work: Work, touch_id: int) -> datetime:
    moment: datetime = work.row(Touches, touch_id)["logged_at"]
    return moment


def done_between(
    work: Work, since: datetime, until: datetime, most: int, teammate_id: int | None = None
) -> list[Touch]:
    """Contacts of ours: one teammate's, or everybody's."""
    if teammate_id is None:
        rows = work.all(_DONE, since=since, until=until, most=most)
    else:
        rows = work.all(_DONE_OF, teammate=teammate_id, since=since, until=until, most=most)
    return [from_row(row) for row in rows]


def logged_by(
    work: Work, teammate_id: int, since: datetime, until: datetime, most: int
) -> list[Touch]:
    """One teammate's contacts, whoever began them."""
    rows = work.all(_LOGGED_BY, teammate=teammate_id, since=since, until=until, most=most)
    return [from_row(row) for row in rows]


def counts_by_teammate(work: Work, since: datetime, until: datetime) -> list[tuple[int, int]]:
    """(teammate, how many contacts of ours they logged), the busiest first."""
    rows = work.all(_DONE_BY, since=since, until=until)
    return [(row.by_id, row.number) for row in rows]


def kinds_of(
    work: Work, teammate_id: int, since: datetime, until: datetime
) -> list[tuple[Kind, int]]:
    """How many contacts this teammate logged, by kind, the commonest first."""
    rows = work.all(_KINDS_OF, teammate=teammate_id, since=since, until=until)
    return [(Kind(row.kind), row.number) for row in rows]


def add(work: Work, touch: Touch, logged_at: datetime, **source: str | None) -> int:
    """`source` may name the `place` and `message_id` of the reply it was read from."""
    return work.add(Touches, **row(touch, logged_at), **source)


def row(touch: Touch, logged_at: datetime) -> dict[str, Any]:
    return {
        "customer_id": touch.customer_id,
        "at": touch.at,
        "logged_at": logged_at,
        "kind": touch.kind,
        "direction": touch.direction,
        "signs": touch.signs,
        "words": touch.words,
        "by_id": touch.by_id,
        "contact_id": touch.contact_id,
        "nudge_id": touch.nudge_id,
        **columns(touch.subject),
        "link": touch.link,
        "gone": False,
    }


def change(work: Work, touch_id: int, **values: Any) -> None:
    work.change(Touches, touch_id, **values)


def mention(work: Work, touch_id: int) -> None:
    work.mention(Touches, touch_id)

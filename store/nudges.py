"""The reminders: what is planned, what waits, what is due."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from domain.customers import Customer as About
from domain.errors import Gone
from domain.nudges import DISMISSED, WAITING, Dismissal, Nudge, Status, Urgency
from domain.subjects import Subject, subject
from store import customers
from store.parts import CUSTOMER, Part
from store.tables import Customer
from store.tables import Nudge as Nudges
from store.work import Work

HERE = Nudges.workspace_id == bindparam("ws")
IS_WAITING = Nudges.status.in_(sorted(WAITING))
_OF_CUSTOMER = Nudges.customer_id == bindparam("customer")
ENDINGS_KEPT = 20
"""How many endings without a touch planning looks back on."""

OVER_KEPT = 100
"""How many keys of reminders that are over are read with what waits; older ones are asked for."""

_COLUMNS = tuple(column for column in Nudges.__table__.c if column.name != "workspace_id")
ALL = select(*_COLUMNS).where(HERE)
_BY_ID = ALL.where(Nudges.id == bindparam("nudge"))
_BY_IDS = ALL.where(Nudges.id.in_(bindparam("nudges", expanding=True)))
_THEIR = "their_"
_WITH_CUSTOMERS = (
    select(*_COLUMNS, *(each.label(f"{_THEIR}{each.key}") for each in customers.COLUMNS))
    .join(Customer, Customer.id == Nudges.customer_id)
    .where(HERE, Nudges.id.in_(bindparam("nudges", expanding=True)))
)
_UNDER_KEYS = ALL.where(_OF_CUSTOMER, Nudges.key.in_(bindparam("keys", expanding=True)))
_WAITING = ALL.where(IS_WAITING).order_by(Nudges.ask_at, Nudges.id)
_WAITING_OF = _WAITING.where(_OF_CUSTOMER)
_ASKED_OF = (
    select(Nudges.customer_id)
    .join(Customer, Customer.id == Nudges.customer_id)
    .where(HERE, IS_WAITING, Customer.owner_id == bindparam("owner"))
    .where(
        or_(
            Nudges.sent_at.is_not(None),
            Nudges.subject_id.is_not(None),
            Nudges.ask_at <= bindparam("until"),
        )
    )
    .distinct()
)
_RESTED = (
    select(
        Nudges.id,
        Nudges.play,
        Nudges.key,
        Nudges.status,
        Nudges.reason,
        Nudges.dismissed_at,
        Nudges.about,
        Nudges.subject_kind,
        Nudges.subject_id,
    )
    .where(HERE, Nudges.status.in_(sorted(DISMISSED)))
    .order_by(Nudges.dismissed_at.desc(), Nudges.id.desc())
    .limit(ENDINGS_KEPT)
)
_OVER = select(Nudges.key).where(HERE, ~IS_WAITING).order_by(Nudges.id.desc()).limit(OVER_KEPT)
_OF_SUBJECT = ALL.where(
    HERE, Nudges.subject_kind == bindparam("kind"), Nudges.subject_id == bindparam("subject")
).order_by(Nudges.id)
_ENDED_BY = ALL.where(_OF_CUSTOMER, Nudges.ended_touch_id.in_(bindparam("touches", expanding=True)))
_DUE = (
    select(Nudges.id, Nudges.workspace_id)
    .where(Nudges.due_at <= bindparam("now"))
    .order_by(Nudges.due_at, Nudges.late_at, Nudges.id)
    .limit(bindparam("most"))
)
_CALL_BACK = (
    update(Nudges)
    .where(
        HERE,
        Nudges.status == Status.PLANNED,
        Nudges.ask_at <= bindparam("now"),
        Nudges.due_at > bindparam("now"),
    )
    .values(due_at=bindparam("now"))
)


def from_row(row: Any) -> Nudge:
    return Nudge(
        id=row.id,
        customer_id=row.customer_id,
        play=row.play,
        key=row.key,
        status=Status(row.status),
        ask_at=row.ask_at,
        late_at=row.late_at,
        due_at=row.due_at,
        about=row.about,
        subject=subject(row.subject_kind, row.subject_id),
        urgency=Urgency(row.urgency),
        taken_by_id=row.taken_by_id,
        taken_at=row.taken_at,
        snoozed_until=row.snoozed_until,
        snoozed_by_id=row.snoozed_by_id,
        dismissed_as=row.dismissed_as,
        dismissed_at=row.dismissed_at,
        dismissed_by_id=row.dismissed_by_id,
        ended_at=row.ended_at,
        ended_by_id=row.ended_by_id,
        ended_touch_id=row.ended_touch_id,
        reason=row.reason,
        sent_at=row.sent_at,
        failures=row.failures,
        stand_in_id=row.stand_in_id,
        stand_in_at=row.stand_in_at,
    )


def ended_by(work: Work, customer_id: int, touch_ids: set[int]) -> list[Nudge]:
    """Those that one of these touches has answered."""
    rows = work.all(_ENDED_BY, customer=customer_id, touches=sorted(touch_ids))
    return [from_row(row) for row in rows]


def by_id(work: Work, nudge_id: int) -> Nudge | None:
    row = work.first(_BY_ID, nudge=nudge_id)
    return from_row(row) if row else None


def by_ids(work: Work, ids: Collection[int]) -> list[Nudge]:
    """In the order of the ids; without those that are there no more."""
    if not ids:
        return []
    found = {row.id: row for row in work.all(_BY_IDS, nudges=sorted(ids))}
    return [from_row(found[each]) for each in ids if each in found]


def with_customers(work: Work, ids: Collection[int]) -> list[tuple[Nudge, About]]:
    """The same with whom each is about, also one who was taken back."""
    found = {row.id: row for row in work.all(_WITH_CUSTOMERS, nudges=sorted(ids))}
    there = [found[each] for each in ids if each in found]
    return [(from_row(row), customers.from_row(row, _THEIR)) for row in there]


def need(work: Work, nudge_id: int) -> Nudge:
    """Raises Gone: a reminder that nobody had seen may have been planned away."""
    nudge = by_id(work, nudge_id)
    if nudge is None:
        raise Gone
    return nudge


def under_keys(work: Work, customer_id: int, keys: Iterable[str]) -> dict[str, Nudge]:
    """Whatever was ever planned under one of the keys."""
    rows = work.all(_UNDER_KEYS, customer=customer_id, keys=list(keys))
    return {row.key: from_row(row) for row in rows}


def waiting_of(work: Work, customer_id: int) -> list[Nudge]:
    return [from_row(row) for row in work.all(_WAITING_OF, customer=customer_id)]


def asked_of(work: Work, owner_id: int, until: datetime) -> list[int]:
    """The owner's customers of whom something waits that is asked for, or will be until then, or is
    about a subject, whose post stands meanwhile.
    """
    return [row.customer_id for row in work.all(_ASKED_OF, owner=owner_id, until=until)]


def of_subject(work: Work, about: Subject) -> list[Nudge]:
    rows = work.all(_OF_SUBJECT, kind=about.kind, subject=about.id)
    return [from_row(row) for row in rows]


def _dismissals(rows: Sequence[Any]) -> tuple[Dismissal, ...]:
    return tuple(
        Dismissal(
            nudge_id=row.id,
            play=row.play,
            at=row.dismissed_at,
            about=row.about,
            subject=subject(row.subject_kind, row.subject_id),
            key=row.key,
            is_given_up=row.status == Status.GIVEN_UP and not row.reason,
        )
        for row in reversed(rows)
    )


_IN_PART = Nudges.customer_id == CUSTOMER
WAITING_NOW = Part(_WAITING.where(_IN_PART), lambda rows: tuple(map(from_row, rows)))
OVER = Part(_OVER.where(_IN_PART), lambda rows: frozenset(row.key for row in rows))
DISMISSALS = Part(_RESTED.where(_IN_PART), _dismissals)


def due(work: Work, now: datetime, most: int) -> list[tuple[int, int]]:
    """(workspace, nudge) the clock has to look at: its own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_DUE, now=now, most=most)]


def call_back(work: Work, now: datetime) -> int:
    """What should have been asked by now, and was held back for another day, is due at once."""
    return work.run(_CALL_BACK, now=now)


def note(work: Work, nudge_id: int, **values: Any) -> None:
    """What follows from facts: times, status."""
    work.set(Nudges, nudge_id, **values)


def note_all(work: Work, values: Mapping[int, Mapping[str, Any]]) -> None:
    """The same columns of many."""
    work.set_all(Nudges, values)


def change(work: Work, nudge_id: int, **values: Any) -> None:
    """What a person did to it: taken, put off, waved off."""
    work.change(Nudges, nudge_id, **values)


def mention(work: Work, nudge_id: int) -> None:
    work.mention(Nudges, nudge_id)

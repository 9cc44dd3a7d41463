"""When who is away."""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.absences import Absence
from store.json_rows import EMPTY, json_rows, moment
from store.tables import Absence as Absences
from store.tables import Teammate as Teammates
from store.work import Work

OF_TEAMMATE = (
    select(
        json_rows(
            Absences.id, Absences.first, Absences.last, Absences.known_at, Absences.stand_in_id
        )
    )
    .where(Absences.teammate_id == Teammates.id, ~Absences.gone)
    .correlate(Teammates)
    .scalar_subquery()
    .label("days_away")
)
"""All of theirs, beside whatever else is read of somebody."""

_BY_ID = select(Absences).where(
    Absences.workspace_id == bindparam("ws"), Absences.id == bindparam("absence")
)
_UNTIL = select(Absences.id).where(
    Absences.workspace_id == bindparam("ws"),
    Absences.teammate_id == bindparam("teammate"),
    Absences.last == bindparam("last"),
)


def read(told: Any) -> tuple[Absence, ...]:
    """What `OF_TEAMMATE` tells, in the order of their days; within another's rows one of the
    databases tells it as text, the other as rows.
    """
    if not told or told == EMPTY:
        return ()
    rows = json.loads(told) if isinstance(told, str) else told
    found = (
        Absence(
            id=id_,
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            known_at=moment(known_at),
            stand_in_id=stand_in_id,
        )
        for id_, first, last, known_at, stand_in_id in rows
    )
    return tuple(sorted(found, key=lambda each: (each.first, each.id)))


def whose(work: Work, absence_id: int) -> int | None:
    """Also of one that was taken back."""
    row = work.first(_BY_ID, absence=absence_id)
    return row.teammate_id if row else None


def why(work: Work, absence_id: int) -> str:
    row = work.first(_BY_ID, absence=absence_id)
    return str(row.why) if row else ""


def add(work: Work, teammate_id: int, absence: Absence, why: str) -> int:
    return work.add(
        Absences,
        teammate_id=teammate_id,
        first=absence.first,
        last=absence.last,
        known_at=absence.known_at,
        stand_in_id=absence.stand_in_id,
        why=why,
        gone=False,
    )


def change(work: Work, absence_id: int, **values: date | int | bool | datetime | None) -> None:
    work.change(Absences, absence_id, **values)


def by_id(work: Work, absence_id: int) -> Absence | None:
    """Also one that was only proposed, or taken back."""
    row = work.first(_BY_ID, absence=absence_id)
    return row and Absence(
        id=row.id,
        first=row.first,
        last=row.last,
        known_at=row.known_at,
        stand_in_id=row.stand_in_id,
    )


def propose(work: Work, teammate_id: int, absence: Absence) -> int:
    """What only a status says: it is none before they say so themselves."""
    return work.insert(
        Absences,
        teammate_id=teammate_id,
        first=absence.first,
        last=absence.last,
        known_at=absence.known_at,
        stand_in_id=None,
        why="",
        gone=True,
    )


def has_asked(work: Work, teammate_id: int, last: date) -> bool:
    """Whether anything is known of their being away until that day."""
    return work.first(_UNTIL, teammate=teammate_id, last=last) is not None

"""Channels: where reminders may be posted, and who is there."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, select

from store.tables import Attendance, Installation
from store.tables import Place as Places
from store.tables import Teammate as Teammates
from store.teammates import of_team
from store.work import Work

HERE = Places.workspace_id == bindparam("ws")
IS_OPEN = (
    Places.answer.is_(True),
    ~Places.is_shared,
    Places.lost == "",
    ~Places.gone,
    exists().where(Installation.id == Places.installation_id, Installation.is_active),
)
_COLUMNS = tuple(column for column in Places.__table__.c if column.name != "workspace_id")
_ALL = select(*_COLUMNS).where(HERE)
_BY_ID = _ALL.where(Places.id == bindparam("id"))
_BY_PLACE = _ALL.where(
    Places.installation_id == bindparam("installation"), Places.place == bindparam("place")
)
_BY_PLACES = _ALL.where(
    Places.installation_id == bindparam("installation"),
    Places.place.in_(bindparam("places", expanding=True)),
)
_UNANSWERED = _ALL.where(Places.answer.is_(None), Places.lost == "", ~Places.gone).order_by(
    Places.id
)
_OPEN = _ALL.where(*IS_OPEN).order_by(Places.id)
_SEATS = select(Attendance.place_id, Attendance.teammate_id).where(
    HERE,
    *IS_OPEN,
    Attendance.place_id == Places.id,
    Attendance.teammate_id.in_(bindparam("teammates", expanding=True)),
)
_IS_SET_UP = select(
    exists().where(HERE, *IS_OPEN).label("has_place"),
    exists()
    .where(Teammates.workspace_id == bindparam("ws"), Teammates.is_manager, of_team())
    .label("has_managers"),
)
_LOCKED = (
    _ALL.where(Places.id.in_(bindparam("ids", expanding=True)))
    .order_by(Places.id)
    .with_for_update()
)
_LEAVE = delete(Attendance).where(
    Attendance.place_id == bindparam("id"), Attendance.teammate_id == bindparam("teammate")
)
_EMPTY = delete(Attendance).where(Attendance.place_id == bindparam("id"))
_SEATED = select(Attendance.teammate_id).where(Attendance.place_id == bindparam("id"))


def by_id(work: Work, place_id: int) -> Row[Any] | None:
    return work.first(_BY_ID, id=place_id)


def by_place(work: Work, place: str) -> Row[Any] | None:
    return work.first(_BY_PLACE, installation=work.installation_id, place=place)


def by_places(work: Work, addresses: Collection[str]) -> dict[str, Row[Any]]:
    values = {"installation": work.installation_id, "places": sorted(addresses)}
    return {row.place: row for row in work.all(_BY_PLACES, **values)}


def lock(work: Work, ids: Collection[int]) -> None:
    """Nobody else counts these places' posts until the commit."""
    if ids:
        work.all(_LOCKED, ids=sorted(ids))


def open_(work: Work) -> list[Row[Any]]:
    """Where reminders are welcome."""
    return list(work.all(_OPEN))


def is_set_up(work: Work) -> tuple[bool, bool]:
    """Whether reminders are welcome somewhere, and whether anybody gets a digest."""
    (row,) = work.all(_IS_SET_UP)
    return row.has_place, row.has_managers


def unanswered(work: Work) -> list[Row[Any]]:
    """Where nobody has said yet whether reminders belong there."""
    return list(work.all(_UNANSWERED))


def for_teammates(work: Work, ids: Collection[int | None]) -> dict[int | None, Row[Any]]:
    """Where each of them sees a reminder: the first place they are in, else the first of all."""
    every = open_(work)
    there = {each for each in ids if each}
    rows = work.all(_SEATS, teammates=sorted(there)) if every and there else ()
    seats = {(row.place_id, row.teammate_id) for row in rows}
    return {
        each: next((place for place in every if (place.id, each) in seats), every[0])
        for each in ids
        if every
    }


def add(work: Work, place: str, name: str, zone: str, *, is_shared: bool) -> int:
    return work.insert(
        Places,
        installation_id=work.installation_id,
        place=place,
        name=name,
        zone=zone,
        is_shared=is_shared,
        lost="",
        gone=False,
    )


def note(work: Work, place_id: int, **values: Any) -> None:
    work.set(Places, place_id, **values)


def answer(work: Work, place_id: int, *, yes: bool, zone: str, by_id: int, at: datetime) -> None:
    values = {"answer": yes, "zone": zone, "answered_by_id": by_id, "answered_at": at}
    work.change(Places, place_id, **values)


def seat(work: Work, place_id: int, teammate_ids: set[int]) -> None:
    """Exactly these are there."""
    work.run(_EMPTY, id=place_id)
    for teammate_id in sorted(teammate_ids):
        work.insert(Attendance, place_id=place_id, teammate_id=teammate_id)


def seated(work: Work, place_id: int) -> set[int]:
    return {row.teammate_id for row in work.all(_SEATED, id=place_id)}


def leave(work: Work, place_id: int, teammate_id: int) -> None:
    work.run(_LEAVE, id=place_id, teammate=teammate_id)


def enter(work: Work, place_id: int, teammate_id: int) -> None:
    leave(work, place_id, teammate_id)
    work.insert(Attendance, place_id=place_id, teammate_id=teammate_id)

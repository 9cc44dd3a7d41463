"""Who works here, and who they are on which platform."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.teammates import Teammate
from domain.working_hours import week_of
from store import absences, installations
from store.parts import Part
from store.tables import Customer, Identity, Installation, Place
from store.tables import Teammate as Teammates
from store.work import Work

HERE = Teammates.workspace_id == bindparam("ws")
MANY = 10_000

_report = aliased(Teammates)


def of_team(mates: type[Teammates] = Teammates) -> ColumnElement[bool]:
    """Only whoever is owns customers, is waited for, and manages: `Teammate.is_of_team`."""
    return and_(mates.is_active, ~mates.is_guest)


_LEADS = exists().where(
    _report.manager_id == Teammates.id,
    _report.workspace_id == Teammates.workspace_id,
    of_team(_report),
)
_COLUMNS = (
    Teammates.id,
    Teammates.name,
    Teammates.zone,
    Teammates.mail,
    Teammates.is_guest,
    Teammates.is_active,
    or_(Teammates.is_manager, _LEADS).label("is_manager"),
    Teammates.budget,
    Teammates.week,
    Teammates.country,
    Teammates.manager_id,
    Teammates.stand_in_id,
    absences.OF_TEAMMATE,
    func.coalesce(Identity.user_id, "").label("user_id"),
    func.coalesce(Identity.handle, "").label("handle"),
)

_elsewhere = aliased(Identity)
ON_HERE = (Identity.teammate_id == Teammates.id) & (
    Identity.installation_id == bindparam("installation")
)
_EVERYBODY = select(*_COLUMNS).outerjoin(Identity, ON_HERE)
_BY_USER = (
    select(*_COLUMNS, Teammates.workspace_id)
    .join(Identity, ON_HERE)
    .where(Identity.user_id == bindparam("user"))
)
_ASKING = _BY_USER.add_columns(
    exists()
    .where(
        Place.workspace_id == Teammates.workspace_id,
        Place.installation_id == bindparam("installation"),
        Place.place == bindparam("place"),
        Place.is_shared,
    )
    .label("is_overheard")
)
_BY_ID = _EVERYBODY.where(Teammates.id == bindparam("teammate"), HERE)
_BY_IDS = _EVERYBODY.where(Teammates.id.in_(bindparam("teammates", expanding=True)), HERE)
_WITH_HANDLES = (
    _EVERYBODY.add_columns(_elsewhere.handle.label("elsewhere"))
    .where(HERE)
    .outerjoin(_elsewhere, _elsewhere.teammate_id == Teammates.id)
    .order_by(Teammates.is_active.desc(), Teammates.id)
)
_MANAGERS = _EVERYBODY.where(HERE, Teammates.is_manager, of_team()).order_by(Teammates.id)
_LEADERS = _EVERYBODY.where(HERE, or_(Teammates.is_manager, _LEADS), of_team()).order_by(
    Teammates.id
)
_ALL = _EVERYBODY.where(HERE, Teammates.is_active).order_by(Teammates.id).limit(MANY)
_CLEAR_MANAGERS = (
    update(Teammates)
    .where(HERE, Teammates.is_manager, Teammates.id.not_in(bindparam("kept", expanding=True)))
    .values(is_manager=False)
)
_IDENTITIES = (
    select(Identity.installation_id, Identity.user_id)
    .join(Installation, Installation.id == Identity.installation_id)
    .where(
        Identity.workspace_id == bindparam("ws"),
        Identity.teammate_id == bindparam("teammate"),
        Installation.is_active,
    )
    .order_by(Identity.installation_id.desc())
)
_RENAME = (
    update(Identity)
    .where(
        Identity.teammate_id == bindparam("teammate"),
        Identity.installation_id == bindparam("installation"),
    )
    .values(handle=bindparam("new_handle"))
)


def from_row(row: Any) -> Teammate:
    return Teammate(
        id=row.id,
        name=row.name,
        zone=row.zone,
        mail=row.mail,
        user_id=row.user_id,
        handle=row.handle,
        is_guest=row.is_guest,
        is_active=row.is_active,
        is_manager=row.is_manager,
        budget=row.budget,
        week=week_of(row.week) if row.week else None,
        country=row.country,
        manager_id=row.manager_id,
        stand_in_id=row.stand_in_id,
        absences=absences.read(row.days_away),
    )


OWNER = Part(
    _EVERYBODY.where(Teammates.id == Customer.owner_id, HERE),
    lambda rows: from_row(rows[0]) if rows else None,
)
"""Whose customer they are, also one who has left."""


def by_user(work: Work, installation_id: int, user_id: str) -> tuple[int, Teammate] | None:
    """Their workspace, and who they are: the one question that can't name a workspace yet."""
    row = work.first(_BY_USER, installation=installation_id, user=user_id)
    return (row.workspace_id, from_row(row)) if row else None


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Who asks, and whether people of another company read along where they do."""

    workspace_id: int
    person: Teammate
    is_overheard: bool


def asking(work: Work, installation_id: int, user_id: str, place: str) -> Asking | None:
    row = work.first(_ASKING, installation=installation_id, user=user_id, place=place)
    return row and Asking(
        workspace_id=row.workspace_id, person=from_row(row), is_overheard=row.is_overheard
    )


def identities(work: Work, teammate_id: int) -> list[tuple[int, str]]:
    """(installation, their id there), the newest platform first, where Heed is let in."""
    rows = work.all(_IDENTITIES, teammate=teammate_id)
    return [(row.installation_id, row.user_id) for row in rows]


def by_id(work: Work, teammate_id: int | None) -> Teammate | None:
    if teammate_id is None:
        return None
    row = work.first(_BY_ID, installation=work.installation_id, teammate=teammate_id)
    return from_row(row) if row else None


def by_ids(work: Work, ids: set[int]) -> dict[int, Teammate]:
    rows = work.all(_BY_IDS, installation=work.installation_id, teammates=sorted(ids))
    return {row.id: from_row(row) for row in rows}


def called(work: Work, who: str) -> list[Teammate]:
    """By mail, handle (`@ana`), platform id or full name: whichever finds somebody first. Others
    are found only where nobody of the team goes by that: anybody may call themselves anything.

    Compared here, for not every database knows the small letter of "É".
    """
    id_ = who.strip().removeprefix("@")
    rows = list(work.all(_WITH_HANDLES, installation=work.installation_id))
    ways: tuple[Callable[[Row[Any]], bool], ...] = (
        lambda row: _same(row.mail, id_),
        lambda row: row.user_id == id_ or _same(row.handle, id_),
        lambda row: _same(row.elsewhere or "", id_),
        lambda row: _same(row.name, id_),
    )
    ours = [row for row in rows if row.is_active and not row.is_guest]
    for among in (ours, rows):
        for way in ways:
            if found := {row.id: from_row(row) for row in among if way(row)}:
                return list(found.values())
    return []


def called_by_first_name(work: Work, who: str) -> list[Teammate]:
    """Of the team, where nobody goes by that otherwise."""
    first = who.strip().removeprefix("@")
    ours = (each for each in everybody(work) if each.is_of_team)
    return [each for each in ours if _same(each.name.split(" ")[0], first)]


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()


def managers(work: Work) -> list[Teammate]:
    """Whom the settings name."""
    rows = work.all(_MANAGERS, installation=work.installation_id)
    return [from_row(row) for row in rows]


def leaders(work: Work) -> list[Teammate]:
    """They, and whoever somebody reports to."""
    return [from_row(row) for row in work.all(_LEADERS, installation=work.installation_id)]


def everybody(work: Work) -> list[Teammate]:
    return [from_row(row) for row in work.all(_ALL, installation=work.installation_id)]


def appoint(work: Work, ids: set[int]) -> None:
    """Exactly these are managers from now on."""
    work.run(_CLEAR_MANAGERS, kept=sorted(ids) or [0])
    for teammate_id in ids:
        work.set(Teammates, teammate_id, is_manager=True)


def change(work: Work, teammate_id: int, **values: Any) -> None:
    """What a person says of one of the team."""
    work.change(Teammates, teammate_id, **values)


def introduce(work: Work, person: Teammate) -> int:
    """Adds or renews somebody by their identity on this platform; their teammate's id.

    Where the platform tells no zone they keep theirs, or begin with the workspace's.
    """
    found = by_user(work, work.installation_id, person.user_id)
    known = found[1] if found else None
    values = {
        "name": person.name,
        "mail": person.mail,
        "zone": person.zone or (known.zone if known else installations.zone(work)),
        "is_guest": person.is_guest,
        "is_active": person.is_active,
    }
    if known:
        work.set(Teammates, known.id, **values)
        if known.handle != person.handle:
            _rename(work, known.id, person.handle)
        return known.id
    teammate_id = work.insert(Teammates, is_manager=False, **values)
    work.insert(
        Identity,
        teammate_id=teammate_id,
        installation_id=work.installation_id,
        user_id=person.user_id,
        handle=person.handle,
    )
    return teammate_id


def _rename(work: Work, teammate_id: int, handle: str) -> None:
    work.run(_RENAME, teammate=teammate_id, installation=work.installation_id, new_handle=handle)

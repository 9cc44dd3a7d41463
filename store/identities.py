"""Who somebody is on each platform, and what goes with them when two turn out to be one."""

from sqlalchemy import bindparam, delete, or_, select, update

from store import handing_over
from store.tables import Absence, Attendance, Customer, Identity, Teammate
from store.work import Work

HERE = Identity.workspace_id == bindparam("ws")
_OF = select(Identity.id, Identity.installation_id).where(
    HERE, Identity.teammate_id == bindparam("teammate")
)
_SEATS = select(Attendance.place_id).where(
    Attendance.workspace_id == bindparam("ws"), Attendance.teammate_id == bindparam("teammate")
)
_DOUBLE = delete(Attendance).where(
    Attendance.workspace_id == bindparam("ws"),
    Attendance.teammate_id == bindparam("other"),
    Attendance.place_id.in_(_SEATS),
)
_MOVE = (
    update(Attendance)
    .where(Attendance.workspace_id == bindparam("ws"), Attendance.teammate_id == bindparam("other"))
    .values(teammate_id=bindparam("teammate"))
)

_ABSENCES = select(Absence.id, Absence.teammate_id, Absence.stand_in_id).where(
    Absence.workspace_id == bindparam("ws"),
    or_(Absence.teammate_id == bindparam("other"), Absence.stand_in_id == bindparam("other")),
)
_STOOD_IN = select(Teammate.id).where(
    Teammate.workspace_id == bindparam("ws"), Teammate.stand_in_id == bindparam("other")
)


def platforms(work: Work, teammate_id: int) -> set[int]:
    """The installations on which somebody is known."""
    return {row.installation_id for row in work.all(_OF, teammate=teammate_id)}


def join(work: Work, kept_id: int, other_id: int) -> list[int]:
    """From now on the other's accounts, customers and seats are theirs; those customers' ids."""
    for row in work.all(_OF, teammate=other_id):
        work.change(Identity, row.id, teammate_id=kept_id)
    owned = handing_over.customers_of(work, other_id)
    for customer_id in owned:
        work.change(Customer, customer_id, owner_id=kept_id)
    _join_absences(work, kept_id, other_id)
    work.change(Teammate, other_id, is_active=False)
    work.run(_DOUBLE, teammate=kept_id, other=other_id)
    work.run(_MOVE, teammate=kept_id, other=other_id)
    return owned


def _join_absences(work: Work, kept_id: int, other_id: int) -> None:
    """When the other is away, and for whom they stand in."""
    for row in work.all(_ABSENCES, other=other_id):
        whose, stand_in = (
            kept_id if each == other_id else each for each in (row.teammate_id, row.stand_in_id)
        )
        work.change(Absence, row.id, teammate_id=whose, stand_in_id=stand_in)
    for row in work.all(_STOOD_IN, other=other_id):
        work.change(Teammate, row.id, stand_in_id=kept_id)

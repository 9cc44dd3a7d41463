"""Who reports to whom, of the whole workspace."""

from sqlalchemy import or_, select

from domain.reporting import Lines
from store.tables import Teammate
from store.teammates import HERE, of_team
from store.work import Work

_LINES = select(
    Teammate.id,
    Teammate.manager_id,
    Teammate.is_manager,
    of_team().label("is_of_team"),
).where(HERE, or_(Teammate.manager_id.is_not(None), Teammate.is_manager, ~of_team()))


def lines(work: Work) -> Lines:
    rows = work.all(_LINES)
    return Lines(
        managers=frozenset(row.id for row in rows if row.is_manager and row.is_of_team),
        above={row.id: row.manager_id for row in rows if row.manager_id},
        gone=frozenset(row.id for row in rows if not row.is_of_team),
    )

"""Morning lists: a row a teammate, local date and part of the day, so that none comes twice."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, delete, func, select, update

from domain.posts import DAY_IS_OVER
from store.tables import ChannelDay, ListRow, Post
from store.tables import MorningList as Lists
from store.work import Work

KIND = "morning list"
MORNING, AFTERNOON = 0, 1
"""The parts of a day."""

HERE = Lists.workspace_id == bindparam("ws")
_OF = (HERE, Lists.teammate_id == bindparam("teammate"))
_COLUMNS = (Lists.id, Lists.teammate_id, Lists.local_date, Lists.part, Lists.due_at, Lists.failures)
_PENDING = select(*_COLUMNS).where(*_OF, Lists.due_at.is_not(None), Lists.part == MORNING)
_LAST_HAD = select(func.max(Lists.local_date)).where(
    *_OF, Lists.due_at.is_(None), Lists.part == MORNING
)
_ON = select(*_COLUMNS).where(
    *_OF, Lists.local_date == bindparam("day"), Lists.part == bindparam("at")
)
_BY_ID = select(*_COLUMNS).where(HERE, Lists.id == bindparam("list"))
_LOCKED = _BY_ID.with_for_update()
_REMOVE = delete(Lists).where(HERE, Lists.id == bindparam("list"))
_DUE = (
    select(Lists.id, Lists.workspace_id)
    .where(Lists.due_at <= bindparam("now"))
    .order_by(Lists.due_at, Lists.id)
    .limit(bindparam("most"))
)
_OTHERS = select(Lists.id).where(*_OF, Lists.id != bindparam("list"))
_LET_GO = (
    update(Post)
    .where(
        Post.workspace_id == bindparam("ws"),
        Post.kind == KIND,
        Post.subject_id.in_(_OTHERS),
        Post.message_id.is_(None),
        ~Post.maybe_sent,
        Post.failed == "",
    )
    .values(failed=DAY_IS_OVER, ready_at=None)
)
_IS_HERE = ListRow.workspace_id == bindparam("ws")
_ROWS = (
    select(ListRow.nudge_id, ListRow.customer_id, ListRow.is_link)
    .where(_IS_HERE, ListRow.list_id == bindparam("list"))
    .order_by(ListRow.id)
)
_SHOWN = (
    select(
        ListRow.nudge_id,
        func.count(func.distinct(ListRow.list_id)).label("number"),
        func.max(Lists.local_date).label("last"),
    )
    .join(Lists, Lists.id == ListRow.list_id)
    .where(_IS_HERE, ~ListRow.is_link, ListRow.nudge_id.in_(bindparam("nudges", expanding=True)))
    .group_by(ListRow.nudge_id)
)
_CHANNEL_DAY = select(ChannelDay.nudges).where(
    ChannelDay.workspace_id == bindparam("ws"),
    ChannelDay.place_id == bindparam("place"),
    ChannelDay.local_date == bindparam("day"),
)


class Shown(NamedTuple):
    """On how many lists something stood, and on which day last."""

    number: int
    last: date


def pending(work: Work, teammate_id: int) -> Row[Any] | None:
    """The morning that is still to come."""
    return work.first(_PENDING, teammate=teammate_id)


def last_had(work: Work, teammate_id: int) -> date | None:
    row = work.first(_LAST_HAD, teammate=teammate_id)
    return row[0] if row else None


def on(work: Work, teammate_id: int, day: date, part: int) -> Row[Any] | None:
    return work.first(_ON, teammate=teammate_id, day=day, at=part)


def by_id(work: Work, list_id: int) -> Row[Any] | None:
    return work.first(_BY_ID, list=list_id)


def lock(work: Work, list_id: int) -> Row[Any] | None:
    return work.first(_LOCKED, list=list_id)


def due(work: Work, now: datetime, most: int) -> list[tuple[int, int]]:
    """(workspace, list): the clock's own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_DUE, now=now, most=most)]


def plan(work: Work, teammate_id: int, day: date, part: int, due_at: datetime | None) -> int:
    values = {"teammate_id": teammate_id, "local_date": day, "part": part, "due_at": due_at}
    return work.insert(Lists, **values)


def note(work: Work, list_id: int, due_at: datetime | None) -> None:
    work.set(Lists, list_id, due_at=due_at, failures=0)


def remove(work: Work, list_id: int) -> None:
    work.run(_REMOVE, list=list_id)


def let_go(work: Work, teammate_id: int, list_id: int) -> int:
    """Of their lists that are not sent yet, all but this one are wanted no more."""
    return work.run(_LET_GO, teammate=teammate_id, list=list_id)


def fill(work: Work, list_id: int, rows: Iterable[tuple[int, int, bool]]) -> None:
    """Each (nudge, customer, whether it only says where that stands), in their order."""
    values = [
        {"list_id": list_id, "nudge_id": nudge, "customer_id": customer, "is_link": is_link}
        for nudge, customer, is_link in rows
    ]
    work.insert_all(ListRow, values)


def rows(work: Work, list_id: int) -> list[tuple[int, int, bool]]:
    found = work.all(_ROWS, list=list_id)
    return [(row.nudge_id, row.customer_id, row.is_link) for row in found]


def shown(work: Work, nudge_ids: Collection[int]) -> dict[int, Shown]:
    """Of those that stood on any."""
    found = work.all(_SHOWN, nudges=sorted(nudge_ids)) if nudge_ids else ()
    return {row.nudge_id: Shown(row.number, row.last) for row in found}


def channel_day(work: Work, place_id: int, day: date) -> frozenset[int] | None:
    """Which reminders are asked there on that day; None where nobody has decided yet."""
    row = work.first(_CHANNEL_DAY, place=place_id, day=day)
    return frozenset(row.nudges) if row else None


def keep_channel_day(work: Work, place_id: int, day: date, nudges: Collection[int]) -> None:
    work.insert(ChannelDay, place_id=place_id, local_date=day, nudges=sorted(nudges))

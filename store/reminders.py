"""A customer's reminder: the post that shows what waits for them, in however many nudges.

It is called by the nudge that it began with, its *head*. A nudge belongs to the newest reminder
that shows it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, exists, func, or_, select, text
from sqlalchemy.orm import aliased

from domain.nudges import Nudge, Status
from store import nudges, posts
from store.tables import ListRow, PostNudge
from store.tables import Nudge as Nudges
from store.tables import Post as Posts
from store.work import Work

KIND = "nudge"
_IS_REMINDER = (posts.HERE, Posts.kind == KIND)
_shown_by, _other = aliased(PostNudge), aliased(Posts)
_SHOWN = (
    select(_shown_by.nudge_id)
    .join(_other, _other.id == _shown_by.post_id)
    .where(_other.workspace_id == bindparam("ws"), _other.kind == KIND)
    .where(_other.subject_id.in_(bindparam("heads", expanding=True)))
)
_IS_LISTED = exists().where(ListRow.nudge_id == PostNudge.nudge_id, ~ListRow.is_link)
_BELONGING = (
    select(PostNudge.nudge_id, Posts.subject_id.label("head"), _IS_LISTED.label("is_listed"))
    .join(Posts, Posts.id == PostNudge.post_id)
    .where(*_IS_REMINDER, PostNudge.nudge_id.in_(_SHOWN.scalar_subquery()))
    .order_by(Posts.id)
)
_IS_LIVE = or_(Posts.failed == "", Posts.message_id.is_not(None))
_OPEN = (
    select(
        *(column for column in Nudges.__table__.c if column.name != "workspace_id"),
        Posts.subject_id.label("head"),
        Posts.created_at.label("posted_at"),
    )
    .join(PostNudge, PostNudge.nudge_id == Nudges.id)
    .join(Posts, Posts.id == PostNudge.post_id)
    .where(*_IS_REMINDER, _IS_LIVE, Posts.parent_id.is_(None))
    .where(Nudges.customer_id.in_(bindparam("customers", expanding=True)))
    .where(nudges.IS_WAITING, Nudges.subject_id.is_(None), Nudges.sent_at.is_not(None))
    .order_by(Posts.id)
)
_LAST = (
    select(Posts.customer_id, func.max(Posts.created_at).label("posted_at"))
    .where(*_IS_REMINDER, _IS_LIVE, and_(Posts.can_wait, Posts.parent_id.is_(None)))
    .where(Posts.customer_id.in_(bindparam("customers", expanding=True)))
    .group_by(Posts.customer_id)
)
_SOON = (
    nudges.ALL.where(Nudges.customer_id.in_(bindparam("customers", expanding=True)))
    .where(Nudges.status == Status.PLANNED, Nudges.subject_id.is_(None))
    .where(Nudges.ask_at <= bindparam("until"))
)
_JOIN = text(
    "INSERT INTO post_nudge (workspace_id, nudge_id, post_id)"
    " SELECT workspace_id, :nudge, id FROM post"
    " WHERE workspace_id = :ws AND kind = 'nudge' AND subject_id = :head"
    " ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, kw_only=True)
class Open:
    """What waits in a customer's reminder; since when it stands."""

    head: int
    posted_at: datetime
    nudges: tuple[Nudge, ...]


class Belonging(NamedTuple):
    """The nudges that belong `here`, those that have `gone` on to a newer reminder, and what of all
    these stands in its owner's list.
    """

    here: list[int]
    gone: list[int]
    listed: AbstractSet[int]


def shown(work: Work, heads: Collection[int]) -> dict[int, Belonging]:
    """By head."""
    where: dict[int, list[int]] = defaultdict(list)
    listed: set[int] = set()
    for row in work.all(_BELONGING, heads=sorted(heads)):
        where[row.nudge_id].append(row.head)
        listed |= {row.nudge_id} if row.is_listed else set()
    return {
        head: Belonging(
            here=[each for each, known in where.items() if known[-1] == head],
            gone=[each for each, known in where.items() if head in known and known[-1] != head],
            listed=listed,
        )
        for head in heads
    }


def open_of(work: Work, customer_ids: Collection[int]) -> dict[int, Open]:
    """The newest of each customer in which anything waits."""
    rows = work.all(_OPEN, customers=sorted(customer_ids)) if customer_ids else ()
    found: dict[int, Open] = {}
    for row in rows:
        known = found.get(row.customer_id)
        others = known.nudges if known and known.head == row.head else ()
        nudge = nudges.from_row(row)
        shown = (*(each for each in others if each.id != nudge.id), nudge)
        opened = Open(head=row.head, posted_at=row.posted_at, nudges=shown)
        found[row.customer_id] = opened
    return found


def last_of(work: Work, customer_ids: Collection[int]) -> Mapping[int, datetime]:
    """When each was last reminded of as a matter of routine."""
    rows = work.all(_LAST, customers=sorted(customer_ids)) if customer_ids else ()
    return {row.customer_id: row.posted_at for row in rows}


def soon(work: Work, customer_ids: Collection[int], until: datetime) -> list[Nudge]:
    """What is planned to be asked by then."""
    rows = work.all(_SOON, customers=sorted(customer_ids), until=until) if customer_ids else ()
    return [nudges.from_row(row) for row in rows]


def join(work: Work, joined: Iterable[tuple[int, int]]) -> None:
    """Each (nudge, head): the reminder shows that nudge, too."""
    rows: list[dict[str, Any]] = [{"nudge": nudge, "head": head} for nudge, head in joined]
    work.run_all(_JOIN, rows)

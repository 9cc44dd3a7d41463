"""What a platform has refused for good: reminders that still wait, and all else."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.nudges import Nudge
from domain.posts import NO_REFUSAL, NOTHING_TO_SAY, Post
from store import nudges, workload
from store.posts import COLUMNS, HERE, from_row
from store.tables import Customer, Place, PostNudge
from store.tables import Nudge as Nudges
from store.tables import Post as Posts
from store.work import Work

_other = aliased(Posts)
_IS_LIVE = exists().where(
    _other.workspace_id == Posts.workspace_id,
    PostNudge.post_id == _other.id,
    PostNudge.nudge_id == Posts.subject_id,
    _other.id != Posts.id,
    or_(_other.failed == "", _other.message_id.is_not(None)),
)
_UNSENT_AT = select(*COLUMNS).where(
    HERE,
    Posts.address == bindparam("address"),
    Posts.message_id.is_(None),
    Posts.kind == "nudge",
    ~_IS_LIVE,
)
_FORGET = (
    update(Posts)
    .where(HERE, Posts.id == bindparam("post"), Posts.message_id.is_(None))
    .values(failed=NOTHING_TO_SAY, ready_at=None)
)
_IS_REFUSED = and_(HERE, Posts.failed > "", Posts.failed.not_in(NO_REFUSAL))
_OF_REMINDER = (
    _IS_REFUSED,
    Posts.kind == "nudge",
    Posts.message_id.is_(None),
    nudges.IS_WAITING,
    ~Customer.gone,
)
_TALLY = (
    select(Posts.subject_id, func.max(case((_IS_LIVE, 1), else_=0)).label("is_asked"))
    .join(Nudges, Nudges.id == Posts.subject_id)
    .join(Customer, Customer.id == Nudges.customer_id)
    .where(*_OF_REMINDER)
    .group_by(Posts.subject_id)
)
_BEHIND = (
    workload.ALL.where(Nudges.id.in_(_TALLY.with_only_columns(Posts.subject_id).scalar_subquery()))
    .order_by(Nudges.late_at, Nudges.id)
    .limit(bindparam("most"))
)
_IS_CLOSED = exists().where(
    Place.installation_id == Posts.installation_id, Place.place == Posts.address, Place.lost != ""
)
_RECENT = (
    select(Posts.failed.label("why"), func.count().label("number"))
    .where(_IS_REFUSED, Posts.wanted > Posts.shown, ~_IS_CLOSED)
    .where(Posts.created_at > bindparam("since"))
    .group_by(Posts.failed)
    .order_by(func.count().desc(), Posts.failed)
)


class Refused(NamedTuple):
    """Reminders that still wait and were refused where they belong: asked of somebody in private,
    or of nobody yet.
    """

    asked: int
    unasked: int


NONE = Refused(asked=0, unasked=0)


def unsent_at(work: Work, address: str) -> list[Post]:
    """Reminders that were to go there and never did, nor are on their way elsewhere."""
    return [from_row(row) for row in work.all(_UNSENT_AT, address=address)]


def forget(work: Work, post: Post) -> None:
    """It never got there, for a reason that is told by itself: it is asked anew."""
    work.run(_FORGET, post=post.id)


def tally(work: Work) -> Refused:
    asked = [bool(row.is_asked) for row in work.all(_TALLY)]
    return Refused(asked=sum(asked), unasked=len(asked) - sum(asked))


def behind(work: Work, most: int) -> list[tuple[int | None, Nudge]]:
    """Those reminders, the most pressing first, with whom each waits for."""
    rows = work.all(_BEHIND, most=most)
    return [(row.whose, nudges.from_row(row)) for row in rows]


def reasons(work: Work, since: datetime) -> list[tuple[str, int]]:
    """The platforms' own words for what was wanted since then and refused, the most frequent
    first. What a lost channel keeps back is told with its loss.
    """
    return [(row.why, row.number) for row in work.all(_RECENT, since=since)]

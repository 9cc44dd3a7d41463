"""Posts on their way: leased, marked before they are sent, and settled once they are there.

Leases are measured by the database's clock; `attempt` is the fencing token: whoever comes back
with an old one changes nothing (docs/design.md#crashes).
"""

from collections.abc import Sequence

from sqlalchemy import bindparam, case, func, null, or_, select, tuple_, update
from sqlalchemy.orm import aliased

from domain.posts import Post, Shown
from store.engine import database_seconds
from store.posts import COLUMNS, HERE, from_row
from store.tables import Installation
from store.tables import Post as Posts
from store.work import Work

_IS_HELD = (HERE, Posts.id == bindparam("post"), Posts.attempt == bindparam("token"))
_NOW = select(database_seconds()).scalar_subquery()
"""Asked once a statement, so that an index can be searched by it."""

_READY = (
    select(Posts.id)
    .where(Posts.installation_id == bindparam("installation"), Posts.ready_at <= _NOW)
    .order_by(Posts.ready_at, Posts.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_LEASED_UNTIL = database_seconds() + bindparam("lease")
_CLAIM = (
    update(Posts)
    .where(Posts.id.in_(_READY.scalar_subquery()))
    .values(attempt=Posts.attempt + 1, free_at=_LEASED_UNTIL, ready_at=_LEASED_UNTIL)
    .returning(*COLUMNS)
)
_MAYBE_SENT = (
    update(Posts)
    .where(HERE, Posts.id.in_(bindparam("posts", expanding=True)))
    .where(tuple_(Posts.id, Posts.attempt).in_(bindparam("held", expanding=True)))
    .where(Posts.failed == "", Posts.free_at > database_seconds())
    .values(maybe_sent=True)
    .returning(Posts.id)
)
_NOT_SENT = update(Posts).where(*_IS_HELD).values(maybe_sent=False)
_SETTLE = (
    update(Posts)
    .where(*_IS_HELD)
    .values(
        shown=bindparam("revision"),
        place=bindparam("at_place"),
        message_id=bindparam("as_message"),
        maybe_sent=False,
        failed="",
        failures=0,
        free_at=0.0,
        ready_at=case((Posts.wanted > bindparam("revision"), 0.0)),
    )
)
_RESTED_UNTIL = database_seconds() + bindparam("rest_seconds")
_RELEASE = (
    update(Posts)
    .where(*_IS_HELD)
    .values(free_at=_RESTED_UNTIL, ready_at=case((Posts.failed == "", _RESTED_UNTIL)))
)
_FAIL = update(Posts).where(*_IS_HELD).values(failed=bindparam("why"), free_at=0.0, ready_at=null())
_PARENTS = aliased(Posts)
_FREED = select(_PARENTS.id).where(
    _PARENTS.id.in_(bindparam("parents", expanding=True)),
    or_(_PARENTS.message_id.is_not(None), _PARENTS.failed != ""),
)
_FREE_CHILDREN = (
    update(Posts)
    .where(
        Posts.parent_id.in_(_FREED.scalar_subquery()),
        Posts.message_id.is_(None),
        Posts.ready_at.is_(None),
        Posts.failed == "",
    )
    .values(ready_at=Posts.free_at)
)
_FIRST_OF_INSTALLATION = (
    select(Posts.ready_at)
    .where(Posts.installation_id == Installation.id, Posts.ready_at.is_not(None))
    .order_by(Posts.ready_at)
    .limit(1)
    .correlate(Installation)
    .scalar_subquery()
)
_WAITING = select(func.min(_FIRST_OF_INSTALLATION) - database_seconds()).where(
    Installation.is_active
)


def claim(work: Work, installation_id: int, lease: float, most: int) -> list[Post]:
    """Leases what is to be sent or edited, for so many seconds of the database's clock."""
    rows = work.all(_CLAIM, installation=installation_id, lease=lease, most=most)
    return sorted((from_row(row) for row in rows), key=lambda post: post.id)


def mark_maybe_sent(work: Work, leased: Sequence[Post]) -> set[int]:
    """Committed before sending; the ids, without those whose lease is over, or somebody else's by
    now, or whose place is closed.
    """
    if not leased:
        return set()
    held = [(post.id, post.attempt) for post in leased]
    return {row.id for row in work.all(_MAYBE_SENT, posts=[post.id for post in leased], held=held)}


def mark_not_sent(work: Work, post: Post) -> bool:
    """The place has been looked at, or the platform refused: it is not there."""
    return work.run(_NOT_SENT, post=post.id, token=post.attempt) == 1


def settle(work: Work, shown: Sequence[Shown]) -> int:
    """Where they stand, and their replies can follow; how many were still ours."""
    rows = [
        {
            "post": post.id,
            "token": post.attempt,
            "revision": post.wanted,
            "at_place": place,
            "as_message": message_id,
        }
        for post, place, message_id in sorted(shown, key=lambda each: each.post.id)
    ]
    ours = work.run_all(_SETTLE, rows)
    _free_children(work, [each.post for each in shown])
    return ours


def _free_children(work: Work, parents: Sequence[Post]) -> None:
    """Of those that are shown or have failed: a statement of its own after theirs, so it finds
    those that were wanted meanwhile.
    """
    ids = [post.id for post in parents if post.is_new and post.parent_id is None]
    if ids:
        work.run(_FREE_CHILDREN, parents=ids)


def release(work: Work, post: Post, after: float) -> bool:
    """Lets go of it; nobody takes it up again within `after` seconds."""
    return work.run(_RELEASE, post=post.id, token=post.attempt, rest_seconds=after) == 1


def fail(work: Work, post: Post, why: str) -> bool:
    """For good: nothing is sent there again until the place is won back. Its replies go without."""
    is_ours = work.run(_FAIL, post=post.id, token=post.attempt, why=why) == 1
    _free_children(work, [post])
    return is_ours


def seconds_until_ready(work: Work) -> float | None:
    """How long until something can be claimed; None when nothing is wanted where we are let in."""
    row = work.first(_WAITING)
    return row[0] if row else None

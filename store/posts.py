"""The outbox: every message Heed wants on a platform, and how far that has come.

Leases are measured by the database's clock; `attempt` is the fencing token: whoever comes back
with an old one changes nothing (docs/design.md#crashes). `ready_at` is what the clock asks for, by
an index alone: whatever changes a post sets it in the same statement.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Boolean, Row, and_, bindparam, case, func, null, or_, select, update

from domain.posts import NOTHING_TO_SAY, Post
from store.engine import database_seconds
from store.tables import Installation
from store.tables import Post as Posts
from store.work import Work

HERE = Posts.workspace_id == bindparam("ws")
_IS_ONE = (HERE, Posts.id == bindparam("post"))
_IS_HELD = (*_IS_ONE, Posts.attempt == bindparam("token"))
_SUBJECT = (HERE, Posts.kind == bindparam("of_kind"), Posts.subject_id == bindparam("subject"))
COLUMNS = tuple(getattr(Posts, name) for name in Post.__dataclass_fields__)
_ALL = select(*COLUMNS)
_BY_ID = _ALL.where(*_IS_ONE)
_OF_SUBJECT = _ALL.where(*_SUBJECT).order_by(Posts.id)
_BY_MESSAGE = _ALL.where(
    HERE,
    Posts.installation_id == bindparam("installation"),
    Posts.place == bindparam("place"),
    Posts.message_id == bindparam("message"),
)
_NEWEST = select(func.max(Posts.id))
RAISE = update(Posts).values(
    wanted=Posts.wanted + 1,
    failed=case((Posts.message_id.is_not(None), ""), else_=Posts.failed),
    ready_at=func.coalesce(Posts.ready_at, case((Posts.message_id.is_not(None), Posts.free_at))),
)
_RAISE = RAISE.where(*_SUBJECT)
_TODAY = select(Posts.can_wait, func.count().label("posts")).where(
    HERE, Posts.address == bindparam("address"), Posts.day == bindparam("day")
)
_TODAY = _TODAY.group_by(Posts.can_wait)

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
    .where(*_IS_HELD, Posts.failed == "", Posts.free_at > database_seconds())
    .values(maybe_sent=True)
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
_FAIL_PLACE = (
    update(Posts)
    .where(HERE, Posts.address == bindparam("at_address"), Posts.wanted > Posts.shown)
    .values(failed=bindparam("why"), ready_at=null())
)
_PARENT = (
    select(Posts.message_id, Posts.failed)
    .where(HERE, Posts.id == bindparam("parent"))
    .with_for_update(read=True)
)
_FREE_CHILDREN = (
    update(Posts)
    .where(
        Posts.parent_id == bindparam("parent"),
        Posts.message_id.is_(None),
        Posts.ready_at.is_(None),
        Posts.failed == "",
    )
    .values(ready_at=Posts.free_at)
)
_WIN_BACK = (
    update(Posts)
    .where(*_IS_ONE)
    .values(
        failed="",
        wanted=Posts.wanted + 1,
        ready_at=case(
            (or_(Posts.message_id.is_not(None), bindparam("is_free", type_=Boolean)), Posts.free_at)
        ),
    )
)
_IS_TRIED_AGAIN = or_(
    Posts.message_id.is_not(None), Posts.kind.not_in(bindparam("anew", expanding=True))
)
_RETRY_PLACE = (
    update(Posts)
    .where(HERE, Posts.address == bindparam("at_address"))
    .where(or_(_IS_TRIED_AGAIN, Posts.failed != ""))
    .values(
        failed=case((_IS_TRIED_AGAIN, ""), else_=NOTHING_TO_SAY),
        ready_at=case((and_(_IS_TRIED_AGAIN, Posts.wanted > Posts.shown), Posts.free_at)),
    )
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


def from_row(row: Row[Any]) -> Post:
    return Post(**row._mapping)  # noqa: SLF001 - the row's public mapping


def newest(work: Work) -> int:
    """The id of whatever was to be said last, in any workspace: a mark of time."""
    row = work.first(_NEWEST)
    return (row[0] if row else 0) or 0


def by_id(work: Work, post_id: int) -> Post | None:
    row = work.first(_BY_ID, post=post_id)
    return from_row(row) if row else None


def of_subject(work: Work, kind: str, subject_id: int) -> list[Post]:
    return [from_row(row) for row in work.all(_OF_SUBJECT, of_kind=kind, subject=subject_id)]


def by_message(work: Work, place: str, message_id: str) -> Post | None:
    values = {"installation": work.installation_id, "place": place, "message": message_id}
    row = work.first(_BY_MESSAGE, **values)
    return from_row(row) if row else None


def want(
    work: Work,
    kind: str,
    subject_id: int,
    address: str,
    now: datetime,
    **more: Any,
) -> int:
    """A message that is to be sent; its id. `more`: customer_id, where it is about one; parent_id,
    day (of its budget), can_wait.

    One that had been given up is wanted again. A reply waits for what it is a reply to.
    """
    is_free = _may_follow(work, more.get("parent_id"))
    for known in of_subject(work, kind, subject_id):
        if known.address == address:
            work.run(_WIN_BACK, post=known.id, is_free=is_free)
            return known.id
    return work.insert(
        Posts,
        kind=kind,
        subject_id=subject_id,
        address=address,
        created_at=now,
        delivery=uuid4().hex,
        installation_id=work.installation_id,
        ready_at=0.0 if is_free else None,
        **more,
    )


def _may_follow(work: Work, parent_id: int | None) -> bool:
    """Whether the parent is there, or never will be; until the commit nobody else settles it."""
    row = work.first(_PARENT, parent=parent_id) if parent_id else None
    return row is None or bool(row.message_id or row.failed)


def show_anew(work: Work, kind: str, subject_id: int) -> None:
    """What it says has changed: whatever of it stands on a platform is to be edited, even where an
    edit was refused before.
    """
    work.run(_RAISE, of_kind=kind, subject=subject_id)


def counted(work: Work, address: str, day: date) -> tuple[int, int]:
    """How many posts went there that day, and how many of them could have waited."""
    rows = work.all(_TODAY, address=address, day=day)
    counts: dict[bool, int] = {row.can_wait: row.posts for row in rows}
    return sum(counts.values()), counts.get(True, 0)


def claim(work: Work, installation_id: int, lease: float, most: int) -> list[Post]:
    """Leases what is to be sent or edited, for so many seconds of the database's clock."""
    rows = work.all(_CLAIM, installation=installation_id, lease=lease, most=most)
    return sorted((from_row(row) for row in rows), key=lambda post: post.id)


def mark_maybe_sent(work: Work, post: Post) -> bool:
    """Committed before sending; False when the lease is over, or somebody else's by now, or the
    place is closed.
    """
    return work.run(_MAYBE_SENT, post=post.id, token=post.attempt) == 1


def mark_not_sent(work: Work, post: Post) -> bool:
    """The place has been looked at, or the platform refused: it is not there."""
    return work.run(_NOT_SENT, post=post.id, token=post.attempt) == 1


def settle(work: Work, post: Post, place: str, message_id: str) -> bool:
    """Where it stands; its replies can follow."""
    values = {"revision": post.wanted, "at_place": place, "as_message": message_id}
    is_ours = work.run(_SETTLE, post=post.id, token=post.attempt, **values) == 1
    return is_ours and _free_children(work, post)


def _free_children(work: Work, post: Post) -> bool:
    """A statement of its own after the parent's: so it finds those that were wanted meanwhile."""
    if post.is_new and post.parent_id is None:
        work.run(_FREE_CHILDREN, parent=post.id)
    return True


def release(work: Work, post: Post, after: float) -> bool:
    """Lets go of it; nobody takes it up again within `after` seconds."""
    return work.run(_RELEASE, post=post.id, token=post.attempt, rest_seconds=after) == 1


def fail(work: Work, post: Post, why: str) -> bool:
    """For good: nothing is sent there again until the place is won back. Its replies go without."""
    is_ours = work.run(_FAIL, post=post.id, token=post.attempt, why=why) == 1
    return is_ours and _free_children(work, post)


def fail_place(work: Work, address: str, why: str) -> int:
    return work.run(_FAIL_PLACE, at_address=address, why=why)


def retry_place(work: Work, address: str, anew: Sequence[str]) -> int:
    """The place has been won back: what could not be said there is said. A reminder that never
    got there, of these kinds, is asked anew, wherever it belongs by now.
    """
    return work.run(_RETRY_PLACE, at_address=address, anew=list(anew))


def seconds_until_ready(work: Work) -> float | None:
    """How long until something can be claimed; None when nothing is wanted where we are let in."""
    row = work.first(_WAITING)
    return row[0] if row else None

"""The outbox: every message Heed wants on a platform, and how far that has come.

Leases are measured by the database's clock; `attempt` is the fencing token: whoever comes back
with an old one changes nothing (engine.md, "Crashes").
"""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.posts import Post
from store.engine import database_seconds
from store.tables import Installation
from store.tables import Post as Posts
from store.work import Work

HERE = Posts.workspace_id == bindparam("ws")
_IS_ONE = (HERE, Posts.id == bindparam("post"))
_IS_HELD = (*_IS_ONE, Posts.attempt == bindparam("token"))
_SUBJECT = (HERE, Posts.kind == bindparam("of_kind"), Posts.subject_id == bindparam("subject"))
_COLUMNS = tuple(getattr(Posts, name) for name in Post.__dataclass_fields__)
_ALL = select(*_COLUMNS)
_BY_ID = _ALL.where(*_IS_ONE)
_OF_SUBJECT = _ALL.where(*_SUBJECT).order_by(Posts.id)
_BY_MESSAGE = _ALL.where(
    HERE,
    Posts.installation_id == bindparam("installation"),
    Posts.place == bindparam("place"),
    Posts.message_id == bindparam("message"),
)
_NEWEST = select(func.max(Posts.id))
_RAISE = update(Posts).where(*_SUBJECT).values(wanted=Posts.wanted + 1)
_TODAY = select(Posts.can_wait, func.count().label("posts")).where(
    HERE, Posts.address == bindparam("address"), Posts.day == bindparam("day")
)
_TODAY = _TODAY.group_by(Posts.can_wait)

_parent = aliased(Posts)
_READY = (
    select(Posts.id)
    .outerjoin(_parent, _parent.id == Posts.parent_id)
    .where(
        Posts.installation_id == bindparam("installation"),
        Posts.wanted > Posts.shown,
        Posts.free_at <= database_seconds(),
        Posts.failed == "",
        or_(Posts.parent_id.is_(None), _parent.message_id.is_not(None)),
    )
    .order_by(Posts.free_at, Posts.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=Posts)
)
_CLAIM = (
    update(Posts)
    .where(Posts.id.in_(_READY.scalar_subquery()))
    .values(attempt=Posts.attempt + 1, free_at=database_seconds() + bindparam("lease"))
    .returning(*_COLUMNS)
)
_MAYBE_SENT = (
    update(Posts).where(*_IS_HELD, Posts.free_at > database_seconds()).values(maybe_sent=True)
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
        free_at=0.0,
    )
)
_RELEASE = (
    update(Posts).where(*_IS_HELD).values(free_at=database_seconds() + bindparam("rest_seconds"))
)
_FAIL = update(Posts).where(*_IS_HELD).values(failed=bindparam("why"), free_at=0.0)
_FAIL_PLACE = (
    update(Posts)
    .where(HERE, Posts.address == bindparam("at_address"), Posts.wanted > Posts.shown)
    .values(failed=bindparam("why"))
)
_WIN_BACK = update(Posts).where(*_IS_ONE).values(failed="", wanted=Posts.wanted + 1)
_RETRY_PLACE = (
    update(Posts)
    .where(
        HERE,
        Posts.address == bindparam("at_address"),
        or_(Posts.message_id.is_not(None), Posts.kind.not_in(("nudge", "complaint"))),
    )
    .values(failed="")
)
_other = aliased(Posts)
_UNSENT_AT = _ALL.where(
    HERE,
    Posts.address == bindparam("address"),
    Posts.message_id.is_(None),
    Posts.kind == "nudge",
    ~exists().where(
        _other.workspace_id == Posts.workspace_id,
        _other.kind == "nudge",
        _other.subject_id == Posts.subject_id,
        _other.id != Posts.id,
        or_(_other.failed == "", _other.message_id.is_not(None)),
    ),
)
_WAITING = (
    select(func.min(Posts.free_at) - database_seconds())
    .join(Installation, Installation.id == Posts.installation_id)
    .outerjoin(_parent, _parent.id == Posts.parent_id)
    .where(
        Installation.is_active,
        Posts.wanted > Posts.shown,
        Posts.failed == "",
        or_(Posts.parent_id.is_(None), _parent.message_id.is_not(None)),
    )
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
    """A message that is to be sent; its id. `more`: parent_id, day (of its budget), can_wait.

    One that had been given up is wanted again.
    """
    for known in of_subject(work, kind, subject_id):
        if known.address == address:
            work.run(_WIN_BACK, post=known.id)
            return known.id
    return work.insert(
        Posts,
        kind=kind,
        subject_id=subject_id,
        address=address,
        created_at=now,
        delivery=uuid4().hex,
        installation_id=work.installation_id,
        **more,
    )


def show_anew(work: Work, kind: str, subject_id: int) -> None:
    """What it says has changed: whatever of it stands on a platform is to be edited."""
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
    """Committed before sending; False when the lease is over, or somebody else's by now."""
    return work.run(_MAYBE_SENT, post=post.id, token=post.attempt) == 1


def mark_not_sent(work: Work, post: Post) -> bool:
    """The place has been looked at, or the platform refused: it is not there."""
    return work.run(_NOT_SENT, post=post.id, token=post.attempt) == 1


def settle(work: Work, post: Post, place: str, message_id: str) -> bool:
    values = {"revision": post.wanted, "at_place": place, "as_message": message_id}
    return work.run(_SETTLE, post=post.id, token=post.attempt, **values) == 1


def release(work: Work, post: Post, after: float) -> bool:
    """Lets go of it; nobody takes it up again within `after` seconds."""
    return work.run(_RELEASE, post=post.id, token=post.attempt, rest_seconds=after) == 1


def fail(work: Work, post: Post, why: str) -> bool:
    """For good: nothing is sent there again until the place is won back."""
    return work.run(_FAIL, post=post.id, token=post.attempt, why=why) == 1


def fail_place(work: Work, address: str, why: str) -> int:
    return work.run(_FAIL_PLACE, at_address=address, why=why)


def retry_place(work: Work, address: str) -> int:
    """The place has been won back: what could not be said there is said. A reminder that never
    got there is asked anew, wherever it belongs by now.
    """
    return work.run(_RETRY_PLACE, at_address=address)


def unsent_at(work: Work, address: str) -> list[Post]:
    """Reminders that were to go there and never did, nor are on their way elsewhere."""
    return [from_row(row) for row in work.all(_UNSENT_AT, address=address)]


def seconds_until_ready(work: Work) -> float | None:
    """How long until something can be claimed; None when nothing is wanted where we are let in."""
    row = work.first(_WAITING)
    return row[0] if row else None

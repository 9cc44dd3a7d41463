"""The outbox: every message Heed wants on a platform, and how far that has come.

`ready_at` is what the clock asks for, by an index alone: whatever changes a post sets it in the
same statement.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Boolean, Row, and_, bindparam, case, func, null, or_, select, update

from domain.posts import NOTHING_TO_SAY, Post
from store.tables import Post as Posts
from store.work import Work

HERE = Posts.workspace_id == bindparam("ws")
_IS_ONE = (HERE, Posts.id == bindparam("post"))
_SUBJECT = (HERE, Posts.kind == bindparam("of_kind"), Posts.subject_id == bindparam("subject"))
COLUMNS = tuple(getattr(Posts, name) for name in Post.__dataclass_fields__)
_ALL = select(*COLUMNS)
_BY_ID = _ALL.where(*_IS_ONE)
_BY_IDS = _ALL.where(HERE, Posts.id.in_(bindparam("posts", expanding=True)))
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
_AT = (Posts.address, Posts.day, Posts.can_wait)
_OF_DAYS = (
    select(*_AT, func.count().label("number"))
    .where(HERE, Posts.address.in_(bindparam("addresses", expanding=True)))
    .where(Posts.day.in_(bindparam("days", expanding=True)))
    .group_by(*_AT)
)

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
_AGAIN = (
    update(Posts)
    .where(HERE, Posts.kind == bindparam("of_kind"), Posts.subject_id == bindparam("subject"))
    .values(
        place=null(),
        message_id=null(),
        delivery=bindparam("new"),
        maybe_sent=False,
        attempt=Posts.attempt + 1,
        failed="",
        wanted=Posts.wanted + 1,
        ready_at=Posts.free_at,
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


def from_row(row: Row[Any]) -> Post:
    return Post(**row._mapping)  # noqa: SLF001 - the row's public mapping


def newest(work: Work) -> int:
    """The id of whatever was to be said last, in any workspace: a mark of time."""
    row = work.first(_NEWEST)
    return (row[0] if row else 0) or 0


def by_id(work: Work, post_id: int) -> Post | None:
    row = work.first(_BY_ID, post=post_id)
    return from_row(row) if row else None


def by_ids(work: Work, ids: Collection[int]) -> dict[int, Post]:
    rows = work.all(_BY_IDS, posts=sorted(ids)) if ids else ()
    return {row.id: from_row(row) for row in rows}


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
    there = {"kind": kind, "subject_id": subject_id, "address": address}
    ready_at = 0.0 if is_free else None
    return work.insert(Posts, **_new(now, work.installation_id, ready_at), **there, **more)


def want_new(work: Work, now: datetime, rows: Sequence[Mapping[str, Any]]) -> None:
    """Messages that were never wanted before, and are no replies: each with its kind, subject_id,
    address and installation_id, and the same of `more`.
    """
    every = [_new(now, row["installation_id"], 0.0) | dict(row) for row in rows]
    work.insert_all(Posts, every)


def _new(now: datetime, installation_id: int, ready_at: float | None) -> dict[str, Any]:
    return {
        "created_at": now,
        "delivery": uuid4().hex,
        "installation_id": installation_id,
        "ready_at": ready_at,
    }


def _may_follow(work: Work, parent_id: int | None) -> bool:
    """Whether the parent is there, or never will be; until the commit nobody else settles it."""
    row = work.first(_PARENT, parent=parent_id) if parent_id else None
    return row is None or bool(row.message_id or row.failed)


def show_anew(work: Work, kind: str, subject_id: int) -> None:
    """What it says has changed: whatever of it stands on a platform is to be edited, even where an
    edit was refused before.
    """
    work.run(_RAISE, of_kind=kind, subject=subject_id)


def say_again(work: Work, kind: str, subject_id: int) -> None:
    """As a new message: whatever of it stands on a platform is left as it is."""
    work.run(_AGAIN, of_kind=kind, subject=subject_id, new=uuid4().hex)


def counted(
    work: Work, addresses: Collection[str], days: Collection[date]
) -> Counter[tuple[str, date, bool]]:
    """How many posts went there on each day that could have waited, and how many that could not."""
    rows = work.all(_OF_DAYS, addresses=sorted(addresses), days=sorted(days))
    return Counter({(row.address, row.day, row.can_wait): row.number for row in rows})


def fail_place(work: Work, address: str, why: str) -> int:
    return work.run(_FAIL_PLACE, at_address=address, why=why)


def retry_place(work: Work, address: str, anew: Sequence[str]) -> int:
    """The place has been won back: what could not be said there is said. A reminder that never
    got there, of these kinds, is asked anew, wherever it belongs by now.
    """
    return work.run(_RETRY_PLACE, at_address=address, anew=list(anew))

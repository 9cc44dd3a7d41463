"""Where a reminder stands: one message may show several, and one reminder stand in several."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, text

from domain.posts import Post
from store import posts
from store.tables import Post as Posts
from store.tables import PostNudge
from store.work import Work

_NOTE = text(
    "INSERT INTO post_nudge (workspace_id, nudge_id, post_id) VALUES (:ws, :nudge, :post)"
    " ON CONFLICT DO NOTHING"
)
_NOTE_NEW = text(
    "INSERT INTO post_nudge (workspace_id, nudge_id, post_id)"
    " SELECT workspace_id, subject_id, id FROM post"
    " WHERE workspace_id = :ws AND kind = 'nudge' AND subject_id IN :nudges"
    " ON CONFLICT DO NOTHING"
).bindparams(bindparam("nudges", expanding=True))
_POSTS_OF = select(PostNudge.post_id).where(PostNudge.nudge_id == bindparam("nudge"))
_OF = (
    select(*posts.COLUMNS)
    .where(posts.HERE, Posts.id.in_(_POSTS_OF.scalar_subquery()))
    .order_by(Posts.id)
)
_OF_MANY = (
    select(PostNudge.nudge_id, *posts.COLUMNS)
    .join(Posts, Posts.id == PostNudge.post_id)
    .where(posts.HERE, PostNudge.nudge_id.in_(bindparam("nudges", expanding=True)))
    .order_by(Posts.id)
)
_RAISE = posts.RAISE.where(posts.HERE, Posts.id.in_(_POSTS_OF.scalar_subquery()))


def want(work: Work, nudge_id: int, address: str, now: datetime, **more: Any) -> int:
    """A message of its own for that reminder; its id. See `posts.want`."""
    post_id = posts.want(work, "nudge", nudge_id, address, now, **more)
    note(work, post_id, nudge_id)
    return post_id


def want_new(work: Work, now: datetime, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same of many that have no posts yet: see `posts.want_new`."""
    posts.want_new(work, now, [{"kind": "nudge", **row} for row in rows])
    if rows:
        work.run(_NOTE_NEW, nudges=[row["subject_id"] for row in rows])


def note(work: Work, post_id: int, nudge_id: int) -> None:
    """That message shows that reminder, too."""
    work.run(_NOTE, post=post_id, nudge=nudge_id)


def of(work: Work, nudge_id: int) -> list[Post]:
    return [posts.from_row(row) for row in work.all(_OF, nudge=nudge_id)]


def of_many(work: Work, ids: Collection[int]) -> dict[int, list[Post]]:
    """Of each that has any."""
    found: dict[int, list[Post]] = {}
    for row in work.all(_OF_MANY, nudges=sorted(ids)):
        values = dict(row._mapping)  # noqa: SLF001 - the row's public mapping
        found.setdefault(values.pop("nudge_id"), []).append(Post(**values))
    return found


def show_anew(work: Work, nudge_id: int) -> None:
    """See `posts.show_anew`."""
    work.run(_RAISE, nudge=nudge_id)

"""Where a reminder stands: one message may show several, and one reminder stand in several."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, text, union_all
from sqlalchemy.orm import aliased

from domain.nudges import Nudge
from domain.posts import Post
from domain.subjects import Subject
from store import posts
from store.tables import Post as Posts
from store.tables import PostNudge
from store.work import Work

NOTHING = Subject("", 0)
"""About nothing in particular."""

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
_about = aliased(Posts)
_SHOWING = union_all(
    _POSTS_OF,
    select(_about.id).where(
        _about.workspace_id == bindparam("ws"),
        _about.kind == bindparam("of_kind"),
        _about.subject_id == bindparam("subject"),
    ),
)
_RAISE = posts.RAISE.where(posts.HERE, Posts.id.in_(_SHOWING))


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


def show_all_anew(work: Work, nudges: Iterable[Nudge]) -> None:
    """Wherever they stand, and what they are about; see `posts.show_anew`."""
    shown = {each.id: each.subject or NOTHING for each in nudges}
    rows = [{"nudge": id_, "of_kind": it.kind, "subject": it.id} for id_, it in shown.items()]
    work.run_all(_RAISE, rows)

"""Posts under which something may have happened that nobody told Heed of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, union_all, update
from sqlalchemy.orm import aliased

from store.nudges import IS_WAITING
from store.posts import HERE
from store.tables import Identity, Installation, Nudge, PostNudge, Reaction
from store.tables import Post as Posts
from store.work import Work

_IS_THIS = Installation.id == bindparam("installation")
_BEAT = (
    update(Installation)
    .where(Installation.workspace_id == bindparam("ws"), _IS_THIS)
    .values(heard_at=bindparam("at"))
)
_LAST_BEAT = select(Installation.heard_at).where(
    Installation.workspace_id == bindparam("ws"), _IS_THIS
)
_OURS = (HERE, Posts.installation_id == bindparam("installation"))
_NUDGE_HERE = Nudge.workspace_id == bindparam("ws")
_subject = aliased(Posts)
_WAITING = union_all(
    select(PostNudge.post_id)
    .join(Nudge, Nudge.id == PostNudge.nudge_id)
    .where(_NUDGE_HERE, IS_WAITING),
    select(_subject.id)
    .join(
        Nudge,
        (Nudge.subject_kind == _subject.kind) & (Nudge.subject_id == _subject.subject_id),
    )
    .where(_NUDGE_HERE, IS_WAITING, _subject.workspace_id == bindparam("ws")),
)
_MARK = (
    update(Posts)
    .where(*_OURS, Posts.message_id.is_not(None), Posts.unheard_since.is_(None))
    .where(Posts.id.in_(_WAITING))
    .values(unheard_since=bindparam("since"))
)
_ALL = (
    select(Posts.id, Posts.place, Posts.message_id, Posts.unheard_since)
    .where(*_OURS, Posts.unheard_since.is_not(None))
    .order_by(Posts.id.desc())
)
_NEWEST = _ALL.limit(bindparam("most"))
_OF_MESSAGE = _ALL.where(
    Posts.place == bindparam("at_place"), Posts.message_id == bindparam("message")
)
_HEARD = update(Posts).where(*_OURS, Posts.id == bindparam("post")).values(unheard_since=None)
_REACTIONS = (
    select(Reaction.name, Identity.user_id)
    .join(Identity, Identity.teammate_id == Reaction.teammate_id)
    .where(
        Reaction.workspace_id == bindparam("ws"),
        Reaction.post_id == bindparam("post"),
        Identity.installation_id == bindparam("installation"),
        Reaction.is_on,
    )
    .order_by(Reaction.id)
)


def beat(work: Work, now: datetime) -> None:
    """Up to now all is heard that this platform tells."""
    work.run(_BEAT, installation=work.installation_id, at=now)


def last_beat(work: Work) -> datetime | None:
    row = work.first(_LAST_BEAT, installation=work.installation_id)
    return row.heard_at if row else None


def mark(work: Work, since: datetime) -> int:
    """Every post of this platform's that waits for somebody; how many there are."""
    return work.run(_MARK, installation=work.installation_id, since=since)


def newest(work: Work, most: int) -> Sequence[Row[Any]]:
    return work.all(_NEWEST, installation=work.installation_id, most=most)


def of_message(work: Work, place: str, message: str) -> Row[Any] | None:
    values = {"at_place": place, "message": message}
    return work.first(_OF_MESSAGE, installation=work.installation_id, **values)


def heard(work: Work, post_id: int) -> None:
    work.run(_HEARD, installation=work.installation_id, post=post_id)


def reactions(work: Work, post_id: int) -> list[tuple[str, str]]:
    """(sign, whose: their id on this platform) of those that are there as far as is known."""
    rows = work.all(_REACTIONS, post=post_id, installation=work.installation_id)
    return [(row.name, row.user_id) for row in rows]

"""Who reacted how to which post, and what that has done."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from store.tables import Action, Post, Reaction
from store.work import Work

_REACTIONS = (
    select(Reaction.id, Reaction.name, Reaction.ordinal, Reaction.is_on, Reaction.action_id)
    .where(
        Reaction.workspace_id == bindparam("ws"),
        Reaction.post_id == bindparam("post"),
        Reaction.teammate_id == bindparam("teammate"),
    )
    .order_by(Reaction.id)
)


_OWED = (
    select(Reaction.action_id, Reaction.is_on)
    .select_from(Post)
    .join(Reaction, Reaction.post_id == Post.id)
    .join(Action, Action.id == Reaction.action_id)
    .where(
        Post.workspace_id == bindparam("ws"),
        Post.customer_id == bindparam("customer"),
        Action.undone_by_id.is_(None),
    )
)
"""What reactions under the posts about one customer have done, as far as it stands."""


def of_person(work: Work, post_id: int, teammate_id: int) -> Sequence[Row[Any]]:
    """One person's, to one post: those that were taken away, too."""
    return work.all(_REACTIONS, post=post_id, teammate=teammate_id)


def owed(work: Work, customer_id: int) -> list[int]:
    """Actions that stand though every reaction that did them is gone, the latest first."""
    rows = work.all(_OWED, customer=customer_id)
    still = {row.action_id for row in rows if row.is_on}
    return sorted({row.action_id for row in rows} - still, reverse=True)


def note(work: Work, known: Row[Any] | None, **values: Any) -> None:
    """`values`: post, teammate and name where it is new; ordinal, is_on, action_id always."""
    if known:
        work.set(Reaction, known.id, **values)
    else:
        work.insert(Reaction, **values)

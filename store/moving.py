"""Whatever belongs to one customer is another's from now on."""

from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from store.tables import Contact, Nudge, Post, Touch
from store.tables.base import Base
from store.work import Change, Work, table_named, table_of

_OTHERS = aliased(Nudge)
_KEYS = select(_OTHERS.key).where(_OTHERS.customer_id == bindparam("into"))
_NUDGES = select(Nudge.id).where(
    Nudge.workspace_id == bindparam("ws"),
    Nudge.customer_id == bindparam("from"),
    Nudge.key.not_in(_KEYS),
)
_POSTS = select(Post.id).where(
    Post.workspace_id == bindparam("ws"), Post.customer_id == bindparam("from")
)
_TOLD_OF = select(Touch.id, Touch.contact_id).where(
    Touch.workspace_id == bindparam("ws"),
    Touch.contact_id.in_(bindparam("contacts", expanding=True)),
)


def move_all(work: Work, from_id: int, into_id: int, belongings: Iterable[str]) -> None:
    """Facts of every kind, the tables of `belongings` too, and what stands about them. A reminder
    stays whose episode the other has as well.
    """
    customers = {"from": from_id, "into": into_id}
    facts: list[type[Base]] = [Contact, Touch, *map(table_named, belongings)]
    for table in facts:
        here = table_of(table).c
        found = select(here.id).where(here.workspace_id == bindparam("ws"), ~here.gone)
        rows = work.all(found.where(here.customer_id == bindparam("from")), **{"from": from_id})
        _move(work, table, [row.id for row in rows], from_id, into_id)
    _move(work, Nudge, [row.id for row in work.all(_NUDGES, **customers)], from_id, into_id)
    posts = work.all(_POSTS, **{"from": from_id})
    _move(work, Post, [row.id for row in posts], from_id, into_id)


def know_as(work: Work, contacts: Mapping[int, int]) -> None:
    """Who is named in a touch is another row by now."""
    for touch in work.all(_TOLD_OF, contacts=sorted(contacts)) if contacts else ():
        work.change(Touch, touch.id, contact_id=contacts[touch.contact_id])


def leave(work: Work, contact_id: int) -> None:
    work.change(Contact, contact_id, gone=True)


def _move(work: Work, table: type[Base], ids: Iterable[int], from_id: int, into_id: int) -> None:
    moved = list(ids)
    work.set_all(table, {id_: {"customer_id": into_id} for id_ in moved})
    before, after = {"customer_id": from_id}, {"customer_id": into_id}
    name = table.__tablename__
    work.changes += [Change(table=name, id=id_, before=before, after=after) for id_ in moved]

"""What has come to whom since somebody last looked, in the order in which they read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from care import list_views, reminders
from care.registry import registry
from domain import attention, plain_text
from domain.customers import Customer
from domain.nudges import Nudge
from domain.wording.morning_lists import LINKED
from store import nudges, tables, teammates
from store.morning_lists import KIND as LIST
from store.reminders import KIND
from store.work import Work

OPEN, LATE = "return open", ("return late", "complaint late")
PARK = "park"
DAY = timedelta(hours=20)
_POSTS = (
    select(tables.Post.id, tables.Post.kind, tables.Post.subject_id, tables.Post.address)
    .where(tables.Post.workspace_id == bindparam("ws"), tables.Post.id > bindparam("after"))
    .order_by(tables.Post.id)
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A reminder that somebody reads: the customer's owner, or if it asks `everybody`, whoever of
    the others reads it first. What is not `is_new` is shown again; only a list says where a
    `is_link` stands. `is_word` where doing it is a word with the customer.
    """

    nudge_id: int
    customer: str
    rep: int
    mentions: bool
    is_new: bool
    is_everybody: bool = False
    is_word: bool = True


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message that somebody gets: in private, or one that mentions them."""

    rep: int
    is_private: bool
    text: str


@dataclass(frozen=True, kw_only=True)
class Come:
    """`last` is the highest id of a post."""

    shown: tuple[Shown, ...]
    told: tuple[Told, ...]
    last: int


def come(work: Work, now: datetime, after: int) -> Come:
    shown: list[Shown] = []
    told: list[Told] = []
    last = after
    for post in work.all(_POSTS, after=after):
        here, last = list(_shown(work, now, post.kind, post.subject_id)), post.id
        shown += here
        rep = number(post.address)
        mentioned = {each.rep for each in here if each.mentions}
        if readers := mentioned if rep is None else {rep}:
            text = _text(work, now, post.kind, post.subject_id)
            told += (Told(rep=it, is_private=rep is not None, text=text) for it in readers)
    return Come(shown=tuple(shown), told=tuple(told), last=last)


def _text(work: Work, now: datetime, kind: str, subject_id: int) -> str:
    said = registry(work).posts[kind].render(work, now, subject_id)
    facts = (item.line for item in said.items) if said else ()
    lines = (said.headline, *facts, *said.notes) if said else ()
    return "\n".join(plain_text.spoken(each, "/heed ") for each in lines)


def number(user: str) -> int | None:
    return int(user[5:]) if user.startswith("U-rep") else None


def _shown(work: Work, now: datetime, kind: str, subject_id: int) -> Iterable[Shown]:
    if kind == LIST:
        told = list_views.gather(work, now, subject_id)
        rows = [*told.elsewhere[:LINKED], *told.rows] if told else ()
        every = [_of(work, now, row.first, row.scene.customer, kind) for row in rows]
    else:
        id_ = reminders.speaking(work, subject_id) if kind == KIND else subject_id
        found = nudges.with_customers(work, [id_]) if kind in {KIND, OPEN, *LATE} else []
        every = [_of(work, now, nudge, customer, kind) for nudge, customer in found]
    yield from (each for each in every if each)


def _of(work: Work, now: datetime, nudge: Nudge, customer: Customer, kind: str) -> Shown | None:
    known = teammates.identities(work, customer.owner_id) if customer.owner_id else []
    rep = next((rep for _, user in known if (rep := number(user)) is not None), None)
    if rep is None or not nudge.is_waiting:
        return None
    return Shown(
        nudge_id=nudge.id,
        customer=customer.name,
        rep=rep,
        mentions=kind == KIND and attention.waits_for_us(nudge, registry(work).plays.need(nudge)),
        is_new=kind not in {OPEN, *LATE} and (nudge.sent_at or now) >= now - DAY,
        is_everybody=kind == OPEN,
        is_word=nudge.about.get("step") != PARK,
    )

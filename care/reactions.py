"""A reaction on a reminder does what its button does; taken away, it is taken back."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial

from care import complaints, nudges, undo
from care.heed import allow
from domain.messages import Message
from domain.posts import Post
from domain.teammates import Verb
from store import actions, inbox, posts
from store.work import Work


class Meaning(StrEnum):
    """What a reaction stands for, on whatever platform."""

    TAKE = "take"
    DONE = "done"
    LATER = "later"
    WAIVE = "waive"


VERBS = {
    Meaning.TAKE: "take",
    Meaning.DONE: "done",
    Meaning.LATER: "later",
    Meaning.WAIVE: "waive",
}
NO_REASON = "no reason given"


def came(
    work: Work, now: datetime, place: str, message: str, meaning: Meaning, ordinal: str
) -> Message | None:
    """Acts on the reminder under that message. `ordinal` puts the platform's events in order.

    None where there is nothing to be told: not a reminder, or an older event than one known.
    """
    post = _reminder(work, place, message)
    if post is None:
        return None
    known = inbox.reaction(work, post.id, work.person.id, meaning)
    if known and known.ordinal >= ordinal:
        return None
    act = _act(post, meaning)
    told = act(work, now) if act else None
    action = actions.last_of(work, work.person.id, now) if told else None
    _note(work, post, meaning, ordinal, is_on=True, action_id=action.id if action else None)
    return told


def went(
    work: Work, now: datetime, place: str, message: str, meaning: Meaning, ordinal: str
) -> Message | None:
    """Takes back what this person's own reaction had done, unless they have gone on from there."""
    allow(work, Verb.ACT)
    post = _reminder(work, place, message)
    if post is None:
        return None
    known = inbox.reaction(work, post.id, work.person.id, meaning)
    if known and known.ordinal >= ordinal:
        return None
    _note(work, post, meaning, ordinal, is_on=False, action_id=None)
    action = actions.by_id(work, known.action_id) if known and known.action_id else None
    if action is None or action.undone_by_id or actions.went_on(work, action):
        return None
    return undo.take_back(work, now, action)


def _act(post: Post, meaning: Meaning) -> Callable[[Work, datetime], Message] | None:
    """The capability behind it; a complaint's own post knows only "done": it is resolved."""
    if post.kind == "complaint":
        resolves = meaning is Meaning.DONE
        return partial(complaints.resolve, complaint_id=post.subject_id) if resolves else None
    nudge_id = post.subject_id
    match meaning:
        case Meaning.TAKE:
            return partial(nudges.take, nudge_id=nudge_id)
        case Meaning.DONE:
            return partial(nudges.done, nudge_id=nudge_id)
        case Meaning.LATER:
            return partial(nudges.later, nudge_id=nudge_id, until="tomorrow")
        case Meaning.WAIVE:
            return partial(nudges.waive, nudge_id=nudge_id, reason=NO_REASON)


def _reminder(work: Work, place: str, message: str) -> Post | None:
    post = posts.by_message(work, place, message)
    return post if post and post.kind in {"nudge", "complaint"} else None


def _note(
    work: Work,
    post: Post,
    meaning: Meaning,
    ordinal: str,
    *,
    is_on: bool,
    action_id: int | None,
) -> None:
    known = inbox.reaction(work, post.id, work.person.id, meaning)
    values = {"ordinal": ordinal, "is_on": is_on, "action_id": action_id}
    if known is None:
        values |= {"post_id": post.id, "teammate_id": work.person.id, "name": meaning}
    inbox.note_reaction(work, known, **values)

"""A reaction on a reminder does what its button does; taken away, it is taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from care import list_questions, nudges, reminders, undo
from care.heed import allow, keep_private
from care.registry import registry
from domain.errors import BuiltUpon
from domain.messages import Message
from domain.posts import Post
from domain.reactions import Meaning, meant
from domain.teammates import Permission
from domain.wording.morning_lists import Row
from store import actions, posts, standing_actions
from store import nudges as store_nudges
from store import reactions as store_reactions
from store.actions import Action
from store.work import Work

LISTS = ("morning list", "digest")
"""Posts in which a person's list may stand."""


def came(
    work: Work, now: datetime, place: str, message: str, sign: str, ordinal: str
) -> Message | None:
    """Acts on the reminder under that message. `sign` is what stands for a meaning: see `signed`;
    `ordinal` puts the platform's events in order.

    None where there is nothing to be told: not a reminder, an older event than one known, or the
    same said already, with another emoji or before it was taken away to no effect.
    """
    post = _reminder(work, place, message)
    if post is None:
        return None
    known = _Known(work, post, sign)
    if known.is_newer_than(ordinal):
        return None
    stands = known.standing()
    if stands and not _is_over(work, post, stands):
        known.note(ordinal, is_on=True, action_id=stands.id)
        return None
    listed = _listed(work, now, post)
    if listed is not None and len(listed) != 1:
        known.note(ordinal, is_on=True, action_id=None)
        return list_questions.which(listed, meant(sign)) if listed else None
    told = _act(work, post, meant(sign), listed)(work, now)
    action = next(iter(standing_actions.of(work, work.person.id, now)), None)
    known.note(ordinal, is_on=True, action_id=action.id if action else None)
    return told


def went(
    work: Work, now: datetime, place: str, message: str, sign: str, ordinal: str
) -> Message | None:
    """Takes back what this person's own reaction had done once the last of its meaning is gone.

    What they or others built on that stays, and it is taken back when that is: see `undo`. The
    answer says who these others are; it is None where nothing is to be told.
    """
    allow(work, Permission.ACT)
    post = _reminder(work, place, message)
    if post is None:
        return None
    known = _Known(work, post, sign)
    if known.is_newer_than(ordinal):
        return None
    action = known.standing()
    known.note(ordinal, is_on=False, action_id=action.id if action else None)
    if action is None or known.is_said_otherwise():
        return None
    try:
        if not actions.went_on(work, action):
            undo.take_back(work, now, action)
    except BuiltUpon as error:  # before anything was changed
        return error.say()
    return None


class _Known:
    """What is known of one person's reactions of one meaning, and of this emoji among them."""

    def __init__(self, work: Work, post: Post, sign: str) -> None:
        self._work, self._post, self._sign = work, post, sign
        rows = store_reactions.of_person(work, post.id, work.person.id)
        self._same = [row for row in rows if meant(row.name) is meant(sign)]
        self._this = next((row for row in self._same if row.name == sign), None)
        self._others = [row for row in self._same if row.name != sign and row.is_on]

    def is_newer_than(self, ordinal: str) -> bool:
        return self._this is not None and self._this.ordinal >= ordinal

    def is_said_otherwise(self) -> bool:
        return bool(self._others)

    def standing(self) -> Action | None:
        """What one of them did, unless that has been taken back."""
        ids = [row.action_id for row in self._same if row.action_id]
        done = (actions.by_id(self._work, id_) for id_ in sorted(ids, reverse=True))
        return next((each for each in done if each and not each.undone_by_id), None)

    def note(self, ordinal: str, *, is_on: bool, action_id: int | None) -> None:
        """They have done it together: each of them that is still there."""
        values = {"ordinal": ordinal, "is_on": is_on, "action_id": action_id}
        if self._this is None:
            post, person = self._post.id, self._work.person.id
            values |= {"post_id": post, "teammate_id": person, "name": self._sign}
        store_reactions.note(self._work, self._this, **values)


def _listed(work: Work, now: datetime, post: Post) -> list[Row] | None:
    """What can be acted on of the list that stands there; None where none does."""
    list_id = list_questions.of_post(work, post) if post.kind in LISTS else None
    return list_questions.waiting(work, now, list_id) if list_id else None


def _act(
    work: Work, post: Post, meaning: Meaning, listed: Sequence[Row] | None
) -> Callable[[Work, datetime], Message]:
    """The capability behind it."""
    if subject := registry(work).subjects.get(post.kind):
        return lambda work, now: subject.react(work, now, post.subject_id, meaning)
    nudge_id = listed[0].first.id if listed else reminders.speaking(work, post.subject_id)
    match meaning:
        case Meaning.TAKE:
            return partial(nudges.take, nudge_id=nudge_id)
        case Meaning.DONE:
            return partial(nudges.done, nudge_id=nudge_id)
        case Meaning.LATER:
            return partial(nudges.later, nudge_id=nudge_id, until="tomorrow")
        case Meaning.WAIVE:
            return partial(nudges.waive, nudge_id=nudge_id, reason="")


def _is_over(work: Work, post: Post, done: Action) -> bool:
    """Whether it was about a step of the subject that is over: the next one can be taken too."""
    nudge = store_nudges.by_id(work, done.nudge_id) if done.nudge_id else None
    is_about_subject = post.kind in registry(work).subjects
    return is_about_subject and nudge is not None and not nudge.is_waiting


def _reminder(work: Work, place: str, message: str) -> Post | None:
    """Raises OutsidersHere."""
    post = posts.by_message(work, place, message)
    if post is None or post.kind not in {"nudge", *LISTS, *registry(work).subjects}:
        return None
    keep_private(work, place)
    return post

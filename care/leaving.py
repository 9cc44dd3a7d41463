"""One of us has left, or is back: who has their customers at once, and who may pass them on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from care import direct_messages, handing_over, managers, stand_ins
from care.handing_over import LEFT
from care.heed import allow
from domain.errors import Gone, Over
from domain.messages import Message
from domain.permission_errors import NotForAll
from domain.teammates import Permission, Teammate
from domain.wording import leaving as wording
from store import actions, posts, standing_actions, teammates
from store import handing_over as store
from store.actions import Action
from store.work import Work

ACTION, BACK, PASSED = "leave", "come back", "pass on"
"""On the trail: by the clock, and by whoever would not have them."""

YOURS = "left to you"
"""What a post is about: the action by which customers went to whoever is told."""

FIRST = 5
"""Customers who are named: those who wait first."""

LONG_AGO = timedelta(days=3650)


def follow(work: Work, now: datetime, teammate_id: int) -> None:
    """The platform has told that somebody is not of the team any more, or is so again."""
    mate = teammates.by_id(work, teammate_id)
    if mate and mate.is_of_team:
        _give_back(work, now, mate)
    elif mate and store.customers_of(work, teammate_id):
        _leave(work, now, mate)


def _leave(work: Work, now: datetime, mate: Teammate) -> None:
    """To whoever they had named, else the one whom their customers heard most, else their manager.
    Where nobody can have them, the team is asked on its next morning.
    """
    lead = [each for each in managers.of_teammate(work, mate) if each.id != mate.id]
    today = now.astimezone(mate.clock).date()
    other = stand_ins.proposed(work, now, mate, today) or next(iter(lead), None)
    if other:
        _give(work, now, store.customers_of(work, mate.id), mate, other, ACTION)
    for each in lead:
        if other is None or each.id != other.id:
            direct_messages.tell(work, now, each.id, LEFT, mate.id)


def _give(
    work: Work, now: datetime, ids: Sequence[int], mate: Teammate, other: Teammate, name: str
) -> int:
    """In one action, of which the other is told."""
    why = f"{mate.id}:{other.id}"
    action_id = handing_over.give(work, now, ids, other, name, why)
    direct_messages.tell(work, now, other.id, YOURS, action_id)
    posts.show_anew(work, LEFT, mate.id)
    return action_id


def _give_back(work: Work, now: datetime, mate: Teammate) -> None:
    """Whatever is still with whom it went to."""
    for done in _moves(work, now, mate.id):
        moved = _Move.of(work, done)
        ids = store.still_with(work, moved.ids, moved.other.id)
        back_id = handing_over.give(work, now, ids, mate, BACK, mate.name)
        actions.mark_undone(work, done.id, back_id)
        posts.show_anew(work, YOURS, done.id)
    posts.show_anew(work, LEFT, mate.id)


def _moves(work: Work, now: datetime, teammate_id: int) -> list[Action]:
    """By which customers of theirs went to others, the latest first."""
    since = now - LONG_AGO
    every = (it for name in (ACTION, PASSED) for it in standing_actions.called(work, name, since))
    theirs = [it for it in every if it.why.startswith(f"{teammate_id}:")]
    return sorted(theirs, key=lambda it: it.id, reverse=True)


@dataclass(frozen=True, kw_only=True)
class _Move:
    """Whose customers went to whom."""

    mate: Teammate
    other: Teammate
    ids: Sequence[int]

    @classmethod
    def of(cls, work: Work, done: Action) -> "_Move":
        """Raises Gone."""
        one, other = (teammates.by_id(work, int(each)) for each in done.why.split(":"))
        if one is None or other is None:
            raise Gone
        ids = sorted(id_ for table, id_ in done.mended() if table == "customer")
        return cls(mate=one, other=other, ids=ids)


def decline(work: Work, now: datetime, action_id: int) -> Message:
    """They go to the manager, who is told. By whom they went to, or a manager. Raises Gone, Over,
    NotForAll.
    """
    person = allow(work, Permission.ACT)
    done = actions.by_id(work, action_id)
    if done is None:
        raise Gone
    moved = _Move.of(work, done)
    if person.id != moved.other.id and not person.is_manager:
        raise NotForAll(f"{moved.other.name} or a manager")
    ids = store.still_with(work, moved.ids, moved.other.id)
    if not ids:
        raise Over("None of them is yours any more.")
    return _pass(work, now, done, moved, ids)


def _pass(work: Work, now: datetime, done: Action, moved: _Move, ids: Sequence[int]) -> Message:
    """To the manager who would have them, else to that of whoever has left."""
    takes = work.person.id != moved.other.id
    lead = [work.person] if takes else _above(work, moved)
    if not lead:
        raise Over("No manager is there to have them: write whose they are, by “hand-over me …”.")
    action_id = _give(work, now, ids, moved.mate, lead[0], PASSED)
    posts.show_anew(work, YOURS, done.id)
    return wording.passed_on(moved.mate, lead[0], len(ids), action_id)


def _above(work: Work, moved: _Move) -> list[Teammate]:
    """The managers of whoever has left, but for whom they went to."""
    own = {moved.mate.id, moved.other.id}
    return [each for each in managers.of_teammate(work, moved.mate) if each.id not in own]


def look_anew(work: Work, done: Action) -> None:
    """It was taken back: whoever was told reads so."""
    if done.name in {ACTION, PASSED}:
        mate_id = int(done.why.split(":")[0])
        for each in (done, *_moves(work, done.at, mate_id)):
            posts.show_anew(work, YOURS, each.id)
        posts.show_anew(work, LEFT, mate_id)


def say_yours(work: Work, now: datetime, action_id: int) -> Message | None:
    """To whom they went, as of now."""
    del now
    done = actions.by_id(work, action_id)
    if done is None:
        return None
    moved = _Move.of(work, done)
    if moved.mate.is_of_team:
        return wording.back(moved.mate)
    ids = store.still_with(work, moved.ids, moved.other.id)
    if not ids:
        return wording.not_yours(moved.mate, len(moved.ids))
    first = store.first_of(work, ids, FIRST)
    may_decline = bool(_above(work, moved))
    return wording.yours(moved.mate, len(ids), first, action_id, may_decline=may_decline)


def say_left(work: Work, now: datetime, teammate_id: int) -> Message | None:
    """To a manager: who has their customers now, or that nobody does."""
    left = teammates.by_id(work, teammate_id)
    if left is None or left.is_of_team:
        return wording.back(left) if left else None
    if ids := store.customers_of(work, teammate_id):
        return wording.nobodys(left, len(ids), store.first_of(work, ids, FIRST))
    for done in _moves(work, now, teammate_id):
        moved = _Move.of(work, done)
        if ids := store.still_with(work, moved.ids, moved.other.id):
            first = store.first_of(work, ids, FIRST)
            return wording.went(left, moved.other, len(ids), first, done.id)
    return wording.settled(left)

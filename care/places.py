"""Channels: Heed asks where it is invited, and posts where it is welcome."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from care import direct_messages, numbers, people, planning
from care.heed import allow, is_overheard
from care.registry import registry
from domain.errors import Gone, OutsidersHere
from domain.messages import Line, Message, Named, line
from domain.pacing import PaceNumbers
from domain.posts import OUTSIDERS
from domain.teammates import Permission, Teammate
from domain.wording import places as wording
from domain.wording import receipts
from store import actions, installations, nudges, places, posts, refusals, teammates
from store.work import Work

TAKEN_OUT = {"not_in_channel", "uninstalled"}
"""Why a channel is lost to which somebody has to invite Heed anew."""


def arrived(
    work: Work,
    now: datetime,
    place: str,
    name: str,
    members: tuple[str, ...] | None,
    *,
    is_shared: bool | None,
) -> None:
    """Heed was invited: it asks once, and again when it had been taken out. Where the platform does
    not tell who is there, `members` is None, and whoever was there is taken to be; so are the
    outsiders, where `is_shared` is None.
    """
    known = places.by_place(work, place)
    zone = installations.zone(work)
    place_id = known.id if known else places.add(work, place, name, zone, is_shared=bool(is_shared))
    places.note(work, place_id, name=name, lost="")
    if is_shared is not None:
        shared(work, now, place, is_shared=is_shared)
    if members is not None:
        seat(work, now, place, members)
    posts.retry_place(work, place, asked_anew(work))
    if known and known.lost in TAKEN_OUT:
        places.note(work, place_id, answer=None, answered_by_id=None, answered_at=None)
        posts.say_again(work, "question", place_id)
    elif not posts.of_subject(work, "question", place_id):
        posts.want(work, "question", place_id, place, now)
    elif known and known.answer:
        wake(work, now)


def knows(work: Work, now: datetime, place: str) -> bool:
    """Whether Heed has come there before, and not been put out since."""
    del now
    known = places.by_place(work, place)
    return known is not None and not known.lost


def remembers(work: Work, now: datetime, place: str) -> bool:
    """Whether Heed has ever come there."""
    del now
    return places.by_place(work, place) is not None


def is_shared(work: Work, now: datetime, place: str) -> bool:
    """Whether Heed takes it that outsiders read there."""
    del now
    return is_overheard(work, place)


def called(work: Work, now: datetime, place: str) -> str:
    """A channel's name; its id where it has none."""
    del now
    known = places.by_place(work, place)
    return (known.name if known else "") or place


def is_in(work: Work, now: datetime, name: str) -> bool:
    """Whether Heed is in the channel of that name, and may post there or be allowed to."""
    del now
    return any(each.name == name for each in (*places.unanswered(work), *places.open_(work)))


def seat(work: Work, now: datetime, place: str, members: tuple[str, ...]) -> None:
    """These are in the channel, by their ids on the platform."""
    del now
    known = places.by_place(work, place)
    if known is None:
        return
    found = (teammates.by_user(work, work.installation_id, each) for each in members)
    places.seat(work, known.id, {mate.id for _, mate in filter(None, found)})


def entered(work: Work, now: datetime, place: str, user_id: str) -> None:
    _move(work, now, place, user_id, is_in=True)


def left(work: Work, now: datetime, place: str, user_id: str) -> None:
    _move(work, now, place, user_id, is_in=False)


def _move(work: Work, now: datetime, place: str, user_id: str, *, is_in: bool) -> None:
    del now
    known = places.by_place(work, place)
    found = teammates.by_user(work, work.installation_id, user_id)
    if known and found:
        change = places.enter if is_in else places.leave
        change(work, known.id, found[1].id)


def accept(work: Work, now: datetime, place_id: int) -> Message:
    return _answer(work, now, place_id, yes=True)


def decline(work: Work, now: datetime, place_id: int) -> Message:
    """Where reminders are posted by now it asks first whether to stop that."""
    person = allow(work, Permission.CHANNEL)
    known = places.by_id(work, place_id)
    if known is None or not known.answer:
        return _answer(work, now, place_id, yes=False)
    if not _may_stop(person, known):
        return wording.not_theirs(known.name, people.named(work, [known.answered_by_id]).values())
    others = [each.name for each in places.open_(work) if each.id != place_id]
    return wording.whether_to_stop(place_id, known.name, others)


def stop(work: Work, now: datetime, place_id: int) -> Message:
    """The managers and whoever had let Heed in are told, but for whoever does it."""
    person = allow(work, Permission.CHANNEL)
    known = places.by_id(work, place_id)
    if known and known.answer and not _may_stop(person, known):
        return decline(work, now, place_id)
    told = _answer(work, now, place_id, yes=False)
    stopped = actions.last_called(work, "place")
    if known and known.answer and stopped:
        for teammate_id in _concerned(work, known) - {person.id}:
            direct_messages.tell(work, now, teammate_id, "place stopped", stopped.id)
    return told


def _may_stop(person: Teammate, known: Row[Any]) -> bool:
    return person.is_manager or known.answered_by_id in {person.id, None}


def _concerned(work: Work, known: Row[Any]) -> set[int | None]:
    return {known.answered_by_id, *(each.id for each in teammates.managers(work))}


def _answer(work: Work, now: datetime, place_id: int, *, yes: bool) -> Message:
    person = allow(work, Permission.CHANNEL)
    known = places.by_id(work, place_id)
    if known is None:
        raise Gone
    if yes and known.is_shared:
        raise OutsidersHere
    places.answer(work, place_id, yes=yes, zone=person.zone, by_id=person.id, at=now)
    action_id = actions.write(work, "place", now, why=str(place_id))
    posts.show_anew(work, "question", place_id)
    if yes:
        wake(work, now)
    told = "Reminders will be posted in #" if yes else "No reminders will be posted in #"
    headline = line(told, Named(known.name), ".")
    whose = _whose(work, place_id) if yes else ()
    return receipts.told(headline, whose, receipts.undo(action_id))


def _whose(work: Work, place_id: int) -> list[Line]:
    """Whose reminders come there, where there is another channel before it."""
    if not _is_second(work, place_id):
        return []
    mates = [each for each in teammates.everybody(work) if each.is_of_team]
    there = places.for_teammates(work, {each.id for each in mates})
    theirs = [each.name for each in mates if there[each.id].id == place_id]
    return wording.whose(theirs)


def _is_second(work: Work, place_id: int) -> bool:
    before = [each.id for each in places.open_(work)]
    return place_id in before[1:]


def asked_anew(work: Work) -> tuple[str, ...]:
    """Kinds of posts that the clock asks for again, wherever they belong by now."""
    return ("nudge", *registry(work).subjects)


def wake(work: Work, now: datetime) -> None:
    """There is a place now: what was held back for want of one is looked at again."""
    nudges.call_back(work, now)


def lost(work: Work, now: datetime, place: str, why: str) -> None:
    """Heed was put out, or the channel is no more."""
    known = places.by_place(work, place)
    if known is None or known.lost:
        return
    places.note(work, known.id, lost=why)
    _close(work, now, known, why)


def _close(work: Work, now: datetime, known: Row[Any], why: str) -> None:
    """Whoever had answered there and the managers are told, once each time that it happens."""
    posts.fail_place(work, known.place, why)
    recall(work, now, known.place)
    if known.answer and not known.is_shared:
        lost_id = actions.write(work, "lose place", now, why=str(known.id))
        for teammate_id in _concerned(work, known):
            direct_messages.tell(work, now, teammate_id, "place lost", lost_id)


def recall(work: Work, now: datetime, place: str) -> None:
    """Reminders that never got there are looked at again: there may be another place."""
    for post in refusals.unsent_at(work, place):
        refusals.forget(work, post)
        if nudges.by_id(work, post.subject_id):
            nudges.note(work, post.subject_id, sent_at=None, due_at=now)
            planning.refresh(work, post.subject_id)


def shared(work: Work, now: datetime, place: str, *, is_shared: bool) -> None:
    """Outsiders came, or went: while they are there it is as if the channel were lost, but for the
    answer to Heed's question, which says why.
    """
    known = places.by_place(work, place)
    if known is None or known.is_shared == is_shared:
        return
    places.note(work, known.id, is_shared=is_shared)
    if is_shared:
        _close(work, now, known, OUTSIDERS)
    else:
        posts.retry_place(work, place, asked_anew(work))
        wake(work, now)
    posts.want(work, "question", known.id, place, now)


def renamed(work: Work, now: datetime, place: str, name: str) -> None:
    del now
    known = places.by_place(work, place)
    if known:
        places.note(work, known.id, name=name)


def say(work: Work, now: datetime, place_id: int) -> Message | None:
    del now
    known = places.by_id(work, place_id)
    if known is None:
        return None
    named = people.named(work, [known.answered_by_id])
    asked = wording.Question(
        place_id=place_id,
        answer=known.answer,
        answered_by=named.get(known.answered_by_id or 0),
        answered_at=known.answered_at,
        zone=known.zone,
        is_shared=known.is_shared,
        is_second=_is_second(work, place_id),
        posts_a_day=numbers.of(work, PaceNumbers).posts_a_day,
    )
    return wording.question(asked)


def say_lost(work: Work, now: datetime, action_id: int) -> Message | None:
    """Of that one loss, as long as it lasts."""
    del now
    action = actions.by_id(work, action_id)
    known = places.by_id(work, int(action.why)) if action else None
    why = (known.lost or (known.is_shared and OUTSIDERS)) if known else ""
    return wording.lost(known.name, why) if known and why else None


def say_stopped(work: Work, now: datetime, action_id: int) -> Message | None:
    """As long as it is so."""
    del now
    action = actions.by_id(work, action_id)
    known = places.by_id(work, int(action.why)) if action else None
    if action is None or known is None or known.answer:
        return None
    who = people.named(work, [action.by_id]).get(action.by_id or 0)
    return wording.stopped(known.name, who)


def missing(work: Work, now: datetime) -> list[Line]:
    """What has to be set up before reminders or digests can come."""
    del now
    has_place, has_managers = places.is_set_up(work)
    gaps = [] if has_place else [wording.NO_PLACE]
    return gaps if has_managers else [*gaps, wording.NO_MANAGERS]

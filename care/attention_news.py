"""Whoever comes from an earlier version is told once how reminders come now, and may undo that."""

from collections.abc import Sequence
from datetime import datetime

from care import calendars, numbers, settings
from care.heed import allow
from domain.attention_numbers import AttentionNumbers, Place
from domain.messages import Item, Message
from domain.teammates import Permission, Teammate
from domain.wording import attention_news as wording
from domain.wording.digests import Asked
from domain.wording.lists import Page
from store import actions, places, posts
from store.work import Work

KIND = "attention news"
"""Of the alarm, the action on the trail, the post and the digest's section."""

SETTING = "attention.place"


def ring(work: Work, now: datetime, workspace_id: int) -> None:
    """In every channel where reminders are posted; where there is none, there is no news."""
    del workspace_id
    open_ = places.open_(work)
    action_id = actions.write(work, KIND, now) if open_ else 0
    for place in open_:
        posts.want(work.at(place.installation_id), KIND, action_id, place.place, now)


def say(work: Work, now: datetime, action_id: int) -> Message | None:
    del now
    action = actions.by_id(work, action_id)
    return wording.news(is_as_before=_is_as_before(work)) if action else None


def put_back(work: Work, now: datetime) -> Message:
    """All that is routine comes to the channel again. Raises Over where it does."""
    allow(work, Permission.SET_UP)
    told = settings.put(work, now, SETTING, Place.CHANNEL)
    if action := actions.last_called(work, KIND):
        posts.show_anew(work, KIND, action.id)
    return told


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """On the first working day after it was said."""
    action = actions.last_called(work, KIND) if asked.scope == "all" and asked.most else None
    theirs = calendars.of_teammate(work, reader)
    today = theirs.day(now)
    if action is None or _is_as_before(work):
        return ()
    is_next = theirs.last_working_day_before(today) <= theirs.day(action.at) < today
    return wording.in_digest() if is_next else ()


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    del now, reader, scope, page
    return wording.news(is_as_before=_is_as_before(work))


def _is_as_before(work: Work) -> bool:
    return numbers.of(work, AttentionNumbers).place is Place.CHANNEL

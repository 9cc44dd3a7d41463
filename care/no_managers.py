"""The last manager has left: whoever can be told is told, and so is whoever keeps Heed running."""

from datetime import datetime

from care import direct_messages
from domain.messages import Message
from domain.wording import leaving as wording
from store import places, posts, teammates
from store.work import Work

KIND = "no manager"
"""What a post is about: who was the last."""

MOST = 10
"""Teammates who are told in private, where no channel is open."""

TROUBLE = "no manager is there, so nobody gets a digest or is told what is late: set HEED_MANAGERS"


def follow(work: Work, now: datetime, teammate_id: int) -> None:
    """Somebody who managed has left, or is back."""
    posts.show_anew(work, KIND, teammate_id)
    left = teammates.by_id(work, teammate_id)
    if left is None or left.is_of_team or not left.is_manager or teammates.managers(work):
        return
    open_ = places.open_(work)
    for place in open_:
        posts.want(work.at(place.installation_id), KIND, teammate_id, place.place, now)
    ours = [each for each in teammates.everybody(work) if each.is_of_team]
    for each in [] if open_ else ours[:MOST]:
        direct_messages.tell(work, now, each.id, KIND, teammate_id)


def say(work: Work, now: datetime, teammate_id: int) -> Message | None:
    del now
    left = teammates.by_id(work, teammate_id)
    return wording.no_manager(left, teammates.managers(work)) if left else None


def trouble(work: Work, now: datetime) -> str | None:
    """In words, where there is a team and nobody who manages it."""
    del now
    ours = any(each.is_of_team for each in teammates.everybody(work))
    return TROUBLE if ours and not teammates.managers(work) else None

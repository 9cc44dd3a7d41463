"""Messages on their way: leased, said as of now, and settled with what the platform answered."""

from datetime import datetime, timedelta

from care import calendars, direct_messages, places, planning
from care.registry import registry
from domain.posts import NOTHING_TO_SAY, OUTSIDERS, Delivery, Post
from store import customers, failures, nudge_posts, posts, refusals
from store import nudges as store_nudges
from store import places as store_places
from store.work import Work

REFUSED_FOR = timedelta(days=14)
"""How long `check` speaks of it."""


def claim(work: Work, now: datetime, lease: float, most: int) -> list[Post]:
    """Leases what is to be sent or edited at this installation."""
    del now
    return posts.claim(work, work.installation_id, lease, most)


def say(work: Work, now: datetime, post: Post) -> Delivery | None:
    """A leased post with its words as of now; None when nothing is to be said there any more."""
    if post.kind != "question" and not _is_for_team(work, post):
        posts.fail(work, post, OUTSIDERS)
        places.recall(work, now, post.address)
        return None
    kind = registry(work).posts.get(post.kind)
    is_lost = kind is None or (kind.is_private and not direct_messages.may_hear(work, post.address))
    message = kind.render(work, now, post.subject_id) if kind and not is_lost else None
    if message is None or _is_pointless(work, post):
        _give_up(work, post)
        return None
    parent = posts.by_id(work, post.parent_id) if post.parent_id else None
    return Delivery(post=post, message=message, thread=parent.message_id if parent else None)


def _is_for_team(work: Work, post: Post) -> bool:
    """No outsiders read in that channel, or the one person who is asked is of the team."""
    place = store_places.by_place(work, post.address)
    if place:
        return not place.is_shared
    kind = registry(work).posts.get(post.kind)
    return (kind is not None and kind.is_private) or direct_messages.may_hear(work, post.address)


def _is_pointless(work: Work, post: Post) -> bool:
    """What was answered, or taken back, between plan and delivery is never sent."""
    if not post.is_new or post.maybe_sent:
        return False
    kind = registry(work).posts.get(post.kind)
    return kind is None or kind.is_pointless(work, post.subject_id)


def _give_up(work: Work, post: Post) -> None:
    """Nothing is to be said any more; should the reminder come back, it is asked anew."""
    is_ours = posts.fail(work, post, NOTHING_TO_SAY)
    is_new = is_ours and post.kind == "nudge" and post.is_new
    if is_new and store_nudges.by_id(work, post.subject_id):
        store_nudges.note(work, post.subject_id, sent_at=None)


def begin(work: Work, now: datetime, post: Post) -> Delivery | None:
    """The same before sending; None, too, when the lease is over, or somebody else's by now."""
    delivery = say(work, now, post)
    return delivery if delivery and posts.mark_maybe_sent(work, post) else None


def mark_not_sent(work: Work, now: datetime, post: Post) -> bool:
    """The platform refused it for certain, or the place was looked at: it is not there."""
    del now
    return posts.mark_not_sent(work, post)


def settle(work: Work, now: datetime, post: Post, place: str, message_id: str) -> bool:
    """It is shown: False when somebody else has taken over meanwhile."""
    del now
    failures.forget(work, post)
    return posts.settle(work, post, place, message_id)


def release(work: Work, now: datetime, post: Post, after: float) -> bool:
    """Not now: nobody takes it up again within `after` seconds."""
    del now
    return posts.release(work, post, after)


def give_up(work: Work, now: datetime, post: Post, why: str) -> bool:
    """It can't be said there, for good: a reminder is asked elsewhere."""
    is_ours = posts.fail(work, post, why)
    if is_ours and post.kind == "nudge" and post.is_new:
        _ask_elsewhere(work, now, post)
    return is_ours


def _ask_elsewhere(work: Work, now: datetime, post: Post) -> None:
    """It is looked at again at once; tomorrow, if there is nobody else whom it can be asked of."""
    place = store_places.by_place(work, post.address)
    if place and place.lost:
        places.recall(work, now, post.address)
        return
    known = nudge_posts.of(work, post.subject_id)
    nudge = store_nudges.by_id(work, post.subject_id)
    customer = customers.by_id(work, nudge.customer_id) if nudge else None
    if nudge is None or customer is None or any(each.is_live for each in known):
        return
    way = direct_messages.elsewhere(work, customer, known)
    due_at = now if way else calendars.of(work, customer).next_morning(now)
    store_nudges.note(work, nudge.id, sent_at=None, due_at=due_at)
    planning.refresh(work, nudge.id)


def refused(work: Work, now: datetime) -> list[tuple[str, int]]:
    """Why, in the platforms' own words, and how many messages of the last days."""
    return refusals.reasons(work, now - REFUSED_FOR)


def seconds_until_ready(work: Work, now: datetime) -> float | None:
    """How long until something can be claimed; None when nothing is wanted."""
    del now
    return posts.seconds_until_ready(work)

"""Messages on their way: leased, said as of now, and settled with what the platform answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from care import batches, calendars, direct_messages, places, planning
from care.feature import PostKind
from care.registry import registry
from domain.messages import Message
from domain.posts import NOTHING_TO_SAY, OUTSIDERS, Delivery, Post, Shown
from store import customers, leases, nudge_posts, posts, refusals
from store import nudges as store_nudges
from store import places as store_places
from store.work import Work

REFUSED_FOR = timedelta(days=14)
"""How long `check` speaks of it."""


def claim(work: Work, now: datetime, lease: float, most: int) -> list[Post]:
    """Leases what is to be sent or edited at this installation."""
    del now
    return leases.claim(work, work.installation_id, lease, most)


def begin(work: Work, now: datetime, leased: Sequence[Post]) -> list[Delivery | Exception | None]:
    """Each with its words as of now, marked before it is sent; or why it can't be said. None where
    nothing is to be said any more, or its lease is over, or somebody else's by now.
    """

    def act(there: Work, some: Sequence[Post]) -> list[Delivery | None]:
        told = _say(there, now, some)
        ours = leases.mark_maybe_sent(there, [each.post for each in told if each])
        return [each if each and each.post.id in ours else None for each in told]

    return batches.try_all(work, leased, act)


def say(work: Work, now: datetime, post: Post) -> Delivery | None:
    """A leased post with its words as of now; None when nothing is to be said there any more."""
    return _say(work, now, [post])[0]


def _say(work: Work, now: datetime, leased: Sequence[Post]) -> list[Delivery | None]:
    known = store_places.by_places(work, {post.address for post in leased})
    ours = [post for post in leased if _is_for_team(work, post, known.get(post.address))]
    words = _words(work, now, ours)
    parents = posts.by_ids(work, {post.parent_id for post in words if post.parent_id})
    for post in leased:
        if post not in ours:
            leases.fail(work, post, OUTSIDERS)
            places.recall(work, now, post.address)
        elif post not in words:
            _give_up(work, post)
    return [_delivery(post, words.get(post), parents) for post in leased]


def _delivery(post: Post, message: Message | None, parents: Mapping[int, Post]) -> Delivery | None:
    if message is None:
        return None
    parent = parents.get(post.parent_id or 0)
    return Delivery(post=post, message=message, thread=parent.message_id if parent else None)


def _words(work: Work, now: datetime, leased: Sequence[Post]) -> dict[Post, Message]:
    """What each says, kind by kind, without those that say nothing any more."""
    found: dict[Post, Message] = {}
    for name, is_fresh in sorted({(post.kind, post.is_fresh) for post in leased}):
        kind = registry(work).posts.get(name)
        some = [post for post in leased if (post.kind, post.is_fresh) == (name, is_fresh)]
        heard = [post for post in some if kind and _is_heard(work, post, kind)]
        ids = [post.subject_id for post in heard]
        said = _render(work, now, kind, ids, is_fresh=is_fresh) if kind else {}
        found |= {post: said[post.subject_id] for post in heard if post.subject_id in said}
    return found


def _render(
    work: Work, now: datetime, kind: PostKind, ids: Sequence[int], *, is_fresh: bool
) -> Mapping[int, Message]:
    """What was answered, or taken back, between plan and delivery is never sent."""
    if kind.render_all:
        return kind.render_all(work, now, ids, is_fresh)
    said = {each: kind.render(work, now, each) for each in ids}
    return {
        each: message
        for each, message in said.items()
        if message and not (is_fresh and kind.is_pointless(work, each))
    }


def _is_heard(work: Work, post: Post, kind: PostKind) -> bool:
    """What is said to one person alone is said to one of the team."""
    return not kind.is_private or direct_messages.may_hear(work, post.address)


def _is_for_team(work: Work, post: Post, place: Row[Any] | None) -> bool:
    """No outsiders read in that channel, or the one person who is asked is of the team; the
    question whether to post there says nothing about anybody.
    """
    if place or post.kind == "question":
        return post.kind == "question" or (place is not None and not place.is_shared)
    kind = registry(work).posts.get(post.kind)
    return (kind is not None and kind.is_private) or direct_messages.may_hear(work, post.address)


def _give_up(work: Work, post: Post) -> None:
    """Nothing is to be said any more; should the reminder come back, it is asked anew."""
    is_ours = leases.fail(work, post, NOTHING_TO_SAY)
    is_new = is_ours and post.kind == "nudge" and post.is_new
    if is_new and store_nudges.by_id(work, post.subject_id):
        store_nudges.note(work, post.subject_id, sent_at=None)


def mark_not_sent(work: Work, now: datetime, post: Post) -> bool:
    """The platform refused it for certain, or the place was looked at: it is not there."""
    del now
    return leases.mark_not_sent(work, post)


def settle(work: Work, now: datetime, shown: Sequence[Shown]) -> list[Exception | None]:
    """They are shown, unless somebody else has taken over meanwhile; or why one can't be."""
    del now

    def act(there: Work, some: Sequence[Shown]) -> list[None]:
        leases.settle(there, some)
        return [None for _ in some]

    return batches.try_all(work, shown, act)


def release(work: Work, now: datetime, post: Post, after: float) -> bool:
    """Not now: nobody takes it up again within `after` seconds."""
    del now
    return leases.release(work, post, after)


def give_up(work: Work, now: datetime, post: Post, why: str) -> bool:
    """It can't be said there, for good: a reminder is asked elsewhere."""
    is_ours = leases.fail(work, post, why)
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
    return leases.seconds_until_ready(work)

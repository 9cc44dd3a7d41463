"""All of somebody's customers go to somebody else: asked for, or because one of us has left."""

import re
from datetime import datetime, timedelta

from care import direct_messages, post_refresh, readers, replanning
from care.heed import allow
from domain.errors import NotUnderstood, Over
from domain.messages import Message
from domain.teammates import Permission, Teammate
from domain.wording import handing_over as wording
from store import actions, customers, handing_over, posts, teammates
from store.work import Work

ACTION = "hand over"
LEFT = "teammate left"
"""What a post is about: the word to the managers that somebody has."""

FIRST = 5
"""Customers who are named: those who wait first."""

A_YEAR = timedelta(days=365)
_TO = re.compile(r"\s+(?:to|→|->)\s+|\s*,\s*|\s+", re.IGNORECASE)


def typed(work: Work, now: datetime, words: str) -> Message:
    """Asks, once, with how many there are. Raises NotUnderstood, Over."""
    for between in _TO.finditer(words):
        try:
            one = _from(work, words[: between.start()])
            other = readers.meant(work, words[between.end() :])
        except NotUnderstood:
            continue
        return ask(work, now, one.id, other.id)
    raise NotUnderstood(
        "Whose customers go to whom? Give both by name, or by their mail addresses."
    )


def ask(work: Work, now: datetime, from_id: int, to_id: int) -> Message:
    """What would go where; nothing is changed."""
    del now
    one, other = _both(work, from_id, to_id)
    return wording.ask(one, other, len(handing_over.customers_of(work, one.id)))


def hand_over(work: Work, now: datetime, from_id: int, to_id: int) -> Message:
    """One action, taken back at once. Raises Over."""
    one, other = _both(work, from_id, to_id)
    ids = handing_over.customers_of(work, one.id)
    customers.lock_all(work, ids)
    for customer_id in ids:
        customers.change(work, customer_id, owner_id=other.id)
    action_id = actions.write(work, ACTION, now, why=f"{one.name} to {other.name}")
    replanning.want(work, now, other.id)
    post_refresh.of_owner(work, now, other.id)
    posts.show_anew(work, LEFT, one.id)
    return wording.handed_over(one, other, len(ids), action_id)


def has_left(work: Work, now: datetime, teammate_id: int) -> None:
    """Every manager is asked who cares for their customers now; where there is none, whoever knows
    these customers best.
    """
    if not handing_over.customers_of(work, teammate_id):
        return
    asked = [mate.id for mate in teammates.managers(work)]
    closest = handing_over.closest_to(work, teammate_id, now - A_YEAR)
    for each in asked or ([closest] if closest else []):
        direct_messages.tell(work, now, each, LEFT, teammate_id)


def say_left(work: Work, now: datetime, teammate_id: int) -> Message | None:
    """As of now; None for somebody who is back."""
    left = teammates.by_id(work, teammate_id)
    if left is None or left.is_of_team:
        return None
    ids = handing_over.customers_of(work, teammate_id)
    closest = handing_over.closest_to(work, teammate_id, now - A_YEAR)
    mate = teammates.by_id(work, closest) if closest else None
    first = customers.owned_by(work, teammate_id, FIRST)
    return wording.left(left, mate, len(ids), first)


def _from(work: Work, who: str) -> Teammate:
    """Also somebody who is not of the team any more."""
    try:
        return readers.meant(work, who)
    except NotUnderstood:
        gone = teammates.called(work, who.strip().removeprefix("@"))
        if len(gone) != 1:
            raise
        return gone[0]


def _both(work: Work, from_id: int, to_id: int) -> tuple[Teammate, Teammate]:
    """Everybody may hand over their own; of others a manager does."""
    person = allow(work, Permission.EDIT)
    one, other = teammates.by_id(work, from_id), teammates.by_id(work, to_id)
    if one is None or other is None or not other.is_of_team:
        raise Over("They are not of the team any more: hand over to somebody who is.")
    if one.id != person.id and not person.is_manager:
        raise Over(
            "Only a manager hands over what is somebody else's. Yours go by `hand-over me …`."
        )
    if one.id == other.id:
        raise Over(f"They are {one.name}'s already.")
    if not handing_over.customers_of(work, one.id):
        raise Over(f"{one.name} has no customers to hand over.")
    return one, other

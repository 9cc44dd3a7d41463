"""All of somebody's customers go to somebody else, because somebody asks for it."""

import re
from collections.abc import Sequence
from datetime import datetime

from care import post_refresh, readers, replanning
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
    action_id = give(work, now, ids, other, ACTION, f"{one.name} to {other.name}")
    posts.show_anew(work, LEFT, one.id)
    return wording.handed_over(one, other, len(ids), action_id)


def give(
    work: Work, now: datetime, ids: Sequence[int], other: Teammate, name: str, why: str
) -> int:
    """All of them in one action; its id."""
    customers.lock_all(work, ids)
    for customer_id in ids:
        customers.change(work, customer_id, owner_id=other.id)
    action_id = actions.write(work, name, now, why=why)
    replanning.want(work, now, other.id)
    post_refresh.of_owner(work, now, other.id)
    return action_id


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

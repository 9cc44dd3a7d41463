"""Whoever acts on a colleague's reminder takes it over: its owner gets a word, in private, once."""

from datetime import datetime

from care import direct_messages, people, scenes
from domain.messages import Message
from domain.nudges import Nudge, Urgency
from domain.teammates import takes_over
from domain.wording import taking_over as wording
from store import customers, nudges, posts, standing_actions, teammates
from store.work import Work

KIND = "taken over"
"""What a post is about: the reminder."""

HELD = {"take", "later"}
"""After which a reminder still waits."""

OFFERED = {"take up"}
"""What is done by a button that asks everybody."""


def tell(work: Work, now: datetime, name: str, customer_id: int, nudge_id: int | None) -> None:
    """After an action of that name."""
    nudge = nudges.by_id(work, nudge_id) if work.by and nudge_id else None
    if nudge is None or name in OFFERED or _is_theirs(work, name, nudge, now):
        return
    customer = customers.by_id(work, customer_id)
    if customer is None or not takes_over(work.person, customer):
        return
    owner = people.owner(work, customer)
    if owner and not posts.of_subject(work, KIND, nudge.id):
        direct_messages.tell(work, now, owner.id, KIND, nudge.id, customer.id)
    else:
        posts.show_anew(work, KIND, nudge.id)


def _is_theirs(work: Work, name: str, nudge: Nudge, now: datetime) -> bool:
    """It is asked of whoever stands in; what a customer waits for, of everybody once it is late, so
    that it may be taken: that it is over, its owner hears all the same.
    """
    is_late_answer = nudge.urgency is Urgency.ANSWER and nudge.late_at <= now
    is_offered = is_late_answer and name in HELD
    return is_offered or nudge.stand_in_id == work.person.id


def say(work: Work, now: datetime, nudge_id: int) -> Message | None:
    """As of now: who did what last, unless it was taken back."""
    nudge = nudges.by_id(work, nudge_id)
    customer = customers.by_id(work, nudge.customer_id) if nudge else None
    if nudge is None or customer is None:
        return None
    done = standing_actions.last_on(work, customer, nudge.id)
    who = people.person(teammates.by_id(work, done.by_id)) if done else None
    asked = scenes.theirs(work, now, customer).saying(nudge).headline
    return wording.word(customer, done.name if done else None, who, asked)


def is_pointless(work: Work, nudge_id: int) -> bool:
    """It was taken back before it was told."""
    nudge = nudges.by_id(work, nudge_id)
    customer = customers.by_id(work, nudge.customer_id) if nudge else None
    return customer is None or standing_actions.last_on(work, customer, nudge_id) is None

"""Until when a customer is cared for: the last contact plus the rung's care interval."""

from datetime import datetime

from domain import numbers
from domain.facts import Facts


def last_heard(facts: Facts) -> datetime | None:
    """When we and they last heard from each other."""
    return max((touch.at for touch in facts.touches if touch.is_heard), default=None)


def cared_until(facts: Facts) -> datetime | None:
    """None where no interval applies: for suspects, and while a prospect is parked."""
    interval = numbers.CARE_INTERVAL.get(facts.customer.rung)
    if interval is None or is_parked(facts):
        return None
    return (last_heard(facts) or facts.customer.rung_since) + interval


def is_parked(facts: Facts) -> bool:
    """Any contact logged since brings a parked prospect back, whenever it was."""
    parked_at = facts.customer.parked_at
    contacts = (touch.known_at for touch in facts.touches if touch.is_contact)
    return parked_at is not None and not any(at > parked_at for at in contacts)

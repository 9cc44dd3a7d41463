"""What the words of a reminder may use, on somebody's clock."""

from datetime import datetime

from care import calendars
from care.registry import registry
from domain.customers import Customer
from domain.plays import Scene
from store.work import Work


def mine(work: Work, now: datetime, customer: Customer) -> Scene:
    """For whoever asks."""
    return Scene(now=now, zone=work.person.clock, customer=customer, plays=registry(work).plays)


def theirs(work: Work, now: datetime, customer: Customer) -> Scene:
    """For everybody: on the clock of the customer's owner."""
    zone = calendars.of(work, customer).zone
    return Scene(now=now, zone=zone, customer=customer, plays=registry(work).plays)

"""What the words of a reminder may use, on somebody's clock."""

from datetime import datetime

from care import calendars, people
from care.registry import registry
from domain.customers import Customer
from domain.plays import Scene
from domain.teammates import Teammate
from store.work import Work


def mine(work: Work, now: datetime, customer: Customer) -> Scene:
    """For whoever asks."""
    return Scene(now=now, zone=work.person.clock, customer=customer, plays=registry(work).plays)


def theirs(work: Work, now: datetime, customer: Customer) -> Scene:
    """For everybody: on the clock of the customer's owner."""
    return of_owner(work, now, customer, people.owner(work, customer))


def of_owner(work: Work, now: datetime, customer: Customer, owner: Teammate | None) -> Scene:
    """The same where the owner is known."""
    zone = calendars.zone_of(work, owner)
    return Scene(now=now, zone=zone, customer=customer, plays=registry(work).plays)

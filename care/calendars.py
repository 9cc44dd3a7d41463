"""Whose working time counts."""

from zoneinfo import ZoneInfo

from care import numbers, people
from domain.calendar import Calendar
from domain.customers import Customer
from domain.working_hours import WorkingHours
from store import installations
from store.work import Work


def of(work: Work, customer: Customer) -> Calendar:
    """The owner's; the workspace's where nobody of the team owns the customer."""
    owner = people.owner(work, customer)
    return in_zone(work, owner.clock if owner else ZoneInfo(installations.zone(work)))


def mine(work: Work) -> Calendar:
    """Of whoever asks."""
    return in_zone(work, work.person.clock)


def in_zone(work: Work, zone: ZoneInfo) -> Calendar:
    """Of somebody whose clock shows that time."""
    return numbers.of(work, WorkingHours).calendar(zone)

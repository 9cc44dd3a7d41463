"""Whose working time counts."""

from zoneinfo import ZoneInfo

from care import numbers, people
from domain.calendar import Calendar
from domain.customers import Customer
from domain.teammates import Teammate
from domain.working_hours import WorkingHours
from store import installations
from store.work import Work


def of(work: Work, customer: Customer) -> Calendar:
    """The owner's; the workspace's where nobody of the team owns the customer."""
    return in_zone(work, zone_of(work, people.owner(work, customer)))


def zone_of(work: Work, owner: Teammate | None) -> ZoneInfo:
    """The owner's; the workspace's where there is none, or none of the team."""
    is_of_team = owner is not None and owner.is_of_team
    return owner.clock if owner and is_of_team else ZoneInfo(installations.zone(work))


def mine(work: Work) -> Calendar:
    """Of whoever asks."""
    return in_zone(work, work.person.clock)


def in_zone(work: Work, zone: ZoneInfo) -> Calendar:
    """Of somebody whose clock shows that time."""
    return numbers.of(work, WorkingHours).calendar(zone)

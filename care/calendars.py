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
    return of_owner(work, people.owner(work, customer))


def of_owner(work: Work, owner: Teammate | None, zone: str | None = None) -> Calendar:
    """Theirs; the workspace's where there is none, or none of the team. Its `zone`, where it is
    known.
    """
    if owner and owner.is_of_team:
        return of_teammate(work, owner)
    return in_zone(work, ZoneInfo(zone or installations.zone(work)))


def of_teammate(work: Work, mate: Teammate) -> Calendar:
    """Their own hours and holidays, on their own clock."""
    return numbers.of(work, WorkingHours).calendar(mate.clock, mate.week, mate.country)


def presence_of(work: Work, mate: Teammate) -> Calendar:
    """The same without the days of their absences: how long somebody has for what is theirs."""
    away = tuple((each.first, each.last) for each in mate.absences)
    return numbers.of(work, WorkingHours).calendar(mate.clock, mate.week, mate.country, away)


def presence_of_owner(work: Work, owner: Teammate | None, zone: str | None = None) -> Calendar:
    """As `of_owner`."""
    if owner and owner.is_of_team and owner.absences:
        return presence_of(work, owner)
    return of_owner(work, owner, zone)


def zone_of(work: Work, owner: Teammate | None) -> ZoneInfo:
    """The owner's; the workspace's where there is none, or none of the team."""
    is_of_team = owner is not None and owner.is_of_team
    return owner.clock if owner and is_of_team else ZoneInfo(installations.zone(work))


def mine(work: Work) -> Calendar:
    """Of whoever asks."""
    return of_teammate(work, work.person)


def in_zone(work: Work, zone: ZoneInfo) -> Calendar:
    """Of nobody in particular: the workspace's hours, on a clock that shows that time."""
    return numbers.of(work, WorkingHours).calendar(zone)

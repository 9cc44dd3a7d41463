"""When somebody works, and whose public holidays they keep: said by themselves or by a manager."""

from datetime import datetime

from care import numbers, team_changes, team_rights
from domain.errors import NotUnderstood, Over
from domain.messages import Line, Message, Named, line
from domain.public_holidays import read_country
from domain.teammates import Teammate
from domain.wording import receipts, working_time
from domain.working_hours import WorkingHours, read_week, tell_week
from store import actions, teammates
from store.work import Work

HOURS = "hours"
COUNTRY = "country"
AS_ALL = {"default", "-"}
"""Instead of hours or a country: the workspace's."""


def change_hours(work: Work, now: datetime, mate: Teammate, words: str) -> Message:
    """Raises ManagersOnly, NotUnderstood, or Over where it is so already."""
    team_rights.allow_about(work, mate, f"{HOURS} {words}")
    kept = None if words.casefold() in AS_ALL else _week(words)
    before = mate.week and tell_week(mate.week)
    if kept == before:
        raise Over(f"{mate.name} works {_hours(work, kept)} already.")
    teammates.change(work, mate.id, week=kept)
    told = line("🕘 ", Named(mate.name), f" works {_hours(work, kept)} from now on.")
    return _told(work, now, mate, HOURS, words, told)


def change_country(work: Work, now: datetime, mate: Teammate, words: str) -> Message:
    """Raises ManagersOnly, NotUnderstood, or Over where it is so already."""
    team_rights.allow_about(work, mate, f"{COUNTRY} {words}")
    kept = None if words.casefold() in AS_ALL else _country(words)
    if kept == mate.country:
        raise Over(f"{mate.name} keeps {_holidays(work, kept)} already.")
    teammates.change(work, mate.id, country=kept)
    told = line("🗓️ ", Named(mate.name), f" keeps {_holidays(work, kept)} from now on.")
    return _told(work, now, mate, COUNTRY, words, told)


def _told(
    work: Work, now: datetime, mate: Teammate, action: str, words: str, told: Line
) -> Message:
    action_id = actions.write(work, action, now, why=f"{mate.name}: {words}")
    team_changes.follow(work, now, mate.id)
    note = line("On their own clock; what is planned goes by it at once.")
    return receipts.told(told, (note,), receipts.undo(action_id))


def _week(words: str) -> str:
    try:
        week = read_week(words)
    except ValueError as error:
        raise NotUnderstood(f"Which hours? {_sentence(error)}.") from None
    if not isinstance(week, tuple) or not any(week):
        raise NotUnderstood("Somebody has to work on one day of the week.")
    return tell_week(week)


def _country(words: str) -> str:
    if not words:
        raise NotUnderstood("Which country? Write two letters, like DE, or none.")
    try:
        return str(read_country(words))
    except ValueError as error:
        raise NotUnderstood(f"Which country? {_sentence(error)}.") from None


def _sentence(error: ValueError) -> str:
    told = str(error)
    return told[:1].upper() + told[1:]


def _hours(work: Work, kept: str | None) -> str:
    return kept or f"{tell_week(numbers.of(work, WorkingHours).week)}, as everybody does,"


def _holidays(work: Work, kept: str | None) -> str:
    country = numbers.of(work, WorkingHours).country if kept is None else kept
    return working_time.holidays_of(country)

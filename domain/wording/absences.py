"""Who is away until when, in a few words."""

from datetime import date

from domain.absences import Absence
from domain.messages import Line, Named, line


def day(at: date) -> str:
    """With its year: it may be the next one."""
    return f"{at:%a} {at.day} {at:%b %Y}"


def days(absence: Absence) -> str:
    if absence.first == absence.last:
        return f"on {day(absence.first)}"
    return f"from {day(absence.first)} until {day(absence.last)}"


def until(absence: Absence, today: date, stand_in: str = "") -> Line:
    """In a list of the team."""
    when = f"until {day(absence.last)}" if absence.covers(today) else days(absence)
    named = (", ", Named(stand_in), " stands in") if stand_in else ()
    return line(f" · 🌴 away {when}", *named)

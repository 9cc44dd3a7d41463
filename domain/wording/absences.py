"""Who is away until when, in a few words."""

from datetime import date

from domain.absences import Absence
from domain.messages import Line, Message, Named, line
from domain.teammates import Teammate
from domain.wording import receipts


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


def named(mate: Teammate, other: Teammate | None, action_id: int) -> Message:
    if other is None:
        told = line("🌴 Nobody is named for when ", Named(mate.name), " is away.")
        note = line(
            "I propose whoever of us has spoken most with their customers, else the manager."
        )
    else:
        told = line("🌴 ", Named(other.name), " stands in whenever ", Named(mate.name), " is away.")
        note = line("It holds for what they are away for from now on.")
    return receipts.told(told, (note,), receipts.undo(action_id))

"""When somebody works, in a few words."""

from domain.messages import Line, line
from domain.teammates import Teammate
from domain.working_hours import tell_week


def holidays_of(country: str) -> str:
    return f"the public holidays of {country}" if country else "no public holidays"


def own(mate: Teammate) -> Line:
    """What they have said themselves; empty where all is the workspace's."""
    week = (f" · {tell_week(mate.week)}",) if mate.week else ()
    country = (f" · {holidays_of(mate.country)}",) if mate.country is not None else ()
    return line(*week, *country)

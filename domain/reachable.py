"""When a customer can be called: in our working time, and within their own hours."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Line, line
from domain.nudges import Planned
from domain.working_hours import WorkingHours, week_of

LIKED = {"call": "a call", "mail": "mail", "message": "a message", "meeting": "a meeting"}


def preferred(customer: Customer) -> Line:
    """How and when they like to hear from us; empty where nothing is known of it."""
    how = LIKED.get(customer.channel or "")
    told = [f"they prefer {how}"] if how else []
    theirs = ", their time" if customer.zone else ""
    told += [f"best {customer.hours}{theirs}"] if customer.hours else []
    return line(f"🕐 {'; '.join(told).capitalize()}.") if told else ()


def hours_of(facts: Facts) -> Calendar | None:
    """Theirs, as they have said; on their clock, the hours that most offices keep. None where
    nothing is known of them.
    """
    customer: Customer = facts.customer
    if customer.zone is None and customer.hours is None:
        return None
    zone = ZoneInfo(customer.zone) if customer.zone else facts.calendar.zone
    week = week_of(customer.hours) if customer.hours else None
    return facts.number(WorkingHours).calendar(zone, week, country="")


def for_a_call(facts: Facts, call: Planned) -> Planned:
    """Asked when somebody can be reached there, where that is before what was promised."""
    theirs = hours_of(facts)
    if theirs is None:
        return call
    both = _overlap(facts.calendar, theirs, call.ask_at, call.late_at)
    return replace(call, ask_at=both) if both else call


def _overlap(ours: Calendar, theirs: Calendar, at: datetime, by: datetime) -> datetime | None:
    """The first moment in the working time of both, if it comes before the other one."""
    while at < by:
        both = theirs.next_working(ours.next_working(at))
        if both == at:
            return at
        at = both
    return None

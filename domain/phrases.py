"""Turns of phrase that several messages share."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.customers import Contact, Customer
from domain.messages import Count, Day, Line, Named, Part, joined, line

DAY_HOURS = ((12, "Good morning"), (18, "Good afternoon"), (24, "Good evening"))

SHORT = 280
"""Characters of somebody's words shown in a message; the whole is kept in its row."""


def shorten(words: str, limit: int = SHORT) -> str:
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def someone(who: object, customer: str) -> Line:
    """Say "Maria at Acme", or just "Acme" where nobody is known by name."""
    if not who or who == customer:
        return line(Named(customer))
    return line(Named(str(who)), " at ", Named(customer))


def greeting(now: datetime, zone: ZoneInfo) -> str:
    hour = now.astimezone(zone).hour
    return next(words for until, words in DAY_HOURS if hour < until)


def day(at: datetime, now: datetime, zone: ZoneInfo) -> Part:
    return Day(_date(at, zone), _date(now, zone))


def standing_day(at: datetime, now: datetime, zone: ZoneInfo) -> Part:
    """The same for what stands in a channel, and is read on later days, too."""
    return Day(_date(at, zone), _date(now, zone), stands=True)


def ago(at: datetime | None, now: datetime, zone: ZoneInfo) -> Line:
    """Say "today", "yesterday", "52 days ago", or "never"."""
    if at is None:
        return line("never")
    days = (_date(now, zone) - _date(at, zone)).days
    if days <= 1:
        return line("yesterday" if days == 1 else "today")
    return line(Count(days, "day"), " ago")


def lasting(since: datetime, now: datetime, zone: ZoneInfo) -> Line:
    """Say "since today", "since yesterday", "for 13 days"."""
    days = (_date(now, zone) - _date(since, zone)).days
    return line("for ", Count(days, "day")) if days > 1 else line("since ", *ago(since, now, zone))


def reached(customer: Customer, now: datetime, zone: ZoneInfo) -> Line:
    """Say "reached 52 days ago", and whether they turned to us since."""
    at, turned_at = customer.reached_at, customer.turned_at
    told = line("reached ", *ago(at, now, zone)) if at else line("never reached")
    if turned_at is None or (at and turned_at <= at):
        return told
    return line(*told, " · turned to us ", *ago(turned_at, now, zone))


def times(number: int) -> Line:
    """Say "once", "twice", "3 times"."""
    seldom = {1: "once", 2: "twice"}
    return line(seldom.get(number) or Count(number, "time"))


def listed(names: Iterable[str], between: str = ", ") -> Line:
    return joined((line(Named(name)) for name in names), between)


def one_of(names: Sequence[str]) -> str:
    """“Chloe, Dev or Ana”."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def contact(person: Contact) -> Line:
    """Name, role, mail and phone, as far as they are known."""
    return listed(filter(None, (person.name, person.role, person.mail, person.phone)), " · ")


def a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def moment(value: object) -> datetime | None:
    """Reads back what a play noted as ISO text."""
    return datetime.fromisoformat(str(value)) if value else None


def _date(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()

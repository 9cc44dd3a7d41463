"""What waits for somebody."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.customers import Customer
from domain.messages import Command, Count, Fact, Line, Message, Moment, line
from domain.nudges import Nudge, Status
from domain.plays import PLAYS
from domain.plays.play import Scene
from domain.wording import reminders

LISTED = 10


def waiting(
    nudges: Sequence[tuple[Nudge, Customer]],
    now: datetime,
    zone: ZoneInfo,
    *,
    total: int,
    upcoming: int,
) -> Message:
    """The most pressing of `total`; `upcoming` counts what will come within the next week."""
    soon = line(Count(upcoming, "more reminder"), " will come within a week.") if upcoming else ()
    if not nudges:
        quiet = line("🌿 Nothing waits for you.")
        return Message(id="due", headline=quiet, notes=(soon,) if soon else ())
    shown = tuple(_fact(nudge, customer, now, zone) for nudge, customer in nudges)
    rest = total - len(shown)
    more = line(
        "and ", Count(rest, "more thing"), ": do these first, then type ", Command("due"), "."
    )
    notes = [more] if rest > 0 else []
    return Message(
        id="due",
        headline=line("📌 ", Count(total, "thing waits", "things wait"), " for you"),
        facts=shown,
        notes=(*notes, soon) if soon else tuple(notes),
    )


def _fact(nudge: Nudge, customer: Customer, now: datetime, zone: ZoneInfo) -> Fact:
    saying = PLAYS[nudge.play].say(nudge, Scene(now=now, zone=zone, customer=customer))
    done, *_, later, waive = reminders.actions(nudge, saying)
    told = line(*saying.headline, " · ", *_when(nudge, now, zone))
    return Fact(line=told, actions=(done, later, waive))


def _when(nudge: Nudge, now: datetime, zone: ZoneInfo) -> Line:
    if nudge.status is Status.SNOOZED and nudge.snoozed_until:
        return line("put off until ", Moment(nudge.snoozed_until, zone.key))
    word = "late since " if nudge.is_late(now) else "by "
    return line(word, Moment(nudge.late_at, zone.key))

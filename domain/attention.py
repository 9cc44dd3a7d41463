"""What comes first of all that waits for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.customers import Customer, Rung
from domain.nudges import Nudge, Urgency
from domain.precedence import Need

HARM: Mapping[Need, float] = {
    Need.COMPLAINT: 20,
    Need.RETURN: 15,
    Need.PROMISE: 12,
    Need.RISK: 8,
    Need.CHECK_BACK: 6,
    Need.WIN_BACK: 4,
    Need.PRAISE: 4,
    Need.FIRST_DAYS: 3,
    Need.FOLLOW_UP: 3,
    Need.DATE: 3,
    Need.THANKS: 2,
    Need.QUIET: 2,
    Need.WHAT_ELSE: 1,
    Need.OCCASION: 1,
    Need.ASK: 1,
    Need.EXCELLENCE: 1,
}
"""What it costs when nobody does it: whom we have failed leaves first, then who asked in vain."""

WHOLE = 100
"""Percent; a reminder whose facts say more weighs more than others of its need."""

RUNG: Mapping[Rung, float] = {
    Rung.SUSPECT: 0.5,
    Rung.PROSPECT: 1.0,
    Rung.SHOPPER: 1.0,
    Rung.CUSTOMER: 1.2,
    Rung.MEMBER: 1.3,
    Rung.ADVOCATE: 1.4,
    Rung.RAVING_FAN: 1.5,
}
"""The higher, the more there is to lose: who recommends us brings others."""

CARE = frozenset({Need.FOLLOW_UP, Need.QUIET})
"""What is asked for because they should hear from us: its time is over when their care interval is,
however often it was asked, given up and asked again meanwhile.
"""

FILLER = 0.25
"""Who need not hear from us for another week is for light days."""

FULL = timedelta(days=7)
FULL_OF_SHORT = timedelta(days=3)
SHORT = timedelta(days=7)
LONG = timedelta(days=30)
"""What has less time than this altogether, or a shorter care interval, ranks fully for its last
three days.
"""

STAR = 1.5
WORTH = ((100_000, 1.5), (10_000, 1.25))
"""What a customer brings in a year, in the workspace's currency."""

DAYS_TO_DOUBLE = 5
LATEST = 3.0
"""Being late counts double after five days of the calendar, and three times at most."""


@dataclass(frozen=True, kw_only=True)
class Rank:
    """Why something comes before something else."""

    harm: float
    lateness: float
    rung: float
    worth: float

    @property
    def value(self) -> float:
        return self.harm * self.lateness * self.rung * self.worth

    @property
    def can_wait(self) -> bool:
        """It is for light days."""
        return self.lateness == FILLER


def rank(nudge: Nudge, need: Need, customer: Customer, now: datetime) -> Rank:
    """The one formula by which all that waits for somebody is put in order."""
    return Rank(
        harm=HARM[need] * int(nudge.about.get("weight_percent") or WHOLE) / WHOLE,
        lateness=_lateness(nudge, need, customer, now),
        rung=RUNG[customer.rung],
        worth=_worth(customer),
    )


def _lateness(nudge: Nudge, need: Need, customer: Customer, now: datetime) -> float:
    late_at, given = nudge.late_at, nudge.late_at - nudge.ask_at
    cared_until = customer.cared_until if need in CARE else None
    if cared_until:
        late_at = min(cared_until, nudge.late_at) if need is Need.QUIET else cared_until
        given = cared_until - (customer.reached_at or cared_until - LONG)
    late = now - late_at
    if late > timedelta():
        return min(LATEST, 1 + late / timedelta(days=DAYS_TO_DOUBLE))
    full = FULL if given >= (LONG if cared_until else SHORT) else FULL_OF_SHORT
    if need not in CARE or -late <= full:
        return 1.0
    ahead = nudge.about.get("ahead_from")
    return 1.0 if ahead and datetime.fromisoformat(str(ahead)) <= now else FILLER


def _worth(customer: Customer) -> float:
    """By orders of magnitude alone: one large customer must not hide twenty small ones."""
    worth = customer.worth or 0
    size = next((factor for least, factor in WORTH if worth >= least), 1.0)
    return size * (STAR if customer.is_star else 1.0)


def red_at(nudge: Nudge, need: Need) -> datetime:
    """From when on it is red: gone quiet at one and a half times the interval, of which it was
    asked at three quarters; what a customer waits for as soon as it is late; others after a week.
    """
    if nudge.urgency is not Urgency.ROUTINE:
        return nudge.late_at
    if need is Need.QUIET:
        return nudge.late_at + 2 * max(nudge.late_at - nudge.ask_at, timedelta())
    return nudge.late_at + timedelta(days=7)


def waits_for_us(nudge: Nudge, need: Need) -> bool:
    """Whether a customer waits for it: it is asked in the channel, whoever else sees it there."""
    return nudge.urgency is not Urgency.ROUTINE or need is Need.PRAISE

"""Who answers while an owner is away: what can wait, and what is asked before they go."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.absences import Absence
from domain.answering import asked_before, is_long, keeper, needs_stand_in
from domain.attention import FILLER, rank
from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.nudges import Nudge, Planned, Status, as_planned
from domain.precedence import Need

OWNERS = Calendar(zone=ZoneInfo("Europe/London"))
KNOWN = datetime(2026, 11, 16, 9, tzinfo=UTC)
AWAY = Absence(id=1, first=date(2026, 12, 7), last=date(2026, 12, 18), known_at=KNOWN)
DAY = timedelta(days=1)


def at(day, hour=12):
    return datetime(2026, 12, 1, hour, tzinfo=UTC) + timedelta(days=day - 1)


def nudge(late_at, asked=None, **more):
    call = Planned(play="p", episode="e", ask_at=asked or late_at - 7 * DAY, late_at=late_at)
    return replace(as_planned(1, call), **more)


@pytest.mark.parametrize("need", Need)
def test_only_what_a_customer_waits_or_may_leave_for_cannot_wait_two_weeks(need):
    waits_for = {"COMPLAINT", "CHECK_BACK", "RETURN", "PROMISE", "RISK", "PRAISE"}
    assert needs_stand_in(nudge(at(40)), need, AWAY, OWNERS) is (need.name in waits_for)


def test_what_turns_red_before_its_owner_is_back_cannot_wait():
    """Of a word after 60 days that is from 30 days after it was asked for: half the interval."""
    red = nudge(late_at=at(6), asked=at(1))
    assert needs_stand_in(red, Need.QUIET, AWAY, OWNERS)  # on the 16th
    assert not needs_stand_in(nudge(late_at=at(12), asked=at(7)), Need.QUIET, AWAY, OWNERS)


def test_after_more_than_ten_working_days_nothing_waits():
    assert not is_long(AWAY, OWNERS)
    longer = replace(AWAY, last=date(2026, 12, 21))
    assert is_long(longer, OWNERS)
    assert needs_stand_in(nudge(at(40)), Need.ASK, longer, OWNERS)
    assert not is_long(longer, replace(OWNERS, holidays=frozenset({date(2026, 12, 8)})))


def test_who_turns_amber_meanwhile_is_asked_about_in_the_five_working_days_before():
    customer = Customer(id=1, name="Acme", rung=Rung.CUSTOMER, rung_since=KNOWN, eased_until=KNOWN)
    call = Planned(play="quiet", episode="e", ask_at=at(3), late_at=at(18))
    ahead = asked_before(call, Need.QUIET, [AWAY], OWNERS)
    monday = datetime(2026, 11, 30, 9, 15, tzinfo=UTC)
    assert (ahead.ask_at, ahead.late_at) == (monday, call.late_at)
    for planned, lateness in ((call, FILLER), (ahead, 1.0)):
        ranked = rank(as_planned(1, planned), Need.QUIET, customer, monday)
        assert ranked.lateness == lateness
    assert asked_before(call, Need.THANKS, [AWAY], OWNERS) == call
    late = replace(call, late_at=at(20))
    assert asked_before(late, Need.QUIET, [AWAY], OWNERS) == late
    sudden = replace(AWAY, known_at=at(7, 10))
    assert asked_before(call, Need.QUIET, [sudden], OWNERS) == call


def test_a_subject_is_kept_until_its_owner_takes_it_back():
    before = nudge(at(1), ended_by_id=1, ended_at=at(2))
    handed = nudge(at(9), stand_in_id=2, stand_in_at=at(7), status=Status.SENT)
    assert keeper([before], 1) is None
    assert keeper([before, handed], 1) == 2
    assert keeper([before, replace(handed, taken_by_id=2, taken_at=at(8))], 1) == 2
    taken: Nudge = nudge(at(20), taken_by_id=1, taken_at=at(21))
    assert keeper([before, handed, taken], 1) is None
    again = nudge(at(30), stand_in_id=3, stand_in_at=at(28))
    assert keeper([before, handed, taken, again], 1) == 3

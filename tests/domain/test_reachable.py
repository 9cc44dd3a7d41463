"""When a call is asked for: while both of us work, and never past what was promised."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.nudges import Planned
from domain.reachable import for_a_call, hours_of

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@given(
    ours=st.sampled_from(ZONES),
    zone=st.sampled_from([*ZONES, None]),
    hours=st.sampled_from([None, "mon-fri 9:00-12:00", "sat 9:00-17:00", "wed 13:00-18:00"]),
    minutes=st.integers(0, 400 * 24 * 60),
    given=st.integers(0, 10 * 24 * 60),
)
def test_a_call_is_in_both_our_hours_or_where_it_was(ours, zone, hours, minutes, given):
    customer = Customer(
        id=1,
        name="Acme",
        rung=Rung.SHOPPER,
        rung_since=BEGAN,
        eased_until=BEGAN,
        zone=zone,
        hours=hours,
    )
    facts = Facts(customer=customer, calendar=Calendar(zone=ZoneInfo(ours)))
    asked = BEGAN + timedelta(minutes=minutes)
    call = Planned(play="p", episode="e", ask_at=asked, late_at=asked + timedelta(minutes=given))
    moved, theirs = for_a_call(facts, call), hours_of(facts)
    assert moved.late_at == call.late_at
    if theirs is None:
        assert moved == call
    elif moved != call:
        assert asked < moved.ask_at < call.late_at
    if moved.ask_at != asked or (theirs and given and theirs.is_working(asked)):
        both = facts.calendar.is_working(moved.ask_at) and theirs.is_working(moved.ask_at)
        assert both or moved.ask_at == asked
    assert for_a_call(facts, moved) == moved

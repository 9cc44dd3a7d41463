"""Something special for raving fans, quarterly, and the next one after each ending."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.nudges import Dismissal
from domain.touches import Direction, Kind, Touch
from features.occasions.play import NAME, plans

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)


def asked(*touches, rung=Rung.RAVING_FAN, rested=()):
    facts = Facts(
        customer=Customer(id=1, name="Acme", rung=rung, rung_since=NOW, eased_until=NOW),
        calendar=Calendar(zone=ZoneInfo("UTC")),
        touches=touches,
        dismissals=tuple(Dismissal(nudge_id=5, play=NAME, at=at) for at in rested),
    )
    return [call.ask_at.date().isoformat() for call in plans(facts)]


def touch(days, kind=Kind.CALL):
    at = NOW + timedelta(days=days)
    return Touch(id=days, at=at, kind=kind, direction=Direction.OURS)


def test_a_raving_fan_gets_something_special_every_quarter_and_others_do_not():
    assert asked() == ["2027-02-15"]
    assert asked(rung=Rung.ADVOCATE) == []


def test_whatever_ends_it_the_next_one_comes():
    assert asked(touch(30)) == ["2027-02-15"]
    assert asked(touch(92)) == ["2027-05-17"]
    assert asked(touch(60, Kind.GIFT)) == ["2027-04-16"]
    assert asked(rested=(NOW + timedelta(days=95),)) == ["2027-05-21"]

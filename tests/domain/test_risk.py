"""Who may leave us, by what evidence, and what ends it: rules over facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.nudges import Dismissal
from domain.precedence import State
from domain.touches import Direction, Kind, Sign, Touch
from features.risk.play import PLAY
from features.risk.rules import Over, Reason, passes_at, risk

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)


def told(sign, days=0.0, kind=Kind.NOTE, id_=None):
    at = MONDAY + timedelta(days=days)
    signs = frozenset({sign} if sign else ())
    return Touch(
        id=id_ or int(100 + days * 10), at=at, kind=kind, direction=Direction.THEIRS, signs=signs
    )


def facts(*touches, rung=Rung.CUSTOMER, overs=(), dismissals=()):
    customer = Customer(id=1, name="Acme", rung=rung, rung_since=MONDAY, eased_until=MONDAY)
    return Facts(
        customer=customer,
        calendar=Calendar(zone=ZoneInfo("Europe/London")),
        touches=tuple(sorted(touches, key=lambda each: each.at)),
        dismissals=dismissals,
        rows={Over: overs},
    )


def reasons(given):
    there = risk(given)
    return [each.reason for each in there.evidence] if there else []


CANCELLED = told(Sign.CANCELLED)
COMPLAINTS = [told(Sign.COMPLAINT, days) for days in (0, 20, 59)]


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ([CANCELLED], [Reason.CANCELLED]),
        ([told(Sign.COMPETITOR), told(Sign.CONTACT_LEFT, 3)], ["competitor", "contact left"]),
        (COMPLAINTS, [Reason.COMPLAINTS]),
        (COMPLAINTS[:2], []),
        ([told(Sign.COMPLAINT, days) for days in (0, 20, 61)], []),
        ([told(Sign.COMPLAINT, days) for days in (0, 0.1, 0.2)], []),
        ([CANCELLED, told(Sign.PURCHASE, 5)], []),
        ([told(Sign.PURCHASE, -5), CANCELLED], [Reason.CANCELLED]),
        ([told(Sign.PURCHASE, id_=99), CANCELLED], [Reason.CANCELLED]),
        ([CANCELLED, told(Sign.PURCHASE, id_=101)], []),
        ([told(Sign.PRAISE)], []),
    ],
)
def test_signs_and_a_third_complaint_put_at_risk_and_a_purchase_ends_it(touches, expected):
    assert reasons(facts(*touches)) == expected


@pytest.mark.parametrize("rung", [Rung.SUSPECT, Rung.PROSPECT])
def test_whoever_has_not_bought_yet_can_not_be_lost(rung):
    assert reasons(facts(CANCELLED, rung=rung)) == []


def test_a_word_ends_what_was_known_by_then_and_the_clock_ends_complaints_alone():
    later = told(Sign.COMPETITOR, 2)
    word = Over(at=MONDAY + timedelta(days=1))
    assert reasons(facts(CANCELLED, later, overs=(word,))) == [Reason.COMPETITOR]
    both = facts(told(Sign.CANCELLED, 30), *COMPLAINTS)
    assert passes_at(both) == MONDAY + timedelta(days=119)
    passed = Over(at=MONDAY + timedelta(days=119), reason=Reason.COMPLAINTS)
    after = facts(told(Sign.CANCELLED, 30), *COMPLAINTS, overs=(passed,))
    assert (reasons(after), passes_at(after)) == ([Reason.CANCELLED], None)


def calls(given):
    zone = given.calendar.zone
    return [(each.key, f"{each.late_at.astimezone(zone):%a %H:%M}") for each in PLAY.plans(given)]


def bought(*days):
    return [told(Sign.PURCHASE, each) for each in days]


def test_whoever_falls_silent_is_called_and_won_back_two_months_later():
    mails = [replace(told(None, days, Kind.MAIL), direction=Direction.OURS) for days in (0, 7, 14)]
    silent = facts(*mails)
    assert reasons(silent) == [Reason.SILENT]
    assert [each.key for each in PLAY.plans(silent)] == [
        "at risk:silent:2026-11-30",
        "at risk:win back:2027-01-29",
    ]
    assert list(PLAY.states(silent)) == [State.AT_RISK]
    assert reasons(facts(*mails, told(None, 15))) == []
    waved = Dismissal(
        nudge_id=1, play="at risk", at=MONDAY + timedelta(days=80), about={"step": "win back"}
    )
    rested = [each.key for each in PLAY.plans(facts(*mails, dismissals=(waved,)))]
    assert "at risk:win back:2027-04-05" in rested


def test_a_silence_to_come_is_asked_about_in_its_time_and_marks_nobody_before():
    usual = facts(*bought(0, 30, 60))
    there = risk(usual)
    assert there.as_of(MONDAY + timedelta(days=119)) is None
    assert there.as_of(MONDAY + timedelta(days=121)).silence
    assert list(PLAY.states(usual)) == []
    leaves = facts(*bought(0, 30, 60), told(Sign.CANCELLED, 61))
    assert next(each.key for each in PLAY.plans(leaves)) == "at risk:cancelled:710"
    assert list(PLAY.states(leaves)) == [State.AT_RISK]


def test_one_call_is_asked_for_within_a_working_day_of_the_newest_reason():
    assert calls(facts(CANCELLED)) == [("at risk:cancelled:100", "Tue 10:00")]
    newer = told(Sign.COMPETITOR, 2)
    assert calls(facts(CANCELLED, newer)) == [("at risk:competitor:120", "Thu 10:00")]
    called, mailed = told(None, 1, Kind.CALL), told(None, 1, Kind.MAIL)
    assert calls(facts(CANCELLED, mailed))
    assert calls(facts(CANCELLED, told(Sign.NO_ANSWER, 1, Kind.CALL)))
    assert calls(facts(CANCELLED, called)) == []
    assert calls(facts(CANCELLED, called, newer)) == [("at risk:competitor:120", "Thu 10:00")]
    waved = Dismissal(nudge_id=1, play="at risk", at=MONDAY + timedelta(days=1))
    assert calls(facts(CANCELLED, dismissals=(waved,))) == []
    assert list(PLAY.states(facts(CANCELLED, called))) == [State.AT_RISK]

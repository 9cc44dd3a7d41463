"""What is said of a loss, and when it is worth a try to win somebody back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.nudges import Dismissal
from domain.precedence import State
from domain.touches import Direction, Kind, Touch
from features.lost.play import PLAY
from features.lost.rules import Lost, Why, read

LONDON = ZoneInfo("Europe/London")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


NOW = at("2026-11-16 09:00")


@pytest.mark.parametrize(
    ("typed", "why", "words"),
    [
        ("price switched to a cheaper one", Why.PRICE, "switched to a cheaper one"),
        ("died", Why.DIED, ""),
        ("moved away to Leeds", Why.MOVED, "to Leeds"),
        ("because nobody cared", Why.INDIFFERENCE, ""),
        ("nobody seemed to care: no call in a year", Why.INDIFFERENCE, "no call in a year"),
        ("hard to buy, three forms", Why.HARD, "three forms"),
        ("they found a competitor", Why.COMPETITOR, "they found a competitor"),
        ("they merged with Globex", Why.OTHER, "they merged with Globex"),
    ],
)
def test_the_reason_is_read_from_the_words(typed, why, words):
    told = read(typed, NOW, LONDON)
    assert (told.why, told.words) == (why, words)


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("price, tied until March", "2027-04-01 00:00"),
        ("price until 31 December", "2027-01-01 00:00"),
        ("price until the end of March 2028", "2028-04-01 00:00"),
        ("price, the contract ends on 3 May", "2027-05-04 00:00"),
        ("price until 2027-02-28", "2027-03-01 00:00"),
        ("price until 30 February", None),
        ("price", None),
    ],
)
def test_until_when_they_are_bound_is_read_too(typed, until):
    assert read(typed, NOW, LONDON).contract_until == (at(until) if until else None)


def facts(*touches, dismissals=(), **more):
    since = at("2026-01-01 00:00")
    customer = Customer(id=1, name="Acme", rung=Rung.CUSTOMER, rung_since=since, eased_until=since)
    gone = Lost(id=3, customer_id=1, since=at("2026-11-16 09:00"), **{"why": Why.PRICE} | more)
    calendar = Calendar(zone=LONDON)
    return Facts(
        customer=customer,
        calendar=calendar,
        touches=touches,
        dismissals=dismissals,
        rows={Lost: (gone,)},
    )


def asked(given):
    return [f"{each.ask_at.astimezone(LONDON):%Y-%m-%d}" for each in PLAY.plans(given)]


def called(when, kind=Kind.CALL):
    return Touch(id=1, at=at(when), kind=kind, direction=Direction.OURS)


def test_a_try_comes_after_ninety_days_before_a_contract_ends_and_then_each_year():
    bound = {"contract_until": at("2027-06-01 00:00")}
    first, second = called("2027-02-16 10:00"), called("2027-05-19 10:00")
    assert asked(facts(**bound)) == ["2027-02-15"]  # ninety days later is a Sunday
    assert asked(facts(first, **bound)) == ["2027-05-18"]
    assert asked(facts(called("2027-02-16 10:00", Kind.MAIL), **bound)) == ["2027-02-15"]
    assert asked(facts(first, second, **bound)) == ["2028-05-18"]
    assert asked(facts(called("2027-02-15 09:15"))) == ["2028-02-15"]  # right when it was asked
    waved = Dismissal(nudge_id=1, play="win back", at=at("2027-02-16 10:00"))
    assert asked(facts(dismissals=(waved,))) == ["2028-02-16"]


@pytest.mark.parametrize("why", [Why.DIED, Why.MOVED])
def test_who_is_gone_for_good_is_left_in_peace(why):
    assert asked(facts(why=why)) == []


def test_who_died_is_another_state_than_who_left():
    assert list(PLAY.states(facts(why=Why.DIED))) == [State.DIED]
    assert list(PLAY.states(facts(why=Why.PRICE))) == [State.LOST]

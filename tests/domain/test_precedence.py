"""Of what the plays call for alone, what is silent while something else stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.nudges import Planned
from domain.precedence import (
    COMPANIONS,
    EVERYTHING,
    SILENT_IN,
    THEIRS,
    Call,
    Need,
    State,
    called_for,
)

NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)
FACTS = Facts(
    customer=Customer(id=1, name="Acme", rung=Rung.CUSTOMER, rung_since=NOW, eased_until=NOW),
    calendar=Calendar(zone=ZoneInfo("UTC")),
)


def call(need, days=0, late=3):
    asked = NOW + timedelta(days=days)
    late_at = asked + timedelta(days=late)
    planned = Planned(play=need.name, episode="1", ask_at=asked, late_at=late_at)
    return Call(need=need, planned=planned)


def heard(*calls, states=(), given=FACTS):
    given = replace(given, states=frozenset(states))
    return {Need[planned.play] for planned in called_for(given, calls)}


EVERY = tuple(call(need) for need in Need)


@pytest.mark.parametrize("state", State)
def test_a_state_silences_what_we_would_begin_and_death_all(state):
    alone = {need for need in Need if heard(call(need), states=[state])}
    assert alone == EVERYTHING - SILENT_IN[state] - COMPANIONS
    assert (alone == set()) == (state is State.DIED)
    if state not in {State.DIED, State.LOST}:
        assert alone >= THEIRS


def test_what_they_wait_for_comes_before_all_that_we_would_begin():
    assert heard(*EVERY) == set(THEIRS)


def test_at_risk_no_pleasantries_but_the_word_that_quiet_asks_for():
    left = heard(call(Need.QUIET), call(Need.ASK), call(Need.OCCASION), states=[State.AT_RISK])
    assert left == {Need.QUIET}


@pytest.mark.parametrize(
    "need",
    [Need.RISK, Need.PRAISE, Need.FIRST_DAYS, Need.DATE, Need.THANKS],
    ids=lambda it: it.name,
)
@pytest.mark.parametrize(("days", "is_heard"), [(3, False), (4, True)])
def test_nobody_is_quiet_who_hears_from_us_before_the_interval_is_over(need, days, is_heard):
    left = heard(call(need, days), call(Need.QUIET, late=3))
    assert (Need.QUIET in left) == is_heard


def test_nothing_is_asked_of_whoever_is_to_be_thanked():
    assert heard(call(Need.PRAISE), call(Need.ASK), call(Need.DATE)) == {Need.PRAISE, Need.DATE}


@pytest.mark.parametrize(("days", "is_quiet_heard"), [(50, False), (119, False), (121, True)])
def test_a_date_agreed_on_stands_for_a_word_at_most_two_intervals_ahead(days, is_quiet_heard):
    left = heard(call(Need.PROMISE, days), call(Need.QUIET, 55))
    assert (Need.QUIET in left) == is_quiet_heard


@pytest.mark.parametrize(("days", "is_heard"), [(3, False), (4, True)])
def test_a_step_of_the_first_days_waits_for_a_promise_close_to_it(days, is_heard):
    left = heard(call(Need.PROMISE, days), call(Need.FIRST_DAYS))
    assert (Need.FIRST_DAYS in left) == is_heard


def test_a_quiet_customer_is_cared_for_by_the_first_days_only_in_time():
    in_time, later = call(Need.FIRST_DAYS, 30), call(Need.FIRST_DAYS, 40)
    assert heard(in_time, call(Need.QUIET, 28, late=2)) == {Need.FIRST_DAYS}
    assert heard(later, call(Need.QUIET, 28, late=2)) == {Need.FIRST_DAYS, Need.QUIET}


def test_whoever_is_thanked_is_not_asked_about_besides_unless_thanks_would_not_fit():
    both = (call(Need.THANKS), call(Need.QUIET))
    assert heard(*both) == {Need.THANKS}
    assert heard(*both, call(Need.RISK)) == {Need.RISK}
    assert heard(*both, states=[State.AT_RISK]) == {Need.QUIET}
    assert heard(*both, states=[State.COMPLAINT_OPEN]) == set()


def test_a_companion_comes_with_the_next_reminder_and_never_alone():
    def asked(*calls):
        every = {each.play: each.ask_at for each in called_for(FACTS, calls)}
        return every.get(Need.EXCELLENCE.name)

    mine = call(Need.EXCELLENCE, 2)
    assert asked(mine) is None
    assert asked(mine, call(Need.PROMISE, 5), call(Need.DATE, 1)) is None
    assert asked(mine, call(Need.DATE, 5), call(Need.THANKS, 9)) == NOW + timedelta(days=5)

"""What comes first, how much of it a day holds, and where it is asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attention import rank, red_at, waits_for_us
from domain.customers import Customer, Rung
from domain.days import Candidate, Chosen, Day, choose_new, choose_shown, in_channel
from domain.nudges import Nudge, Status, Urgency
from domain.precedence import Need

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
DAY = timedelta(days=1)
ACME = Customer(id=1, name="Acme", rung=Rung.CUSTOMER, rung_since=NOW, eased_until=NOW)
NUDGE = Nudge(
    id=1,
    customer_id=1,
    play="quiet",
    key="k",
    status=Status.PLANNED,
    ask_at=NOW - 10 * DAY,
    late_at=NOW + 5 * DAY,
    due_at=None,
)


def value(need=Need.QUIET, customer=ACME, now=NOW, **more):
    return rank(replace(NUDGE, **more), need, customer, now).value


def test_what_costs_more_comes_first_and_so_do_the_late_the_loyal_and_the_best():
    assert value(Need.COMPLAINT) > value(Need.PROMISE) > value(Need.THANKS) > value(Need.ASK)
    assert value(late_at=NOW - 5 * DAY) > value(late_at=NOW - DAY) > value()
    assert value(customer=replace(ACME, rung=Rung.RAVING_FAN)) > value()
    best = replace(ACME, is_star=True, worth=Decimal(200_000))
    assert value(customer=best) > value(customer=replace(ACME, worth=Decimal(20_000))) > value()


HARM = {
    20: {Need.COMPLAINT},
    15: {Need.RETURN},
    12: {Need.PROMISE},
    8: {Need.RISK},
    6: {Need.CHECK_BACK},
    4: {Need.WIN_BACK, Need.PRAISE},
    3: {Need.FIRST_DAYS, Need.FOLLOW_UP, Need.DATE},
    2: {Need.THANKS, Need.QUIET},
    1: {Need.WHAT_ELSE, Need.OCCASION, Need.ASK},
}
"""As it is written down."""


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize(("late", "times"), [(0, 1), (1, 1.2), (5, 2), (10, 3), (11, 3)])
def test_each_need_costs_what_is_written_and_more_when_it_is_late(harm, late, times):
    for need in HARM[harm]:
        shown = rank(replace(NUDGE, late_at=NOW - late * DAY), need, ACME, NOW)
        assert (shown.harm, shown.lateness, shown.can_wait) == (harm, times, False)


@pytest.mark.parametrize(
    ("customer", "times"),
    [
        *zip(({"rung": it} for it in Rung), (0.5, 1, 1, 1.2, 1.3, 1.4, 1.5), strict=True),
        ({"worth": Decimal(9_999)}, 1.2),
        ({"worth": Decimal(10_000)}, 1.2 * 1.25),
        ({"worth": Decimal(99_999)}, 1.2 * 1.25),
        ({"worth": Decimal(100_000)}, 1.2 * 1.5),
        ({"is_star": True}, 1.2 * 1.5),
        ({"is_star": True, "worth": Decimal(10_000)}, 1.2 * 1.25 * 1.5),
    ],
)
def test_each_customer_weighs_what_is_written(customer, times):
    shown = value(Need.ASK, customer=replace(ACME, **customer))
    assert shown == pytest.approx(times)


@pytest.mark.parametrize(("urgency", "days"), [(Urgency.ROUTINE, 7), (Urgency.ANSWER, 0)])
def test_what_they_wait_for_is_red_at_once_and_other_things_after_a_week(urgency, days):
    asked = replace(NUDGE, urgency=urgency)
    assert red_at(asked, Need.THANKS) == NUDGE.late_at + days * DAY
    assert waits_for_us(asked, Need.THANKS) is (urgency is Urgency.ANSWER)
    assert waits_for_us(asked, Need.PRAISE)


@pytest.mark.parametrize(
    ("given", "left", "is_filler"), [(15, 8, 1), (15, 7, 0), (5, 4, 1), (5, 3, 0)]
)
def test_what_has_time_left_is_for_light_days(given, left, is_filler):
    late_at = NOW + left * DAY
    shown = value(late_at=late_at, ask_at=late_at - given * DAY)
    assert (shown < value()) == bool(is_filler)


def test_whom_we_have_just_reached_can_wait_however_often_we_were_to_try_again():
    reached = replace(ACME, reached_at=NOW - DAY, cared_until=NOW + 13 * DAY)
    tried = {"need": Need.FOLLOW_UP, "ask_at": NOW - DAY, "late_at": NOW}
    assert rank(NUDGE, Need.FOLLOW_UP, reached, NOW).can_wait
    assert value(customer=replace(reached, cared_until=NOW + 2 * DAY), **tried) == 3 * 1.2


def test_what_was_given_up_and_returns_is_as_late_as_their_interval_says():
    waiting = replace(ACME, reached_at=NOW - 70 * DAY, cared_until=NOW - 10 * DAY)
    returned = value(customer=waiting, ask_at=NOW, late_at=NOW + 15 * DAY)
    assert returned == value(customer=waiting, ask_at=NOW - 25 * DAY, late_at=NOW - 10 * DAY)


def test_gone_quiet_is_red_at_one_and_a_half_times_the_interval():
    asked = replace(NUDGE, ask_at=NOW + 45 * DAY, late_at=NOW + 60 * DAY)
    assert red_at(asked, Need.QUIET) == NOW + 90 * DAY


QUEUE = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 10_000),
        rank=st.floats(0, 100),
        since=st.integers(0, 300).map(lambda days: NOW - days * DAY),
        is_red=st.booleans(),
        shown=st.sampled_from([0, 0, 1, 2]),
        rests_until=st.sampled_from([None, NOW - DAY, NOW + DAY]),
        can_wait=st.booleans(),
    ),
    unique_by=lambda each: each.id,
    max_size=30,
)


@given(QUEUE, st.integers(0, 8))
def test_a_list_has_the_first_in_rank_and_always_the_oldest(queue, places):
    fresh = [each for each in queue if not each.shown and not each.can_wait]
    chosen = [each for each in choose_new(queue, places, NOW) if not each.can_wait]
    assert len(chosen) == min(places, len(fresh))
    assert all(not each.shown for each in chosen)
    if chosen:
        assert min(each.since for each in fresh) in {each.since for each in chosen}
        left_out = [each.rank for each in fresh if each not in chosen]
        assert sum(each.rank < max(left_out, default=0) for each in chosen) <= 1


@given(QUEUE, st.integers(0, 8))
def test_what_can_wait_takes_only_places_that_nothing_else_wants(queue, places):
    chosen = choose_new(queue, places, NOW)
    fillers = [each for each in chosen if each.can_wait]
    again = choose_shown(queue, len(queue), NOW)
    wanted = len(chosen) - len(fillers) + max(0, len(again) - 1)
    there = sum(each.can_wait and not each.shown for each in queue)
    assert len(fillers) == min(there, max(0, places - wanted))


@given(QUEUE, st.integers(0, 5))
def test_what_was_shown_comes_again_red_first_unless_it_rests(queue, places):
    again = choose_shown(queue, places, NOW)
    awake = [each for each in queue if each.shown and (each.rests_until or NOW) <= NOW]
    assert len(again) == min(places, len(awake))
    assert again == sorted(again, key=lambda each: not each.is_red)
    if any(each.is_red for each in awake) and again:
        assert again[0].is_red


@given(QUEUE, st.integers(1, 8))
def test_whatever_waits_is_shown_after_at_most_as_many_places_as_are_older(queue, places):
    """However highly the others rank: each day takes the oldest of what was never shown."""
    waiting = [replace(each, shown=0, can_wait=False) for each in queue]
    for day in range(len(waiting)):
        oldest = min((each.since for each in waiting), default=None)
        chosen = choose_new(waiting, places, NOW)
        assert not waiting or oldest in {each.since for each in chosen}
        waiting = [each for each in waiting if each not in chosen]
        waiting += [
            Candidate(id=20_000 + 10 * day + n, rank=1000, since=NOW + DAY) for n in range(2)
        ]
    assert all(each.id >= 20_000 for each in waiting)


def test_the_last_place_is_kept_for_what_comes_until_the_afternoon():
    assert Day(budget=5, came=0).places == 4
    assert Day(budget=5, came=0, is_afternoon=True).places == 5
    assert Day(budget=5, came=4).places == 0
    assert Day(budget=5, came=7, is_afternoon=True).left == 0  # complaints came on top


CHOSEN = st.lists(
    st.builds(
        Chosen,
        id=st.integers(1, 10_000),
        owner_id=st.integers(1, 12),
        need=st.sampled_from([Need.THANKS, Need.FOLLOW_UP, Need.QUIET, Need.ASK]),
        rank=st.floats(0, 100),
    ),
    unique_by=lambda each: each.id,
    max_size=40,
)


@given(CHOSEN)
def test_a_channel_takes_all_while_it_is_little_else_ten_and_of_nobody_more_than_a_share(chosen):
    there = in_channel(chosen)
    if len(chosen) <= 10:
        assert there == {each.id for each in chosen}
        return
    owners = {each.owner_id for each in chosen}
    share = -(-10 // len(owners))
    mine = {
        owner: [each for each in chosen if each.owner_id == owner and each.id in there]
        for owner in owners
    }
    assert len(there) <= 10
    assert all(len(theirs) <= share for theirs in mine.values())
    for owner, theirs in mine.items():
        out = [each for each in chosen if each.owner_id == owner and each.id not in there]
        asked = [each for each in out if each.need in {Need.THANKS, Need.FOLLOW_UP}]
        if any(each.need not in {Need.THANKS, Need.FOLLOW_UP} for each in theirs):
            assert not asked

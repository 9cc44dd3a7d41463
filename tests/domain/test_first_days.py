"""The days after a first purchase: which step is called for, and what ends one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import plain_text
from domain.customers import Contact, Rung
from domain.nudges import Nudge, Status
from domain.plays import Plays, Scene
from domain.precedence import Need
from domain.settings import Chosen
from domain.touches import Direction, Kind, Sign, Touch
from features.complaints.rules import Complaint
from features.first_days.play import PLAY
from features.first_days.rules import FirstPurchase, course
from features.ladder.rules import Move
from features.purchases.rules import what
from tests.domain.test_plays import LONDON, NO_ANSWER, at, facts, rest, theirs, touch

BOUGHT = "2026-11-16 11:00"  # a Monday


def bought(*touches, rung=Rung.SHOPPER, since=BOUGHT, when=BOUGHT, known=None, **more):
    """Somebody whose first purchase is known."""
    first = FirstPurchase(
        touch_id=5, at=at(when), known_at=at(known or when), words="bought 12 lamps for 900 €"
    )
    given = facts(rung, *touches, since=since, **more)
    return replace(given, rows={**given.rows, FirstPurchase: (first,)})


def step(given):
    """The day of the step that is called for, and when it is asked, on the owner's clock."""
    found = [(call.about["day"], call.ask_at.astimezone(LONDON)) for call in PLAY.plans(given)]
    return [(day, f"{asked:%Y-%m-%d %H:%M}") for day, asked in found]


def test_the_day_after_a_first_purchase_asks_how_it_arrived_and_each_word_calls_for_the_next():
    given = bought()
    for day, asked, spoken in [
        (1, "2026-11-17 09:15", "2026-11-17 10:00"),
        (7, "2026-11-23 09:15", "2026-11-24 10:00"),
        (30, "2026-12-16 09:15", "2026-12-16 08:00"),
        (60, "2027-01-15 09:15", "2027-01-18 10:00"),
        (100, "2027-02-24 09:15", "2027-03-09 10:00"),
    ]:
        assert step(given) == [(day, asked)]
        given = replace(given, touches=(*given.touches, touch(day, spoken)))
    assert step(given) == []


@pytest.mark.parametrize(
    ("told", "then"),
    [
        (touch(9, "2026-11-23 14:00", Kind.MAIL), 30),
        (theirs(9, "2026-11-23 14:00"), 30),  # they rang, and one of us spoke with them
        (touch(9, "2026-11-23 14:00", signs=NO_ANSWER), 7),
        (theirs(9, "2026-11-23 14:00", kind=Kind.MAIL), 7),
        (touch(9, "2026-11-23 14:00", Kind.GIFT), 7),
        (touch(9, "2026-11-23 14:00", Kind.NOTE), 7),
        (touch(9, "2026-11-22 14:00"), 7),  # on the day before it was due
    ],
)
def test_a_step_is_over_once_they_have_heard_from_us_since_it_was_due(told, then):
    assert step(bought(touch(8, "2026-11-17 10:00"), told))[0][0] == then


def test_steps_that_were_missed_do_not_pile_up():
    late = bought(touch(8, "2027-01-20 10:00"))
    assert step(late)[0][0] == 100
    lapsed = bought(dismissals=(rest(3, "2026-11-23 09:15", "first days", about={"day": 1}),))
    assert step(lapsed)[0][0] == 7
    waived = bought(dismissals=(rest(3, "2027-01-20 09:15", "first days", about={"day": 7}),))
    assert step(waived)[0][0] == 100


def test_what_was_put_right_meanwhile_is_not_asked_about_again():
    complaint = Complaint(
        id=3,
        customer_id=1,
        words="one is broken",
        opened_at=at("2026-11-18 10:00"),
        resolved_at=at("2026-12-20 10:00"),
    )
    assert step(bought(complaints=(complaint,)))[0][0] == 60


@pytest.mark.parametrize(
    ("known", "first"),
    [
        ("2026-11-19 11:00", (1, "2026-11-20 09:15")),
        ("2026-12-30 11:00", (30, "2026-12-31 09:15")),
        ("2027-03-20 11:00", (100, "2027-03-22 09:15")),
    ],
)
def test_a_purchase_that_is_told_of_late_begins_with_the_newest_step(known, first):
    assert step(bought(known=known, since=known)) == [first]


def test_of_a_purchase_long_ago_nobody_asks_how_it_arrived():
    assert step(bought(known="2027-04-10 11:00", since="2027-04-10 11:00")) == []


@pytest.mark.parametrize(
    ("rung", "since", "is_first"),
    [
        (Rung.PROSPECT, "2026-06-01 09:00", True),
        (Rung.SHOPPER, "2026-11-16 09:00", True),  # added as such on that day
        (Rung.SHOPPER, "2026-06-01 09:00", False),
        (Rung.CUSTOMER, "2026-11-16 09:00", False),
        (Rung.ADVOCATE, "2026-06-01 09:00", False),
        (Rung.ADVOCATE, "2026-11-20 09:00", True),  # they have come that far since
    ],
)
def test_who_had_bought_before_we_knew_them_is_not_new(rung, since, is_first):
    assert bool(step(bought(rung=rung, since=since))) is is_first


@pytest.mark.parametrize(
    ("came_from", "is_first"),
    [(Rung.PROSPECT, True), (Rung.SHOPPER, False), (Rung.MEMBER, False)],
)
def test_whoever_moved_on_by_that_purchase_counts_as_what_they_were_before(came_from, is_first):
    move = Move(
        id=1,
        customer_id=1,
        from_rung=came_from,
        to_rung=Rung.ADVOCATE,
        since_before=at("2026-06-01 09:00"),
        at=at(BOUGHT),
    )
    known = bought(rung=Rung.ADVOCATE, since="2026-11-18 11:00")
    assert bool(step(replace(known, rows={**known.rows, Move: (move,)}))) is is_first


def test_without_a_known_purchase_there_are_no_first_days():
    assert step(facts(Rung.SHOPPER)) == []


@pytest.mark.parametrize(("worth", "is_asked"), [(None, True), (499, False), (500, True)])
def test_none_below_a_smallest_worth_that_is_set(worth, is_asked):
    given = replace(bought(), chosen=Chosen({"first_days.least_worth": 500}))
    given = replace(given, customer=replace(given.customer, worth=worth))
    assert bool(step(given)) is is_asked


def test_the_days_may_be_set():
    given = replace(bought(), chosen=Chosen({"first_days.days": [3, 10]}))
    assert step(given)[0] == (3, "2026-11-19 09:15")
    assert step(replace(given, touches=(touch(9, "2026-11-26 10:00"),))) == []


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("Rowan bought 12 lamps for 900 €", "lamps"),
        ("they ordered a standing desk", "standing desk"),
        ("she purchased two boxes of candles yesterday", "candles"),
        ("bought again", ""),
        ("bought it on the spot", ""),
        ("signed the contract", ""),
        ("bought something for the garden", ""),
    ],
)
def test_what_was_bought_is_named_where_the_line_says_so_for_sure(words, called):
    assert what(words) == called


NUDGE = Nudge(
    id=1,
    customer_id=1,
    play="first days",
    key="",
    status=Status.SENT,
    ask_at=at(BOUGHT),
    late_at=at(BOUGHT),
    due_at=None,
)


def say(given, when):
    (call,) = PLAY.plans(given)
    nudge = replace(NUDGE, about=call.about, key=call.key)
    scene = Scene(now=at(when), zone=LONDON, customer=given.customer, plays=Plays({}))
    return PLAY.say(nudge, scene)


def test_each_step_has_its_own_words_and_an_old_one_speaks_those_of_the_newest():
    given = bought(contacts=(Contact(id=1, name="Rowan"),))
    told = [
        plain_text.spoken(say(given, when).headline, "")
        for when in (
            "2026-11-17 09:15",
            "2026-11-23 09:15",
            "2026-12-20 09:15",
            "2027-01-15 09:15",
            "2027-02-24 09:15",
        )
    ]
    assert told[0] == "🌱 Welcome Rowan at Acme: how did the lamps arrive?"
    assert told[1] == "🌱 Ask Rowan at Acme: how was the first week with the lamps?"
    assert len(set(told)) == len(told)


moments = st.integers(0, 150 * 24 * 60).map(lambda it: at(BOUGHT) + timedelta(minutes=it))
contacts = st.builds(
    Touch,
    id=st.just(9),
    at=moments,
    kind=st.sampled_from(Kind),
    direction=st.sampled_from(Direction),
    signs=st.frozensets(st.sampled_from(Sign), max_size=1),
)


@given(st.lists(contacts, max_size=6), st.lists(moments, max_size=2))
def test_at_most_one_step_is_called_for_and_another_word_only_leads_on(told, rests):
    endings = [rest(3, BOUGHT, "first days", about={"day": 7}) for _ in rests]
    endings = tuple(replace(each, at=when) for each, when in zip(endings, rests, strict=True))
    known = bought(*told, dismissals=endings)
    (call,) = list(PLAY.plans(known)) or [None]
    assert (call is None) == (course(known) is None)
    if call:
        assert PLAY.need(call.about) is Need.FIRST_DAYS
        spoken = touch(99, BOUGHT)
        then = replace(known, touches=(*told, replace(spoken, at=call.ask_at)))
        (following,) = list(PLAY.plans(then)) or [None]
        assert following is None or following.about["day"] > call.about["day"]

"""Gives and asks: what counts as one, and that two gives come before an ask."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.customers import Rung
from domain.precedence import Need
from domain.settings import Chosen
from domain.touches import Direction, Kind, Sign, Touch
from features.asks.play import PLAY
from features.asks.rules import YEAR, Ask, AskNumbers, Wanted, gives
from features.complaints.rules import Complaint
from features.dates.rules import Dated, Sort
from tests.domain.test_plays import (
    ENQUIRY,
    LONDON,
    PRAISE,
    REFERRAL,
    at,
    facts,
    rest,
    theirs,
    touch,
)

CARD = touch(1, "2026-09-07 15:00", Kind.GIFT, words="sent Maria a card")
HAMPER = touch(2, "2026-10-05 15:00", Kind.GIFT, words="gave them a hamper")
PRAISED = theirs(3, "2026-11-16 11:00", PRAISE)


def asked(id_, when, what=Wanted.REVIEW):
    return Ask(id=id_, customer_id=1, what=what, at=at(when))


def customer(*touches, asks=(), rung=Rung.MEMBER, **more):
    known = facts(rung, *touches, **more)
    return replace(known, rows={**known.rows, Ask: tuple(asks)})


def planned(known):
    """The day on which it is asked, and for what."""
    found = [(call.ask_at.astimezone(LONDON), call.about["what"]) for call in PLAY.plans(known)]
    return [(f"{moment:%Y-%m-%d}", what) for moment, what in found]


BROKEN = Complaint(id=9, customer_id=1, words="broken", opened_at=at("2026-10-06 10:00"))
RESOLVED = replace(BROKEN, resolved_at=at("2026-11-05 11:00"))


@pytest.mark.parametrize(
    ("complaint", "heard", "day"),
    [
        (RESOLVED, theirs(3, "2026-11-08 11:00"), "2026-11-09"),
        (RESOLVED, touch(3, "2026-11-08 11:00"), "2026-11-09"),
        (RESOLVED, theirs(3, "2026-11-08 10:59"), "2026-12-01"),
        (RESOLVED, theirs(3, "2026-11-08 11:00", frozenset({Sign.COMPLAINT})), "2026-12-01"),
        (replace(RESOLVED, is_withdrawn=True), theirs(3, "2026-11-08 11:00"), "2026-12-01"),
        (BROKEN, theirs(3, "2026-11-08 11:00"), "2026-12-01"),
    ],
)
def test_three_days_after_a_complaint_was_put_right_a_word_without_another_is_a_moment(
    complaint, heard, day
):
    known = customer(CARD, HAMPER, heard, complaints=(complaint,))
    assert planned(known) == [(day, "review")]


@pytest.mark.parametrize(
    ("told", "is_give"),
    [
        ((touch(5, "2026-06-20 10:00", Kind.MAIL, words="congratulated her"),), True),
        ((touch(5, "2026-06-20 10:00", Kind.MAIL, words="mailed an offer"),), False),
        ((touch(5, "2026-06-20 10:00"),), True),  # a call, out of no need
        ((touch(5, "2026-06-20 10:00", signs=frozenset({Sign.PURCHASE})),), False),
        ((touch(5, "2026-07-25 10:00"),), False),  # their silence would have asked for it
        ((theirs(4, "2026-06-19 10:00", ENQUIRY, Kind.MAIL), touch(5, "2026-06-20 10:00")), False),
        ((theirs(4, "2026-06-19 10:00", PRAISE, Kind.MAIL), touch(5, "2026-06-20 10:00")), True),
        ((theirs(4, "2026-06-19 10:00", kind=Kind.MAIL), HAMPER), True),
    ],
)
def test_a_call_or_a_note_is_a_give_only_where_nothing_asked_for_it(told, is_give):
    began = touch(3, "2026-06-02 10:00", Kind.MEETING)
    assert bool(gives(customer(began, *told))) is is_give


def test_a_welcome_is_a_give_and_an_ask_is_none():
    joined = theirs(4, "2026-06-19 10:00", frozenset({Sign.JOINED}), Kind.NOTE)
    welcome = touch(5, "2026-06-20 10:00", Kind.MAIL, words="welcome")
    assert [it.called for it in gives(customer(joined, welcome))] == ["a welcome"]
    noted = replace(asked(1, "2026-06-20 10:00"), touch_id=CARD.id)
    assert gives(customer(CARD, asks=[noted])) == ()


def test_a_wish_on_their_birthday_is_a_give_and_talk_of_a_renewal_is_none():
    known = customer(theirs(4, "2026-08-20 10:00"), touch(5, "2026-11-17 10:00", Kind.MAIL))
    about = {"id": 1, "customer_id": 1, "month": 11, "added_at": at("2026-06-01 09:00")}
    for sort, day, called in (
        (Sort.BIRTHDAY, 16, ["a birthday wish"]),
        (Sort.BIRTHDAY, 21, []),
        (Sort.OTHER, 17, ["a word on their day"]),
        (Sort.RENEWAL, 17, []),
    ):
        dated = Dated(sort=sort, day=day, **about)
        with_day = replace(known, rows={**known.rows, Dated: (dated,)})
        assert [it.called for it in gives(with_day)] == called


def test_who_praises_us_is_asked_within_two_weeks_once_there_were_two_gives():
    assert planned(customer(CARD, PRAISED)) == []
    assert planned(customer(CARD, HAMPER, PRAISED)) == [("2026-11-17", "review")]
    (call,) = PLAY.plans(customer(CARD, HAMPER, PRAISED))
    assert PLAY.need(call.about) is Need.ASK
    assert [call.about[each] for each in ("given_0", "given_1")] == ["a card", "a gift"]


def test_without_a_good_moment_it_is_twice_a_year():
    assert planned(customer(CARD, HAMPER)) == [("2026-12-01", "review")]  # half a year on the rung
    late = touch(4, "2026-11-20 15:00", Kind.GIFT)
    early = theirs(3, "2026-10-20 11:00", PRAISE)  # a month before there was enough
    assert planned(customer(CARD, early, late)) == [("2026-12-01", "review")]


@pytest.mark.parametrize(
    ("asks", "then"),
    [
        ([asked(1, "2026-09-01 10:00")], ("2026-11-30", "referral")),  # a quarter later
        ([asked(1, "2026-01-20 10:00"), asked(2, "2026-08-01 10:00")], ("2027-02-01", "referral")),
        (
            [asked(1, "2026-08-01 10:00"), asked(2, "2026-09-01 10:00", Wanted.SURVEY)],
            ("2026-11-30", "referral"),
        ),
        (
            [asked(id_, f"2026-0{id_}-01 10:00", Wanted.SURVEY) for id_ in range(3, 7)],
            ("2027-03-02", "review"),
        ),
    ],
)
def test_asks_are_apart_and_no_more_than_a_year_bears(asks, then):
    praised = theirs(9, "2026-11-25 11:00", PRAISE)
    (found,) = planned(customer(CARD, HAMPER, praised, asks=asks))
    assert found == then


def test_who_has_just_recommended_us_is_not_asked_to_and_prospects_are_asked_for_nothing():
    done = [asked(1, "2026-02-02 10:00"), asked(2, "2026-03-02 10:00", Wanted.TESTIMONIAL)]
    named = theirs(3, "2026-11-16 11:00", REFERRAL)
    assert planned(customer(CARD, HAMPER, named, asks=done))[0][1] == "review"
    assert planned(customer(CARD, HAMPER, PRAISED, rung=Rung.PROSPECT)) == []


def test_who_would_rather_not_be_asked_is_left_alone_for_a_quarter():
    waved_off = rest(3, "2026-11-17 10:00", "ask")
    later = customer(CARD, HAMPER, PRAISED, dismissals=(waved_off,))
    assert planned(later) == [("2027-02-16", "review")]


def test_none_are_planned_where_none_are_wanted():
    none = replace(customer(CARD, HAMPER, PRAISED), chosen=Chosen({"ask.a_year": 0}))
    assert planned(none) == []


BEGUN = at("2026-06-01 09:00")
moments = st.integers(0, 400 * 24 * 60).map(lambda minutes: BEGUN + timedelta(minutes=minutes))
touches = st.builds(
    Touch,
    id=st.just(0),
    at=moments,
    kind=st.sampled_from(Kind),
    direction=st.sampled_from(Direction),
    signs=st.frozensets(st.sampled_from(Sign), max_size=2),
    words=st.sampled_from(["", "a card", "for free", "to thank her", "asked for a review"]),
)
asks = st.builds(
    Ask, id=st.just(0), customer_id=st.just(1), what=st.sampled_from(Wanted), at=moments
)


@given(st.lists(touches, max_size=12), st.lists(asks, max_size=5), st.sampled_from(Rung), st.data())
def test_two_gives_come_before_each_ask_and_a_year_bears_four(told, made, rung, data):
    told = [replace(each, id=number) for number, each in enumerate(sorted(told, key=when), 1)]
    made = [replace(each, id=number) for number, each in enumerate(sorted(made, key=when), 1)]
    number = data.draw(st.integers(1, 3))
    known = customer(*told, asks=made, rung=rung)
    known = replace(known, chosen=Chosen({"ask.gives": number}))
    for call in PLAY.plans(known):
        last = made[-1].at if made else BEGUN - YEAR
        since = [each for each in gives(known) if last < each.at <= call.ask_at]
        year = [each for each in made if call.ask_at - YEAR < each.at]
        assert len(since) >= number
        assert len(year) < AskNumbers().most_a_year
        assert len([it for it in year if it.what is not Wanted.SURVEY]) < AskNumbers().a_year
        assert call.ask_at <= call.late_at


def when(it):
    return it.at

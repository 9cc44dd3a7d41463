"""Gone quiet: when a word is asked for, how it sounds, and what sets its clock anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain import plain_text
from domain.customers import Rung
from domain.nudges import Nudge, Status
from domain.plays import Plays, Scene
from domain.precedence import Need, State
from domain.subjects import Subject
from domain.touches import Kind
from features.quiet.play import PLAY
from features.quiet.rules import NAME, clock
from features.risk.play import PLAY as RISK
from features.thanks.play import PLAY as THANK
from tests.domain.test_plays import (
    LONDON,
    NO_ANSWER,
    PRAISE,
    at,
    facts,
    mailed,
    rest,
    theirs,
    touch,
)

REACHED = touch(7, "2026-09-07 15:00", words="called Tom about the boiler", by_id=1)  # a Monday
TOGETHER = Plays({play.name: play for play in (PLAY, THANK, RISK)})


def word(given):
    (call,) = PLAY.plans(given)
    return call


def told(moment):
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("rung", "asked", "amber", "full_days"),
    [
        (Rung.SHOPPER, "2026-09-30 09:15", "2026-10-07 15:00", 7),
        (Rung.CUSTOMER, "2026-10-22 09:15", "2026-11-06 14:00", 7),
        (Rung.MEMBER, "2026-10-22 09:15", "2026-11-06 14:00", 7),
        (Rung.ADVOCATE, "2026-10-12 09:15", "2026-10-22 15:00", 7),
        (Rung.RAVING_FAN, "2026-09-30 09:15", "2026-10-07 15:00", 7),
    ],
)
def test_a_word_is_for_light_days_from_three_quarters_and_late_when_the_interval_is_over(
    rung, asked, amber, full_days
):
    given = facts(rung, REACHED)
    call, there = word(given), clock(given)
    assert (told(call.ask_at), told(call.late_at)) == (asked, amber)
    assert call.late_at == there.ends
    assert there.ends - there.full_from == timedelta(days=full_days)
    assert there.red_at - REACHED.at == 1.5 * there.interval


@pytest.mark.parametrize("rung", [Rung.SUSPECT, Rung.PROSPECT])
def test_who_has_not_bought_yet_is_followed_up_instead(rung):
    assert list(PLAY.plans(facts(rung, REACHED))) == []


@pytest.mark.parametrize(
    ("rung", "days"), [(Rung.MEMBER, 30), (Rung.ADVOCATE, 22.5), (Rung.RAVING_FAN, 15)]
)
def test_one_of_our_best_hears_from_us_twice_as_often(rung, days):
    given = facts(rung, REACHED)
    star = replace(given, customer=replace(given.customer, is_star=True))
    assert clock(star).interval == timedelta(days=days)
    at_risk = replace(given, states=frozenset({State.AT_RISK}))
    assert clock(at_risk).interval == timedelta(days=days)


def test_a_short_interval_has_full_rank_for_three_days_and_no_star_hears_from_us_daily():
    given = facts(Rung.SHOPPER, REACHED)
    given = replace(given, chosen=replace_number(given, "care.shopper_days", 20))
    there = clock(given)
    assert there.ends - there.full_from == timedelta(days=3)
    star = replace(given, customer=replace(given.customer, is_star=True))
    assert clock(star).interval == timedelta(days=14)


def replace_number(given, name, value):
    return type(given.chosen)({name: value})


@pytest.mark.parametrize(
    "after",
    [
        theirs(8, "2026-09-20 10:00"),
        mailed(8, "2026-09-20 10:00"),
        touch(8, "2026-09-20 10:00", Kind.GIFT),
        touch(8, "2026-09-20 10:00", Kind.MESSAGE, subject=Subject("complaint", 1)),
    ],
)
def test_what_reached_them_sets_it_anew(after):
    assert word(facts(Rung.MEMBER, REACHED, after)).episode == "t8"


@pytest.mark.parametrize(
    "after",
    [
        theirs(8, "2026-09-20 10:00", kind=Kind.MAIL),
        touch(8, "2026-09-20 10:00", signs=NO_ANSWER),
        touch(8, "2026-09-20 10:00", Kind.NOTE),
    ],
)
def test_what_did_not_reach_them_leaves_it_and_its_lateness(after):
    assert word(facts(Rung.MEMBER, REACHED, after)) == word(facts(Rung.MEMBER, REACHED))


def test_not_needed_moves_it_by_a_whole_interval_and_a_word_opens_the_next():
    rested = facts(Rung.SHOPPER, REACHED, dismissals=(rest(3, "2026-10-01 10:00", NAME),))
    assert (word(rested).episode, told(word(rested).late_at)) == ("n3", "2026-10-31 09:00")
    assert word(facts(Rung.SHOPPER, REACHED, touch(9, "2026-10-02 10:00"))).episode == "t9"


def test_who_was_never_reached_is_counted_from_the_rungs_beginning_and_is_not_late_at_once():
    given = facts(Rung.SHOPPER, since="2026-06-01 09:00", eased="2026-09-07 09:15")
    call = word(given)
    assert call.episode == "start"
    assert (told(call.ask_at), told(call.late_at)) == ("2026-09-07 09:15", "2026-09-09 09:15")


class TestAmongOthers:
    def test_who_recommends_us_is_thanked_in_the_last_week_and_not_asked_about_besides(self):
        (call,) = TOGETHER.plan(facts(Rung.ADVOCATE, REACHED)).values()
        assert (call.play, told(call.ask_at)) == ("thank", "2026-10-15 09:15")
        assert call.late_at.date() == clock(facts(Rung.ADVOCATE, REACHED)).ends.date()

    def test_while_thanks_would_not_fit_a_word_is_asked_for(self):
        given = facts(Rung.ADVOCATE, REACHED)
        cancelled = theirs(8, "2026-09-08 10:00", frozenset({"cancelled"}), Kind.MAIL)
        spoke = touch(9, "2026-09-08 15:00")
        at_risk = replace(given, touches=(REACHED, cancelled, spoke))
        assert [call.play for call in TOGETHER.plan(at_risk).values()] == [NAME]

    def test_thanks_that_are_not_needed_are_not_followed_by_a_word_at_once(self):
        given = facts(Rung.ADVOCATE, REACHED, dismissals=(rest(3, "2026-10-16 10:00", "thank"),))
        (call,) = TOGETHER.plan(given).values()
        assert call.play == "thank"

    def test_praise_that_is_thanked_for_in_time_is_the_word(self):
        praised = theirs(8, "2026-09-20 10:00", PRAISE, Kind.MAIL)
        (call,) = TOGETHER.plan(facts(Rung.SHOPPER, REACHED, praised)).values()
        assert TOGETHER.named[call.play].need(call.about) is Need.PRAISE


def said(given, now="2026-11-02 10:00"):
    call = word(given)
    nudge = Nudge(
        id=1,
        customer_id=1,
        play=call.play,
        key=call.key,
        status=Status.SENT,
        ask_at=call.ask_at,
        late_at=call.late_at,
        due_at=None,
        about=call.about,
    )
    scene = Scene(now=at(now), zone=LONDON, customer=given.customer, plays=TOGETHER)
    saying = scene.saying(nudge)
    return [plain_text.spoken(each, "") for each in (saying.headline, *saying.why)]


def test_it_names_the_fact_the_day_and_one_thing_to_do():
    assert said(facts(Rung.CUSTOMER, REACHED)) == [
        "🌿 A word with Acme?",
        "You last spoke on Mon 7 Sep about the boiler; it is 60 days on Fri 6 Nov.",
    ]
    wrote = replace(mailed(8, "2026-09-07 15:00"), words="sent the offer", by_id=1)
    assert said(facts(Rung.CUSTOMER, wrote))[1:] == [
        "You last wrote on Mon 7 Sep; it is 60 days on Fri 6 Nov.",
        "“sent the offer”",
    ]
    never = "They became a customer on Mon 1 Jun, and nobody of us has reached them yet."
    assert said(facts(Rung.CUSTOMER))[1] == never

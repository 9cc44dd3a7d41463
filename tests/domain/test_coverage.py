"""Until when a customer is cared for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.coverage import (
    cared_until,
    is_parked,
    is_silent,
    last_reached,
    outside,
    silent_since,
    turned_to_us,
)
from domain.customers import Rung
from domain.outside import Outside
from domain.precedence import State
from domain.subjects import Subject
from domain.touches import Kind, Sign
from tests.domain.test_plays import NO_ANSWER, PRAISE, PURCHASE, at, facts, mailed, theirs, touch

SINCE = "2026-06-01 09:00"
HEARD = "2026-10-01 12:00"


@pytest.mark.parametrize(
    ("rung", "days"),
    [
        (Rung.PROSPECT, 14),
        (Rung.SHOPPER, 30),
        (Rung.CUSTOMER, 60),
        (Rung.MEMBER, 60),
        (Rung.ADVOCATE, 45),
        (Rung.RAVING_FAN, 30),
    ],
)
def test_each_rung_has_its_care_interval_from_the_last_contact_on(rung, days):
    assert cared_until(facts(rung, touch(1, HEARD))) == at(HEARD) + timedelta(days=days)


def test_a_suspect_has_none():
    assert cared_until(facts(Rung.SUSPECT, touch(1, HEARD))) is None


@pytest.mark.parametrize("rung", [Rung.PROSPECT, Rung.MEMBER])
def test_who_was_never_reached_waits_from_the_beginning(rung):
    given = facts(rung, theirs(1, HEARD, kind=Kind.MAIL), since=SINCE, eased="2026-08-01 09:15")
    assert last_reached(given) is None
    assert cared_until(given) == at(SINCE)


COMPLAINT = frozenset({Sign.COMPLAINT})
LATER = "2026-11-01 12:00"


@pytest.mark.parametrize(
    "no_care",
    [
        touch(2, LATER, Kind.NOTE),
        touch(2, LATER, Kind.NOTE, signs=PURCHASE),
        touch(2, LATER, signs=NO_ANSWER),
        theirs(2, LATER, kind=Kind.MAIL),
        theirs(2, LATER, kind=Kind.MESSAGE),
        theirs(2, LATER, NO_ANSWER),
        theirs(2, LATER, COMPLAINT),
        replace(theirs(2, LATER), words="missed call from Maria"),
        replace(theirs(2, LATER), words="Maria left us a voicemail"),
        theirs(2, LATER, PRAISE, Kind.NOTE),
        theirs(2, LATER, kind=Kind.GIFT),
    ],
)
def test_what_they_send_us_and_what_was_in_vain_is_no_care_of_ours(no_care):
    assert last_reached(facts(Rung.MEMBER, touch(1, HEARD), no_care)) == at(HEARD)


@pytest.mark.parametrize(
    "care",
    [
        *(touch(2, LATER, kind) for kind in Kind if kind is not Kind.NOTE),
        touch(2, LATER, Kind.MESSAGE, subject=Subject("complaint", 1)),
        theirs(2, LATER),
        theirs(2, LATER, kind=Kind.MEETING),
    ],
)
def test_what_we_did_and_the_call_that_one_of_us_took_has_reached_them(care):
    assert last_reached(facts(Rung.MEMBER, touch(1, HEARD), care)) == at(LATER)


def test_that_they_turned_to_us_is_told_apart():
    given = facts(Rung.MEMBER, theirs(1, HEARD, COMPLAINT), touch(2, LATER))
    assert (turned_to_us(given), last_reached(given)) == (at(HEARD), at(LATER))


class TestTheirSilence:
    @pytest.mark.parametrize(
        ("days", "since"),
        [((1, 8, 14), None), ((1, 8, 15), 15), ((1, 15), None), ((1, 2, 3, 20), 20)],
    )
    def test_three_contacts_over_two_weeks_without_a_sign_are_silence(self, days, since):
        given = facts(Rung.SHOPPER, *(mailed(day, _october(day)) for day in days))
        assert silent_since(given) == (at(_october(since)) if since else None)
        assert is_silent(given, at(LATER)) == bool(since)

    @pytest.mark.parametrize(
        "between",
        [
            theirs(9, "2026-10-10 10:00", kind=Kind.MAIL),
            touch(9, "2026-10-10 10:00"),
            touch(9, "2026-10-10 10:00", Kind.NOTE, signs=PURCHASE),
        ],
    )
    def test_a_sign_of_theirs_breaks_the_row(self, between):
        given = facts(Rung.SHOPPER, *map(mailed, (1, 2), map(_october, (1, 8))), between)
        given = replace(given, touches=(*given.touches, mailed(15, _october(15))))
        assert silent_since(given) is None

    @pytest.mark.parametrize(
        "kept_apart",
        [
            touch(3, "2026-10-20 12:00", Kind.THANKS),
            touch(3, "2026-10-20 12:00", Kind.GIFT),
            touch(3, "2026-10-20 12:00", Kind.MAIL, subject=Subject("complaint", 1)),
        ],
    )
    def test_what_asks_for_no_answer_is_not_counted(self, kept_apart):
        given = facts(Rung.SHOPPER, mailed(1, _october(1)), mailed(2, _october(8)), kept_apart)
        assert silent_since(given) is None

    def test_nobody_is_silent_who_has_not_bought_yet(self):
        given = facts(Rung.PROSPECT, *(mailed(day, _october(day)) for day in (1, 8, 15)))
        assert silent_since(given) is None

    def test_from_then_on_only_who_speaks_with_them_has_reached_them(self):
        into_the_void = [mailed(day, _october(day)) for day in (1, 8, 15, 22)]
        gift = touch(23, "2026-10-23 12:00", Kind.GIFT)
        silent = facts(Rung.SHOPPER, *into_the_void, gift)
        assert last_reached(silent) == at(_october(8))
        spoke = touch(24, "2026-10-24 12:00")
        assert last_reached(replace(silent, touches=(*silent.touches, spoke))) == spoke.at
        wrote = theirs(24, "2026-10-24 12:00", kind=Kind.MAIL)
        after = replace(silent, touches=(*silent.touches, wrote, mailed(25, _october(25))))
        assert last_reached(after) == at(_october(25))

    def test_who_bought_thrice_should_have_bought_again_by_twice_the_usual_gap(self):
        bought = [_bought(1, "2026-03-02"), _bought(2, "2026-04-01"), _bought(3, "2026-05-11")]
        given = facts(Rung.CUSTOMER, *bought)
        assert silent_since(given) == at("2026-05-11 12:00") + timedelta(days=2 * 35)
        asked = theirs(4, "2026-06-01 12:00", kind=Kind.MAIL)
        assert silent_since(replace(given, touches=(*bought, asked)))
        answered = touch(5, "2026-08-01 12:00")
        assert silent_since(replace(given, touches=(*bought, answered))) is None

    def test_two_purchases_are_no_rhythm_nor_are_three_on_one_day(self):
        twice = [_bought(id_, "2026-03-02") for id_ in (1, 2, 3)]
        assert silent_since(facts(Rung.CUSTOMER, *twice, _bought(4, "2026-03-09"))) is None


def _october(day):
    return f"2026-10-{day:02} 12:00"


def _bought(id_, day):
    return touch(id_, f"{day} 12:00", signs=PURCHASE)


@pytest.mark.parametrize(
    "state", [State.DIED, State.LOST, State.DO_NOT_CONTACT, State.PAUSED], ids=str
)
def test_who_is_not_to_be_cared_for_stands_outside_with_the_reason(state):
    given = facts(Rung.MEMBER, touch(1, HEARD), states=frozenset({state, State.AT_RISK}))
    assert outside(given) == Outside(state)
    assert cared_until(given) is None


def test_while_a_prospect_is_parked_no_interval_applies():
    given = facts(Rung.PROSPECT, touch(1, HEARD), parked="2026-10-05 10:00")
    assert is_parked(given)
    assert outside(given) is Outside.PARKED
    assert cared_until(given) is None


def test_a_contact_since_brings_a_parked_prospect_back():
    given = facts(Rung.PROSPECT, theirs(1, "2026-10-09 10:00"), parked="2026-10-05 10:00")
    assert not is_parked(given)
    assert cared_until(given) == at("2026-10-23 10:00")


def test_a_note_leaves_a_parked_prospect_parked():
    note = touch(1, "2026-10-09 10:00", Kind.NOTE)
    assert is_parked(facts(Rung.PROSPECT, note, parked="2026-10-05 10:00"))

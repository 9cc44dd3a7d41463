"""Which contact lifts whom to which rung: rules over what is known."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.customers import Rung
from domain.touches import Direction, Kind, Sign, Touch
from features.ladder.rules import Evidence, Known, may_lift, shown

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


def told(*signs, words="", days=0.0):
    at = NOON - timedelta(days=days)
    return Touch(
        id=1,
        at=at,
        kind=Kind.NOTE,
        direction=Direction.THEIRS,
        signs=frozenset(signs),
        words=words,
    )


def lifts(rung, touch, *others, asked=()):
    """To which rung, and whether it is sure."""
    if not may_lift(touch, rung):
        return None
    known = Known(
        others=lambda sign: [each for each in others if sign in each.signs],
        asks=lambda: [NOON - timedelta(days=each) for each in asked],
    )
    found = shown(touch, rung, known)
    return found and (found.rung, found.is_sure)


BOUGHT, SENT = told(Sign.PURCHASE), told(Sign.REFERRAL)
REVIEW = told(Sign.PRAISE, words="they left us a lovely review")


@pytest.mark.parametrize(
    ("rung", "touch", "expected"),
    [
        (Rung.SUSPECT, told(Sign.ENQUIRY), (Rung.PROSPECT, True)),
        (Rung.SUSPECT, BOUGHT, (Rung.SHOPPER, True)),
        (Rung.PROSPECT, BOUGHT, (Rung.SHOPPER, True)),
        (Rung.SHOPPER, told(Sign.JOINED), (Rung.MEMBER, True)),
        (Rung.SHOPPER, SENT, (Rung.ADVOCATE, True)),
        (Rung.MEMBER, REVIEW, (Rung.ADVOCATE, True)),
        (Rung.MEMBER, told(Sign.PURCHASE, Sign.REFERRAL), (Rung.ADVOCATE, True)),
    ],
)
def test_what_a_contact_shows_for_sure_lifts_at_once(rung, touch, expected):
    assert lifts(rung, touch) == expected


@pytest.mark.parametrize(
    ("rung", "touch", "others", "expected"),
    [
        (Rung.SHOPPER, BOUGHT, [told(Sign.PURCHASE, days=9)], (Rung.CUSTOMER, True)),
        (Rung.SHOPPER, BOUGHT, [told(Sign.PURCHASE, days=0.1)], (Rung.CUSTOMER, False)),
        (Rung.SHOPPER, BOUGHT, [], (Rung.CUSTOMER, False)),
        (Rung.SHOPPER, BOUGHT, [told(Sign.PURCHASE, days=0.75)], (Rung.CUSTOMER, True)),
        (Rung.PROSPECT, BOUGHT, [told(Sign.PURCHASE, days=0.1)], (Rung.SHOPPER, True)),
        (Rung.PROSPECT, BOUGHT, [told(Sign.PURCHASE, days=9)], (Rung.CUSTOMER, True)),
        (Rung.ADVOCATE, SENT, [told(Sign.REFERRAL, days=9)], (Rung.RAVING_FAN, True)),
        (Rung.ADVOCATE, SENT, [told(Sign.REFERRAL, days=0.1)], (Rung.RAVING_FAN, False)),
        (Rung.MEMBER, SENT, [told(Sign.REFERRAL, days=0.1)], (Rung.ADVOCATE, True)),
        (
            Rung.ADVOCATE,
            SENT,
            [told(Sign.REFERRAL, words="when we asked, they gave us a name", days=9)],
            None,
        ),
    ],
)
def test_the_second_counts_where_it_is_another_one(rung, touch, others, expected):
    assert lifts(rung, touch, *others) == expected


@pytest.mark.parametrize(
    ("rung", "touch", "expected"),
    [
        (Rung.PROSPECT, SENT, (Rung.ADVOCATE, False)),
        (Rung.CUSTOMER, told(Sign.PRAISE, words="they love us, on Google"), (Rung.ADVOCATE, False)),
        (Rung.CUSTOMER, told(Sign.PRAISE, words="she was happy"), None),
    ],
)
def test_what_is_not_sure_is_asked_about(rung, touch, expected):
    assert lifts(rung, touch) == expected


@pytest.mark.parametrize("asked", [5, 14])
def test_a_referral_that_we_had_asked_for_makes_no_raving_fan(asked):
    first = told(Sign.REFERRAL, days=9)
    assert lifts(Rung.ADVOCATE, SENT, first, asked=[90]) == (Rung.RAVING_FAN, True)
    assert lifts(Rung.ADVOCATE, SENT, first, asked=[asked]) is None


@pytest.mark.parametrize("rung", list(Rung)[3:])
def test_nothing_moves_anybody_down(rung):
    assert lifts(rung, told(Sign.ENQUIRY, Sign.PURCHASE)) is None


def test_every_evidence_has_its_words():
    from features.ladder.words import ASKED, SHOWN  # noqa: PLC0415

    assert set(SHOWN) == set(Evidence)
    assert set(Evidence) - {Evidence.ENQUIRY, Evidence.FIRST_PURCHASE, Evidence.JOINED} == set(
        ASKED
    )

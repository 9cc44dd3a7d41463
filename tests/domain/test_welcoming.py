"""Who has become a member is welcomed, once."""

from dataclasses import replace

import pytest

from domain.customers import Rung
from domain.precedence import Need
from domain.touches import Kind, Sign
from features.ladder.rules import Move
from features.welcome.play import PLAY
from tests.domain.test_plays import LONDON, NO_ANSWER, at, facts, rest, theirs, touch

JOINED = theirs(5, "2026-11-17 14:00", frozenset({Sign.JOINED}), Kind.NOTE)


def called_for(*touches, **more):
    given = facts(Rung.MEMBER, JOINED, *touches, **more)
    return [
        (
            call.key,
            *(f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}" for at in (call.ask_at, call.late_at)),
        )
        for call in PLAY.plans(given)
    ]


def test_a_new_member_is_welcomed_within_two_working_days():
    assert called_for() == [("welcome member:t5", "2026-11-18 09:15", "2026-11-19 14:00")]
    assert PLAY.need({}) is Need.DATE


@pytest.mark.parametrize(
    ("told", "is_welcome"),
    [
        (touch(6, "2026-11-17 15:00"), True),
        (touch(6, "2026-11-18 15:00", Kind.GIFT), True),
        (theirs(6, "2026-11-18 15:00"), True),  # they called, and one of us was there
        (theirs(6, "2026-11-18 15:00", kind=Kind.MAIL), False),
        (touch(6, "2026-11-18 15:00", signs=NO_ANSWER), False),
        (touch(6, "2026-11-18 15:00", Kind.NOTE), False),
        (theirs(6, "2026-11-19 15:00", frozenset({Sign.JOINED}), Kind.NOTE), False),
    ],
)
def test_whatever_they_have_from_us_since_welcomes_them(told, is_welcome):
    assert (called_for(told) == []) is is_welcome


def test_who_is_waved_off_is_not_welcomed_again():
    waived = rest(3, "2026-11-18 10:00", "welcome member", about={"anchor": "t5"})
    assert called_for(dismissals=(waived,)) == []


def moved(**more):
    since, moment = at("2026-06-01 09:00"), at("2026-11-17 14:00")
    about = {"from_rung": Rung.CUSTOMER, "to_rung": Rung.MEMBER, "by_id": 2} | more
    return Move(id=7, customer_id=1, since_before=since, at=moment, **about)


@pytest.mark.parametrize(
    ("move", "rung", "is_asked"),
    [
        (moved(), Rung.MEMBER, True),
        (moved(), Rung.CUSTOMER, False),  # they have gone down again
        (moved(by_id=None), Rung.MEMBER, False),  # an import says so
        (moved(from_rung=Rung.ADVOCATE), Rung.MEMBER, False),
        (moved(to_rung=Rung.ADVOCATE), Rung.ADVOCATE, False),
    ],
)
def test_who_is_made_a_member_by_hand_is_welcomed_and_after_an_import_nobody(move, rung, is_asked):
    known = facts(rung)
    known = replace(known, rows={**known.rows, Move: (move,)})
    keys = [call.key for call in PLAY.plans(known)]
    assert keys == (["welcome member:m7"] if is_asked else [])
    told = replace(known, touches=(touch(9, "2026-11-18 10:00", Kind.GIFT),))
    assert list(PLAY.plans(told)) == []

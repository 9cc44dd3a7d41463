"""What somebody has, is or is used to is a note; what they do, say or ask is theirs."""

import pytest

from domain.reading import Party, everybody, read
from domain.touches import Direction, Kind, Sign
from tests.domain.lines import NOW, ZONE

NAMES = everybody(["Acme", "Rosa Diaz"], Party.THEIRS) | everybody(["Ben Marsh"], Party.OURS)


def said(words):
    return read(words, NOW, ZONE, NAMES)


@pytest.mark.parametrize(
    "words",
    [
        "Acme has a new logo",
        "Acme parking round the back",
        "Acme have two vans",
        "Acme uses the old till",
        "Rosa drives a red Skoda",
        "Rosa likes chocolate",
        "Acme had a fire",
    ],
)
def test_a_note_is_nobodys_contact(words):
    told = said(words)
    assert (told.kind, told.direction, told.signs) == (Kind.NOTE, Direction.OURS, frozenset())


@pytest.mark.parametrize(
    "words",
    [
        "Acme emailed, wheres the order",
        "Rosa rang and asked for Ben",
        "Rosa rang, asked for Ben",
        "Rosa rang and wanted Ben",
    ],
)
def test_what_they_did_is_theirs_and_no_attempt_of_ours(words):
    told = said(words)
    assert told.direction is Direction.THEIRS
    assert Sign.NO_ANSWER not in told.signs


@pytest.mark.parametrize("words", ["did not reach acme", "didn’t reach Rosa", "couldn't catch her"])
def test_whom_we_did_not_reach_we_tried(words):
    told = said(words)
    assert (told.direction, told.signs) == (Direction.OURS, {Sign.NO_ANSWER})


@pytest.mark.parametrize("words", ["thanks but no thanks", "Rosa said thanks, but no thank you"])
def test_who_declines_has_not_thanked(words):
    told = said(words)
    assert told.kind is not Kind.THANKS
    assert Sign.PRAISE not in told.signs


@pytest.mark.parametrize(
    "words", ["Acme order 2 weeks ago still nothing", "they ordered 2 weeks ago, nothing yet"]
)
def test_of_an_old_order_they_speak_today(words):
    assert said(words).at == NOW
    assert said("Acme ordered 40 boxes yesterday").at.date() < NOW.date()

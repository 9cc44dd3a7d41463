"""Whose attempt it was that nobody answered; and what only cancels a day."""

import pytest

from domain.reading import Party, everybody, read
from domain.touches import Direction, Sign
from tests.domain.lines import NOW, ZONE

KNOWN = everybody(["Summit Outdoor", "Corner Cafe"], Party.THEIRS)


def said(words):
    return read(words, NOW, ZONE, KNOWN)


@pytest.mark.parametrize(
    "words",
    [
        "Summit Outdoor emailed yday re invoice, he never answered",
        "Summit Outdoor rang twice, no reply",
        "Summit Outdoor emailed last week about the renewal, she hasn't replied",
        "Summit Outdoor messaged on whatsapp, never replied",
        "Corner Cafe left vm, no answer",
        "Corner Cafe popped in, nobody there",
        "Kestrel Kitchens left vm, no answer",
    ],
)
def test_behind_the_customers_name_stands_what_we_tried_in_vain(words):
    told = said(words)
    assert (told.direction, told.signs) == (Direction.OURS, {Sign.NO_ANSWER})


@pytest.mark.parametrize(
    "words",
    [
        "Summit Outdoor emailed us yday re invoice, he never answered",
        "Summit Outdoor rang twice, we never answered",
        "Summit Outdoor emailed about a quote, no reply so far from us",
        "Summit Outdoor rang about broken jars, no answer, so they complained",
    ],
)
def test_what_came_to_us_stays_theirs_though_nobody_answered(words):
    assert said(words).direction is Direction.THEIRS


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("Summit Outdoor cancelled their membership, too expensive", True),
        ("Summit Outdoor cancelled the contract after our call", True),
        ("Summit Outdoor cancelled the meeting on Tue and the contract", True),
        ("Summit Outdoor cancelled the meeting, wants to cancel the contract", True),
        ("Summit Outdoor cancelled the meeting on Tue", False),
        ("Corner Cafe cancelled our appointment", False),
        ("Corner Cafe cancelled the call with us", False),
    ],
)
def test_who_cancels_a_day_is_not_asked_whether_they_leave(words, is_asked):
    assert (Sign.CANCELLED in said(words).suspected) == is_asked

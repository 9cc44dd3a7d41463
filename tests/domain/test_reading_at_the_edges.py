"""How far words reach: what is whose, what a “not” still tells of, and which moment is meant."""

import pytest

from domain.reading import read
from domain.touches import Kind, Sign
from tests.domain.lines import NOW, ZONE


def signs(words):
    return set(read(words, NOW, ZONE).signs)


@pytest.mark.parametrize(
    "words",
    [
        "her mum is here, very upset",  # nothing has happened to her
        "her order is lost, very upset",  # that is no grief
        "her mum is ill, upset today",  # more is said than the feeling
        "with their supplier unhappy",
        "the competitor is late and she is unhappy",
        "angry we use a competitor",
        "angry at our competitor",
        "upset about her dog food",
        "upset about losing the dog",
        "on their own site it is broken",
        "the competitor one two three four five six unhappy",
        "not really in this case very happy",  # five words between
        "the fixed pump broke again",
    ],
)
def test_this_is_about_us(words):
    assert signs(words) == {Sign.COMPLAINT}


@pytest.mark.parametrize(
    "words",
    [
        "her mum is ill, very upset",
        "upset about her dog",
        "upset about losing her dog",
        "unhappy about her old dog dying last week",
        "supplier unhappy",
        "their supplier unhappy",
        "unhappy with the supplier",
        "own site broken",
        "competitor again late, we are unhappy",
        "the competitor one two three four five unhappy",
        "happy with Initech",
        "happy with what Initech did",
        "happy with how Initech did it",
        "happy with the way Initech did it",
        "fixed the pump that broke again",
        "the fixed pump broke down again",
    ],
)
def test_this_is_none_of_our_doing(words):
    assert signs(words) == set()


@pytest.mark.parametrize(
    "words", ["happy with all Initech did", "not really in this one case very happy"]
)
def test_this_is_praise_all_the_same(words):
    assert signs(words) == {Sign.PRAISE}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("call postponed", Kind.NOTE),
        ("call with Maria postponed", Kind.NOTE),
        ("call with new Maria postponed", Kind.CALL),
    ],
)
def test_what_puts_off_stands_within_three_words(words, kind):
    assert read(words, NOW, ZONE).kind is kind


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("called at 0:30", "2026-11-20 00:30"),
        ("called at 1", "2026-11-20 13:00"),
        ("called at 6", "2026-11-19 18:00"),
        ("called at 7", "2026-11-20 07:00"),
        ("called at 11:59", "2026-11-20 11:59"),
        ("called at 12", "2026-11-20 12:00"),
        ("met at half one", "2026-11-20 13:30"),
        ("met at quarter to one", "2026-11-20 12:45"),
        ("met at quarter past three", "2026-11-19 15:15"),
        ("met Friday at 2pm", "2026-11-20 14:00"),
        ("met Friday at 2:01pm", "2026-11-13 14:01"),
        ("met yesterday evening at 7", "2026-11-19 19:00"),
        ("met yesterday morning at 6", "2026-11-19 06:00"),
        ("met on the 20th", "2026-11-20 12:00"),
        ("met on the 31st", "2026-10-31 12:00"),
        ("met on 3/12", "2026-03-12 12:00"),
        ("met on 12/3", "2026-03-12 12:00"),
        ("met on 13/2", "2026-02-13 12:00"),
        ("met on 2/13", "2026-02-13 12:00"),
        ("met on 12/12", "2025-12-12 12:00"),
        ("called at 24:00", "2026-11-20 14:00"),
        ("called at 9:60", "2026-11-20 14:00"),
    ],
)
def test_hours_and_days_are_those_that_are_likeliest(words, at):
    assert f"{read(words, NOW, ZONE).at.astimezone(ZONE):%Y-%m-%d %H:%M}" == at

"""What is asked to be remembered: the moment, and what is left of the words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.reading import errand

LONDON = ZoneInfo("Europe/London")
FRIDAY = datetime(2026, 11, 20, 14, 0, tzinfo=LONDON)

SAID = [
    ("Thursday 3pm call Maria", "2026-11-26 15:00", "call Maria"),
    ("call Maria Thursday 3pm", "2026-11-26 15:00", "call Maria"),
    ("tomorrow send quote", "2026-11-21", "send quote"),
    ("call Maria at 4", "2026-11-20 16:00", "call Maria"),
    ("today 3pm send quote", "2026-11-20 15:00", "send quote"),
    ("Fri 3pm call", "2026-11-20 15:00", "call"),
    ("Fri 1pm call", "2026-11-27 13:00", "call"),
    ("in 2 hours call Maria", "2026-11-20 16:00", "call Maria"),
    ("27.11. 14:30 call Bob", "2026-11-27 14:30", "call Bob"),
    ("2026-12-01 15:00 call", "2026-12-01 15:00", "call"),
    ("Dec 3rd at 2:30pm demo", "2026-12-03 14:30", "demo"),
    ("contract by Friday", "2026-11-27", "contract"),
    ("call on the 24th at noon about 3 boxes", "2026-11-24 12:00", None),
]


@pytest.mark.parametrize(("words", "at", "rest"), SAID)
def test_moment_and_words(words, at, rest):
    read = errand(words, FRIDAY, LONDON)
    assert read.then
    shown = "%Y-%m-%d %H:%M" if read.then.has_hour else "%Y-%m-%d"
    assert read.then.at.strftime(shown) == at
    assert read.words == (words if rest is None else rest)


@pytest.mark.parametrize(
    "words",
    ["call Maria", "yesterday 3pm call", "8am call Maria", "30 Feb 3pm call", "in March review"],
)
def test_no_moment_to_come_is_none(words):
    read = errand(words, FRIDAY, LONDON)
    assert read.then is None
    assert read.words == words

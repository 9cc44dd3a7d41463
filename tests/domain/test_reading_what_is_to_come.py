"""What a line promises or plans: when, whose it is, and in which of its words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.reading import read
from domain.touches import Direction

LONDON = ZoneInfo("Europe/London")
FRIDAY = datetime(2026, 11, 20, 14, 0, tzinfo=LONDON)
OURS, THEIRS = Direction.OURS, Direction.THEIRS

COMES = [
    ("will call Maria Thursday 3pm", "2026-11-26 15:00", OURS),
    ("they want us to call back next Tuesday", "2026-11-24", OURS),
    ("contract by Friday", "2026-11-27", THEIRS),
    ("Tomasz will sign by Friday he says", "2026-11-27", THEIRS),
    ("called, she'll send the order tomorrow", "2026-11-21", THEIRS),
    ("cb mon", "2026-11-23", OURS),
    ("appt 2pm Mon", "2026-11-23 14:00", OURS),
    ("out til thurs", "2026-11-26", OURS),
    ("WBP 12/15", "2026-12-15", OURS),
    ("demo set for tue 24th 10am", "2026-11-24 10:00", OURS),
    ("service booked weds 25th 8.30", "2026-11-25 08:30", OURS),
    ("called Monday, will call again Thursday", "2026-11-26", OURS),
    ("eta 27/11, told Angela", "2026-11-27", OURS),
    ("will bell again about 5", "2026-11-20 17:00", OURS),
    ("ring Bob on weds about the blade", "2026-11-25", OURS),
    ("closed 15 nov to 1 march", "2027-03-01", OURS),
]


@pytest.mark.parametrize(("words", "at", "whose"), COMES)
def test_what_is_to_come_has_its_moment_and_whose_it_is(words, at, whose):
    read_ = read(words, FRIDAY, LONDON)
    (found,) = read_.to_come
    assert f"{found.at:%Y-%m-%d %H:%M}" == (at if found.has_hour else f"{at} 00:00")
    assert found.whose is whose
    assert found.at > FRIDAY


NOTHING = """
called Monday
met on the 18th about stock
hosted her for dinner Wednesday
14 tickets open since Monday
kept on hold for 10 mins
sent a bottle for their 5th birthday
his 18th edition exam
cut the order from 5 days to 3
two Mondays ago I did the check
Monday's delivery was fine
left a message, 2nd attempt
""".strip().split("\n")


@pytest.mark.parametrize("words", NOTHING)
def test_nothing_is_to_come_of_what_is_past_or_only_counted(words):
    assert read(words, FRIDAY, LONDON).to_come == ()


def test_it_is_told_in_the_words_of_its_own_part_of_the_line():
    (found,) = read("Rang Maria, will send her the Quote Thursday 3pm", FRIDAY, LONDON).to_come
    assert found.words == "will send her the Quote Thursday 3pm"


def test_what_is_so_long_from_now_is_on_no_clock():
    (found,) = read("call her back in 2 hours", FRIDAY, LONDON).to_come
    assert (found.at - FRIDAY).total_seconds() == 2 * 3600
    assert found.is_elapsed

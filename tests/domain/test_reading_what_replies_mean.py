"""What a reply in a reminder's thread does: precise first, for it acts in somebody's name."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.reading import Party
from domain.reading.meanings import Done, Doubtful, PutOff, Taken, Talk, Told, Waived
from domain.reading.replies import meaning

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=LONDON)
"""A Friday."""

TEAM = {"ben": Party.OURS, "ana": Party.OURS}


def means(words):
    return meaning(words, NOW, LONDON, TEAM)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        *[
            (each, Done)
            for each in ("done", "ok done", "✅", "sorted", "all wrapped up now thanks")
        ],
        *[(each, Told) for each in ("called her", "spoke to Maria, she's in", "texted him back")],
        *[(each, Taken) for each in ("on it", "mine", "I'll do it", "I can ring him", "dibs")],
        *[(each, PutOff) for each in ("tomorrow", "next week", "after the 12th", "not today")],
        *[(each, Waived) for each in ("not needed", "she left", "wrong person", "they shut down")],
    ],
)
def test_a_reply_does_what_its_button_does(words, meant):
    assert isinstance(means(words), meant)


@pytest.mark.parametrize(
    "words",
    [
        "not done yet",
        "done?",
        "is it done",
        "well done Ana",
        "Ben's on it",
        "he's on it",
        "who is on it",
        "nobody's on it",
        "can you take it",
        "@ben yours",
        "I'd do it if I could",
        "done with this coffee machine",
        "needs to be done by Friday",
        "done by tomorrow",
        "don't close it",
        "pub tomorrow?",
        "her birthday is the 12th",
        "see you tomorrow",
        "I sorted my own parking",
        "done my expenses at last, sorry wrong thread",
        "wrong thread, ignore",
        "she left a note for you",
        "we always forget this bit",
        "I'll call Ben",
        "am I the only one on it",
        "I'm done with this team",
        "that's me done for the day",
        "I'm off tomorrow",
        "lol",
        "",
    ],
)
def test_what_is_of_others_asked_denied_or_in_jest_does_nothing(words):
    assert means(words) == Talk()


def test_an_attempt_in_vain_is_told_as_one():
    assert means("no answer again, voicemail") == Told(in_vain=True)
    assert means("rang her, all good") == Told(in_vain=False)


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("tomorrow", "21 Nov", None),
        ("next week", "23 Nov", None),
        ("after the 12th", "13 Dec", None),
        ("try me Thursday", "26 Nov", None),
        ("Tuesday at 2", "24 Nov", 14),
        ("this evening", "20 Nov", 17),
        ("in a fortnight", "04 Dec", None),
        ("3 December please", "03 Dec", None),
        ("not now, in 2 hours", "20 Nov", 16),
        ("park it until the new year", "02 Jan", None),
    ],
)
def test_it_is_put_off_until_the_day_that_it_names(words, day, hour):
    until = means(words).until
    assert f"{until.at:%d %b}" == day
    assert until.at.hour == hour if until.has_hour else hour is None


def test_who_will_do_it_on_a_day_to_come_takes_it_until_then():
    assert means("I'll call her tomorrow").is_mine
    assert not means("tomorrow").is_mine


def test_what_may_be_done_or_not_needed_is_asked():
    assert means("please close this") == Doubtful()
    assert isinstance(means("I'm all over this"), Taken)


def test_a_day_that_is_not_understood_is_asked_for():
    assert means("not now, later") == PutOff(until=None)

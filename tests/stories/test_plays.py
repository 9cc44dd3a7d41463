"""The page of the plays, and the sample team that shows them all."""

import pytest

import features
from tests.stories import plays

pytestmark = pytest.mark.slow


async def test_the_sample_team_shows_every_play_within_six_weeks(sqlite):
    seen = await plays.met(sqlite, acts=False)
    assert features.build().plays.named.keys() - {each.play for each in seen} == set()


async def test_the_page_says_what_the_plays_say(tmp_path):
    page = tmp_path / "plays.md"
    await plays.write(page)
    assert page.read_text() == plays.PAGE.read_text()

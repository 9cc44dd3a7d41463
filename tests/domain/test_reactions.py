"""What a reaction stands for, and how a team has it stand for something else."""

import pytest

from domain.errors import UnknownReaction
from domain.reactions import Meaning, meanings
from handlers.slack.reactions import spelled as on_slack
from handlers.teams.reactions import spelled as on_teams


@pytest.mark.parametrize("spelled", [on_slack, on_teams])
def test_one_setting_holds_on_every_platform(spelled):
    known = meanings(["🎉=done", "🙏 = nothing", ":shipit:=mine", "👍🏽=later"], spelled)
    wanted = {"🎉": Meaning.DONE, "👍": Meaning.LATER, "shipit": Meaning.TAKE}
    assert {emoji: known[emoji] for emoji in wanted} == wanted
    assert "🙏" not in known
    assert known["✅"] is Meaning.DONE


def test_a_team_may_name_an_emoji_as_slack_calls_it():
    assert meanings([":tada:=done"], on_slack) == meanings(["🎉=done"], on_slack)


@pytest.mark.parametrize("name", ["+1", "+1::skin-tone-6", "thumbsup"])
def test_an_emoji_is_the_same_in_every_tone_of_skin(name):
    assert on_slack(name) == on_teams("yes-tone4") == "👍"


@pytest.mark.parametrize("written", ["🎉", "🎉=", "=done", "🎉=party"])
def test_what_says_no_meaning_is_named(written):
    with pytest.raises(UnknownReaction, match=f"“{written}”, which is not like 🎉=done"):
        meanings([written])

"""`check` says where Heed is installed on Teams, and whether Teams still has it there."""

import pytest

from handlers.teams import installed, sdk
from tests.databases import ON_SQLITE
from tests.handlers.teams.conftest import open_office
from tests.handlers.teams.service import TENANT

pytestmark = ON_SQLITE


async def look(office):
    keys = sdk.Keys(app_id="heed", tenant_id=TENANT, stand_in=office.service.address)
    return await installed.look_around(office.heed, keys)


async def test_it_names_the_channels_and_counts_the_chats(office):
    await office.type("29:ana", "help")
    chats, channel = await look(office)
    assert (chats.is_good, channel.is_good) == (True, True)
    assert chats.told == "people whom Heed can write to: 1"
    assert channel.told == "Heed is in Sales / Customer care"


async def test_it_says_what_to_do_while_heed_is_installed_nowhere(database):
    async with open_office(database, installed=False) as office:
        _, channel = await look(office)
        assert not channel.is_good
        assert "make teams-package" in channel.told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (
            403,
            "no longer lets Heed into Sales / Customer care (BotNotInConversationRoster)",
        ),
        (503, "can't be asked about Sales / Customer care now: check again in a minute"),
    ],
)
async def test_it_says_of_a_channel_that_teams_does_not_show_what_to_do(office, status, told):
    office.service.refuses = status
    _, channel = await look(office)
    assert not channel.is_good
    assert channel.told.startswith(f"Teams {told}")


async def test_before_the_first_start_nothing_is_known_and_nothing_is_written(office):
    keys = sdk.Keys(app_id="heed", tenant_id="another", stand_in=office.service.address)
    chats, channel = await installed.look_around(office.heed, keys)
    assert chats.told == "people whom Heed can write to: 0"
    assert not channel.is_good
    assert (await installed.look_around(office.heed, keys))[0].told == chats.told

"""An answer in direct messages, when Slack has too much to do to take it."""

import pytest
from slack_sdk.errors import SlackApiError

from domain.messages import Message, line
from handlers.dispatcher import Dispatcher
from handlers.slack import connect
from handlers.slack.home import Homes
from handlers.slack.modals import Way
from handlers.slack.ways import PATIENCE, Ways
from playground import Fault, Keys, Playground, Rules
from tests.world import open_world

ANA = "U0ANAREYES"
ANSWER = Message(id="answer", headline=line("🌿 Nothing waits for you."))


@pytest.mark.parametrize("refusals", [2, PATIENCE + 1])
async def test_an_answer_waits_as_long_as_slack_says_and_is_said_once(sqlite, refusals):
    playground = Playground(rules=Rules(rate=0, quiet=0.02))
    async with playground.serve(), open_world(sqlite) as world:
        url = f"{playground.address}/api/"
        keys = connect.Keys(bot_token=Keys().bot_token, app_token=None, api_url=url)
        client = keys.quick_client()

        async def introduce(user_id):
            raise AssertionError(user_id)

        homes = Homes(Dispatcher(world.heed, introduce, world.tenancy), client)
        for _ in range(refusals):
            fault = Fault(method="chat.postMessage", kind="ratelimited", retry_after=0)
            playground.fail(fault)
        if refusals > PATIENCE:
            with pytest.raises(SlackApiError):
                await Ways(client, homes).tell(Way(), ANA, ANSWER)
        else:
            await Ways(client, homes).tell(Way(), ANA, ANSWER)
            channel = (await client.conversations_open(users=ANA))["channel"]["id"]
            told = await client.conversations_history(channel=channel)
            assert len([each for each in told["messages"] if "Nothing" in each["text"]]) == 1

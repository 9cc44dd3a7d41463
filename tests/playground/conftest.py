"""A playground on a free port, and bots beside it that are built with Slack's own libraries."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground import Keys, Playground, Rules, read
from playground.bot import SCOPES
from playground.delivery.envelope import Answer

KEYS = Keys()
CARE, GENERAL, PARTNERS = "C0CUSTCARE", "C0GENERAL0", "C0PARTNERS"
ANA, BEN, GIL, OLGA, HEED = "U0ANAREYES", "U0BENOKAFR", "U0GILNOVAK", "U0OLGAWEIS", "U0HEEDBOT0"
START = datetime(2026, 11, 20, 14, tzinfo=UTC)
TEAM = replace(read(), bot=replace(read().bot, scopes=SCOPES, events=None))
"""Its bot may and hears all there is, which is more than Heed asks for."""


def rules(**changed):
    """No limit of pace, and no waiting, unless a test is about them."""
    return Rules(**({"rate": 0, "quiet": 0.02, "retry_after": ()} | changed))


@asynccontextmanager
async def served(**given):
    town = Playground(**({"rules": rules(), "start": START, "team": TEAM} | given))
    async with town.serve():
        yield town


@pytest.fixture
async def town():
    async with served() as town:
        yield town


def client_of(town, token=KEYS.bot_token):
    return AsyncWebClient(token=token, base_url=f"{town.address}/api/", retry_handlers=[])


@pytest.fixture
async def slack(town):
    return client_of(town)


@asynccontextmanager
async def connected(town, build):
    """A Bolt app on Socket Mode; `build` registers its listeners."""
    app = AsyncApp(client=client_of(town), process_before_response=True)
    build(app)
    handler = AsyncSocketModeHandler(app, KEYS.app_token)
    handler.client.ping_interval = 0.2
    await handler.connect_async()
    try:
        yield app
    finally:
        await handler.close_async()
        await handler.client.aiohttp_client_session.close()


@pytest.fixture
async def http(town):
    """The playground's own HTTP, for what people, tests and admins do."""
    async with aiohttp.ClientSession(base_url=town.address) as session:
        yield session


async def refused(call):
    """The answer of a call that Slack refuses."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return caught.value.response


async def error_of(call):
    return (await refused(call))["error"]


@asynccontextmanager
async def plugged_in(town):
    """One bare connection of Socket Mode, its greeting already heard."""
    opened = await client_of(town).apps_connections_open(app_token=KEYS.app_token)
    async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        await socket.receive_json()
        yield socket


class Ears:
    """A way to the bot that remembers everything, and acknowledges it with the same answer."""

    def __init__(self):
        self.envelopes = []
        self.answer = Answer()

    async def send(self, envelope, _):
        self.envelopes.append(envelope)
        return self.answer

    async def close(self):
        pass

    @property
    def events(self):
        return [e.payload["event"] for e in self.envelopes if e.kind == "events_api"]

    @property
    def kinds(self):
        return [(e["type"], e.get("subtype")) for e in self.events]


def listen(town):
    ears = Ears()
    town.town.courier.use(ears)
    return ears


@pytest.fixture
def ears(town):
    return listen(town)

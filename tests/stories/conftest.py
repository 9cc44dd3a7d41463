"""Heed as it really runs, beside a playground: over sockets, on a real database."""

import asyncio
import time
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import app
from handlers.slack import http
from handlers.web.serving import serve
from playground import Keys, Playground, Rules
from playground.serving import bind
from settings import Settings
from tests.stories.reading import find, read

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Europe/London"))
CARE = "customer-care"
KEYS = Keys()
PATIENCE = 10
"""Seconds for what comes by itself, on a machine that is busy."""


class Office:
    """A team in a Slack workspace, with Heed among them."""

    def __init__(self, town):
        self.town = town

    async def type(self, who, text, channel=CARE, **more):
        """What this person alone is told, as text."""
        done = await self.town.do(who, "type", channel=channel, text=text, **more)
        private = [each for each in done["sees"].get("messages", []) if each.get("is_ephemeral")]
        return private[-1] if private else None

    async def press(self, who, message, label, value=None, channel=CARE):
        """What this person alone is told."""
        said = {"channel": channel, "ts": message["ts"], "action_id": find(message, label)}
        if value is not None:
            said["value"] = value
        done = await self.town.do(who, "act", **said)
        seen = [*done["sees"].get("messages", []), *done["sees"].get("changed", [])]
        private = [each for each in seen if each.get("is_ephemeral")]
        return private[-1] if private else None

    async def act(self, who, message, label, value=None, channel=CARE):
        """The same; all that it led to, forms included."""
        said = {"channel": channel, "ts": message["ts"], "action_id": find(message, label)}
        return await self.town.do(who, "act", **said, **({} if value is None else {"value": value}))

    async def home(self, who, *words):
        """What stands in Home, as soon as it says so."""
        until = time.monotonic() + PATIENCE
        while True:
            view = (await self.town.look(who, "home"))["view"]
            if all(each in read(view) for each in words):
                return view
            assert time.monotonic() < until, read(view)
            await asyncio.sleep(0.05)

    async def act_at_home(self, who, label):
        """Presses what stands there first under that label."""
        action = find(await self.home(who), label)
        return await self.town.do(who, "act", view="home", action_id=action)

    async def search(self, who, form, field, query):
        """What a form's search field offers: labels, and their values."""
        block = next(it for it in form["blocks"] if it.get("block_id") == field)
        asked = {"view": form["id"], "action_id": block["element"]["action_id"], "query": query}
        found = (await self.town.do(who, "search", **asked))["options"]
        return {each["text"]["text"]: each["value"] for each in found}

    def at(self, text):
        """`2026-11-16 09:15` on London's clock."""
        return datetime.fromisoformat(text).replace(tzinfo=MONDAY.tzinfo)

    async def react(self, who, message, name, channel=CARE):
        return await self.town.do(who, "react", channel=channel, ts=message["ts"], name=name)

    async def unreact(self, who, message, name, channel=CARE):
        return await self.town.do(who, "unreact", channel=channel, ts=message["ts"], name=name)

    async def channel(self, who="ana", channel=CARE, thread=None):
        """What stands there for everybody, once Heed has done all that is due."""
        await self.town.turn(by=timedelta(milliseconds=1))
        asked = {"channel": channel} | ({"thread": thread} if thread else {})
        seen = await self.town.look(who, "read", **asked)
        return [each for each in seen["messages"] if not each.get("is_ephemeral")]

    async def post(self, words, who="ana", channel=CARE, thread=None):
        """The one that says so, as soon as it is there."""
        until = time.monotonic() + PATIENCE
        while True:
            seen = await self.channel(who, channel, thread)
            found = [each for each in seen if words in read(each)]
            if len(found) == 1:
                return found[0]
            assert not found, [read(each) for each in found]
            assert time.monotonic() < until, [read(each) for each in seen]
            await asyncio.sleep(0.05)

    async def turn(self, **to):
        await self.town.turn(**to)

    async def wait(self, **by):
        await self.town.turn(by=timedelta(**by))


def chosen_settings(town, database, **changed):
    values = {
        "slack_bot_token": KEYS.bot_token,
        "slack_app_token": KEYS.app_token,
        "slack_api_url": f"{town.address}/api/",
        "heed_clock_url": f"{town.address}/clock",
        "heed_managers": ("chloe",),
        "heed_zone": "Europe/London",
        "database_url": database,
        "heed_port": 0,
    } | changed
    return Settings(_env_file=None, **values)


@asynccontextmanager
async def open_office(
    database,
    *,
    over_http=False,
    start=MONDAY,
    settle=True,
    team=None,
    managers=("chloe",),
    **rules,
):
    """Heed and its playground, in one event loop; the channel takes reminders."""
    rules = {"rate": 0, "quiet": 0.02, "retry_after": ()} | rules
    async with AsyncExitStack() as stack:
        town = Playground(rules=Rules(**rules), start=start, team=team)
        await stack.enter_async_context(town.serve())
        web = ""
        keys = {"slack_app_token": None, "slack_signing_secret": KEYS.signing_secret}
        keys = keys if over_http else {}
        chosen = chosen_settings(town, database, heed_managers=managers, **keys)
        house = await stack.enter_async_context(app.open_house(chosen, pace=0))
        if over_http:
            bound = bind("127.0.0.1", 0)
            port = bound.getsockname()[1]
            bound.close()
            await stack.enter_async_context(serve(house.web, "127.0.0.1", port))
            web = f"http://127.0.0.1:{port}"
            town.town.call_at(f"{web}{http.PATH}")
        town.town.stir.watch(lambda: house.platform_apps[0].dispatcher.is_busy)
        await house.platform_apps[0].acquaint()
        await house.platform_apps[0].listen()
        house.begin()
        async with asyncio.timeout(10):
            while not town.turning._listeners:  # noqa: ASYNC110 - it has no event for that
                await asyncio.sleep(0.01)
        office = Office(town)
        office.house, office.web = house, web
        if settle:
            question = await office.post("Post reminders here?")
            await office.press("chloe", question, "Yes, post here")
        yield office


@pytest.fixture
async def office(database):
    async with open_office(database) as opened:
        yield opened
        assert opened.town.complaints == []


async def enquiry(office, name="Globex", who="ana"):
    """The post that asks for an answer, at once: a colleague of the owner has logged it."""
    await office.type(who, f"/heed new {name} suspect")
    await office.type("ben" if who == "ana" else "ana", f"/heed log {name} asked about prices")
    await office.wait(seconds=5)
    return await office.post(f"Answer {name}")

"""Heed beside Microsoft's 365 Agents Playground: a page that plays Teams, from npm.

Left out unless this folder is asked for, as `make test-teams` does: not everybody has Node.js.
"""

import asyncio
import socket
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.async_api import async_playwright, expect
from sqlalchemy import text

import app
from handlers.teams import trial
from handlers.web.serving import serve
from playground import Playground, Rules
from settings import Settings
from tests.browser.conftest import find_browser

HERE = Path(__file__).parent
HOUSE = HERE.parent.parent
NODE_MODULES = HOUSE / "var/teams/node_modules"
BOT = trial.BOT
TENANT = "00000000-0000-0000-0000-0000000000001"
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Europe/London"))
PERSONAL, CARE = "personal-chat", trial.CHANNEL
ANA = "29:ana"

expect.set_options(timeout=15_000)


def pytest_ignore_collect(config):
    is_asked_for = any(Path(given.split("::")[0]).name == "teams" for given in config.args)
    is_asked_for = is_asked_for or any("tests/teams" in given for given in config.args)
    return None if is_asked_for else True


def free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


class Team:
    """The page and its HTTP interface, the clock, and Heed's own house."""

    def __init__(self, address, town, house, client):
        self.address, self.town, self.house, self.client = address, town, house, client
        self.typed = 0

    async def type(self, words, conversation=PERSONAL, *, mentions=False):
        """As Ana; a post in a channel begins a thread. Back once Heed has dealt with it: the page
        answers before, and the next line would overtake this one.
        """
        said = {"from": {"id": ANA}, "textFormat": "plain", "text": words}
        if mentions:
            tag = "<at>Heed</at>"
            said |= {
                "text": f"{tag} {words}",
                "mentions": [{"mentioned": {"id": BOT}, "text": tag}],
            }
        path = f"/_conversation/v1/conversations/{conversation}/messages"
        (await self.client.post(path, json=said)).raise_for_status()
        self.typed += 1
        dealt_with = "SELECT id FROM seen WHERE key LIKE 'message:%' LIMIT 1 OFFSET :before"
        await self.rows(dealt_with, before=self.typed - 1)

    async def react(self, message_id, name):
        path = f"/_internal/v1/customActivities/template?conversationId={CARE}"
        template = (await self.client.get(path)).json()
        body = template | {
            "type": "messageReaction",
            "replyToId": message_id,
            "reactionsAdded": [{"type": name}],
        }
        (await self.client.post("/_internal/v1/customActivities", json=body)).raise_for_status()

    async def press(self, message_id, verb, ref):
        """What the page would send for a post in the channel; what the answer says."""
        data = {"action": verb, "ref": ref}
        pressed = {
            "name": "adaptiveCard/action",
            "from": {"id": ANA},
            "conversation": {"id": f"{CARE};messageid={message_id}"},
            "replyToId": message_id,
            "value": {"action": {"type": "Action.Execute", "verb": verb, "data": data}},
        }
        answer = await self.client.post("/_conversation/v1/invoke", json=pressed)
        answer.raise_for_status()
        return answer.json()

    async def turn(self, **to):
        await self.town.turn(**to)

    async def rows(self, statement, **values):
        """As soon as there are any."""

        def read(work, now):
            del now
            return work.connection.execute(text(statement), values).all()

        async with asyncio.timeout(15):
            tenancy = self.house.platform_apps[0].tenancy
            while not (found := await self.house.heed.ask(read, tenancy)):  # noqa: ASYNC110 - no event
                await asyncio.sleep(0.05)
        return found

    async def post(self, kind):
        """The last post of that kind, as soon as it stands there."""
        statement = "SELECT message_id FROM post WHERE kind = :kind AND message_id <> ''"
        return (await self.rows(statement, kind=kind))[-1].message_id


@asynccontextmanager
async def open_team(database):
    """Heed in this event loop, Microsoft's page in a process of its own, and a clock to turn."""
    port, page = free_port(), free_port()
    async with AsyncExitStack() as stack:
        town = Playground(rules=Rules(quiet=0.02), start=MONDAY)
        clock = await stack.enter_async_context(town.serve())
        address = f"http://127.0.0.1:{page}"
        chosen = Settings(
            _env_file=None,
            microsoft_app_id=BOT,
            microsoft_tenant_id=TENANT,
            teams_stand_in_url=address,
            heed_clock_url=f"{clock}/clock",
            heed_managers=("ana@example.com",),
            heed_zone="Europe/London",
            database_url=database,
        )
        house = await stack.enter_async_context(app.open_house(chosen, pace=0))
        house.begin()
        await stack.enter_async_context(serve(house.web, "127.0.0.1", port))
        endpoint = f"http://127.0.0.1:{port}/api/messages"
        await stack.enter_async_context(trial.playground(endpoint, page))
        client = await stack.enter_async_context(httpx.AsyncClient(base_url=address, timeout=20))
        team = Team(address, town, house, client)
        await trial.install(address, CARE)
        question = await team.post("question")
        await team.press(question, "place.yes", "1")
        yield team


@pytest.fixture
async def team(tmp_path):
    async with open_team(f"sqlite:///{tmp_path}/heed.db") as opened:
        yield opened


@pytest.fixture
async def page(team):
    """The page in headless Chromium, as Ana sees it."""
    async with async_playwright() as playwright:
        launched = {"executable_path": find_browser(), "args": ["--no-sandbox"]}
        browser = await playwright.chromium.launch(**launched)
        opened = await browser.new_page(viewport={"width": 1300, "height": 1000})
        await opened.goto(team.address.replace("127.0.0.1", "localhost"))
        yield opened
        await browser.close()

"""Heed on Teams for a small team: its real adapter and database, with a fake network and clock."""

import asyncio
import json
from contextlib import asynccontextmanager
from itertools import count

import httpx
import pytest
from fastapi import FastAPI

import app
import features
from care.heed import Heed
from handlers.teams import http
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from settings import Settings
from store.store import Store
from tests import databases
from tests.handlers.teams.service import BOT, CARE, GENERAL, PEOPLE, TENANT, serve
from tests.world import MONDAY, FakeClock


def spell(node):
    """A card's words, and what can be pressed in it, as one reads them."""
    match node.get("type"):
        case "AdaptiveCard":
            parts = [*node.get("body", []), *node.get("actions", [])]
            text = "\n".join(filter(None, map(spell, parts)))
        case "TextBlock" | "TextRun":
            text = node["text"]
        case "RichTextBlock":
            text = "".join(map(spell, node["inlines"]))
        case "ColumnSet":
            text = " ".join(map(spell, node["columns"]))
        case "Action.ShowCard":
            text = f"[{node['title']}]"
        case kind if kind.startswith("Action."):
            text = f"[{node['title']}]"
        case "ActionSet":
            text = " ".join(map(spell, node["actions"]))
        case _:
            text = "\n".join(map(spell, node.get("items", [])))
    return text


def card(activity):
    return activity["attachments"][0]["content"]


def read(activity):
    if "attachments" not in activity:
        return activity["text"]
    return spell(card(activity))


def actions(node):
    """Every action of a card, also those that unfold first."""
    found = []
    if isinstance(node, list):
        return [each for part in node for each in actions(part)]
    if isinstance(node, dict):
        found += [node] if str(node.get("type")).startswith("Action.") else []
        for value in node.values():
            found += actions(value)
    return found


class Office:
    """The team, seen from Teams: what it sends, and what it is shown."""

    def __init__(self, service, heed, clock, platform_app, client, heartbeat):
        self.service, self.heed, self.clock, self.front = service, heed, clock, platform_app
        self.client, self.heartbeat = client, heartbeat
        self.tenancy = platform_app.tenancy
        self.ids = count(1)

    # -- what Teams sends

    def activity(self, who, place=None, thread="", **more):
        """`place` is a channel; without one it is the person's own conversation."""
        kind = "channel" if place else "personal"
        room = place or f"a:{who}"
        body = {
            "id": f"act-{next(self.ids)}",
            "timestamp": f"2026-11-16T09:00:{next(self.ids):02d}Z",
            "serviceUrl": self.service.address,
            "channelId": "msteams",
            "from": {"id": who, "name": PEOPLE[who][0]},
            "recipient": {"id": BOT, "name": "Heed"},
            "conversation": {
                "id": f"{room};messageid={thread}" if thread else room,
                "conversationType": kind,
                "tenantId": TENANT,
            },
            "localTimezone": PEOPLE[who][2],
        }
        if place:
            channel, team = {"id": place}, {"id": GENERAL, "name": "Sales"}
            body["channelData"] = {"channel": channel, "team": team, "tenant": {"id": TENANT}}
        return body | more

    async def deliver(self, body, *, settle=True):
        """The answer; then everything that follows is done and sent."""
        answer = await self.client.post(http.PATH, content=json.dumps(body))
        assert answer.status_code == 200, answer.text
        if settle:
            await self.settle()
        return answer.json() if answer.content else None

    async def type(self, who, text, **more):
        """What is said to the person in their own conversation."""
        before = len(self.service.sent)
        await self.deliver(self.activity(who, type="message", text=text, **more))
        private = [body for room, body in self.service.sent[before:] if room == f"a:{who}"]
        return read(private[-1]) if private else None

    async def mention(self, who, text, place=CARE, thread="", **more):
        """`@Heed …`; what is said there for all to see."""
        before = len(self.service.sent)
        entity = {
            "type": "mention",
            "text": "<at>Heed</at>",
            "mentioned": {"id": BOT, "name": "Heed"},
        }
        body = self.activity(who, place, thread, type="message", **more)
        body |= {"text": f"<at>Heed</at> {text}", "entities": [entity]}
        await self.deliver(body)
        public = [said for room, said in self.service.sent[before:] if room.startswith(place)]
        return [read(each) for each in public]

    async def press(self, who, message_id, label, place=None, **inputs):
        """The words or the card that the press is answered with."""
        _, shown = self.service.shown[message_id]
        found = next(each for each in actions(card(shown)) if each["title"] == label)
        pressed = {
            "type": found["type"],
            "title": label,
            "verb": found["verb"],
            "data": found["data"] | inputs,
        }
        body = self.activity(who, place, type="invoke", name="adaptiveCard/action")
        answer = await self.deliver(body | {"value": {"action": pressed}, "replyToId": message_id})
        value = answer["value"]
        return spell(value) if isinstance(value, dict) else value

    async def react(self, who, message_id, *, added=(), removed=(), place=CARE, **more):
        body = self.activity(who, place, message_id, type="messageReaction", replyToId=message_id)
        body |= more | {
            "reactionsAdded": [{"type": each} for each in added],
            "reactionsRemoved": [{"type": each} for each in removed],
        }
        return await self.deliver(body)

    async def install(self, who="29:chloe", place=CARE, action="add"):
        body = self.activity(who, place, type="installationUpdate", action=action)
        return await self.deliver(body)

    # -- what stands there

    async def answered(self):
        """Everything that follows from what was said is done."""
        while tasks := [t for t in asyncio.all_tasks() if t.get_coro().__qualname__ == "_logged"]:
            await asyncio.gather(*tasks)

    async def settle(self):
        await self.answered()
        return await self.heartbeat.until_idle()

    async def turn(self, to):
        alarm = await self.settle()
        while alarm and alarm <= to:
            self.clock.time = max(alarm, self.clock.time)
            alarm = await self.settle()
        self.clock.time = to
        await self.settle()

    def posts(self, place=CARE):
        """(message id, words) of what stands in a conversation or its threads, in order."""
        return [
            (message_id, read(body))
            for message_id, (room, body) in self.service.shown.items()
            if room.partition(";")[0] == place
        ]

    def post(self, words, place=CARE):
        found = [each for each in self.posts(place) if words in each[1]]
        assert len(found) == 1, self.posts(place)
        return found[0]


def chosen_settings(service, database, **changed):
    values = {
        "microsoft_app_id": "heed",
        "microsoft_tenant_id": TENANT,
        "teams_stand_in_url": service.address,
        "heed_managers": ("chloe@example.com",),
        "heed_zone": "Europe/London",
        "database_url": database,
    }
    return Settings(_env_file=None, **values | changed)


@asynccontextmanager
async def open_office(database, *, installed=True, joins=0, **changed):
    store, clock = Store(databases.opened(database)), FakeClock(MONDAY)
    heed = Heed(store, clock, features.build())
    async with serve() as service:
        chosen = chosen_settings(service, database, **changed)
        async with app.open_teams(chosen, heed, 0, joins) as platform_app:
            web = FastAPI()
            web.include_router(platform_app.routes)
            transport = httpx.ASGITransport(app=web)
            async with httpx.AsyncClient(transport=transport, base_url="http://heed") as client:
                beat = Heartbeat(heed, [Deliverer(heed, platform_app.courier)])
                office = Office(service, heed, clock, platform_app, client, beat)
                if installed:
                    await office.install()
                    question, _ = office.post("Post reminders here?")
                    await office.press("29:chloe", question, "Yes, post here", CARE)
                yield office
    store.close()


@pytest.fixture
async def office(database):
    async with open_office(database) as opened:
        yield opened

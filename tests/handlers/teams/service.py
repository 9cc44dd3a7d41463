"""Teams' side of the wire, as far as a bot sees it; only the network is a fake."""

import asyncio
import json
from contextlib import asynccontextmanager
from itertools import count
from urllib.parse import unquote

from aiohttp import web

TENANT = "00000000-0000-0000-0000-000000000001"
BOT = "28:heed"
PEOPLE = {
    "29:ana": ("Ana Reyes", "ana", "Europe/London"),
    "29:ben": ("Ben Okafor", "ben", "America/New_York"),
    "29:chloe": ("Chloe Martin", "chloe", "Europe/Paris"),
    "29:gil": ("Gil Novak", "gil", "Europe/Prague"),
    "29:ola": ("Ola Berg", "ola", "Europe/Oslo"),
}
GENERAL = "19:general@thread.tacv2"
CARE = "19:care@thread.tacv2"
GUESTS = {"29:gil"}
OUTSIDERS = {"29:ola"}
"""Whom a chat with another company brings: no guest of the directory, and not of the team."""


def member(user_id):
    name, handle, _ = PEOPLE[user_id]
    mail = f"{handle}@example.com"
    account = f"{handle}_other.com#EXT#@example.com" if user_id in GUESTS else mail
    role = "guest" if user_id in GUESTS else "user"
    return {
        "id": user_id,
        "name": name,
        "email": mail,
        "userPrincipalName": account,
        "userRole": role,
        "tenantId": "another" if user_id in OUTSIDERS else TENANT,
    }


LATE = 0.6
"""Seconds: longer than a test has Heed wait."""


def refusal(status, headers=None):
    body = json.dumps({"error": {"code": "BotNotInConversationRoster"}})
    return web.Response(status=status, headers=headers, text=body)


class Service:
    """`shown` is what stands in each conversation, by message id; `troubles` come one by one.

    A trouble is a status, a status with headers, or "lost" and "late": accepted, and answered
    never, or when nobody waits any more. While it `refuses`, with that status, it tells of
    nobody. Whoever has `left` is known nowhere. Under what is `deleted`, nothing can be said.
    """

    def __init__(self):
        self.shown = {}
        self.sent = []
        self.edits = []
        self.whispers = []
        self.opened = []
        self.asked = []
        self.refuses = 0
        self.left = set()
        self.deleted = set()
        self.troubles = []
        self.ids = count(1_700_000_000_000)
        self.members = [each for each in PEOPLE if each not in OUTSIDERS]

    def app(self):
        routes = web.Application(middlewares=[self.hinder])
        add = routes.router.add_route
        add("POST", "/v3/conversations", self.open)
        add("POST", "/v3/conversations/{room}/activities", self.send)
        add("PUT", "/v3/conversations/{room}/activities/{id}", self.edit)
        add("GET", "/v3/conversations/{room}/members/{id}", self.member)
        add("GET", "/v3/conversations/{room}/pagedmembers", self.roster)
        add("GET", "/v3/teams/{id}/conversations", self.channels)
        return routes

    async def channels(self, request):
        del request
        found = [{"id": GENERAL, "name": None}, {"id": CARE, "name": "Customer care"}]
        return web.json_response({"conversations": found})

    @web.middleware
    async def hinder(self, request, handler):
        self.asked.append((request.method, request.path))
        trouble = self.troubles.pop(0) if self.troubles and request.method != "GET" else None
        if trouble is None:
            return await handler(request)
        if trouble in ("lost", "late"):
            answer = await handler(request)
            if trouble == "late":
                await asyncio.sleep(LATE)
                return answer
            request.transport.close()
            return web.Response()
        status, headers = trouble if isinstance(trouble, tuple) else (trouble, {})
        return refusal(status, headers)

    async def open(self, request):
        asked = await request.json()
        self.opened.append(asked)
        return web.json_response({"id": f"a:{asked['members'][0]['id']}"}, status=201)

    async def send(self, request):
        room, activity = unquote(request.match_info["room"]), await request.json()
        if request.query.get("isTargetedActivity"):
            self.whispers.append((activity["recipient"]["id"], activity))
            return web.json_response({"id": "w"}, status=201)
        if room.partition(";messageid=")[2] in self.deleted:
            return web.json_response(
                {"error": {"code": "ActivityNotFoundInConversation"}}, status=404
            )
        message_id = str(next(self.ids))
        self.shown[message_id] = (room, activity)
        self.sent.append((room, activity))
        return web.json_response({"id": message_id}, status=201)

    async def edit(self, request):
        message_id, activity = request.match_info["id"], await request.json()
        if message_id not in self.shown:
            return web.json_response({"error": {"code": "MessageNotFound"}}, status=404)
        self.shown[message_id] = (self.shown[message_id][0], activity)
        self.edits.append(message_id)
        return web.json_response({"id": message_id})

    async def member(self, request):
        if self.refuses:
            return refusal(self.refuses)
        user_id = unquote(request.match_info["id"])
        if user_id in self.left:
            return web.json_response({"error": {"code": "MemberNotFound"}}, status=404)
        return web.json_response(member(user_id))

    async def roster(self, request):
        """Two pages, so that somebody has to turn one."""
        if self.refuses:
            return refusal(self.refuses)
        half = len(self.members) // 2
        first = not request.query.get("continuationToken")
        page = self.members[:half] if first else self.members[half:]
        body = {"members": [member(each) for each in page]}
        return web.json_response(body | ({"continuationToken": "2"} if first else {}))


@asynccontextmanager
async def serve():
    service = Service()
    runner = web.AppRunner(service.app())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    service.address = f"http://127.0.0.1:{port}"
    yield service
    await runner.cleanup()

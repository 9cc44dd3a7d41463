"""A Web API that answers at once, and counts what is posted.

`python -m benchmarks.ratios.stand_in PORT`
"""

from itertools import count
from typing import Any

from fastapi import FastAPI, Request

from benchmarks.bases import REPS
from benchmarks.ratios.hosting import host

Json = dict[str, Any]
PEOPLE = [
    {"id": f"U-{who}", "team_id": "T1", "name": who, "tz": "Europe/London", "profile": {}}
    for who in REPS
]
ME = {"team_id": "T1", "user_id": "U-heed", "bot_id": "B1"}


def build() -> FastAPI:
    web, posted = FastAPI(), count(1)
    told = {"posted": 0}

    @web.get("/posted")
    async def posted_so_far() -> Json:
        return told

    @web.api_route("/api/{method}", methods=["GET", "POST"])
    async def answer(method: str, request: Request) -> Json:
        await request.body()
        if method != "chat.postMessage":
            return {"ok": True, **_answer(method)}
        told["posted"] = next(posted)
        channel = (await request.json()).get("channel")
        return {"ok": True, "channel": channel, "ts": f"1.{told['posted']:06}"}

    return web


def _answer(method: str) -> Json:
    match method:
        case "auth.test":
            return ME
        case "users.list":
            return {"members": PEOPLE}
        case "users.conversations":
            return {"channels": []}
        case "conversations.info":
            return {"channel": {"id": "C-care", "name": "care", "is_member": True}}
        case "conversations.open":
            return {"channel": {"id": "D1"}}
        case "chat.update":
            return {"channel": "C-care", "ts": "1.1"}
        case _:
            return {}


if __name__ == "__main__":
    host(build())

"""What a command costs at least: Bolt with `ack("ok")` and nothing else, served as Heed is.

`python -m benchmarks.ratios.bare PORT`
"""

from typing import Any

from fastapi import FastAPI, Request, Response
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from benchmarks.ratios.hosting import host
from benchmarks.ratios.requests import PATH, SECRET


def _web() -> FastAPI:
    app = AsyncApp(signing_secret=SECRET, authorize=_authorize, process_before_response=True)
    app.command("/heed")(_heed)
    handler, web = AsyncSlackRequestHandler(app), FastAPI()

    @web.post(PATH)
    async def receive(request: Request) -> Response:
        return await handler.handle(request)

    return web


async def _authorize(**_: Any) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_user_id="U-heed", bot_id="B1", bot_token=SECRET
    )


async def _heed(ack: AsyncAck) -> None:
    await ack("ok")


if __name__ == "__main__":
    host(_web())

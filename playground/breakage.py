"""Answers that never come: the connection breaks instead."""

import asyncio
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class Broken(Response):
    """Breaks the connection, at once or after so many seconds of silence.

    The playground's own server lends the transport for that (see `serving`). Another one is left
    with a response that has begun and never ends.
    """

    def __init__(self, *, after: float = 0.0) -> None:
        super().__init__()
        self._after = after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._after:
            await silence(receive, self._after)
        transport: Any = scope.get("state", {}).get("transport")
        if transport is not None:
            transport.abort()
            return
        length = [(b"content-length", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": length})


async def silence(receive: Receive, seconds: float) -> None:
    """Ends early when the other side has hung up."""
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        pass

"""Serves Heed's web side until it is told to stop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from fastapi import FastAPI

CLOSE_SECONDS = 4


class Server(uvicorn.Server):
    """Leaves signals to whoever started it: Heed first finishes what is in flight."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Raises OSError when the port is taken, where uvicorn would end the program."""
        try:
            await super().startup(sockets)
        except SystemExit as error:
            raise OSError(f"port {self.config.port} is taken: set HEED_PORT") from error
        self.is_up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def serve(web: FastAPI, host: str, port: int) -> AsyncIterator[None]:
    """Yields once it listens; port 0 takes a free one. Raises OSError when the port is taken."""
    config = uvicorn.Config(
        web,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=CLOSE_SECONDS,
    )
    server = Server(config)
    serving = asyncio.create_task(server.serve())
    up = asyncio.create_task(server.is_up.wait())
    await asyncio.wait({up, serving}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if serving.done():
            await serving
        yield
    finally:
        up.cancel()
        server.should_exit = True
        await serving

"""Serves Heed's web side until it is told to stop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

CLOSE_SECONDS = 4
HEADER_SECONDS = 10
"""From the connection, or from a request's first byte, to the last line of its header."""


class Protocol(HttpToolsProtocol):
    """Closes a connection on which nobody asks anything in time."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn narrows it
        super().connection_made(transport)
        self._wait()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._wait()

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._patience is None:
            self._patience = self.loop.call_later(HEADER_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._patience:
            self._patience.cancel()
        self._patience = None


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
async def serve(web: FastAPI, host: str, port: int) -> AsyncIterator[int]:
    """Yields its port once it listens; 0 takes a free one. Raises OSError when it is taken."""
    config = uvicorn.Config(
        web,
        host=host,
        port=port,
        http=Protocol,
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
        yield _port(server)
    finally:
        up.cancel()
        server.should_exit = True
        await serving


def _port(server: Server) -> int:
    bound = [each for listening in server.servers for each in listening.sockets]
    return int(bound[0].getsockname()[1]) if bound else server.config.port

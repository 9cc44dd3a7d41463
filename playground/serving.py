"""Serves a playground on this machine."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

GRACE = 0.1


class Protocol(HttpToolsProtocol):
    """Lends the app its transport, so that an ordered fault can break the connection."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["state"]["transport"] = self.transport


class Server(uvicorn.Server):
    """Leaves signals to whoever started it, says when it is ready, and stops without a pause."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready, self.told_to_stop = asyncio.Event(), asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.told_to_stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """At once: whoever still waits for an answer here has nothing to lose.

        Waits end by themselves when their connections break; what goes on all the same is
        cancelled.
        """
        for server in self.servers:
            server.close()
        for bound in sockets or ():
            bound.close()
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()
        if self.server_state.tasks:
            _, unfinished = await asyncio.wait(self.server_state.tasks, timeout=GRACE)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def bind(host: str, port: int) -> socket.socket:
    """Raises OSError when the port is taken.

    TCP by name: of a socket that does not say so asyncio leaves Nagle's algorithm on, and every
    answer takes 40 ms longer.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


@asynccontextmanager
async def serve(app: Starlette, bound: socket.socket) -> AsyncIterator[None]:
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="websockets-sansio",
        lifespan="off",
        date_header=False,
        log_level="warning",
    )
    server = Server(config)
    running = asyncio.create_task(server.serve(sockets=[bound]))
    await server.ready.wait()
    try:
        yield
    finally:
        server.told_to_stop.set()
        await running

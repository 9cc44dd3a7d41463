"""Socket Mode: the bot calls, and what happens is told over its connections in turn."""

import asyncio
import contextlib
import json
from collections import deque
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.delivery.envelope import Answer, Envelope, Retry, Unanswered

GONE = (WebSocketDisconnect, RuntimeError)
"""Starlette's ways to say that nobody is there any more."""
DEBUG = {"host": "playground", "build_number": 1}


@dataclass(eq=False, kw_only=True)
class Connection:
    socket: WebSocket
    waiting: dict[str, asyncio.Future[Answer]] = field(default_factory=dict)
    is_leaving: bool = False


class SocketLine:
    """At most `most` connections, each opened with a ticket that is good once."""

    def __init__(self, *, app_id: str, most: int, acknowledge_within: float) -> None:
        self._app_id = app_id
        self._most = most
        self._within = acknowledge_within
        self._tickets: set[str] = set()
        self._connections: deque[Connection] = deque()
        self._arrived = asyncio.Event()

    def ticket(self) -> str:
        ticket = uuid4().hex
        self._tickets.add(ticket)
        return ticket

    @property
    def count(self) -> int:
        return len(self._connections)

    async def serve(self, socket: WebSocket, ticket: str) -> None:
        """One connection, from its greeting to its end."""
        if ticket not in self._tickets:
            await socket.close(code=4001, reason="invalid ticket")
            return
        self._tickets.remove(ticket)
        await socket.accept()
        if self.count >= self._most:
            await disconnect(socket, "too_many_websockets")
            await socket.close()
            return
        await self._hold(Connection(socket=socket))

    async def _hold(self, connection: Connection) -> None:
        self._connections.append(connection)
        try:
            await connection.socket.send_json(self._hello())
            self._arrived.set()
            await self._listen(connection)
        except GONE:
            pass
        finally:
            self._lose(connection)

    async def _listen(self, connection: Connection) -> None:
        async for text in connection.socket.iter_text():
            said = read(text)
            waiting = connection.waiting.pop(str(said.get("envelope_id")), None)
            if waiting and not waiting.done():
                waiting.set_result(Answer(body=said.get("payload") or None))

    def _lose(self, connection: Connection) -> None:
        with contextlib.suppress(ValueError):
            self._connections.remove(connection)
        for waiting in connection.waiting.values():
            if not waiting.done():
                waiting.set_exception(Unanswered("connection_failed"))

    async def send(self, envelope: Envelope, retry: Retry | None) -> Answer:
        """A connection that is only just being opened is waited for."""
        end = monotonic() + self._within
        connection = await self._next(end)
        name = str(uuid4())
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        connection.waiting[name] = future
        try:
            async with asyncio.timeout(end - monotonic()):
                await connection.socket.send_json(wrap(envelope, name, retry))
                return await future
        except TimeoutError:
            raise Unanswered("timeout") from None
        except GONE:
            raise Unanswered("connection_failed") from None
        finally:
            connection.waiting.pop(name, None)

    async def _next(self, end: float) -> Connection:
        while True:
            for _ in range(self.count):
                self._connections.rotate(-1)
                if not self._connections[-1].is_leaving:
                    return self._connections[-1]
            self._arrived.clear()
            try:
                async with asyncio.timeout(max(0.0, end - monotonic())):
                    await self._arrived.wait()
            except TimeoutError:
                raise Unanswered("connection_failed") from None

    async def refresh(self, reason: str) -> int:
        """Ask each connection to be replaced by a new one; how many were asked."""
        asked = [c for c in self._connections if not c.is_leaving]
        for connection in asked:
            connection.is_leaving = reason != "warning"
            await disconnect(connection.socket, reason)
        return len(asked)

    async def close(self) -> None:
        for connection in tuple(self._connections):
            with contextlib.suppress(*GONE):
                await connection.socket.close()

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": self.count,
            "debug_info": {**DEBUG, "approximate_connection_time": 18_060},
            "connection_info": {"app_id": self._app_id},
        }


def read(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def wrap(envelope: Envelope, name: str, retry: Retry | None) -> dict[str, Any]:
    wrapped: dict[str, Any] = {
        "envelope_id": name,
        "type": envelope.kind,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.kind != "events_api",
    }
    if envelope.kind == "events_api":
        wrapped["retry_attempt"] = retry.number if retry else 0
        wrapped["retry_reason"] = retry.reason if retry else ""
    return wrapped


async def disconnect(socket: WebSocket, reason: str) -> None:
    with contextlib.suppress(*GONE):
        await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": DEBUG})

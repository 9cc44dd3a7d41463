"""A Slack workspace on one machine, which a bot cannot tell from Slack. README.md explains it."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware

from playground import herald
from playground.bot import Bot, Keys
from playground.complaints import Complaint
from playground.deeds import admin, people
from playground.deeds.given import Given
from playground.faults import Fault
from playground.gate import Gate
from playground.refusals import Impossible, unknown
from playground.routes.at import tell_impossible
from playground.routes.everything import ROUTES
from playground.rules import Rules
from playground.serving import bind, serve
from playground.team import Team, read
from playground.town import Town
from playground.turning import Turning

__all__ = ["Bot", "Fault", "Keys", "Playground", "Rules", "Team", "read"]

HOST = "127.0.0.1"


class Playground:
    """State, and the ways to it: over HTTP by `app()` or `serve()`, and from Python beside it."""

    def __init__(
        self,
        *,
        team: Team | None = None,
        keys: Keys | None = None,
        rules: Rules | None = None,
        request_url: str | None = None,
        start: datetime | None = None,
    ) -> None:
        self.town = Town(team or read(), keys=keys or Keys(), rules=rules or Rules(), start=start)
        self.turning = Turning(self.town)
        herald.listen(self.town)
        if request_url:
            self.town.call_at(request_url)

    @property
    def address(self) -> str:
        return self.town.address

    @property
    def complaints(self) -> list[Complaint]:
        return self.town.complaints.all

    def app(self) -> Starlette:
        app = Starlette(
            routes=ROUTES,
            middleware=[Middleware(Gate)],
            exception_handlers={Impossible: tell_impossible},
        )
        app.state.town, app.state.turning = self.town, self.turning
        return app

    @asynccontextmanager
    async def serve(self, bound: socket.socket | None = None) -> AsyncIterator[str]:
        """On a free port, unless a bound socket is given. Yields the address."""
        bound = bound or bind(HOST, 0)
        host, port = bound.getsockname()[:2]
        self.town.address = f"http://{host}:{port}"
        async with serve(self.app(), bound):
            try:
                yield self.town.address
            finally:
                await self.close()

    async def close(self) -> None:
        """Nothing waits any more: connections end, retries are given up."""
        self.turning.release()
        await self.town.courier.close()

    async def do(self, who: str, deed: str, *, settle: bool = True, **said: Any) -> dict[str, Any]:
        """A person's deed, as `POST /people/{who}/{deed}?settle=1` does it."""
        person = self.town.find_person(who)
        if person is None:
            raise unknown(f"there is nobody called {who}")
        return await people.do(self.town, person, people.DEEDS[deed], said, settle=settle)

    async def look(self, who: str, what: str, **said: Any) -> dict[str, Any]:
        person = self.town.find_person(who)
        if person is None:
            raise unknown(f"there is nobody called {who}")
        return await people.LOOKS[what](Given(town=self.town, person=person, said=said))

    async def admin(self, deed: str, *, settle: bool = True, **said: Any) -> dict[str, Any]:
        return await admin.do(self.town, admin.DEEDS[deed], said, settle=settle)

    async def turn(
        self, *, to: datetime | None = None, by: timedelta | None = None
    ) -> list[datetime]:
        """Turns the clock; returns the moments at which it stopped on the way."""
        return await self.turning.walk(lambda now: to or now + (by or timedelta()))

    async def settle(self) -> bool:
        return await self.town.settle()

    def fail(self, fault: Fault) -> None:
        self.town.faults.ordered.append(fault)

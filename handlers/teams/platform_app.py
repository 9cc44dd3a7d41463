"""Heed's side of one Teams tenant: everything that runs for it, opened and closed together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext

import httpx
from fastapi import APIRouter

from care.heed import Heed, SystemCaller
from domain.reactions import meanings
from handlers.dispatcher import Dispatcher
from handlers.teams import connect, http, sdk
from handlers.teams.actions import Actions
from handlers.teams.addresses import Addresses
from handlers.teams.channels import Channels
from handlers.teams.commands import Commands
from handlers.teams.courier import PACE, TeamsCourier
from handlers.teams.dialogs import Dialogs
from handlers.teams.message_actions import MessageActions
from handlers.teams.people import People
from handlers.teams.reactions import Reactions, spelled
from handlers.teams.register import Listeners, Register
from handlers.teams.replies import Replies
from handlers.teams.voice import Voice
from handlers.teams.welcome import Welcome
from handlers.teams.wire import Wire

CLOSE_SECONDS = 4
POSTING_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Manners:
    """What the settings say. `joins` is the workspace of the company's other platform, or 0."""

    zone: str
    joins: int = 0
    managers: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    pace: float = PACE


@dataclass(frozen=True, kw_only=True)
class TeamsFront:
    tenancy: SystemCaller
    courier: TeamsCourier
    people: People
    routes: APIRouter | None
    _channels: Channels
    _gate: sdk.Gate
    _wire: Wire

    @property
    def platform(self) -> str:
        return connect.PLATFORM

    async def acquaint(self) -> None:
        """Who is in the channels that are known; whom Teams won't tell of now, it tells later."""
        await self._channels.survey()

    async def listen(self) -> None:
        await self._gate.warm()

    async def probe(self) -> str | None:
        return self._wire.trouble


@cache
def _trusted() -> SSLContext:
    """Whoever is known to vouch for an address; to read all of them takes its time."""
    return httpx.create_ssl_context()


@asynccontextmanager
async def open_platform_app(
    heed: Heed, keys: sdk.Keys, manners: Manners
) -> AsyncIterator[TeamsFront]:
    """Raises UnknownReaction where the settings name a reaction that means nothing."""
    tenancy = await connect.settle_in(heed, keys, manners.zone, manners.joins)
    async with httpx.AsyncClient(timeout=POSTING_SECONDS, verify=_trusted()) as client:
        wire, gate = Wire(client, sdk.signer(keys)), sdk.Gate(keys)
        addresses = Addresses(heed, wire, keys, tenancy)
        people = People(heed, wire, tenancy, manners.managers, keys.tenant_id)
        dispatcher = Dispatcher(heed, people.fetch, tenancy)
        channels = Channels(heed, wire, people, addresses, tenancy)
        listeners = _listeners(dispatcher, Voice(wire, addresses), channels, tenancy, manners)
        register = Register(listeners, dispatcher, people, addresses, keys.tenant_id)
        yield TeamsFront(
            tenancy=tenancy,
            courier=TeamsCourier(wire, addresses, tenancy, manners.pace),
            people=people,
            routes=http.router(gate, register),
            _channels=channels,
            _gate=gate,
            _wire=wire,
        )
        await dispatcher.close(CLOSE_SECONDS)


def _listeners(
    dispatcher: Dispatcher,
    voice: Voice,
    channels: Channels,
    tenancy: SystemCaller,
    manners: Manners,
) -> Listeners:
    replies, dialogs = Replies(dispatcher, voice, tenancy), Dialogs(dispatcher, voice)
    return Listeners(
        commands=Commands(dispatcher, voice, channels, replies),
        actions=Actions(dispatcher, voice),
        reactions=Reactions(dispatcher, voice, meanings(manners.reactions, spelled)),
        replies=replies,
        channels=channels,
        welcome=Welcome(dispatcher, voice, tenancy),
        dialogs=dialogs,
        message_actions=MessageActions(dialogs),
    )

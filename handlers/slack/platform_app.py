"""Heed's side of one Slack workspace: everything that runs for it, opened and closed together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from fastapi import APIRouter

from care import team
from care.heed import Heed, SystemCaller
from domain.reactions import meanings
from handlers.dispatcher import Dispatcher
from handlers.slack import connect, http
from handlers.slack.catch_up import CatchUp
from handlers.slack.channels import Channels
from handlers.slack.connect import Keys, Socket
from handlers.slack.courier import PACE, SlackCourier
from handlers.slack.home import Homes
from handlers.slack.installed import Installed
from handlers.slack.mentions import Mentions
from handlers.slack.people import People
from handlers.slack.plain import COMMAND
from handlers.slack.reactions import Reactions, spelled
from handlers.slack.register import Listeners, build_app
from handlers.slack.replies import Replies
from handlers.slack.rooms import Rooms

CLOSE_SECONDS = 4
log = logging.getLogger("heed.slack")


@dataclass(frozen=True, kw_only=True)
class Manners:
    """What the settings say: the workspace's zone, the managers' names, what reactions mean, the
    pace of posts.
    """

    zone: str
    managers: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    pace: float = PACE


@dataclass(frozen=True, kw_only=True)
class SlackPlatformApp:
    """`routes` serve signed HTTP, where that is how Slack talks to us."""

    installed: Installed
    courier: SlackCourier
    people: People
    routes: APIRouter | None
    dispatcher: Dispatcher
    _catch_up: CatchUp
    _channels: Channels
    _socket: Socket | None
    _homes: Homes
    _manners: Manners
    _heed: Heed

    @property
    def platform(self) -> str:
        return connect.PLATFORM

    @property
    def tenancy(self) -> SystemCaller:
        return self.installed.tenancy

    async def acquaint(self) -> team.Managers:
        """Whoever is there, who manages, and where Heed was invited while it was away."""
        await self.people.gather()
        named = await self._heed.do(team.appoint, self.installed.tenancy, self._manners.managers)
        for unknown in named.unknown:
            log.warning("HEED_MANAGERS names %s, whom nobody in Slack goes by", unknown)
        for guest in named.guests:
            log.warning("HEED_MANAGERS names %s, a guest, who gets no digest", guest)
        for left in named.left:
            log.warning("HEED_MANAGERS names %s, who has left", left)
        await self._channels.survey(self.installed.client)
        return named

    async def listen(self) -> None:
        self._homes.start()
        await self._catch_up.look_back()
        if self._socket:
            await self._socket.open()
        await self._catch_up.start(self._is_heard)

    def _is_heard(self) -> bool:
        return self._socket is None or self._socket.is_open()

    async def probe(self) -> str | None:
        if self._socket and not self._socket.is_open():
            return "the connection to Slack is down; it is opened again by itself"
        return None


@asynccontextmanager
async def open_platform_app(
    heed: Heed, keys: Keys, manners: Manners, signing_secret: str | None
) -> AsyncIterator[SlackPlatformApp]:
    """Raises SlackApiError where the token is not accepted, and UnknownReaction."""
    known = meanings(manners.reactions, spelled)
    installed = await connect.settle_in(heed, keys, manners.zone)
    reading = keys.patient_client()
    people = People(heed, reading, installed.tenancy, installed.company, manners.zone)
    dispatcher = Dispatcher(heed, people.fetch, installed.tenancy, f"{COMMAND} ", people.recognise)
    homes = Homes(dispatcher, installed.client)
    rooms = Rooms(installed.client)
    who = (installed.tenancy, installed.bot_user, installed.company)
    reactions = Reactions(dispatcher, installed.client, installed.tenancy, known)
    mentions = Mentions(dispatcher, installed, rooms, Replies(dispatcher, installed))
    listeners = Listeners(
        people=people,
        rooms=rooms,
        channels=Channels(heed, rooms, *who),
        reactions=reactions,
        mentions=mentions,
        catch_up=CatchUp(dispatcher, installed, reactions, mentions),
    )
    app = build_app(installed, dispatcher, homes, listeners, signing_secret)
    socket = Socket(app, keys, dispatcher) if keys.app_token else None
    async with AsyncExitStack() as stack:
        stack.push_async_callback(_close, dispatcher, socket)
        stack.callback(homes.stop)
        stack.push_async_callback(listeners.catch_up.stop)
        yield SlackPlatformApp(
            installed=installed,
            courier=SlackCourier(keys.posting_client(), installed.tenancy, manners.pace),
            people=people,
            dispatcher=dispatcher,
            routes=http.router(app, signing_secret) if signing_secret else None,
            _catch_up=listeners.catch_up,
            _channels=Channels(heed, Rooms(installed.client), *who),
            _socket=socket,
            _homes=homes,
            _manners=manners,
            _heed=heed,
        )


async def _close(dispatcher: Dispatcher, socket: Socket | None) -> None:
    """Nothing new comes in; what is under way is finished."""
    if socket:
        async with asyncio.timeout(CLOSE_SECONDS):
            await socket.close()
    await dispatcher.close(CLOSE_SECONDS)

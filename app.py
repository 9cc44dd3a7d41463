"""Heed put together from its parts: the store, what it can be asked, the platforms, the scheduler.

Only here and in `bot.py` do the parts meet.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI

import features
from care import team
from care.heed import NOWHERE, Heed
from handlers.console import tenancies
from handlers.platform_app import PlatformApp
from handlers.slack.connect import Keys
from handlers.slack.courier import PACE
from handlers.slack.platform_app import Manners, SlackPlatformApp, open_platform_app
from handlers.web import health
from handlers.web.health import Probe
from scheduler.clock import TurnedClock, open_clock
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from settings import Settings
from store.store import open_store

STOP_SECONDS = 4
"""For what is in flight at each stage of a stop, which takes less than ten seconds in all."""


@asynccontextmanager
async def open_heed(chosen: Settings) -> AsyncIterator[Heed]:
    """The store at today's schema, a clock, and what Heed can be asked."""
    store = await asyncio.to_thread(open_store, chosen.database_url)
    try:
        yield Heed(store, await open_clock(chosen.heed_clock_url), features.build())
    finally:
        await asyncio.to_thread(store.close)


@asynccontextmanager
async def open_slack(chosen: Settings, heed: Heed, pace: float) -> AsyncIterator[SlackPlatformApp]:
    manners = Manners(
        zone=chosen.heed_zone,
        managers=chosen.heed_managers,
        reactions=chosen.heed_reactions,
        pace=pace,
    )
    async with open_platform_app(
        heed, Keys(**chosen.slack), manners, chosen.signing_secret
    ) as platform_app:
        yield platform_app


@asynccontextmanager
async def open_teams(
    chosen: Settings, heed: Heed, pace: float, joins: int
) -> AsyncIterator[PlatformApp]:
    """Its SDK takes a second to import: who is not on Teams need not wait for it."""
    from handlers.teams import platform_app as teams  # noqa: PLC0415 - see above
    from handlers.teams import sdk  # noqa: PLC0415 - see above

    manners = teams.Manners(
        zone=chosen.heed_zone,
        joins=joins,
        managers=chosen.heed_managers,
        reactions=chosen.heed_reactions,
        pace=pace,
    )
    async with teams.open_platform_app(heed, sdk.Keys(**chosen.microsoft), manners) as platform_app:
        yield platform_app


async def open_platform_apps(
    stack: AsyncExitStack, chosen: Settings, heed: Heed, pace: float
) -> tuple[PlatformApp, ...]:
    """One for each platform that the settings name; all serve one workspace."""
    platform_apps: list[PlatformApp] = []
    if chosen.has_slack:
        platform_apps.append(await stack.enter_async_context(open_slack(chosen, heed, pace)))
    if chosen.has_teams:
        tenancy = platform_apps[0].tenancy if platform_apps else await tenancies.find(heed)
        joins = tenancy.workspace_id if tenancy else 0
        platform_apps.append(await stack.enter_async_context(open_teams(chosen, heed, pace, joins)))
    if served := tuple(platform_app.tenancy.installation_id for platform_app in platform_apps):
        await heed.do(team.serve_only, NOWHERE, served)
    return tuple(platform_apps)


@dataclass(frozen=True, kw_only=True)
class House:
    """Heed on each platform that the settings name; its web side is to be served. From `begin` on
    it looks at what is due: once it has heard what people did meanwhile.
    """

    heed: Heed
    platform_apps: tuple[PlatformApp, ...]
    web: FastAPI
    begin: Callable[[], None]


@asynccontextmanager
async def open_house(chosen: Settings, pace: float = PACE) -> AsyncIterator[House]:
    """`pace` is how many seconds lie between two messages in a channel."""
    async with AsyncExitStack() as stack:
        heed = await stack.enter_async_context(open_heed(chosen))
        platform_apps = await open_platform_apps(stack, chosen, heed, pace)
        heartbeat = Heartbeat(
            heed, [Deliverer(heed, platform_app.courier) for platform_app in platform_apps]
        )

        def begin() -> None:
            for platform_app in platform_apps:
                heartbeat.daily(platform_app.acquaint)
            heartbeat.start()
            stack.push_async_callback(heartbeat.stop, STOP_SECONDS)
            if isinstance(heed.clock, TurnedClock):
                stack.callback(heartbeat.follow(heed.clock).cancel)

        web = _web(heed, platform_apps)
        yield House(heed=heed, platform_apps=platform_apps, web=web, begin=begin)


def _web(heed: Heed, platform_apps: tuple[PlatformApp, ...]) -> FastAPI:
    probes: dict[str, Probe] = {"database": heed.store.probe}
    for platform_app in platform_apps:
        probes[platform_app.platform] = health.of_platform(
            heed, platform_app.tenancy, platform_app.probe
        )
    web = FastAPI(title="Heed", docs_url=None, redoc_url=None, openapi_url=None)
    tenancy = next((each.tenancy for each in platform_apps), NOWHERE)
    web.include_router(health.router(probes, {"managers": health.of_team(heed, tenancy)}))
    for platform_app in platform_apps:
        if platform_app.routes:
            web.include_router(platform_app.routes)
    return web

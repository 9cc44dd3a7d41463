"""Heed put together from its parts: the store, what it can be asked, the platforms, the scheduler.

Only here and in `bot.py` do the parts meet.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI

import features
from care import team
from care.heed import NOWHERE, Heed
from handlers.console import homes
from handlers.front import Front
from handlers.slack.connect import Keys
from handlers.slack.courier import PACE
from handlers.slack.front import Manners, SlackFront, open_front
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
async def open_slack(chosen: Settings, heed: Heed, pace: float) -> AsyncIterator[SlackFront]:
    manners = Manners(zone=chosen.heed_zone, managers=chosen.heed_managers, pace=pace)
    async with open_front(heed, Keys(**chosen.slack), manners, chosen.signing_secret) as front:
        yield front


@asynccontextmanager
async def open_teams(chosen: Settings, heed: Heed, pace: float, joins: int) -> AsyncIterator[Front]:
    """Its SDK takes a second to import: who is not on Teams need not wait for it."""
    from handlers.teams import front as teams  # noqa: PLC0415 - see above
    from handlers.teams import sdk  # noqa: PLC0415 - see above

    manners = teams.Manners(
        zone=chosen.heed_zone,
        joins=joins,
        managers=chosen.heed_managers,
        reactions=chosen.teams_reactions,
        pace=pace,
    )
    async with teams.open_front(heed, sdk.Keys(**chosen.microsoft), manners) as front:
        yield front


async def open_fronts(
    stack: AsyncExitStack, chosen: Settings, heed: Heed, pace: float
) -> tuple[Front, ...]:
    """One for each platform that the settings name; all serve one workspace."""
    fronts: list[Front] = []
    if chosen.has_slack:
        fronts.append(await stack.enter_async_context(open_slack(chosen, heed, pace)))
    if chosen.has_teams:
        home = fronts[0].home if fronts else await homes.find(heed)
        joins = home.workspace_id if home else 0
        fronts.append(await stack.enter_async_context(open_teams(chosen, heed, pace, joins)))
    if served := tuple(front.home.installation_id for front in fronts):
        await heed.do(team.serve_only, NOWHERE, served)
    return tuple(fronts)


@dataclass(frozen=True, kw_only=True)
class House:
    """Heed at work on each platform that the settings name; its web side is to be served."""

    heed: Heed
    fronts: tuple[Front, ...]
    web: FastAPI


@asynccontextmanager
async def open_house(chosen: Settings, pace: float = PACE) -> AsyncIterator[House]:
    """`pace` is how many seconds lie between two messages in a channel."""
    async with AsyncExitStack() as stack:
        heed = await stack.enter_async_context(open_heed(chosen))
        fronts = await open_fronts(stack, chosen, heed, pace)
        heartbeat = Heartbeat(heed, [Deliverer(heed, front.courier) for front in fronts])
        heartbeat.start()
        stack.push_async_callback(heartbeat.stop, STOP_SECONDS)
        if isinstance(heed.clock, TurnedClock):
            stack.callback(heartbeat.follow(heed.clock).cancel)
        yield House(heed=heed, fronts=fronts, web=_web(heed, fronts))


def _web(heed: Heed, fronts: tuple[Front, ...]) -> FastAPI:
    probes: dict[str, Probe] = {"database": heed.store.probe}
    for front in fronts:
        probes[front.platform] = health.of_platform(heed, front.home, front.probe)
    web = FastAPI(title="Heed", docs_url=None, redoc_url=None, openapi_url=None)
    web.include_router(health.router(probes))
    for front in fronts:
        if front.routes:
            web.include_router(front.routes)
    return web

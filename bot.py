"""Heed's front door: `python bot.py run`, `check`, `import`, `edit`, `understand`.

The only place where the parts meet.
"""

import argparse
import asyncio
import gc
import json
import logging
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from pydantic import SecretStr, ValidationError

import playground
import settings
from care import customers, sample, team, understanding
from care.heed import Clockwork, Heed
from domain import speech
from domain.errors import HeedError
from domain.findings import bad
from domain.spreadsheets import DateOrder
from handlers.console import arguments, checking, homes, importing
from handlers.console.complaining import complain
from handlers.front import Front
from handlers.slack.check import check as check_slack
from handlers.slack.connect import Keys
from handlers.slack.courier import PACE
from handlers.slack.front import Manners, SlackFront, open_front
from handlers.web import health
from handlers.web.health import Probe
from handlers.web.serving import serve
from playground import beside
from scheduler.clock import FixedClock, SystemClock, TurnedClock
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from settings import Settings
from store import schema
from store.engine import open_engine
from store.store import Store

SAMPLE = ("customer-care", "chloe")
"""Where the playground's reminders go, and who manages its sample team."""

STOP_SECONDS = 4
"""For what is in flight at each stage of a stop, which takes less than ten seconds in all."""

log = logging.getLogger("heed")


@asynccontextmanager
async def open_heed(chosen: Settings) -> AsyncIterator[Heed]:
    """The store at today's schema, a clock, and what Heed can be asked."""
    engine = open_engine(chosen.database_url)
    await asyncio.to_thread(schema.migrate, engine)
    store = Store(engine)
    try:
        yield Heed(store, await open_clock(chosen))
    finally:
        await asyncio.to_thread(store.close)


async def open_clock(chosen: Settings) -> SystemClock | TurnedClock:
    if not chosen.heed_clock_url:
        return SystemClock()
    clock = TurnedClock(chosen.heed_clock_url)
    await clock.set()
    return clock


@asynccontextmanager
async def open_slack(chosen: Settings, heed: Heed, pace: float) -> AsyncIterator[SlackFront]:
    manners = Manners(zone=chosen.heed_zone, managers=chosen.heed_managers, pace=pace)
    secret = _reveal(chosen.slack_signing_secret)
    async with open_front(heed, _keys(chosen), manners, secret) as front:
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
    keys = sdk.Keys(
        app_id=chosen.microsoft_app_id or "",
        password=_reveal(chosen.microsoft_app_password) or "",
        tenant_id=chosen.microsoft_tenant_id or "",
        stand_in=chosen.teams_stand_in_url or "",
    )
    async with teams.open_front(heed, keys, manners) as front:
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
        await heed.do(team.serve_only, Clockwork(workspace_id=0), served)
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
    probes |= {front.platform: front.probe for front in fronts}
    web = FastAPI(title="Heed", docs_url=None, redoc_url=None, openapi_url=None)
    web.include_router(health.router(probes))
    for front in fronts:
        if front.routes:
            web.include_router(front.routes)
    return web


async def run(chosen: Settings) -> int:
    """Until SIGTERM or Ctrl-C; without tokens, with a playground beside it."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with AsyncExitStack() as stack:
        address = ""
        if not (chosen.has_slack or chosen.has_teams):
            chosen, address = await stack.enter_async_context(open_playground(chosen))
        house = await stack.enter_async_context(open_house(chosen))
        await stack.enter_async_context(serve(house.web, chosen.heed_host, chosen.heed_port))
        for front in house.fronts:
            await front.acquaint()
        if address:
            await house.heed.do(sample.fill, house.fronts[0].home, *SAMPLE)
        for front in house.fronts:
            await front.listen()
        gc.freeze()
        where = f"Open {address} in your browser" if address else _greeting(chosen)
        print(f"Heed is at work. {where}. Ctrl-C stops it.", flush=True)
        await stopped.wait()
        log.info("stopping: what is in flight is finished first")
    return 0


@asynccontextmanager
async def open_playground(chosen: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """A Slack workspace on this machine, with a clock to turn, and a fresh database for it."""
    database = Path("var/playground.db")
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    keys = playground.Keys()
    async with beside.start() as address:
        tokens = (keys.bot_token, keys.app_token)
        yield chosen.beside(address, tokens, database, SAMPLE[1]), address


def _greeting(chosen: Settings) -> str:
    return "Type /heed help in Slack" if chosen.has_slack else "Write help to Heed in Teams"


async def check(chosen: Settings) -> int:
    """Tokens, scopes, channels, managers, database and clock, in words."""
    findings = []
    if chosen.has_slack:
        findings += await check_slack(_keys(chosen), SystemClock().now())
    else:
        told = "SLACK_BOT_TOKEN is not set, so Heed runs with a playground only: see .env.example"
        findings.append(bad("token", told))
    async with open_heed(chosen) as heed:
        home = await homes.find(heed)
        findings += await checking.look_around(heed, home or Clockwork(workspace_id=0))
    return checking.tell(findings)


async def bring_in(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        async with AsyncExitStack() as stack:
            for front in await open_fronts(stack, chosen, heed, PACE):
                await front.acquaint()
        home = await homes.need(heed)
        order = DateOrder(typed.dates) if typed.dates else None
        path, zone = Path(typed.file), chosen.heed_zone
        return await importing.bring_in(heed, home, path, zone=zone, order=order, is_sure=typed.yes)


async def edit(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        home = await homes.need(heed)
        facts = (typed.customer, typed.field, typed.value)
        answer = await heed.do(customers.edit_by_hand, home, *facts)
        print(speech.spoken(answer.headline, "/heed "))
        return 0


async def understand(chosen: Settings, typed: argparse.Namespace) -> int:
    """Prints how a line is read, as JSON."""
    async with open_heed(chosen) as heed:
        zone = ZoneInfo(typed.zone or chosen.heed_zone)
        clock = FixedClock(typed.at.astimezone(UTC)) if typed.at else heed.clock
        home = await homes.find(heed) or Clockwork(workspace_id=0)
        asked = Heed(heed.store, clock)
        read = await asked.ask(understanding.understand, home, typed.line, zone)
        print(json.dumps(asdict(read), ensure_ascii=False))
        return 0


def _keys(chosen: Settings) -> Keys:
    return Keys(
        bot_token=_reveal(chosen.slack_bot_token) or "",
        app_token=_reveal(chosen.slack_app_token),
        api_url=chosen.slack_api_url,
    )


def _reveal(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None


def main(given: list[str] | None = None) -> int:
    typed = arguments.parse(given)
    try:
        chosen = settings.read()
        set_up_log(chosen.heed_log_level)
        return asyncio.run(carry_out(chosen, typed))
    except ValidationError as error:
        return complain(error)
    except HeedError as error:
        print(speech.spoken(error.told(), "/heed "), file=sys.stderr)
        return 1


async def carry_out(chosen: Settings, typed: argparse.Namespace) -> int:
    match typed.command:
        case "run":
            return await run(chosen)
        case "check":
            return await check(chosen)
        case "import":
            return await bring_in(chosen, typed)
        case "edit":
            return await edit(chosen, typed)
        case _:
            return await understand(chosen, typed)


def set_up_log(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(name)s: %(message)s")
    for noisy in ("apscheduler", "slack_sdk", "alembic", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)


if __name__ == "__main__":
    sys.exit(main())

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
from domain.errors import HeedError, NotUnderstood
from domain.findings import bad
from domain.spreadsheets import DateOrder
from handlers.console import arguments, checking, importing
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
        fronts = (await stack.enter_async_context(open_slack(chosen, heed, pace)),)
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
        if not chosen.has_slack:
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
        where = f"Open {address} in your browser" if address else "Type /heed help in Slack"
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
        changed = {
            "slack_bot_token": SecretStr(keys.bot_token),
            "slack_app_token": SecretStr(keys.app_token),
            "slack_api_url": f"{address}/api/",
            "heed_clock_url": f"{address}/clock",
            "heed_managers": chosen.heed_managers or (SAMPLE[1],),
            "database_url": f"sqlite:///{database}",
            "heed_port": 0,
        }
        yield chosen.model_copy(update=changed), address


async def check(chosen: Settings) -> int:
    """Tokens, scopes, channels, managers, database and clock, in words."""
    findings = []
    if chosen.has_slack:
        findings += await check_slack(_keys(chosen), SystemClock().now())
    else:
        told = "SLACK_BOT_TOKEN is not set, so Heed runs with a playground only: see .env.example"
        findings.append(bad("token", told))
    async with open_heed(chosen) as heed:
        home = await find_home(heed)
        findings += await checking.look_around(heed, home or Clockwork(workspace_id=0))
    return checking.tell(findings)


async def bring_in(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        if chosen.has_slack:
            async with open_slack(chosen, heed, PACE) as front:
                await front.people.gather()
        home = await need_home(heed)
        order = DateOrder(typed.dates) if typed.dates else None
        path, zone = Path(typed.file), chosen.heed_zone
        return await importing.bring_in(heed, home, path, zone=zone, order=order, is_sure=typed.yes)


async def edit(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        home = await need_home(heed)
        facts = (typed.customer, typed.field, typed.value)
        answer = await heed.do(customers.edit_by_hand, home, *facts)
        print(speech.spoken(answer.headline, "/heed "))
        return 0


async def understand(chosen: Settings, typed: argparse.Namespace) -> int:
    """Prints how a line is read, as JSON."""
    async with open_heed(chosen) as heed:
        zone = ZoneInfo(typed.zone or chosen.heed_zone)
        clock = FixedClock(typed.at.astimezone(UTC)) if typed.at else heed.clock
        home = await find_home(heed) or Clockwork(workspace_id=0)
        asked = Heed(heed.store, clock)
        read = await asked.ask(understanding.understand, home, typed.line, zone)
        print(json.dumps(asdict(read), ensure_ascii=False))
        return 0


async def find_home(heed: Heed) -> Clockwork | None:
    """The workspace that the command line is about."""
    found = await heed.ask(team.home, Clockwork(workspace_id=0))
    return Clockwork(**asdict(found)) if found else None


async def need_home(heed: Heed) -> Clockwork:
    home = await find_home(heed)
    if home is None:
        raise NotUnderstood("Heed doesn't know your team yet: start it once with `make run`.")
    return home


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
        return _complain(error)
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
    for noisy in ("apscheduler", "slack_sdk", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)


def _complain(error: ValidationError) -> int:
    """Names every setting that is wrong, and never its value: it may be a secret."""
    for trouble in error.errors():
        name = ".".join(str(part) for part in trouble["loc"]).upper()
        print(f"{name or 'Settings'}: {trouble['msg']}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())

"""Heed's front door: `python bot.py run`, `check`, `import`, `edit`, `understand`.

The only place where the parts meet.
"""

import argparse
import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr, ValidationError

import playground
import settings
from care import sample
from care.heed import Heed
from handlers.slack.connect import Keys
from handlers.slack.courier import PACE
from handlers.slack.front import Front, Manners, open_front
from handlers.web import health
from handlers.web.health import Probe
from scheduler.clock import SystemClock, TurnedClock
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
async def open_slack(chosen: Settings, heed: Heed, pace: float) -> AsyncIterator[Front]:
    keys = Keys(
        bot_token=_reveal(chosen.slack_bot_token) or "",
        app_token=_reveal(chosen.slack_app_token),
        api_url=chosen.slack_api_url,
    )
    manners = Manners(zone=chosen.heed_zone, managers=chosen.heed_managers, pace=pace)
    secret = _reveal(chosen.slack_signing_secret)
    async with open_front(heed, keys, manners, secret) as front:
        yield front


@dataclass(frozen=True, kw_only=True)
class House:
    """Heed at work for one Slack workspace; its web side is to be served."""

    heed: Heed
    front: Front
    web: FastAPI


@asynccontextmanager
async def open_house(chosen: Settings, pace: float = PACE) -> AsyncIterator[House]:
    """`pace` is how many seconds lie between two messages in a channel."""
    async with AsyncExitStack() as stack:
        heed = await stack.enter_async_context(open_heed(chosen))
        front = await stack.enter_async_context(open_slack(chosen, heed, pace))
        heartbeat = Heartbeat(heed, [Deliverer(heed, front.courier)])
        heartbeat.start()
        stack.push_async_callback(heartbeat.stop, STOP_SECONDS)
        if isinstance(heed.clock, TurnedClock):
            follow = heed.clock.follow(heartbeat.until_idle, heed.stir)
            stack.callback(asyncio.create_task(follow).cancel)
        yield House(heed=heed, front=front, web=_web(heed, front))


def _web(heed: Heed, front: Front) -> FastAPI:
    probes: dict[str, Probe] = {"database": heed.store.probe, "slack": front.probe}
    web = FastAPI(title="Heed", docs_url=None, redoc_url=None, openapi_url=None)
    web.include_router(health.router(probes))
    if front.routes:
        web.include_router(front.routes)
    return web


class Server(uvicorn.Server):
    """Leaves signals to us: Heed first finishes what is in flight."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def run(chosen: Settings) -> None:
    """Until SIGTERM or Ctrl-C; without tokens, with a playground beside it."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with AsyncExitStack() as stack:
        address = ""
        if not chosen.has_slack:
            chosen, address = await stack.enter_async_context(open_playground(chosen))
        house = await stack.enter_async_context(open_house(chosen))
        await stack.enter_async_context(serve(house.web, chosen))
        await house.front.acquaint()
        if address:
            await house.heed.do(sample.fill, house.front.installed.home, *SAMPLE)
        await house.front.listen()
        gc.freeze()
        where = f"Open {address} in your browser" if address else "Type /heed help in Slack"
        print(f"Heed is at work. {where}. Ctrl-C stops it.", flush=True)
        await stopped.wait()
        log.info("stopping: what is in flight is finished first")


@asynccontextmanager
async def serve(web: FastAPI, chosen: Settings) -> AsyncIterator[None]:
    config = uvicorn.Config(
        web,
        host=chosen.heed_host,
        port=chosen.heed_port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    server = Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        yield
    finally:
        server.should_exit = True
        await serving


@asynccontextmanager
async def open_playground(chosen: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """A Slack workspace on this machine, with a clock to turn, and a fresh database for it."""
    database = Path("var/playground.db")
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    command = (sys.executable, "-m", "playground")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        address = (await process.stdout.readline()).decode().strip() if process.stdout else ""
        keys = playground.Keys()
        yield (
            chosen.model_copy(
                update={
                    "slack_bot_token": SecretStr(keys.bot_token),
                    "slack_app_token": SecretStr(keys.app_token),
                    "slack_api_url": f"{address}/api/",
                    "heed_clock_url": f"{address}/clock",
                    "heed_managers": chosen.heed_managers or (SAMPLE[1],),
                    "database_url": f"sqlite:///{database}",
                    "heed_port": 0,
                }
            ),
            address,
        )
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


def _reveal(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python bot.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start Heed")
    chosen_command = parser.parse_args(arguments)
    try:
        chosen = settings.read()
    except ValidationError as error:
        return _complain(error)
    logging.basicConfig(level=chosen.heed_log_level, format="%(asctime)s %(name)s: %(message)s")
    for noisy in ("apscheduler", "slack_bolt", "slack_sdk", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    del chosen_command
    asyncio.run(run(chosen))
    return 0


def _complain(error: ValidationError) -> int:
    """Names every setting that is wrong, and never its value: it may be a secret."""
    for trouble in error.errors():
        name = ".".join(str(part) for part in trouble["loc"]).upper()
        print(f"{name or 'Settings'}: {trouble['msg']}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())

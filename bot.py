"""Heed's front door: `python bot.py run`, `check`, `import`, `edit`, `settings`.

The only place where the parts meet.
"""

import argparse
import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

import features
import playground
import settings
from app import open_heed, open_house, open_platform_apps, open_slack
from care import sample
from care.heed import NOWHERE, Heed
from domain.check_results import Finding, bad
from domain.errors import HeedError, NoClock
from handlers.console import (
    arguments,
    asking,
    checking,
    complaining,
    exporting,
    importing,
    sampling,
    tenancies,
    undoing_imports,
    unhandled,
    workspace_settings,
)
from handlers.console.fresh import fresh
from handlers.slack.check import check as check_slack
from handlers.slack.connect import Keys
from handlers.slack.courier import PACE
from handlers.slack.people import UNREACHABLE, reason
from handlers.web.serving import serve
from playground import beside
from scheduler.clock import FixedClock, SystemClock
from settings import PLAYGROUND, Settings

SAMPLE = ("customer-care", "chloe")
"""Where the playground's reminders go, and who manages its sample team."""

PLAYGROUND_URL = f"sqlite:///{PLAYGROUND}"
IN_PLAYGROUND = "This is about the playground's customers, whom each start of it makes anew."
ASKED = {
    "corrections": asking.corrections,
    "edit": asking.edit,
    "export": exporting.write,
    "settings": workspace_settings.carry_out,
    "undo-import": undoing_imports.take_back,
    "unhandled": unhandled.show,
}

log = logging.getLogger("heed")


async def check_teams(chosen: Settings) -> list[Finding]:
    from handlers.teams import check, sdk  # noqa: PLC0415 - as above

    return await check.check(sdk.Keys(**chosen.microsoft), chosen.heed_reactions)


def package_for_teams() -> int:
    from handlers.teams import package  # noqa: PLC0415 - as above

    return package.main(features.build().usages)


async def look_for_teams(chosen: Settings, heed: Heed) -> list[Finding]:
    from handlers.teams import installed, sdk  # noqa: PLC0415 - as above

    return await installed.look_around(heed, sdk.Keys(**chosen.microsoft))


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
        for platform_app in house.platform_apps:
            await platform_app.acquaint()
        if address:
            await house.heed.do(sample.fill, house.platform_apps[0].tenancy, *SAMPLE)
        for platform_app in house.platform_apps:
            await platform_app.listen()
        house.begin()
        gc.freeze()
        where = f"Open {address} in your browser" if address else _greeting(chosen)
        print(f"Heed is at work. {where}. Ctrl-C stops it.", flush=True)
        await stopped.wait()
        log.info("stopping: what is in flight is finished first")
    return 0


@asynccontextmanager
async def open_playground(chosen: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """A Slack workspace on this machine, with a clock to turn, and a fresh database for it."""
    keys = playground.Keys()
    with fresh(PLAYGROUND):
        async with beside.start() as address:
            tokens = (keys.bot_token, keys.app_token)
            yield chosen.beside(address, tokens, SAMPLE[1]), address


def _greeting(chosen: Settings) -> str:
    return "Type /heed help in Slack" if chosen.has_slack else "Write help to Heed in Teams"


async def check(chosen: Settings) -> int:
    """Tokens, scopes, channels, managers, database and clock, in words."""
    findings = await check_teams(chosen) if chosen.has_teams else []
    if chosen.has_slack:
        findings += await check_slack(
            Keys(**chosen.slack), SystemClock().now(), chosen.heed_reactions
        )
    elif not chosen.has_teams:
        told = "SLACK_BOT_TOKEN is not set, so Heed runs with a playground only: see .env.example"
        findings.append(bad("token", told))
    named = {"slack": chosen.has_slack, "teams": chosen.has_teams}
    platforms = tuple(platform for platform, is_named in named.items() if is_named)
    is_let_in = all(each.is_good for each in findings if each.about in {"token", "scopes"})
    try:
        async with open_heed(chosen) as heed:
            if chosen.has_slack and is_let_in:
                findings.append(await look_for_managers(chosen, heed))
            if chosen.has_teams:
                findings += await look_for_teams(chosen, heed)
            tenancy = await tenancies.find(heed)
            findings += await checking.look_around(heed, tenancy or NOWHERE, platforms)
    except HeedError as error:
        about = "clock" if isinstance(error, NoClock) else "database"
        findings.append(bad(about, complaining.explain(error)))
    return checking.tell(findings)


async def look_for_managers(chosen: Settings, heed: Heed) -> Finding:
    async with open_slack(chosen, heed, PACE) as platform_app:
        await platform_app.people.gather()
        return await checking.appoint(heed, platform_app.tenancy, chosen.heed_managers)


async def bring_in(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        async with AsyncExitStack() as stack:
            for platform_app in await open_platform_apps(stack, chosen, heed, PACE):
                await platform_app.acquaint()
        tenancy = await tenancies.find_or_begin(heed, chosen.heed_zone)
        wish = importing.wish(typed, chosen.heed_zone)
        if chosen.database_url == PLAYGROUND_URL:
            print(IN_PLAYGROUND)
        return await importing.bring_in(heed, tenancy, Path(typed.file), wish)


async def add_sample(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        return await sampling.fill(heed, await tenancies.need(heed), typed.channel, typed.host)


async def understand(chosen: Settings, typed: argparse.Namespace) -> int:
    async with open_heed(chosen) as heed:
        zone = ZoneInfo(typed.zone or chosen.heed_zone)
        clock = FixedClock(arguments.moment(typed.at, zone)) if typed.at else heed.clock
        return await asking.understand(Heed(heed.store, clock, heed.registry), typed.line, zone)


def main(given: list[str] | None = None) -> int:
    typed = arguments.parse(given)
    try:
        chosen = settings.read()
        set_up_log(chosen.heed_log_level)
        return asyncio.run(carry_out(chosen, typed))
    except ValidationError as error:
        return complaining.complain(error)
    except HeedError as error:
        return complaining.tell(complaining.explain(error))
    except UNREACHABLE as error:
        told = f"{reason(error)}. Nothing was changed; “python bot.py check” may say more."
        return complaining.tell(told)


async def carry_out(chosen: Settings, typed: argparse.Namespace) -> int:
    if typed.command not in {"run", "teams-package"}:
        chosen = chosen.with_customers()
    match typed.command:
        case "run":
            return await run(chosen)
        case "check":
            return await check(chosen)
        case "import":
            return await bring_in(chosen, typed)
        case "sample":
            return await add_sample(chosen, typed)
        case command if command in ASKED:
            async with open_heed(chosen) as heed:
                return await ASKED[command](heed, typed)
        case "teams-package":
            return package_for_teams()
        case _:
            return await understand(chosen, typed)


def set_up_log(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(name)s: %(message)s")
    for noisy in ("apscheduler", "slack_sdk", "alembic", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)


if __name__ == "__main__":
    sys.exit(main())

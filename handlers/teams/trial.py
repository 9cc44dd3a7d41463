"""Heed beside Microsoft's own playground for Teams: `make run-teams`, for a newcomer's first look.

Needs Node.js, no tenant and no account. Everybody there is made up; whoever opens the page is Ana.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx

HOUSE = Path(__file__).parent.parent.parent
PLAYGROUND = HOUSE / "var/teams/node_modules/@microsoft/m365agentsplayground/cli.js"
TEAM = HOUSE / "tests/teams/team.yml"
DATABASE = HOUSE / "var/teams.db"
HEED_PORT, PAGE_PORT, CLOCK_PORT = 3978, 56150, 56151
CLOCK = f"http://127.0.0.1:{CLOCK_PORT}/clock"
BOT = "00000000-0000-0000-0000-00000000000011"
CHANNEL = "19:customer-care@thread.tacv2"
PLACE = "Sales / Customer care"
HOST = "ana"
PATIENCE = 20.0
ZONE = "Europe/London"
NEEDED = ("PATH", "HOME", "LANG", "LC_", "TMP", "TEMP", "TZ", "PYTHON", "VIRTUAL_ENV", "SYSTEMROOT")
"""How what any program needs begins."""

MORNING = time(9, 30)
"""On the clock of this machine: reminders come in working hours."""

SATURDAY = 5
TOLD = """Open {page} in your browser: you are Ana. In Customer care a reminder waits.
That page opens no dialogs and shows no mentions, so what needs a form can't be tried there.
Its clock stands at {now:%A %H:%M}: press Enter here to turn it to the next working morning.
Ctrl-C stops it.
"""
TURNED = "It is {now:%A %H:%M} now. Enter turns the clock on, Ctrl-C stops it.\n"


@asynccontextmanager
async def playground(endpoint: str, port: int) -> AsyncIterator[str]:
    """Microsoft's page, talking to Heed at `endpoint`; yields its address."""
    quiet = {
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(TEAM),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(HOUSE / "var/teams/playground.log"),
        "APPLICATION_INSIGHTS_NO_STATSBEAT": "1",
        "TEAMSAPPTESTER_BROWSER": "none",
    }
    arguments = ("start", "-e", endpoint, "-c", "msteams", "-p", str(port))
    process = await asyncio.create_subprocess_exec(
        *("node", str(PLAYGROUND), *arguments, "--disable-telemetry", "true"),
        env=os.environ | quiet,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        await _reach(f"{address}/_debug/ping")
        yield address
    finally:
        await _end(process)


async def install(address: str, conversation: str) -> None:
    """As if somebody had added Heed there."""
    async with httpx.AsyncClient() as client:
        await client.post(f"{address}/_debug/conversation/{conversation}/installation", json={})


async def _reach(address: str) -> None:
    """Waits until somebody answers there; raises TimeoutError."""
    async with asyncio.timeout(PATIENCE), httpx.AsyncClient() as client:
        while not await _answers(client, address):  # noqa: ASYNC110 - another process has no event
            await asyncio.sleep(0.1)


async def _answers(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(address)).is_success
    except httpx.HTTPError:
        return False


async def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    await process.wait()


@asynccontextmanager
async def heed(address: str) -> AsyncIterator[asyncio.subprocess.Process]:
    for leftover in DATABASE.parent.glob(f"{DATABASE.name}*"):
        leftover.unlink()
    process = await _bot(address, "run")
    try:
        await _reach(f"http://127.0.0.1:{HEED_PORT}/healthz")
        yield process
    finally:
        await _end(process)


def _unsettled() -> dict[str, str]:
    """What a program needs of the environment, and none of a real Heed's settings: no token is used
    beside an endpoint that nobody signs for. No `.env` lies where the trial runs, either.
    """
    return {name: it for name, it in os.environ.items() if name.upper().startswith(NEEDED)}


async def _bot(address: str, *arguments: str) -> asyncio.subprocess.Process:
    chosen = {
        "MICROSOFT_APP_ID": BOT,
        "TEAMS_STAND_IN_URL": address,
        "HEED_PORT": str(HEED_PORT),
        "HEED_MANAGERS": "ana@example.com",
        "HEED_LOG_LEVEL": "WARNING",
        "HEED_ZONE": os.environ.get("HEED_ZONE") or ZONE,
        "HEED_CLOCK_URL": CLOCK,
        "DATABASE_URL": f"sqlite:///{DATABASE}",
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, str(HOUSE / "bot.py"), *arguments),
        cwd=DATABASE.parent,
        env=_unsettled() | chosen,
    )


def morning_after(now: datetime) -> datetime:
    """The next on which people work."""
    day = now.date() + timedelta(days=now.time() >= MORNING)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, now.tzinfo)


@asynccontextmanager
async def clock(zone: ZoneInfo) -> AsyncIterator[datetime]:
    """The playground's, which can be turned, on a working morning."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--port", str(CLOCK_PORT)),
        cwd=HOUSE,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await _reach(CLOCK)
        async with httpx.AsyncClient() as client:
            told = (await client.get(CLOCK)).json()
        start = morning_after(datetime.fromisoformat(told["now"]).astimezone(zone))
        await turn(start)
        yield start
    finally:
        await _end(process)


async def turn(to: datetime) -> None:
    async with httpx.AsyncClient(timeout=None) as client:  # noqa: S113 - it goes from alarm to alarm
        answer = await client.post(f"{CLOCK}/turn", json={"to": to.isoformat()})
        answer.raise_for_status()


async def turn_on(start: datetime) -> None:
    """A working morning further, each time that Enter is pressed."""
    loop, pressed = asyncio.get_running_loop(), asyncio.Event()

    def read() -> None:
        sys.stdin.readline()
        pressed.set()

    loop.add_reader(sys.stdin, read)
    now = start
    while await pressed.wait():
        pressed.clear()
        now = morning_after(now)
        await turn(now)
        sys.stdout.write(TURNED.format(now=now))


async def main() -> int:
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    endpoint = f"http://127.0.0.1:{HEED_PORT}/api/messages"
    zone = ZoneInfo(os.environ.get("HEED_ZONE") or ZONE)
    async with clock(zone) as start, playground(endpoint, PAGE_PORT) as address, heed(address):
        await install(address, CHANNEL)
        await (await _bot(address, "sample", PLACE, HOST)).wait()
        page = address.replace("127.0.0.1", "localhost")
        sys.stdout.write(TOLD.format(page=page, now=start))
        turning = asyncio.create_task(turn_on(start)) if sys.stdin.isatty() else None
        await stopped.wait()
        if turning:
            turning.cancel()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

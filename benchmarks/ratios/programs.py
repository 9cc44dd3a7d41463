"""Programs of their own, each started on a free port and ended with the measuring."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.ratios.requests import SECRET

HOUSE = Path(__file__).parents[2]
START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@asynccontextmanager
async def module(name: str) -> AsyncIterator[int]:
    """One of ours; the port it listens on."""
    port = free_port()
    async with _started("-m", f"benchmarks.ratios.{name}", str(port), folder=HOUSE):
        yield port


@asynccontextmanager
async def heed(database: str, api: int, folder: Path) -> AsyncIterator[int]:
    """Heed as it is shipped, told by its environment alone; the port it listens on."""
    port = free_port()
    told = {
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{api}/api/",
        "DATABASE_URL": database,
        "HEED_PORT": str(port),
        "HEED_LOG_LEVEL": "ERROR",
    }
    async with _started(str(HOUSE / "bot.py"), "run", folder=folder, **told):
        yield port


@asynccontextmanager
async def _started(*command: str, folder: Path, **told: str) -> AsyncIterator[None]:
    """Each says a line once it listens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=folder,
        env={**os.environ, **told},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(START_SECONDS):
            if not process.stdout or not await process.stdout.readline():
                raise RuntimeError(f"{command} did not start")
        yield
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()

"""A playground in a process of its own, for whoever starts a bot beside it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def start(*arguments: str) -> AsyncIterator[str]:
    """Yields its address; `arguments` are those of `python -m playground`."""
    command = (sys.executable, "-m", "playground", *arguments)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        told = await process.stdout.readline() if process.stdout else b""
        yield told.decode().strip()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()

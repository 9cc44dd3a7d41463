"""A playground in a process of its own, for whoever starts a bot beside it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

HOUSE = Path(__file__).parents[1]


@asynccontextmanager
async def start(*arguments: str) -> AsyncIterator[str]:
    """Yields its address; `arguments` are those of `python -m playground`, which is found from
    whatever folder this one is in. Raises OSError where it does not come up.
    """
    command = (sys.executable, "-m", "playground", *arguments)
    paths = os.pathsep.join(filter(None, (str(HOUSE), os.environ.get("PYTHONPATH"))))
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
    )
    try:
        told = await process.stdout.readline() if process.stdout else b""
        if not told:
            raise OSError("the playground did not come up")
        yield told.decode().strip()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()

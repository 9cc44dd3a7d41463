"""How a program of ours is served: as Heed is, until it is ended."""

import asyncio
import sys

from fastapi import FastAPI

from handlers.web.serving import serve


def host(web: FastAPI) -> None:
    """On the port that the command line names; a line is said once it listens."""
    asyncio.run(_host(web, int(sys.argv[1])))


async def _host(web: FastAPI, port: int) -> None:
    async with serve(web, "127.0.0.1", port):
        sys.stdout.write("at work\n")
        sys.stdout.flush()
        await asyncio.Event().wait()

"""What a request brings: read within bounds of size and time, before anything else is believed."""

import asyncio

from fastapi import HTTPException, Request

MOST_BYTES = 1_000_000
SECONDS = 10
"""For the whole of it; what a platform sends is there in a moment."""


async def read(request: Request) -> bytes:
    """Raises HTTPException: 413 as soon as it is too large, whatever its header says, and 408."""
    try:
        async with asyncio.timeout(SECONDS):
            return await _read(request)
    except TimeoutError:
        raise HTTPException(408, "that took too long to arrive") from None


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "that is more than a message can be")
    return bytes(body)

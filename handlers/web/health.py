"""Whether Heed is alive, and whether it is ready: for whoever keeps it running."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from fastapi.responses import JSONResponse

Probe = Callable[[], Awaitable[str | None]]
"""None when all is well, else what is wrong, in words."""


def router(probes: dict[str, Probe]) -> APIRouter:
    """`/healthz`: the process answers. `/readyz`: everything it needs does, too."""
    routes = APIRouter()

    @routes.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    @routes.get("/readyz")
    async def readyz() -> JSONResponse:
        troubles = {name: await probe() for name, probe in probes.items()}
        is_ready = not any(troubles.values())
        told = {name: trouble or "ok" for name, trouble in troubles.items()}
        return JSONResponse(told, status_code=200 if is_ready else 503)

    return routes

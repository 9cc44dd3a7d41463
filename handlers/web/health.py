"""Whether Heed is alive, and whether it is ready: for whoever keeps it running."""

import logging
from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from care import no_managers, team
from care.heed import Heed, SystemCaller

NOT_LET_IN = "our token is not accepted, and nothing is sent; it is tried again by itself"
log = logging.getLogger("heed.health")

Probe = Callable[[], Awaitable[str | None]]
"""None when all is well, else what is wrong, in words."""


def router(probes: dict[str, Probe], notes: dict[str, Probe] | None = None) -> APIRouter:
    """`/healthz`: the process answers. `/readyz`: everything it needs does, too; `notes` are said
    beside, as long as there is anything to say, and keep nobody from being ready.
    """
    routes = APIRouter()

    @routes.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    @routes.get("/readyz")
    async def readyz() -> JSONResponse:
        troubles = {name: await _asked(probe) for name, probe in probes.items()}
        is_ready = not any(troubles.values())
        told = {name: trouble or "ok" for name, trouble in troubles.items()}
        noted = {name: await _asked(probe) for name, probe in (notes or {}).items()}
        told |= {name: note for name, note in noted.items() if note}
        return JSONResponse(told, status_code=200 if is_ready else 503)

    return routes


def of_platform(heed: Heed, tenancy: SystemCaller, way: Probe) -> Probe:
    """Whether the platform lets us in, and the way there is open."""

    async def probe() -> str | None:
        is_let_in = await heed.ask(team.is_let_in, tenancy)
        return await way() if is_let_in else NOT_LET_IN

    return probe


def of_team(heed: Heed, tenancy: SystemCaller) -> Probe:
    """Whether anybody manages the team."""

    async def probe() -> str | None:
        return await heed.ask(no_managers.trouble, tenancy)

    return probe


async def _asked(probe: Probe) -> str | None:
    """What can't be asked is not well: a probe has an answer whatever is broken."""
    try:
        return await probe()
    except Exception:
        log.exception("a probe failed")
        return "it can't be asked"

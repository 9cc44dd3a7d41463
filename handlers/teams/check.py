"""Whether Teams lets us do what we need: the sign-in, and what reactions mean."""

from collections.abc import Sequence

import httpx

from domain.check_results import Finding, bad, good
from domain.errors import UnknownReaction
from domain.reactions import meanings, told
from handlers.teams.reactions import spelled
from handlers.teams.sdk import Keys, signer
from handlers.teams.wire import SignInFailed, Wire

SECONDS = 10.0


async def check(keys: Keys, reactions: Sequence[str]) -> list[Finding]:
    return [await _sign_in(keys), _reactions(reactions)]


async def _sign_in(keys: Keys) -> Finding:
    if keys.stand_in:
        return good("Teams sign-in", f"none is needed beside {keys.stand_in}")
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        try:
            await Wire(client, signer(keys)).sign_in()
        except SignInFailed as error:
            told = (
                "Microsoft does not sign Heed in: look at MICROSOFT_APP_ID, "
                f"MICROSOFT_APP_PASSWORD and MICROSOFT_TENANT_ID ({error})"
            )
            return bad("Teams sign-in", told)
    return good("Teams sign-in", "Microsoft signs Heed in")


def _reactions(chosen: Sequence[str]) -> Finding:
    try:
        known = meanings(chosen, spelled)
    except UnknownReaction as error:
        return bad("Teams reactions", str(error))
    return good("Teams reactions", told(known))

"""Where Heed is installed on Teams, for `check`: as it was told, and as Teams sees it now."""

import httpx

from care import places, references
from care.courier import Refused
from care.heed import Heed
from domain.check_results import Finding, bad, good
from domain.references import Kind, Reference
from handlers.teams import connect
from handlers.teams.check import SECONDS
from handlers.teams.courier import meaning
from handlers.teams.people import UNREACHABLE
from handlers.teams.sdk import Keys, signer
from handlers.teams.wire import Wire

NOWHERE = (
    "Heed is installed in none: upload the package that “make teams-package” builds, and add Heed "
    "to the team whose channel shall have the reminders (docs/teams.md)"
)


async def look_around(heed: Heed, keys: Keys) -> list[Finding]:
    """Where Heed was installed, as it was told then, and whether Teams still has it there."""
    tenancy = await connect.find(heed, keys)
    known = await heed.ask(references.everything, tenancy) if tenancy else []
    chats = sum(each.kind is Kind.PERSONAL for each in known)
    findings = [good("Teams chats", f"people whom Heed can write to: {chats}")]
    rooms = [each for each in known if each.kind is not Kind.PERSONAL]
    if tenancy is None or not rooms:
        return [*findings, bad("Teams channels", NOWHERE)]
    async with httpx.AsyncClient(timeout=SECONDS) as client:
        wire = Wire(client, signer(keys))
        for each in rooms:
            name = await heed.ask(places.called, tenancy, each.address)
            findings.append(await _room(wire, each, name))
    return findings


async def _room(wire: Wire, where: Reference, name: str) -> Finding:
    try:
        async for _ in wire.members(where):
            break
    except UNREACHABLE as error:
        sorted_out = meaning(error)
        if isinstance(sorted_out, Refused) and sorted_out.is_place_lost:
            told = f"Teams no longer lets Heed into {name} ({sorted_out.why}): add Heed there again"
        else:
            told = f"Teams can't be asked about {name} now: check again in a minute"
        return bad("Teams channels", told)
    return good("Teams channels", f"Heed is in {name}")

"""`check`: what works, and in words what is missing."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from care import outbox, places, retries, team
from care.heed import NOWHERE, Heed, SystemCaller
from domain import plain_text
from domain.check_results import Finding, bad, good
from handlers.console import unhandled

NOT_LET_IN = (
    "Heed's token was not accepted there when it was used last, so nothing is sent; Heed tries it "
    "again by itself while it runs: if it was taken away, put the new one into the settings"
)


async def look_around(
    heed: Heed, tenancy: SystemCaller, platforms: tuple[str, ...] = ()
) -> list[Finding]:
    """What Heed itself still needs to do its work, on the platforms that the settings name."""
    trouble = await heed.store.probe()
    if trouble:
        return [bad("database", trouble)]
    lines = await heed.ask(places.missing, tenancy) if tenancy.workspace_id else []
    missing = [plain_text.spoken(line, "/heed ") for line in lines]
    findings = [good("database", "it answers, at today's schema")]
    findings += [bad("set up", words) for words in missing]
    lost = await heed.ask(team.lost, NOWHERE, platforms)
    findings += [bad(platform.capitalize(), NOT_LET_IN) for platform in lost]
    findings.append(await failing(heed))
    if tenancy.workspace_id:
        findings.append(await refused(heed, tenancy))
    return [*findings, await unhandled.find(heed, tenancy)]


async def failing(heed: Heed) -> Finding:
    """What is tried again and again."""
    found = await heed.ask(retries.failing, NOWHERE)
    if not found:
        return good("retries", "nothing fails again and again")
    told = f"reminders {found.nudges}, digests {found.digests}, messages {found.posts}"
    told += f", alarms {found.alarms}" if found.alarms else ""
    return bad("retries", f"failing, and tried again later: {told}. The log says why, once each")


async def refused(heed: Heed, tenancy: SystemCaller) -> Finding:
    """What a platform would not take for good, in its own words."""
    reasons = await heed.ask(outbox.refused, tenancy)
    if not reasons:
        return good("messages", "none was refused for good lately")
    number = sum(each for _, each in reasons)
    told = f"{number} {'was' if number == 1 else 'were'} refused for good in the last days"
    why = ", ".join(f"“{why}” {each}×" for why, each in reasons)
    return bad("messages", f"{told} ({why}): reminders among them are asked in private instead")


async def appoint(heed: Heed, tenancy: SystemCaller, names: tuple[str, ...]) -> Finding:
    """Whether everybody named as a manager is somebody who may be one."""
    named = await heed.do(team.appoint, tenancy, names)
    if named.unknown:
        unknown = ", ".join(named.unknown)
        told = f"HEED_MANAGERS names {unknown}, whom nobody goes by: write mail addresses or @names"
        return bad("managers", told)
    if named.guests:
        guests = ", ".join(named.guests)
        return bad("managers", f"HEED_MANAGERS names {guests}: a guest, who gets no digest")
    if named.left:
        left = ", ".join(named.left)
        return bad("managers", f"HEED_MANAGERS names {left}, who has left: name somebody else")
    if not named.known:
        return bad("managers", "the digest goes to nobody")
    known = ", ".join(person.name for person in named.known)
    return good("managers", f"the digest goes to {known}")


def tell(findings: Sequence[Finding]) -> int:
    """Prints them; 0 when all is good."""
    console = Console(highlight=False, soft_wrap=True)
    for finding in findings:
        mark, style = ("✔", "green") if finding.is_good else ("✘", "red")
        console.print(Text(mark, style), Text(f"{finding.about}:", "bold"), finding.told)
    if all(finding.is_good for finding in findings):
        console.print("Everything is in place.")
        return 0
    console.print("Mend what is marked ✘, and check again.")
    return 1

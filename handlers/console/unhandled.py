"""`unhandled`: what came in and could not be handled, with all that is needed to mend it."""

import argparse
import json

from care import dead_letters
from care.heed import Heed, SystemCaller
from domain.check_results import Finding, bad, good
from domain.dead_letters import DeadLetter
from handlers.console import tenancies
from handlers.console.saying import say


async def show(heed: Heed, typed: argparse.Namespace) -> int:
    """Prints them, the oldest first, people's words included: they may help to mend it."""
    tenancy = await tenancies.need(heed)
    if typed.forget:
        return say(f"Forgotten: {await heed.do(dead_letters.forget, tenancy)}.")
    letters = await heed.ask(dead_letters.everything, tenancy)
    if not letters:
        return say("Everything that came in was handled.")
    shown = map(_shown, letters)
    return say(*shown, "When you have looked at them: python bot.py unhandled --forget")


async def find(heed: Heed, tenancy: SystemCaller) -> Finding:
    """What failed has to be looked at; a kind that nobody listens to is as it should be."""
    letters = await heed.ask(dead_letters.everything, tenancy)
    failed = [each for each in letters if each.trace]
    if not failed:
        return good("unhandled", "nothing that came in has failed")
    newest = failed[-1]
    told = f"{len(failed)} failed, the newest {newest.about} at {newest.at:%d %B %H:%M} UTC"
    return bad("unhandled", f"{told}: python bot.py unhandled shows all there is to know")


def _shown(letter: DeadLetter) -> str:
    head = f"{letter.at:%Y-%m-%d %H:%M} UTC · {letter.about} · {letter.key}"
    body = json.dumps(letter.body, ensure_ascii=False, indent=2)
    return "\n".join((head, letter.trace.rstrip() or "Nobody listens to this kind.", body, ""))

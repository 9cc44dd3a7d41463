"""A day with Heed, told step by step and acted out over HTTP.

`python -m tests.stories.tell [ADDRESS]`: with the address of a playground in which Heed is at
work, there; without one, Heed and a playground are started, and thrown away afterwards. It ends
at the first thing that is not as it was told, with an exit code of 1.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp

from tests.stories.reading import find, read

BOT = Path(__file__).parent.parent.parent / "bot.py"
LONDON, PARIS = ZoneInfo("Europe/London"), ZoneInfo("Europe/Paris")
CARE = "customer-care"
NAMES = ("Kestrel", "Osprey", "Merlin", "Buzzard", "Harrier", "Goshawk")
AT_WORK = re.compile(r"Open (\S+) in your browser")
DATE = re.compile(r"<!date\^[^|]*\|([^>]*)>")
MENTION = re.compile(r"<@(\w+)>")
PATIENCE = 15
"""Seconds until what was to come must be there: messages come one a second."""

OURS = ("SLACK_", "HEED_", "DATABASE_", "MICROSOFT_", "TEAMS_")


class NotAsTold(Exception):
    """What was to be seen, and what was seen instead."""


class Teller:
    """Tells what a person does, does it, and tells what the person then sees."""

    def __init__(self, playground: aiohttp.ClientSession) -> None:
        self._playground = playground
        self._steps = 0

    def step(self, words):
        self._steps += 1
        print(f"\n{self._steps}. {words}")

    async def types(self, who, text, shows):
        """What this person alone is shown must say all of `shows`."""
        print(f"   {who.title()} types: {text}")
        done = await self._do(who, "type", channel=CARE, text=text)
        private = [each for each in done["sees"].get("messages", []) if each.get("is_ephemeral")]
        await self.check(who, read(private[-1]) if private else "nothing", shows)
        return private[-1]

    async def knows(self, who, name):
        done = await self._do(who, "type", channel=CARE, text=f"/heed customer {name}")
        private = [each for each in done["sees"].get("messages", []) if each.get("is_ephemeral")]
        return bool(private) and f"🪪 {name}" in read(private[-1])

    async def presses(self, who, message, label, channel=CARE):
        print(f"   {who.title()} presses [{label}].")
        spot = {"channel": channel, "ts": message["ts"], "action_id": find(message, label)}
        done = await self._do(who, "act", **spot)
        seen = [*done["sees"].get("messages", []), *done["sees"].get("changed", [])]
        return read(seen[-1]) if seen else ""

    async def reacts(self, who, message, emoji, name):
        print(f"   {who.title()} reacts with {emoji}.")
        await self._do(who, "react", channel=CARE, ts=message["ts"], name=name)

    async def turns(self, to):
        print(f"   The clock is turned to {to:%A, %H:%M}, {to.tzinfo.key}.")
        await self._post("/clock/turn", to=to.isoformat())

    async def now(self, zone):
        told = await self._get("/clock")
        return datetime.fromisoformat(told["now"]).astimezone(zone)

    async def sees(self, who, words, shows=(), *, channel=CARE, thread=None):
        """The newest message there that says `words`; all of `shows` must stand in it soon."""
        asked = {"channel": channel} | ({"thread": thread["ts"]} if thread else {})
        until = time.monotonic() + PATIENCE
        while True:
            seen = await self._get(f"/people/{who}/read", **asked)
            every = [each for each in seen["messages"] if not each.get("is_ephemeral")]
            found = [each for each in every if words in read(each)][-1:]
            if found and all(each in read(found[0]) for each in shows):
                break
            if time.monotonic() > until:
                told = read(found[0]) if found else "\n\n".join(map(read, every))
                raise NotAsTold(f"{who.title()} was to see {(words, *shows)}, and sees:\n{told}")
            await asyncio.sleep(0.2)
        await self._show(who, read(found[0]))
        return found[0]

    async def check(self, who, told, shows):
        await self._show(who, told)
        missing = [words for words in shows if words not in told]
        if missing:
            raise NotAsTold(f"{who.title()} was to see “{missing[0]}” in that.")

    async def _show(self, who, told):
        """As it stands on the screen: names for people, times as times."""
        people = {each["id"]: each["real_name"] for each in (await self._get("/people"))["people"]}
        told = DATE.sub(lambda date: date[1], told)
        told = MENTION.sub(lambda person: people.get(person[1], person[1]), told)
        print(f"   {who.title()} sees:")
        print("\n".join(f"      │ {line}" for line in told.splitlines() if line.strip()))

    async def _do(self, who, deed, **said):
        return await self._post(f"/people/{who}/{deed}?settle=1", **said)

    async def _post(self, path, **said):
        async with self._playground.post(path, json=said) as answer:
            if not answer.ok:
                raise NotAsTold(f"{path} was refused: {await answer.text()}")
            return await answer.json()

    async def _get(self, path, **asked):
        async with self._playground.get(path, params=asked) as answer:
            return await answer.json()


async def tell(teller):
    """The story. It begins on a working morning, and ends on the next."""
    name = await _unknown(teller)
    morning = _next(await teller.now(LONDON), 9, 0)
    teller.step("A working morning in London. Ana has a customer who speaks well of the team.")
    await teller.turns(morning)
    await teller.types("ana", f"/heed new {name} advocate Rosa Diaz", (f"🪪 {name}", "Rosa Diaz"))

    teller.step("She calls, and types one line. That is all a rep has to do.")
    line = f"/heed log {name} called Rosa about the renewal, she was happy"
    thank = f"🎁 Thank Rosa Diaz at {name}"
    read_so = (f"Logged for {name}", "Call · we began · praise", f"Next: {thank}")
    await teller.types("ana", line, read_so)

    teller.step("At a quarter past nine the channel is reminded.")
    await teller.turns(morning + timedelta(minutes=20))
    reminder = await teller.sees("ben", thank, ("[Thanked]",))

    teller.step("Ben has thanked her, and says so with a reaction. Everybody sees who did it.")
    await teller.reacts("ben", reminder, "✅", "white_check_mark")
    await teller.sees("ana", thank, ("✅ <@U0BENOKAFR> thanked them",))

    teller.step("The next thank-you is planned already: nobody is forgotten.")
    await teller.types("ana", f"/heed customer {name}", (f"Next: {thank}",))
    await _complaint(teller, name)

    teller.step("The next morning at half past eight, on her own clock, Chloe reads her digest.")
    await teller.turns(_next(await teller.now(PARIS), 8, 31))
    done = ("✅ Done ", "Ana Reyes", "Ben Okafor")
    digest = await teller.sees("chloe", "Good morning, Chloe", done, channel="dm")
    opened = await teller.presses("chloe", digest, "Open", channel="dm")
    await teller.check("chloe", opened, (name,))


async def _complaint(teller, name):
    teller.step("A parcel came broken. A complaint gets a post of its own, and clocks that run.")
    opened = (f"Complaint opened for {name}", "Somebody should let them know")
    await teller.types("ana", f"/heed complaint {name} the parcel came broken", opened)
    complaint = await teller.sees("ben", f"🔥 Complaint: {name}", ("the parcel came broken",))
    asked = await teller.sees("ana", "know that we heard them", thread=complaint)

    teller.step("Ana acknowledges it, Ben keeps them up to date, and Ana puts it right.")
    await teller.presses("ana", asked, "Acknowledged")
    await teller.presses("ben", complaint, "Updated")
    await teller.reacts("ana", complaint, "✅", "white_check_mark")
    by = ("Acknowledged by <@U0ANAREYES>", "Updated by <@U0BENOKAFR>", "Resolved by <@U0ANAREYES>")
    await teller.sees("chloe", f"✅ Complaint: {name}", by)


async def _unknown(teller):
    """A name that nobody has told this Heed yet, so that the story can be told again."""
    for name in NAMES:
        if not await teller.knows("ana", name):
            return name
    raise NotAsTold("This playground has heard the story often enough: start it anew.")


def _next(now, hour, minute):
    """The first such time of a working day, after today."""
    day = now.date() + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)


@asynccontextmanager
async def playground(address) -> AsyncIterator[str]:
    """The address given, or that of a Heed started for this story alone."""
    if address:
        yield address
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        heed = await asyncio.create_subprocess_exec(
            *(sys.executable, str(BOT), "run"),
            cwd=folder,
            env=plain | {"PYTHONPATH": str(BOT.parent), "HEED_LOG_LEVEL": "WARNING"},
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            line = (await heed.stdout.readline()).decode()
            found = AT_WORK.search(line)
            if not found:
                raise NotAsTold(f"Heed was to start, and says: {line or 'nothing'}")
            print(line.strip())
            yield found[1]
        finally:
            heed.terminate()
            await heed.wait()


async def main(given) -> int:
    try:
        async with (
            playground(given[0] if given else "") as address,
            aiohttp.ClientSession(address) as session,
        ):
            await tell(Teller(session))
    except NotAsTold as trouble:
        print(f"\nIt is not as told. {trouble}")
        return 1
    print("\nIt was all as told.")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))

"""`docs/plays.md`: every play with its words and numbers, as the sample team meets it.

`python -m tests.stories.plays` writes it. The sample's customers are lived with for six weeks, once
by a team that leaves everything alone and once by one that does everything on the next day.
"""

import asyncio
import inspect
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import features
from care import nudges as care_nudges
from care import people, sample, scenes
from care.registry import registry
from domain import plain_text
from domain.errors import HeedError
from domain.nudges import Status
from domain.plays import Saying
from domain.precedence import SILENT_BESIDE, SILENT_IN, Need, State
from domain.settings import settings_of
from domain.touches import Direction, Kind, Touch
from store import customers, nudges
from tests import databases
from tests.world import MONDAY, open_world

PAGE = Path("docs/plays.md")
DAYS = 42
AT_MOST = 5
"""Examples of a play."""

MARKS = ("step", "day", "days", "sort", "what", "reason", "said_at")

SAID = {
    Need.COMPLAINT: "a complaint's steps",
    Need.CHECK_BACK: "the check-back",
    Need.RETURN: "returning a contact",
    Need.PROMISE: "promises",
    Need.RISK: "the call of whoever is at risk",
    Need.WIN_BACK: "winning back",
    Need.PRAISE: "thanks by name",
    Need.FIRST_DAYS: "the first days",
    Need.FOLLOW_UP: "following up",
    Need.DATE: "days that matter",
    Need.THANKS: "routine thanks",
    Need.QUIET: "gone quiet",
    Need.WHAT_ELSE: "what else",
    Need.OCCASION: "special occasions",
    Need.ASK: "asks",
    Need.EXCELLENCE: "what would make it excellent",
}

STANDS = {
    Need.COMPLAINT: State.COMPLAINT_OPEN,
    Need.RISK: State.AT_RISK,
    Need.WIN_BACK: State.LOST,
}
"""What stands about a customer while such a reminder waits."""


class Met(NamedTuple):
    """One reminder as it came."""

    play: str
    sort: tuple[str, ...]
    need: Need
    saying: Saying


HEAD = """\
# The plays
What Heed reminds of, in its own words. `make plays` writes this page: it lives six weeks with the
sample team that `python bot.py sample` adds, and keeps the first reminder of each sort that comes.
A [setting](sources.md#settings) changes a number, and what is planned changes with it.

One customer has one reminder at a time: the play that stands higher on this page speaks, and the
others stand beneath it as lines. What is silent altogether meanwhile is said with each."""


async def met(database, *, acts):
    """Each nudge that was asked, as it was said then, with the facts of its play."""
    seen = {}
    async with open_world(database, now=MONDAY) as world:
        await world.do_clock(sample.fill, "care", "ana")
        await world.settle()
        for _ in range(DAYS):
            await world.wait(hours=5)
            new = await world.ask(_asked, frozenset(seen))
            seen.update(new)
            for nudge_id, (_, owner) in new.items() if acts else ():
                await _done(world, owner, nudge_id)
            await world.wait(hours=19)
    return [each for each, _ in seen.values()]


def _asked(work, now, known):
    """By id: the nudge, what it needs, whose customer it is, and the words."""
    plays = registry(work).plays
    told = {}
    for customer in customers.by_ids(work, range(1, 100)).values():
        scene = scenes.theirs(work, now, customer)
        for nudge in nudges.waiting_of(work, customer.id):
            if nudge.status in {Status.SENT, Status.TAKEN} and nudge.id not in known:
                met = Met(nudge.play, _sort(nudge), plays.need(nudge), scene.saying(nudge))
                told[nudge.id] = met, people.owner(work, customer)
    return told


def _sort(nudge):
    """What tells one sort of a play's reminders from another."""
    return tuple(str(nudge.about[each]) for each in MARKS if nudge.about.get(each))


async def _done(world, owner, nudge_id):
    with suppress(HeedError):  # it may have ended with another one's
        await world.do(owner.handle, care_nudges.done, nudge_id)


def page(seen):
    """The whole of it."""
    examples, needs = {}, {}
    for each in sorted(seen, key=lambda each: each.need):
        examples.setdefault(each.play, {}).setdefault(each.sort, each.saying)
        needs.setdefault(each.play, set()).add(each.need)
    plays = features.build().plays.named
    sections = [_section(plays[name], needs[name], list(examples[name].values())) for name in needs]
    return "\n\n".join([HEAD, *sections]) + "\n"


def _section(play, needs, sayings):
    title, _, does = inspect.getmodule(play.plans).__doc__.partition(": ")
    does = does.strip()
    parts = [f"## {title}", f"{does[0].upper()}{does[1:]}"]
    parts += [_example(each) for each in sayings[:AT_MOST]]
    parts += [_ended_by(play), *_silences(needs), *_numbers(play)]
    return "\n\n".join(parts)


def _example(saying):
    told = [f"**{_plain(saying.headline)}**", *map(_plain, saying.why)]
    buttons = [saying.done, "I'll take it", "Later"] + ([saying.waive] if saying.reasons else [])
    told.append(" ".join(f"`{label}`" for label in buttons))
    return "\n".join(f"> {each}  " for each in told).rstrip()


def _plain(parts):
    return plain_text.spoken(parts, "/heed ").replace("*", "\\*").replace("_", "\\_")


def _ended_by(play):
    kinds = [kind.value for kind in Kind if play.answers(_contact(kind))]
    return f"Ended by {_listed(kinds)}." if kinds else "Ended by its own button alone."


def _contact(kind):
    return Touch(id=1, customer_id=1, at=MONDAY, kind=kind, direction=Direction.OURS, words="")


def _silences(needs):
    silent = {name for need in needs for name in SILENT_BESIDE.get(need, ())}
    silent |= {name for need in needs & STANDS.keys() for name in SILENT_IN[STANDS[need]]}
    if silent:
        names = [SAID[need] for need in sorted(silent)]
        yield f"Silent meanwhile: {_listed(names, last='and')}."


def _listed(words, last="or"):
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _numbers(play):
    if play.numbers is None:
        return
    rows = ["| setting | comes as | what it is, and why |", "|---|---|---|"]
    every = settings_of(play.numbers)
    rows += [f"| `{it.name}` | {it.default} | {it.title}: {it.why} |" for it in every]
    yield "\n".join(rows)


async def write(to):
    """Lives through the weeks and writes the page there."""
    with tempfile.TemporaryDirectory() as folder:
        seen = []
        for acts in (False, True):
            seen += await met(databases.lay_sqlite(Path(folder) / f"{acts}.db"), acts=acts)
    to.write_text(page(seen), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write(PAGE))

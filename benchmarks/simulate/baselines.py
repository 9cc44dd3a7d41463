"""Two ways to care without Heed: nobody reminds anybody, or everybody comes up every 30 days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.simulate.events import Customer, Day, dice
from benchmarks.simulate.ledger import Ledger
from benchmarks.simulate.parameters import Parameters

EVERY_DAYS = 30


@dataclass
class Tally:
    """What people got, by rep and day."""

    reminders: Counter[tuple[int, int]] = field(default_factory=Counter)
    messages: Counter[tuple[int, int]] = field(default_factory=Counter)
    shown: int = 0
    acted: int = 0
    refused: int = 0


def accepts(world: Parameters, rank: int, customer: int, day: int) -> bool:
    """Whether a rep acts on the reminder of that rank of their day."""
    chance = world.acceptance * world.wears_out**rank
    return dice(world, "accepts", customer, day).random() < chance


def is_heard(world: Parameters, customer: int, day: int) -> bool:
    """Whether the contact that a reminder led to has reached them."""
    thrown = dice(world, "heard", customer, day)
    return thrown.random() < 1 / 3 or thrown.random() < world.speaks


def live(ledger: Ledger, day: Day) -> None:
    """What happens unasked."""
    for ours in day.ours:
        if ours.is_heard:
            ledger.reach(ours.customer, day.number)
    for theirs in day.theirs:
        if theirs.what == "complain":
            ledger.complained.setdefault(theirs.customer, day.number)
        if theirs.is_answered:
            ledger.reach(theirs.customer, day.number)


def without(world: Parameters, every: Sequence[Customer], days: Iterable[Day]) -> Ledger:
    ledger = Ledger(world, every)
    for day in days:
        live(ledger, day)
        ledger.end(day.number)
    return ledger


def every_thirty(
    world: Parameters, every: Sequence[Customer], days: Iterable[Day]
) -> tuple[Ledger, Tally]:
    """A reminder from the 30th day after the last contact that is known, until somebody acts on it;
    of several the newest is looked at first.
    """
    ledger, tally = Ledger(world, every), Tally()
    due = {
        place: EVERY_DAYS - (who.since if who.is_known else 0) for place, who in enumerate(every)
    }
    for day in days:
        live(ledger, day)
        for ours in day.ours:
            if ours.is_logged and ours.is_heard:
                due[ours.customer] = day.number + EVERY_DAYS
        if day.is_working:
            _remind(world, every, ledger, tally, day, due)
        ledger.end(day.number)
    return ledger, tally


def _remind(
    world: Parameters,
    every: Sequence[Customer],
    ledger: Ledger,
    tally: Tally,
    day: Day,
    due: dict[int, int],
) -> None:
    for rep, places in _asked(every, due, day).items():
        for rank, place in enumerate(places):
            tally.reminders[rep, day.number] += 1
            tally.messages[rep, day.number] += 1
            tally.shown += 1
            if rep in day.away or not accepts(world, rank, place, day.number):
                continue
            tally.acted += 1
            if is_heard(world, place, day.number):
                ledger.reach(place, day.number)
                due[place] = day.number + EVERY_DAYS


def _asked(every: Sequence[Customer], due: dict[int, int], day: Day) -> dict[int, list[int]]:
    asked: dict[int, list[int]] = defaultdict(list)
    for place, at in sorted(due.items(), key=lambda pair: -pair[1]):
        if at <= day.number:
            asked[every[place].rep].append(place)
    return asked

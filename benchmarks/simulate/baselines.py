"""Two ways to care without Heed: nobody reminds anybody, or everybody comes up every 30 days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.simulate.events import Customer, Day, dice
from benchmarks.simulate.ledger import Ledger
from benchmarks.simulate.parameters import Parameters

EVERY_DAYS = 30
MORNING = 9 + 1 / 3


@dataclass
class Tally:
    """What people got, by rep and day."""

    reminders: Counter[tuple[int, int]] = field(default_factory=Counter)
    messages: Counter[tuple[int, int]] = field(default_factory=Counter)
    shown: int = 0
    acted: int = 0
    refused: int = 0

    def came(self, rep: int, day: int) -> None:
        self.reminders[rep, day] += 1
        self.messages[rep, day] += 1
        self.shown += 1


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
    ledger.turn(day)
    ledger.answer(day)
    ledger.work(day)


def without(world: Parameters, every: Sequence[Customer], days: Iterable[Day]) -> Ledger:
    ledger = Ledger(world, every)
    for day in days:
        live(ledger, day)
        ledger.end(day.number)
    return ledger


@dataclass
class Plain:
    """A reminder on the 30th day after the last contact that is known, and on each 30th after it;
    where that is over when it begins, on one of the next thirty, so that they don't come in heaps.
    If it `repeats`, it comes anew each working day until somebody acts on it. Of several the newest
    is looked at first; who was away looks at what has come when they are back.
    """

    world: Parameters
    every: Sequence[Customer]
    repeats: bool
    ledger: Ledger = field(init=False)
    tally: Tally = field(default_factory=Tally)
    due: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.world, self.every)
        self.due = {place: self._first(place, who) for place, who in enumerate(self.every)}

    def _first(self, place: int, who: Customer) -> int:
        at = EVERY_DAYS - (who.since if who.is_known else 0)
        if at > 0 or self.repeats:
            return at
        return dice(self.world, "begins", place).randrange(EVERY_DAYS)

    def live(self, day: Day) -> None:
        if day.is_working:
            for rep, places in self._asked(day).items():
                self._remind(day, rep, places)
        live(self.ledger, day)
        for ours in day.ours:
            if ours.is_logged and ours.is_heard:
                self.due[ours.customer] = day.number + EVERY_DAYS
        self.ledger.end(day.number)

    def _asked(self, day: Day) -> dict[int, list[int]]:
        asked: dict[int, list[int]] = defaultdict(list)
        for place, at in sorted(self.due.items(), key=lambda pair: -pair[1]):
            if at <= day.number:
                asked[self.every[place].rep].append(place)
        return asked

    def _remind(self, day: Day, rep: int, places: Sequence[int]) -> None:
        for rank, place in enumerate(places):
            if rep in day.away and not self.repeats:
                continue
            self.tally.came(rep, day.number)
            if not self.repeats:
                self.due[place] = day.number + EVERY_DAYS
            if rep in day.away or not accepts(self.world, rank, place, day.number):
                continue
            self.tally.acted += 1
            if is_heard(self.world, place, day.number):
                self.ledger.reach(place, day.number, MORNING)
                self.due[place] = day.number + EVERY_DAYS


def every_thirty(
    world: Parameters, every: Sequence[Customer], days: Iterable[Day], *, repeats: bool
) -> tuple[Ledger, Tally]:
    plain = Plain(world, every, repeats)
    for day in days:
        plain.live(day)
    return plain.ledger, plain.tally

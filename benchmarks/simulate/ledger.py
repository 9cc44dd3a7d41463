"""What is so in the simulated world, whatever anybody knows of it: whom we have reached when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.simulate.events import Customer
from benchmarks.simulate.parameters import Parameters
from domain.coverage import CareNumbers
from domain.customers import Rung

NUMBERS = CareNumbers()


@dataclass
class Ledger:
    """`reached` is the day of our last word with each, `stays` the chance that they are ours."""

    world: Parameters
    every: Sequence[Customer]
    reached: list[int] = field(init=False)
    stays: list[float] = field(init=False)
    complained: dict[int, int] = field(default_factory=dict)
    covered: dict[Rung, list[float]] = field(default_factory=lambda: defaultdict(list))
    longest: int = 0

    def __post_init__(self) -> None:
        self.reached = [-each.since for each in self.every]
        self.stays = [1.0] * len(self.every)

    def reach(self, customer: int, day: int) -> None:
        self.reached[customer] = max(self.reached[customer], day)
        self.complained.pop(customer, None)

    def end(self, day: int) -> None:
        """Of a day: who is within the interval, and what indifference costs."""
        within: dict[Rung, list[bool]] = defaultdict(list)
        for place, who in enumerate(self.every):
            interval = NUMBERS.interval(who.rung)
            silence = day - self.reached[place]
            days = interval.days if interval else silence + 1
            within[who.rung].append(silence <= days)
            missed = max(0, silence // days) * (2 if place in self.complained else 1)
            self.stays[place] *= 1 - min(1.0, self.world.leaves * missed)
            self.longest = max(self.longest, silence)
        for rung, every in within.items():
            self.covered[rung].append(sum(every) / len(every))

    @property
    def losses(self) -> float:
        """How many are expected to have left."""
        return sum(1 - each for each in self.stays)

    def coverage(self, *rungs: Rung) -> float:
        """On the days of the second half, in which the beginning shows no more."""
        weights = {rung: sum(who.rung is rung for who in self.every) for rung in self.covered}
        asked = [rung for rung in rungs or self.covered if rung in self.covered]
        total = sum(weights[rung] for rung in asked)
        return sum(_late(self.covered[rung]) * weights[rung] for rung in asked) / max(1, total)


def _late(days: Sequence[float]) -> float:
    half = days[len(days) // 2 :]
    return sum(half) / max(1, len(half))

"""What is so in the simulated world, whatever anybody knows of it: whom we have reached when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.simulate.events import ANSWERED, ASKED, OWN, Customer, Day, Theirs
from benchmarks.simulate.parameters import Parameters
from domain.coverage import CareNumbers
from domain.customers import Rung

NUMBERS = CareNumbers()
BOUGHT: Mapping[Rung, Rung] = {Rung.PROSPECT: Rung.SHOPPER, Rung.SHOPPER: Rung.CUSTOMER}
"""Where a purchase lifts somebody."""

ENQUIRY_HOURS, QUESTION_HOURS = 1, 4
"""Within which a prospect, and anybody else, is answered: hours of work."""

BEGINS = 9


@dataclass
class Ledger:
    """`reached` is the day of our last word with each, `stays` the chance that they are ours,
    `waiting` until when who has asked is to be answered. `covered` has, a day, how many of a rung
    are within their interval, and how many there are.
    """

    world: Parameters
    every: Sequence[Customer]
    reached: list[int] = field(init=False)
    stays: list[float] = field(init=False)
    rungs: list[Rung] = field(init=False)
    complained: dict[int, int] = field(default_factory=dict)
    covered: list[Mapping[Rung, tuple[int, int]]] = field(default_factory=list)
    silences: list[int] = field(default_factory=list)
    waiting: dict[int, tuple[int, float]] = field(default_factory=dict)
    asked: int = 0
    answered_in_time: int = 0

    def __post_init__(self) -> None:
        self.reached = [-each.since for each in self.every]
        self.stays = [1.0] * len(self.every)
        self.rungs = [each.rung for each in self.every]

    def reach(self, customer: int, day: int, hour: float) -> None:
        self.reached[customer] = max(self.reached[customer], day)
        self.complained.pop(customer, None)
        until = self.waiting.pop(customer, None)
        self.answered_in_time += until is not None and (day, hour) <= until

    def turn(self, day: Day) -> None:
        """Who turns to us does so."""
        for theirs in day.theirs:
            place = theirs.customer
            if theirs.what == "complain":
                self.complained.setdefault(place, day.number)
            if theirs.what == "buy":
                self.rungs[place] = BOUGHT.get(self.rungs[place], self.rungs[place])
            if theirs.what == "ask":
                self.asked += 1
                self.waiting.setdefault(place, self._until(day, theirs))

    def _until(self, day: Day, theirs: Theirs) -> tuple[int, float]:
        is_prospect = self.rungs[theirs.customer] is Rung.PROSPECT
        hours = ENQUIRY_HOURS if is_prospect else QUESTION_HOURS
        if day.is_working:
            return day.number, ASKED + hours
        return day.number + 7 - day.number % 7, BEGINS + hours

    def answer(self, day: Day) -> None:
        """Unasked."""
        for theirs in day.theirs:
            if theirs.is_answered:
                self.reach(theirs.customer, day.number, ANSWERED)

    def work(self, day: Day) -> None:
        """What reps do unasked."""
        for ours in day.ours:
            if ours.is_heard:
                self.reach(ours.customer, day.number, OWN)

    def end(self, day: int) -> None:
        """Of a day: who is within the interval, and what indifference costs."""
        within: dict[Rung, list[bool]] = defaultdict(list)
        for place, rung in enumerate(self.rungs):
            interval = NUMBERS.interval(rung)
            silence = day - self.reached[place]
            days = interval.days if interval else silence + 1
            within[rung].append(silence <= days)
            missed = max(0, silence // days) * (2 if place in self.complained else 1)
            self.stays[place] *= 1 - min(1.0, self.world.leaves * missed)
        self.covered.append({rung: (sum(each), len(each)) for rung, each in within.items()})
        self.silences.append(day - min(self.reached))

    @property
    def losses(self) -> float:
        """How many are expected to have left."""
        return sum(1 - each for each in self.stays)

    def coverage(self, *rungs: Rung) -> float:
        """On the days of the second half, in which the beginning shows no more."""
        late = self.covered[len(self.covered) // 2 :]
        there = [pair for day in late for rung, pair in day.items() if not rungs or rung in rungs]
        return sum(within for within, _ in there) / max(1, sum(number for _, number in there))

    def within(self, rung: Rung) -> list[float]:
        """Day by day."""
        every = [day.get(rung, (0, 0)) for day in self.covered]
        return [number / max(1, total) for number, total in every]

"""What happens in that world whether or not anybody is reminded: the same for each way to care."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.simulate.parameters import Parameters
from domain.customers import Rung

ASKED, ANSWERED, OWN = 10 + 1 / 3, 11 + 1 / 3, 16 + 1 / 3
"""The hours of a day at which somebody turns to us, is answered unasked, and what a rep has done
unasked is logged.
"""

OURS_HEARD = ("called Maria, we spoke about the order", "met Maria about the renewal")
OURS_SENT = ("mailed Maria the new prices",)
OURS_IN_VAIN = ("called, no answer",)
WORDS = {
    "ask": ("asked for a quote", "mailed a question about the invoice"),
    "buy": ("bought 12 lamps",),
    "complain": ("complained that the delivery came late",),
    "praise": ("wrote that she loved the demo",),
    "recommend": ("recommended us to a friend",),
}


@dataclass(frozen=True, kw_only=True)
class Customer:
    """`since` is how many days before the first one we last reached them; None: nobody knows."""

    name: str
    rep: int
    rung: Rung
    since: int
    is_known: bool


@dataclass(frozen=True, kw_only=True)
class Ours:
    """What a rep does unasked."""

    rep: int
    customer: int
    words: str
    is_heard: bool
    is_logged: bool


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """Who turns to us; `by` notes it, and perhaps the owner answers it unasked."""

    customer: int
    what: str
    words: str
    by: int
    is_answered: bool


@dataclass(frozen=True, kw_only=True)
class Day:
    """`away` are reps who do nothing."""

    number: int
    is_working: bool
    ours: Sequence[Ours]
    theirs: Sequence[Theirs]
    away: frozenset[int]


def dice(world: Parameters, *key: object) -> random.Random:
    """The same for the same key, whatever else was thrown."""
    return random.Random(f"{world.seed}:{key}")  # noqa: S311 - no secret in it


def customers(world: Parameters, names: Sequence[str]) -> list[Customer]:
    thrown, rungs = dice(world, "customers"), list(world.rungs)
    weights = list(world.rungs.values())
    return [
        Customer(
            name=name,
            rep=number % world.reps,
            rung=thrown.choices(rungs, weights)[0],
            since=thrown.randrange(75),
            is_known=thrown.random() >= world.unknown,
        )
        for number, name in enumerate(names)
    ]


def day(world: Parameters, every: Sequence[Customer], number: int) -> Day:
    is_working = number % 7 < 5  # noqa: PLR2004 - it begins on a Monday
    away = frozenset(rep for rep in range(world.reps) if _is_away(world, rep, number))
    thrown = dice(world, "day", number)
    theirs = [it for place, who in enumerate(every) if (it := _turns(world, thrown, place, who))]
    ours: list[Ours] = []
    if is_working:
        for rep in range(world.reps):
            own = _own(world, dice(world, "own", rep, number), every, rep)
            ours += () if rep in away else own
    return Day(number=number, is_working=is_working, ours=ours, theirs=theirs, away=away)


def _is_away(world: Parameters, rep: int, number: int) -> bool:
    """A week at a time; the last one leaves for good."""
    if rep == world.reps - 1 and number >= world.quits_on:
        return True
    return dice(world, "leave", rep, number // 7).random() < world.leave


def _own(
    world: Parameters, thrown: random.Random, every: Sequence[Customer], rep: int
) -> list[Ours]:
    mine = range(rep, len(every), world.reps)
    weights = [1 / (rank**world.favourites) for rank in range(1, len(mine) + 1)]
    count = int(world.own_a_day) + (thrown.random() < world.own_a_day % 1)
    return [_contact(world, thrown, rep, thrown.choices(mine, weights)[0]) for _ in range(count)]


def _contact(world: Parameters, thrown: random.Random, rep: int, customer: int) -> Ours:
    kind = thrown.random()
    is_mail, speaks = kind < 1 / 3, thrown.random() < world.speaks
    words = OURS_SENT if is_mail else OURS_HEARD if speaks else OURS_IN_VAIN
    return Ours(
        rep=rep,
        customer=customer,
        words=thrown.choice(words),
        is_heard=is_mail or speaks,
        is_logged=thrown.random() < world.logged,
    )


def _turns(world: Parameters, thrown: random.Random, place: int, who: Customer) -> Theirs | None:
    is_prospect = who.rung is Rung.PROSPECT
    rates = {
        "ask": world.asks,
        "buy": world.buys / 4 if is_prospect else world.buys,
        "complain": 0 if is_prospect else world.complains,
        "praise": world.praises,
        "recommend": 0 if is_prospect else world.recommends,
    }
    left = thrown.random()
    for what, rate in rates.items():
        left -= rate
        if left < 0:
            by = who.rep
            if thrown.random() < world.colleague:
                by = (who.rep + 1) % world.reps
            return Theirs(
                customer=place,
                what=what,
                words=thrown.choice(WORDS[what]),
                by=by,
                is_answered=what == "ask" and thrown.random() < world.answers_alone,
            )
    return None

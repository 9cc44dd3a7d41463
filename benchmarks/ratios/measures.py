"""What is compared: all of it in one run, in turns, so that a busy moment is everybody's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from benchmarks.ratios.requests import Command, Measured, measure

MANY = 32
WARM_SECONDS = 0.5
BARE, HELP, LOG = "bare", "empty command", "log a line"


@dataclass(frozen=True, kw_only=True)
class Ratios:
    """Medians over all rounds. `many` of a bare acknowledgement's rate with 32 connections;
    `slower` is how many times as long one alone waits.
    """

    many: float
    slower: float


def commands(port: int, names: Sequence[str]) -> dict[str, Command]:
    lines = cycle(names)
    return {
        HELP: Command(port=port, says=b'"help-', text=lambda: "help"),
        LOG: Command(
            port=port,
            says=b'"receipt-',
            text=lambda: f"log {next(lines)} called Maria about the renewal, she was happy",
        ),
    }


async def compare(
    bare: Command, others: Mapping[str, Command], rounds: int, seconds: float
) -> dict[str, Ratios]:
    every = {BARE: bare, **others}
    for command in every.values():
        await measure(command, MANY, WARM_SECONDS)
    found: dict[str, list[Ratios]] = defaultdict(list)
    for _ in range(rounds):
        many = {name: await measure(each, MANY, seconds) for name, each in every.items()}
        alone = {name: await measure(each, 1, seconds) for name, each in every.items()}
        for name in others:
            found[name].append(_ratios(name, many, alone))
    return {name: _middle(each) for name, each in found.items()}


def _ratios(name: str, many: Mapping[str, Measured], alone: Mapping[str, Measured]) -> Ratios:
    return Ratios(
        many=many[name].rate / many[BARE].rate, slower=alone[name].middle / alone[BARE].middle
    )


def _middle(rounds: Sequence[Ratios]) -> Ratios:
    return Ratios(
        many=median(each.many for each in rounds), slower=median(each.slower for each in rounds)
    )

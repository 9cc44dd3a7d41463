"""The plays: each file in this folder with a `PLAY` is one."""

from importlib import import_module
from pkgutil import iter_modules

from domain.facts import Facts
from domain.nudges import Call, Nudge
from domain.plays import unknown
from domain.plays.play import Play


def _found() -> dict[str, Play]:
    modules = (import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))
    plays = (module.PLAY for module in modules if hasattr(module, "PLAY"))
    return {play.name: play for play in plays}


PLAYS = _found()


def play_of(nudge: Nudge) -> Play:
    """Its own; a plain one where no play of this version knows such a nudge."""
    play = PLAYS.get(nudge.play)
    return play if play and play.knows(nudge) else unknown.play_for(nudge)


def plan(facts: Facts) -> dict[str, Call]:
    """Every nudge that the plays call for, by its key. Pure: the same facts, the same calls."""
    return {call.key: call for play in PLAYS.values() for call in play.calls(facts)}

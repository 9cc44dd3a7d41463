"""Which customers a list is to show, as somebody types it: "ana prospects", "quiet mine"."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain import names
from domain.customers import Rung
from domain.reading.tables import listed

RUNGS = {word: rung for rung in Rung for word in (rung.value, f"{rung.value}s")}
RUNGS = {**RUNGS, "fan": Rung.RAVING_FAN, "fans": Rung.RAVING_FAN}
"""Also of many."""


class Standing(StrEnum):
    """Whom of these: everybody, who has waited too long to hear from us, or who has no owner."""

    EVERY = "every"
    QUIET = "beyond"
    NOBODYS = "nobodys"


STANDINGS = {
    **dict.fromkeys(listed("quiet silent waiting"), Standing.QUIET),
    **dict.fromkeys(listed("nobody nobodys ownerless unowned"), Standing.NOBODYS),
}
ANYBODY = {"customers", "the", "of", "and"}
"""Words that leave nobody out. One who stands on the rung of that name is "customer"."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`whose` is what may name somebody of us."""

    rung: Rung | None = None
    standing: Standing = Standing.EVERY
    whose: str = ""


def read(typed: str) -> Wanted:
    words = typed.split()
    rung, words = _taken(words, {k: v for k, v in RUNGS.items() if k not in ANYBODY})
    standing, words = _taken(words, STANDINGS)
    whose = " ".join(word for word in words if word.casefold() not in ANYBODY)
    return Wanted(
        rung=Rung(rung) if rung else None,
        standing=Standing(standing) if standing else Standing.EVERY,
        whose=whose.removesuffix("'s").removesuffix("’s"),
    )


def _taken(words: list[str], known: dict[str, Rung] | dict[str, Standing]) -> tuple[str, list[str]]:
    """The first that is known, of two words or of one, and what is left."""
    for start, end in _runs(len(words)):
        found = known.get(names.key(" ".join(words[start:end])))
        if found:
            return found, [*words[:start], *words[end:]]
    return "", words


def _runs(number: int) -> Iterable[tuple[int, int]]:
    for size in (2, 1):
        for start in range(number - size + 1):
            yield start, start + size

"""Lines as somebody typed them, with how a person reads each."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from domain.touches import ASKED_FIRST, Sign

HERE = Path(__file__).parent
SETS = ("training", "held_out")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Of each of `needed` one must be read, `may` may be, and nothing else."""

    needed: tuple[frozenset[str], ...]
    may: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Self:
        """As "praise|purchase, ?enquiry"."""
        parts = [part.strip() for part in text.split(",") if part.strip()]
        needed = tuple(frozenset(part.split("|")) for part in parts if part[0] != "?")
        doubtful = (part[1:].split("|") for part in parts if part[0] == "?")
        return cls(needed=needed, may=frozenset().union(*needed, *doubtful))

    def misses(self, filed: frozenset[str], asked: frozenset[str]) -> list[str]:
        """Signs that are first asked about count where they are."""
        heard = filed | (asked & ASKED_FIRST)
        return [min(each) for each in self.needed if not each & heard]

    def not_even_asked(self, filed: frozenset[str], asked: frozenset[str]) -> list[str]:
        return [min(each) for each in self.needed if not each & (filed | asked)]

    def needs(self, sign: Sign) -> bool:
        return any(sign in each for each in self.needed)


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """None is not judged; without a customer it is about nobody, unless it is about several, which
    are judged elsewhere. `theirs`: the words are the customer's own.
    """

    line: str
    customer: str | None
    kind: str | None
    signs: Wanted
    direction: str | None
    days: int | None
    several: tuple[str, ...]
    theirs: bool

    @property
    def half(self) -> int:
        """0 or 1, for good: half of the lines to tune on, half to see what that is worth."""
        return hashlib.sha256(self.line.encode()).digest()[0] % 2


def rows(chosen: str, what: str) -> Iterator[dict[str, Any]]:
    """Of all files of the set whose names begin so: `lines`, `replies`."""
    for path in sorted((HERE / chosen).glob(f"{what}*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            if row.strip():
                yield json.loads(row)


def lines(chosen: str) -> list[Labelled]:
    return [
        Labelled(
            line=row["line"],
            customer=row.get("customer"),
            kind=row.get("kind"),
            signs=Wanted.parse(row.get("signs") or ""),
            direction=row.get("direction"),
            days=row.get("days"),
            several=tuple(row.get("customers") or ()),
            theirs=row.get("written_by") == "customer",
        )
        for row in rows(chosen, "lines")
    ]


def company(chosen: str) -> dict[str, Any]:
    """Whom the database knows before the lines are read: `customers`, each with name, aliases and
    contacts, and the names of the `team`.
    """
    known: dict[str, Any] = json.loads((HERE / chosen / "customers.json").read_text("utf-8"))
    return known

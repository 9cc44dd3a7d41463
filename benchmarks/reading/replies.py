"""What Heed takes replies for, beside how a person reads them."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from benchmarks.reading.labels import HERE, rows
from benchmarks.reading.readings import LONDON, NOW
from benchmarks.reading.scores import Score, Share
from domain.reading import Names, Party, everybody, read
from domain.reading.meanings import (
    Done,
    Doubtful,
    Meaning,
    PutOff,
    Taken,
    Talk,
    Told,
    Waived,
)
from domain.reading.replies import meaning
from domain.touches import Direction, Sign
from features.complaints import replies as of_complaints
from features.complaints.replies import Said

ACTS = {"done", "take", "later", "not needed", "contact", "acknowledged", "update", "resolved"}
"""What a reply can do by itself; "resolved?" asks, and talk does nothing."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    thread: str
    reply: str
    wanted: frozenset[str]
    took: str

    @property
    def half(self) -> int:
        return hashlib.sha256(self.reply.encode()).digest()[0] % 2

    @property
    def is_right(self) -> bool:
        return self.took in self.wanted

    @property
    def is_wrong(self) -> bool:
        """It did something, and something else than was meant."""
        return self.took in ACTS and not self.is_right


def score(replies: Sequence[Reply]) -> Iterator[Score]:
    yield Score(about="right", precision=None, recall=_share(replies, "is_right"))
    yield Score(about="wrong actions", precision=None, recall=_share(replies, "is_wrong"))
    for each in sorted({name for reply in replies for name in reply.wanted}):
        told = [it for it in replies if it.took == each]
        meant = [it for it in replies if each in it.wanted]
        right = _share(meant, "is_right")
        yield Score(about=each, precision=_share(told, "is_right"), recall=right)


def _share(replies: Sequence[Reply], what: str) -> Share:
    return Share(right=sum(getattr(it, what) for it in replies), of=len(replies))


def read_all(chosen: str) -> Iterator[Reply]:
    names = _names(chosen)
    for row in rows(chosen, "replies"):
        wanted = {row["does"], row.get("or")} - {None}
        wanted |= {"later?"} if row["does"] == "later" and not row.get("until") else set()
        took = _took(row, names)
        yield Reply(thread=row["thread"], reply=row["reply"], wanted=frozenset(wanted), took=took)


def _took(row: dict[str, Any], names: Names) -> str:
    words = row["reply"]
    meant = meaning(words, NOW, LONDON, names)
    if row["thread"] != "complaint":
        return _name(meant, words, names)
    said = of_complaints.said(words, names)
    if said is Said.TALK and isinstance(meant, Taken | PutOff):
        return _name(meant, words, names)
    return "update" if said is Said.TRIED else str(said)


def _name(found: Meaning, words: str, names: Names) -> str:
    match found:
        case Talk():
            return "talk"
        case Done():
            return "done"
        case Told(in_vain):
            return "contact" if in_vain else _told(words, names)
        case Taken():
            return "take"
        case PutOff(until, _):
            return "later" if until else "later?"
        case Waived():
            return "not needed"
        case Doubtful():
            return "asked"
        case _:
            assert_never(found)


def _told(words: str, names: Names) -> str:
    """A contact of ours that they heard ends what asks for one."""
    said = read(words, NOW, LONDON, names)
    is_heard = said.direction is Direction.OURS and Sign.NO_ANSWER not in said.signs
    return "done" if is_heard else "contact"


def _names(chosen: str) -> Names:
    path = HERE / chosen / "customers.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    theirs = [each for it in known.get("customers", ()) for each in it.get("contacts", ())]
    ours = everybody(known.get("team", ()), Party.OURS)
    return everybody(theirs, Party.THEIRS) | ours

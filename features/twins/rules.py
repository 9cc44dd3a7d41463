"""Who else has it: complaints that are about the same, and customers who may suffer in silence."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from pydantic import Field
from rapidfuzz import fuzz, process

from domain import products
from domain.settings import Numbers
from features.causes.rules import without_causes
from features.complaints.rules import KIND

NAME = "twins"
TABLE = "told_first"
ABOUT = KIND
"""In whose post it is told."""

MOST = 5
"""Of either, in a complaint's post."""

LONG = 5
"""Letters from which on a word that is mistyped is taken for one that is known."""

TYPO = 86
"""How alike the two are, of 100."""

SAME_CAUSE = 0.35
NO_CAUSE = 0.5
"""How alike what two are about is, from 0 to 1, from where on they are twins: of one cause, or
where the cause of one is not known.
"""

NEVER = 2.0
MANY = 6
OFTEN = 0.1
"""What is said so often, and mostly of one cause, counts so much less."""

_TOKEN = re.compile(r"[^\W_]+")
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_COMMON = frozenset(Path(__file__).with_name("common.txt").read_text().split())


class TwinNumbers(Numbers):
    group: ClassVar[str] = "twin"

    days: int = Field(
        default=90,
        ge=7,
        le=365,
        title="days of the calendar in which complaints that are alike are looked for",
        description="a quarter: older ones were most likely something else",
    )


@dataclass(frozen=True, kw_only=True)
class Said:
    """A complaint, as far as it can be like another. `causes` is the one that was named, or all
    that its words may tell of.
    """

    id: int
    customer_id: int
    words: str
    causes: frozenset[str]
    opened_at: datetime | None = None


def twins(new: Said, others: Sequence[Said]) -> list[Said]:
    """The most alike of other customers, best first."""
    return all_alike(new, others)[:MOST]


def all_alike(new: Said, others: Sequence[Said]) -> list[Said]:
    """Only those that are alike enough."""
    others = [each for each in others if each.id != new.id]
    about = {each.id: set(_about(each.words)) for each in others}
    weights = _weights(others, about)
    rare = math.log(2 + len(others))
    mine = {_known(term, weights) for term in _about(new.words)}
    scored = [
        (likeness(mine, about[each.id], weights, rare), each)
        for each in others
        if each.customer_id != new.customer_id
    ]
    alike = [(score, each) for score, each in scored if score >= _least(new, each)]
    ranked = sorted(alike, key=lambda it: (-it[0] - bool(new.causes & it[1].causes), -it[1].id))
    return [each for _, each in ranked]


def _least(new: Said, other: Said) -> float:
    """What has another cause is something else, however alike it sounds."""
    if new.causes & other.causes:
        return SAME_CAUSE
    return NO_CAUSE if not (new.causes and other.causes) else NEVER


def likeness(
    mine: Collection[str], theirs: Collection[str], weights: Mapping[str, float], rare: float
) -> float:
    """How much of what the shorter one is about the two share, each word by its weight."""
    shared, *sizes = (
        sum(weights.get(term, rare) for term in each)
        for each in (set(mine) & set(theirs), mine, theirs)
    )
    return shared / min(sizes) if all(sizes) else 0.0


def _weights(others: Sequence[Said], about: Mapping[int, Collection[str]]) -> dict[str, float]:
    """The rarer, the more; but a word that is often said, and of one cause alone, tells how it
    went wrong and not with what.
    """
    counts = Counter(term for terms in about.values() for term in terms)
    causes: dict[str, set[str]] = defaultdict(set)
    for each in others:
        for term in about[each.id]:
            causes[term] |= each.causes
    total = len(others)
    return {
        term: math.log((2 + total) / count) * (OFTEN if _tells_how(count, causes[term]) else 1)
        for term, count in counts.items()
    }


def _tells_how(count: int, causes: Collection[str]) -> bool:
    return count >= MANY and len(causes) * MANY <= count * 2


def _about(words: str) -> list[str]:
    """Without what tells the cause, unless nothing else is left."""
    return _terms(without_causes(words)) or _terms(words)


def _terms(words: str) -> list[str]:
    tokens = _TOKEN.findall(words.casefold().replace("'", "").replace("’", ""))
    return [_stem(each) for each in tokens if each not in _COMMON and not each.isdecimal()]


def _stem(token: str) -> str:
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= len(ending) + 1:
            return token.removesuffix(ending)
    return token


def _known(term: str, known: Collection[str]) -> str:
    """What was meant, where it is mistyped."""
    if term in known or len(term) < LONG:
        return term
    near = process.extractOne(term, list(known), scorer=fuzz.ratio, score_cutoff=TYPO)
    return near[0] if near else term


def concerned(words: str, bought: str) -> list[str]:
    """Which of what they have bought the words name; all of it where it is only one."""
    mine = products.listed(bought)
    told = f" {' '.join(_terms(words))} "
    named = [each for each in mine if f" {' '.join(_terms(each))} " in told]
    return named or (mine if len(mine) == 1 else [])

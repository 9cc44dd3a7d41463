"""What a customer says of us when they are asked: one of three classes, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The three classes, best first (docs/sources.md#satisfaction)."""

    HIGH = "highly satisfied"
    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"


BEST = 10
HIGH_FROM = 9
SATISFIED_FROM = 7
"""Of a score from 0 to 10: 9 and 10 are highly satisfied, 7 and 8 satisfied, the others not."""


class Source(StrEnum):
    """When they said so."""

    ASKED = "when somebody asked"
    PUT_RIGHT = "after a complaint"
    FORM = "in a survey"


class Again(StrEnum):
    """Whether they would buy again."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


MEANS: Mapping[Again, Level] = {
    Again.YES: Level.HIGH,
    Again.PERHAPS: Level.SATISFIED,
    Again.NO: Level.DISSATISFIED,
}
"""Whoever is highly satisfied usually comes back, the satisfied may, and others most likely
won't."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`score` is None where only the class was said."""

    level: Level
    words: str = ""
    score: int | None = None
    source: Source = Source.ASKED


def level_of(score: int) -> Level:
    if score >= HIGH_FROM:
        return Level.HIGH
    return Level.SATISFIED if score >= SATISFIED_FROM else Level.DISSATISFIED


def of_again(again: str, words: str, source: Source) -> Verdict | None:
    """What came back of the question whether they would buy again; None where it was left open, or
    is none of the answers.
    """
    try:
        level = MEANS[Again(again)]
    except ValueError:
        return None
    return Verdict(level=level, words=words, source=source)

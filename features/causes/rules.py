"""Why something went wrong: the causes that a workspace names, and which one the words tell of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer

from domain import products
from domain.settings import Numbers

NAME = "causes"
ABOUT = "complaint"
"""In whose post it is told."""

REMOVED, WARNED, TICKED = "cause_removed", "cause_warned", "policy_step"
"""Tables."""

OTHER = "other"

_TOLD: Mapping[str, str] = {
    "late delivery": r"late|delay\w*|overdue|not? (yet )?(arriv|deliver|ship|c[ao]me)\w*"
    r"|never (arriv|c[ao]me|deliver|turned up)\w*|still wait\w* for (the|their|its|an?) "
    r"(\w+ )?(order|parcel|delivery|shipment|goods)|days? behind|missed (the )?(date|deadline)",
    "out of stock": r"out of stock|sold out|not in stock|unavailable|back ?order\w*|ran out"
    r"|no stock|in stock|discontinued|none left",
    "defective": r"broke\w*|defect\w*|faulty|damag\w+|does ?n[o']?t work|not work\w*"
    r"|stopped working"
    r"|crack\w*|scratch\w*|leak\w*|crash\w*|fails?|failed|dead|torn|bent|wobbl\w*|rattl\w*|rust\w*"
    r"|wrong (colou?r|size|part|item|model)|malfunction\w*|burnt|smells?",
    "return": r"return\w*|sen[dt](ing|s)? (\w+ ){1,4}back|exchange\w*|swap\w*",
    "billing": r"invoic\w+|bill\w*|charg\w+|overcharg\w+|price[sd]?|paid twice|double|refund\w*"
    r"|credit note|vat|discount|statement|payment\w*|direct debit",
    "attitude": r"rude\w*|(un|not |nobody was )friendly|impolite|arrogan\w+"
    r"|attitude|shout\w*|snapped|condescend\w*"
    r"|patroni[sz]\w+|dismissive|laughed at|ignored (her|him|them)|treated|unhelpful|tone",
    "not called back": r"(not|never|no ?one|nobody) (been )?(called?|rang|phon\w+|heard) ?(back)?"
    r"|call ?back|called back|no (reply|answer|response) to|unanswered|promised (a|to) call",
    "nobody reachable": r"nobody (picks? up|answers?|there|reach\w+)|no ?one (picks? up|answers?)"
    r"|can ?not reach|can.t reach|could ?n.t reach|on hold|hold for|engaged|voicemail|hotline|queue"
    r"|line (is|was) (dead|busy)|unreachable|switchboard|reach anybody",
    "hard to buy": r"checkout|web ?shop|website|portal|order form|could ?n.t order|can.t order"
    r"|hard to (buy|order)|basket|too (many|complicated)|complicated|log ?in|password",
}
"""Words by which each of the causes that come with it is told."""

_PATTERNS = {name: re.compile(rf"\b(?:{told})\b", re.IGNORECASE) for name, told in _TOLD.items()}
DEFAULT = (*_TOLD, OTHER)


def _read(typed: object) -> object:
    return tuple(products.listed(typed.replace(":", " "))) if isinstance(typed, str) else typed


class CauseNumbers(Numbers):
    group: ClassVar[str] = "complaint"

    causes: Annotated[tuple[str, ...], BeforeValidator(_read), PlainSerializer(products.told)] = (
        Field(
            default=DEFAULT,
            min_length=1,
            max_length=products.MOST,
            title="causes of complaints, with commas between",
            description="what is counted under one name can be removed for good",
        )
    )
    cause_number: int = Field(
        default=3,
        ge=2,
        le=50,
        title="complaints of one cause of which the managers are told",
        description="one is an accident, two are bad luck, three are how we work",
    )
    cause_days: int = Field(
        default=30,
        ge=7,
        le=365,
        title="days of the calendar within which they come",
        description="a month: what is spread over longer is not one cause yet",
    )


def suggested(words: str, causes: Sequence[str]) -> str:
    """The cause that the words tell of most; empty where none does."""
    counts = {cause: _count(words, cause) for cause in causes}
    best = max(counts, key=lambda cause: counts[cause], default="")
    return best if counts.get(best) else ""


def told(words: str, causes: Sequence[str]) -> frozenset[str]:
    """Every cause that the words may tell of."""
    return frozenset(cause for cause in causes if _count(words, cause))


def _count(words: str, cause: str) -> int:
    pattern = _PATTERNS.get(cause.casefold())
    if pattern is None:
        pattern = re.compile(rf"\b{re.escape(cause)}\b", re.IGNORECASE)
    return len(pattern.findall(words))


def without_causes(words: str) -> str:
    """What it is about, without the words that tell why."""
    for pattern in _PATTERNS.values():
        words = pattern.sub(" ", words)
    return words


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What a cause asks for: questions that find the root, and steps that can be ticked."""

    questions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@cache
def policies() -> Mapping[str, Policy]:
    """Those that come with it, by cause."""
    text = Path(__file__).with_name("policies.txt").read_text()
    sections = re.findall(r"^\[(.+?)\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    return {
        name: Policy(questions=_lines(body, "? "), steps=_lines(body, "- "))
        for name, body in sections
    }


def policy_of(cause: str) -> Policy:
    """Of a cause that a workspace has named itself, what holds for all others."""
    return policies().get(cause.casefold()) or policies()[OTHER]


def _lines(body: str, begins: str) -> tuple[str, ...]:
    return tuple(each.removeprefix(begins) for each in body.splitlines() if each.startswith(begins))


@dataclass(frozen=True, kw_only=True)
class Raised:
    """One complaint, as far as its cause goes: the one that was named, or that of its words."""

    id: int
    customer_id: int
    words: str
    cause: str
    opened_at: datetime


@dataclass(frozen=True, kw_only=True)
class Removed:
    """A cause that is no more, and what was done. It is closed once all are told."""

    id: int
    cause: str
    words: str
    at: datetime
    by_id: int | None
    list_id: int | None

"""What of ours was thanks, and what was given by it, by the kind of contact and its words."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from domain.touches import Direction, Kind, Sign, Touch

GAP = r"(?:\S+\s+){0,5}?"
REMEMBERED = 5_000
"""Lines of which it is remembered what was given by them."""


class Given(StrEnum):
    """What was given: in its own way, or by the kind of contact that it was."""

    CALL = "call"
    NOTE = "note"
    GIFT = "gift"
    FAVOUR = "favour"
    SURPRISE = "surprise"


CALLED = {Given.CALL: "a call", Given.NOTE: "a card", Given.GIFT: "a gift"}
"""Thanks that can be proposed to anybody."""

_BY_THEMSELVES = {"surprise": Given.SURPRISE, "favour": Given.FAVOUR, "treat": Given.GIFT}
_WRITTEN = frozenset({Kind.MAIL, Kind.MESSAGE, Kind.NOTE})
_DENIED = re.compile(r"\b(?:not|never|cannot|nothing|nobody|no|\w+n't)\b", re.IGNORECASE)


def thanks(touch: Touch) -> bool:
    """Thanks, a card, a gift, a favour or a surprise of ours, whatever kind of contact it was."""
    if touch.is_thanks:
        return True
    if not _is_ours(touch):
        return False
    is_spoken = touch.kind is not Kind.NOTE and _fits("thanking", touch.words)
    return is_spoken or by_itself(touch.words) is not None


def given(touch: Touch) -> Given | None:
    """What of ours it was, whether or not anybody had asked for it."""
    return _given(touch.kind, touch.words) if _is_ours(touch) else None


def spoken(touch: Touch) -> str:
    """What it is called: "a card", "a call"."""
    kind = given(touch) if touch.words else None
    if kind is Given.NOTE:
        return "a card" if re.search(r"\bcards?\b", touch.words, re.IGNORECASE) else "a note"
    return f"a {kind}" if kind else "a word of thanks"


def others(kind: Given | None) -> Iterable[str]:
    """What else to thank with, for never twice the same."""
    return (called for each, called in CALLED.items() if each is not kind)


def _is_ours(touch: Touch) -> bool:
    is_free = touch.subject is None and Sign.NO_ANSWER not in touch.signs
    return touch.direction is Direction.OURS and is_free


@lru_cache(REMEMBERED)
def _given(kind: Kind, words: str) -> Given | None:
    found = by_itself(words)
    if found or kind is Kind.GIFT:
        return found or (Given.NOTE if _fits("card", words) else Given.GIFT)
    if kind is Kind.THANKS:
        return Given.CALL if _fits("voice", words) and not _fits("card", words) else Given.NOTE
    if kind in _WRITTEN:
        return Given.NOTE if _fits("note", words) else None
    return Given.CALL if kind is Kind.CALL else None


@lru_cache(REMEMBERED)
def by_itself(words: str) -> Given | None:
    """Whatever kind of contact it was."""
    found = _SOME.search(words)
    if found is None or _DENIED.search(words):
        return None
    return next(given for heading, given in _BY_THEMSELVES.items() if found[heading])


def _fits(heading: str, words: str) -> bool:
    return bool(_PHRASES[heading].search(words)) and not _DENIED.search(words)


def _phrases(path: Path) -> dict[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = {}
    found: list[str] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            found = rows.setdefault(row.strip("[]"), [])
        elif row and not row.startswith("#"):
            found.append(_pattern(row))
    joined = {heading: "|".join(each) for heading, each in rows.items()}
    return {it: re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for it, each in joined.items()}


def _pattern(row: str) -> str:
    built, gap = "", ""
    for word in row.split():
        if word == "…":
            gap = GAP
        else:
            built += (r"\s+" if built else "") + gap + _either(word)
            gap = ""
    return built


def _either(word: str) -> str:
    words = (re.escape(it.rstrip("~")) + (r"\w*" if "~" in it else "") for it in word.split("|"))
    return f"(?:{'|'.join(words)})"


_PHRASES = _phrases(Path(__file__).with_name("gives.txt"))
_SOME = re.compile(
    "|".join(f"(?P<{each}>{_PHRASES[each].pattern})" for each in _BY_THEMSELVES), re.IGNORECASE
)

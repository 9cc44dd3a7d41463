"""What somebody says he will do about a customer, or puts off, and until when."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead, ahead
from domain.reading.light import (
    DENIES,
    LATER_LIGHT,
    LIGHT,
    REPLIES,
    SUPPOSES,
    US,
    is_light_word,
    is_ours,
    may_stand,
)
from domain.reading.passages import Passage
from domain.reading.patterns import Lexicon
from domain.reading.tables import listed
from domain.reading.tokens import Token
from domain.reading.vocabulary import OURSELVES, THEMSELVES

_PLANS, _PLANNED, _SINCE = (listed(REPLIES[each]) for each in ("plans", "planned", "since"))
_PUT_OFF = Lexicon({True: REPLIES["put off"]})
_STRONGLY = Lexicon({True: REPLIES["put off strongly"]})
_ABSENT = {"off", "out", "away", "holiday", "leave"}
"""Whoever is so on a day will not be asked on that day."""


class Later(NamedTuple):
    """`until` is None where the day is not understood; `asks` where it may be but a question."""

    until: Ahead | None
    asks: bool


def later(passage: Passage, now: datetime, zone: ZoneInfo) -> Later | None:
    """A day to come, in a clause that says little else or asks to put it off."""
    tokens = passage.tokens
    text = " ".join(token.text for token in tokens)
    if any(is_ours(token) or token.text in US for token in tokens):
        return None
    then = ahead(text, now, zone)
    strongly = bool(_STRONGLY.find(passage.clause)[0])
    asks = passage.clause.asks and not strongly
    if then is None:
        since = tokens[0].text in _SINCE
        is_vague = (strongly or since) and all(map(may_stand, tokens))
        return Later(None, asks) if is_vague else None
    rest = (text[: then.span[0]] + " " + text[then.span[1] :]).split()
    if not strongly and DENIES & set(rest):
        return None
    if _ABSENT & set(rest) and not _is_away(rest):
        return None
    light = all(is_light_word(word) or word in LATER_LIGHT for word in rest)
    puts_off = bool(_PUT_OFF.find(passage.clause)[0]) and not set(rest) & {"do"}
    if not (light or (puts_off and (strongly or _is_away(rest))) or plans(tokens)):
        return None
    return Later(then, asks)


def _is_away(rest: Sequence[str]) -> bool:
    return bool({"until", "till", "til", "back", "again", "after"} & set(rest))


def plans(piece: Sequence[Token]) -> bool:
    """“I'll ring her”: about himself, of something to be done for them, and of nobody of ours."""
    if any(is_ours(token) or token.text in US | SUPPOSES | DENIES for token in piece):
        return False
    spot, led = 0, False
    while spot < len(piece) and piece[spot].text not in _PLANNED:
        text = piece[spot].text
        led = led or text in _PLANS
        if not led and not _opens(text):
            return False
        if (led and text not in _PLANS | LIGHT) or text in THEMSELVES - {"it"}:
            return False
        spot += 1
    if spot == len(piece):
        return False
    return led or (piece[spot].text.endswith("ing") and spot < len(piece) - 1)


def _opens(text: str) -> bool:
    return text in LIGHT or text in OURSELVES or not text.isalpha()

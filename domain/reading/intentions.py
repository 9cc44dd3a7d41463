"""What somebody says he will do about a customer."""

from collections.abc import Sequence

from domain.reading.light import DENIES, SUPPOSES, US, is_ours
from domain.reading.tokens import Token
from domain.reading.words.ordinary import OURSELVES, THEMSELVES
from domain.reading.words.replies import LIGHT, PLANNED, PLANS


def plans(piece: Sequence[Token]) -> bool:
    """“I'll ring her”: about himself, of something to be done for them, and of nobody of ours."""
    if any(is_ours(token) or token.text in US | SUPPOSES | DENIES for token in piece):
        return False
    spot, led = 0, False
    while spot < len(piece) and piece[spot].text not in PLANNED:
        text = piece[spot].text
        led = led or text in PLANS
        if not led and not _opens(text):
            return False
        if (led and text not in PLANS | LIGHT) or text in THEMSELVES - {"it"}:
            return False
        spot += 1
    if spot == len(piece):
        return False
    return led or (piece[spot].text.endswith("ing") and spot < len(piece) - 1)


def _opens(text: str) -> bool:
    return text in LIGHT or text in OURSELVES or not text.isalpha()

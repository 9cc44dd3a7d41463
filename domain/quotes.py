"""Quotes around a name, of every kind that people type: they are no part of it."""

PAIRS = {
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": "\u201d\u201c",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d\u201e",
    "\u2018": "\u2019\u2018",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "\u300c": "\u300d",
    "\uff02": "\uff02",
}
"""By the one that opens, those that may close it."""

OPENING, CLOSING = "".join(PAIRS), "".join(sorted(set("".join(PAIRS.values()))))


def off(text: str) -> str:
    """Without those around the whole of it."""
    text = text.strip()
    while len(text) > 1 and text[-1] in PAIRS.get(text[0], ""):
        inner = text[1:-1]
        if text[0] in inner or text[-1] in inner:
            break
        text = inner.strip()
    return text


def first(text: str) -> tuple[str, str] | None:
    """What stands in quotes at its beginning, and what follows; None where nothing does. A quote
    that is an apostrophe closes nothing: 'Rosa's'.
    """
    text = text.strip()
    for at in range(2, len(text)):
        closes = text[at] in PAIRS.get(text[0], "") and not text[at + 1 : at + 2].isalnum()
        if closes and text[1:at].strip():
            return text[1:at].strip(), text[at + 1 :]
    return None

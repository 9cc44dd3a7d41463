"""Finding out in which encoding something is written that is not UTF-8."""

from charset_normalizer import from_bytes

from domain import import_letters

USUAL = ("cp1252", "cp1250", "cp1251", "mac_roman", "cp932")
"""What spreadsheet programs write where they don't write UTF-8."""

WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
"""In which hardly any file is written, and any bytes may be read."""

LEAST = 0.6
"""Likeness below which another encoding is looked for."""


def encoding_of(content: bytes) -> str | None:
    """None where no encoding makes sense of it."""
    return _likely(content) or _detected(content)


def _likely(content: bytes) -> str | None:
    """Of the usual ones, whose letters make most sense; the first where several say the same."""
    texts = {each: text for each in USUAL if (text := _in(content, each)) is not None}
    sense = {each: import_letters.likeness(text) for each, text in texts.items()}
    best = max(sense, key=lambda each: sense[each], default="")
    return best if sense.get(best, 0) >= LEAST else None


def _in(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _detected(content: bytes) -> str | None:
    """What the library makes of it, which knows many more."""
    best = from_bytes(content, cp_exclusion=WIDE).best()
    return best.encoding if best and import_letters.likeness(str(best)) >= LEAST else None

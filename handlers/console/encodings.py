"""In which letters a file is written, told or found out."""

import codecs
from contextlib import suppress
from pathlib import Path

from domain.cleaning import storable_text
from domain.errors import NotUnderstood
from handlers.console import detection

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files begin that spreadsheet programs keep for themselves."""

ALSO_CALLED = {"mac": "mac_roman", "windows": "cp1252", "ansi": "cp1252", "sjis": "cp932"}
"""Besides what Python knows."""


def text_of(path: Path, encoding: str = "") -> tuple[str, str]:
    """What it says, and in which encoding. Raises NotUnderstood, with what to do about it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotUnderstood(f"{path} can't be read: {error.strerror}.") from error
    if content.startswith(WORKBOOKS):
        raise NotUnderstood(f"{path} is a spreadsheet program's own file: save it as CSV.")
    if encoding:
        return _decoded(path, content, encoding), encoding
    if utf_16 := _of_two_bytes(content):
        return storable_text(content.decode(utf_16, "replace")), utf_16
    with suppress(UnicodeDecodeError):
        return storable_text(content.decode("utf-8-sig")), "utf-8"
    found = detection.encoding_of(content)
    if found is None:
        what = "is written in no known encoding: save it as UTF-8, or say --encoding"
        raise NotUnderstood(f"{path} {what}.")
    return storable_text(content.decode(found)), found


def _of_two_bytes(content: bytes) -> str:
    """Told by its mark, or by every other byte being none."""
    if content.startswith(UTF_16):
        return "utf-16"
    head = content[:200]
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    return next((each for each, count in zeros.items() if count > len(head) / 4), "")


def _decoded(path: Path, content: bytes, encoding: str) -> str:
    try:
        text = content.decode(ALSO_CALLED.get(encoding.casefold(), encoding))
        return storable_text(text.removeprefix("\ufeff"))
    except LookupError:
        raise NotUnderstood(f"“{encoding}” is no encoding: say one like cp1250.") from None
    except UnicodeError:
        raise NotUnderstood(f"{path} is not written in {encoding}.") from None

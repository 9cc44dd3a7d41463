"""What the command line answers."""

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from rich.console import Console

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal may obey; a tab and the end of a line are none of it."""


def say(*paragraphs: str) -> int:
    """What this terminal can't show, or would obey, is spelled out. Returns the exit status: 0."""
    encoding = sys.stdout.encoding or "utf-8"
    for each in paragraphs:
        sys.stdout.write(f"{plain(each).encode(encoding, 'backslashreplace').decode(encoding)}\n")
    return 0


def plain(text: str) -> str:
    """Control characters of what others wrote spelled out, so that no terminal obeys them."""
    return CONTROL.sub(lambda it: it[0].encode("unicode_escape").decode(), text)


def show(console: Console, told: str) -> None:
    """The same where the words are wrapped and coloured by rich."""
    console.print(plain(told), markup=False)


def say_json(facts: Mapping[str, Any]) -> int:
    is_for_all = (sys.stdout.encoding or "utf-8").casefold() == "utf-8"
    return say(json.dumps(facts, ensure_ascii=not is_for_all))

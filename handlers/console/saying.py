"""What the command line answers."""

import json
import sys
from collections.abc import Mapping
from typing import Any


def say(*paragraphs: str) -> int:
    """Whatever this terminal can't show is spelled out. Returns the exit status: all is well."""
    encoding = sys.stdout.encoding or "utf-8"
    for each in paragraphs:
        sys.stdout.write(f"{each.encode(encoding, 'backslashreplace').decode(encoding)}\n")
    return 0


def say_json(facts: Mapping[str, Any]) -> int:
    is_for_all = (sys.stdout.encoding or "utf-8").casefold() == "utf-8"
    return say(json.dumps(facts, ensure_ascii=not is_for_all))

"""What a person decides at a customer's, as it stands in brackets behind their name."""

import re
from typing import NamedTuple

ROLES = {
    "decides": "decides",
    "decider": "decides",
    "decision maker": "decides",
    "pays": "pays",
    "payer": "pays",
    "budget holder": "pays",
    "champion": "champion",
    "one voice": "one voice",
    "the one voice": "one voice",
    "speaks for all": "one voice",
}
"""By what people write; the one voice is whom we turn to for all of them."""

_BRACKETS = re.compile(r"\s*\(([^()]+)\)")


class Taken(NamedTuple):
    """The role, if any, and what else was written."""

    role: str
    rest: str


def called(text: str) -> str:
    """Empty for what is no role that we know."""
    return ROLES.get(" ".join(text.casefold().replace("-", " ").replace("_", " ").split()), "")


def taken(text: str) -> Taken:
    """What else stands in brackets is left as it is."""
    for found in _BRACKETS.finditer(text):
        if role := called(found[1]):
            return Taken(role, f"{text[: found.start()]} {text[found.end() :]}".strip())
    return Taken("", text)

"""What the plain files hold: phrases, lists of words and patterns, under headings in brackets.

The README beside them says in which of them a phrase belongs.
"""

import re
from pathlib import Path

HERE = Path(__file__).parent
PHRASES, WORDS = HERE / "phrases", HERE / "words"
_HEADING = re.compile(r"\[[\w ]+\]")
_VERB = re.compile(r"(\w+)~")


def rows(path: Path) -> dict[str, list[str]]:
    """By heading, without remarks."""
    found: dict[str, list[str]] = {}
    under: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if _HEADING.fullmatch(line):
            under = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            under.append(line)
    return found


def sections(path: Path) -> dict[str, str]:
    """By heading, phrases parted by commas."""
    return {
        heading: _VERB.sub(lambda verb: "|".join(_forms(verb[1])), ",".join(under))
        for heading, under in rows(path).items()
    }


def lists(path: Path) -> dict[str, frozenset[str]]:
    """By heading, words."""
    return {heading: listed(" ".join(under)) for heading, under in rows(path).items()}


def listed(words: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s,|]+", words.strip(" \n,")))


def spelled_out(path: Path) -> dict[str, dict[str, str]]:
    """Rows of "what is meant: how it is written", by how it is written."""
    return {
        heading: {
            short: meant
            for meant, _, shorts in (row.partition(": ") for row in under)
            for short in shorts.split()
        }
        for heading, under in rows(path).items()
    }


def patterns(path: Path) -> dict[str, str]:
    """By heading, what any of its rows describes; {heading} stands for one above."""
    found: dict[str, str] = {}
    for heading, under in rows(path).items():
        filled = re.sub(r"\{([a-z_]+)\}", lambda it: found[it[1]], "|".join(under))
        found[heading] = f"(?:{filled})"
    return found


def _forms(verb: str) -> list[str]:
    """As a regular one is inflected; where its last letter may double, either way."""
    stem, doubled = verb.removesuffix("e"), verb + verb[-1]
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    plural = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    either = [f"{doubled}ed", f"{doubled}ing"] if verb[-1] in "bdglmnprt" else []
    return [verb, plural, f"{stem}ed", f"{stem}ing", *either]

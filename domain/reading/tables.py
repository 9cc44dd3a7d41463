"""The phrases that tell of something, from one plain file each: see CONTRIBUTING."""

import re
from pathlib import Path

_VERB = re.compile(r"(\w+)~")
FOLDER = Path(__file__).parent / "phrases"


def sections(name: str) -> dict[str, str]:
    """By the heading under which they stand, phrases parted by commas."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            rows.append(_VERB.sub(lambda verb: "|".join(_forms(verb[1])), line))
    return {heading: ",".join(each) for heading, each in found.items()}


def _forms(verb: str) -> list[str]:
    """As a regular one is inflected; where its last letter may double, either way."""
    stem, doubled = verb.removesuffix("e"), verb + verb[-1]
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    plural = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    either = [f"{doubled}ed", f"{doubled}ing"] if verb[-1] in "bdglmnprt" else []
    return [verb, plural, f"{stem}ed", f"{stem}ing", *either]

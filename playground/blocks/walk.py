"""Finding one's way in blocks that are known to be well formed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]
INSIDE = {"container": "child_blocks", "carousel": "elements"}
SEVERAL = {"actions": "elements", "context_actions": "elements", "card": "actions"}
SINGLE = {"section": "accessory", "input": "element"}


@dataclass(frozen=True, kw_only=True)
class Place:
    at: str
    block: Block


@dataclass(frozen=True, kw_only=True)
class Spot:
    at: str
    block: Block
    element: dict[str, Any]


def blocks(given: list[Block], at: str) -> Iterator[Place]:
    """Each block and, after it, the blocks inside it."""
    for number, block in enumerate(given):
        here = f"{at}/{number}"
        yield Place(at=here, block=block)
        inside = INSIDE.get(block["type"])
        if inside:
            yield from blocks(block[inside], f"{here}/{inside}")


def elements(given: list[Block], at: str = "/blocks") -> Iterator[Spot]:
    """Each element that a person can act on, pictures included."""
    for place in blocks(given, at):
        kind = place.block["type"]
        several, single = SEVERAL.get(kind), SINGLE.get(kind)
        if several:
            for number, element in enumerate(place.block.get(several, ())):
                yield Spot(at=f"{place.at}/{several}/{number}", block=place.block, element=element)
        elif single and single in place.block:
            yield Spot(at=f"{place.at}/{single}", block=place.block, element=place.block[single])


def texts(value: Any) -> Iterator[str]:
    """Every string that people read, wherever it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)

"""Whether Slack would take these blocks: each by its shape, then all of them together."""

from collections.abc import Iterable
from typing import Any

from playground.blocks import walk
from playground.blocks.layouts import IN_MESSAGE
from playground.blocks.shapes import Fault, Faults, Many
from playground.blocks.views import VIEWS

MESSAGE = Many(of=IN_MESSAGE, most=50)
MARKDOWN = 12_000
CHARTS = 2
CELLS = {"table": 10_000, "data_table": 20_000}

# No page gives the number; messages whose blocks hold more text than this are known to have been
# refused with `msg_blocks_too_long` (reported to slackapi/bolt-js in 2025).
MOST_TEXT = 13_200


def of_message(blocks: list[Any]) -> list[Fault]:
    found = list(MESSAGE.faults(blocks, "/blocks"))
    return found or [*twice(blocks, "/blocks"), *too_much(blocks)]


def of_view(view: Any) -> list[Fault]:
    found = list(VIEWS.faults(view, "/view"))
    if found:
        return [Fault(at="/view", words="failed to match all allowed schemas"), *found]
    blocks = view["blocks"]
    return [*twice(blocks, "/view/blocks"), *focused_twice(blocks)]


def too_long(blocks: list[walk.Block]) -> bool:
    return sum(len(text) for text in walk.texts(blocks)) > MOST_TEXT


def twice(blocks: list[walk.Block], at: str) -> Faults:
    """A block id given twice, and an action id given twice within one block."""
    places = [(p.at, p.block.get("block_id")) for p in walk.blocks(blocks, at)]
    yield from repeated("block_id", places)
    spots: dict[int, list[tuple[str, str | None]]] = {}
    for spot in walk.elements(blocks, at):
        spots.setdefault(id(spot.block), []).append((spot.at, spot.element.get("action_id")))
    for within in spots.values():
        yield from repeated("action_id", within)


def repeated(key: str, named: Iterable[tuple[str, str | None]]) -> Faults:
    seen = set()
    for at, name in named:
        if name is not None and name in seen:
            yield Fault(at=f"{at}/{key}", words=f'`{key}` "{name}" already exists')
        seen.add(name)


def focused_twice(blocks: list[walk.Block]) -> Faults:
    focused = [s for s in walk.elements(blocks, "/view/blocks") if s.element.get("focus_on_load")]
    for spot in focused[1:]:
        yield Fault(at=f"{spot.at}/focus_on_load", words="only one element can be focused on load")


def too_much(blocks: list[walk.Block]) -> Faults:
    """Limits on what a whole message holds."""
    markdown = sum(len(b["text"]) for b in blocks if b["type"] == "markdown")
    if markdown > MARKDOWN:
        yield Fault(at="/blocks", words=f"must be less than {MARKDOWN + 1} characters of markdown")
    if sum(block["type"] == "data_visualization" for block in blocks) > CHARTS:
        yield Fault(at="/blocks", words=f"no more than {CHARTS} data_visualization blocks allowed")
    for kind, most in CELLS.items():
        cells = [block["rows"] for block in blocks if block["type"] == kind]
        if sum(len(text) for text in walk.texts(cells)) > most:
            yield Fault(at="/blocks", words=f"must be less than {most + 1} characters in tables")

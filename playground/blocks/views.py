"""Views: forms (modals) and Home (reference: views)."""

from typing import Any

from playground.blocks.layouts import IN_HOME, IN_MODAL
from playground.blocks.objects import ID, plain
from playground.blocks.shapes import Fault, Faults, Flag, Many, Shape, Text, Thing, kinds

MOST_BLOCKS = 100
COMMON: dict[str, Shape] = {
    "private_metadata": Text(most=3000),
    "callback_id": Text(most=255),
    "external_id": ID,
}


def submit_with_inputs(view: dict[str, Any], at: str) -> Faults:
    for number, block in enumerate(view["blocks"]):
        if block["type"] == "input" and "submit" not in view:
            words = "must define `submit` to use an `input` block in modals"
            yield Fault(at=f"{at}/blocks/{number}/input", words=words)


VIEWS = kinds(
    modal=Thing(
        needs={"title": plain(24), "blocks": Many(of=IN_MODAL, most=MOST_BLOCKS)},
        may={
            **COMMON,
            "close": plain(24),
            "submit": plain(24),
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
            "submit_disabled": Flag(),
        },
        rules=(submit_with_inputs,),
    ),
    home=Thing(
        needs={"blocks": Many(of=IN_HOME, most=MOST_BLOCKS)},
        # Slack takes these for a Home as well, and shows none of them.
        may={
            **COMMON,
            "title": plain(24),
            "close": plain(24),
            "submit": plain(24),
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
        },
    ),
)

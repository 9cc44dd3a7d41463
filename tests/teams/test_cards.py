"""Cards as Microsoft's own renderer reads them, over an example of every message."""

import json
import subprocess
from pathlib import Path

import pytest

from domain.messages import Message, line
from handlers.teams import cards
from tests.handlers.examples import MESSAGES
from tests.handlers.test_blocks import sprawling
from tests.teams.conftest import NODE_MODULES

CHECK = Path(__file__).parent / "check_cards.cjs"


def check(*every):
    """What it has against each card, in order."""
    told = subprocess.run(
        ["node", CHECK, NODE_MODULES],  # noqa: S607 - whichever Node.js there is
        input="\n".join(map(json.dumps, every)),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


def test_microsofts_renderer_has_nothing_against_any_card():
    messages = (*MESSAGES, sprawling())
    found = check(*map(cards.render, messages))
    assert len(found) == len(messages)
    assert [each for each in found if each] == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "TextBlok", "text": "x"},
        {"type": "TextBlock", "text": "x", "size": "Gigantic"},
        {"type": "Input.Text", "id": "a", "label": "x"},
    ],
)
def test_it_would_have_told(block):
    card = cards.render(Message(id="m", headline=line("x")))
    card["body"] += [block, block]
    assert check(card)[0]

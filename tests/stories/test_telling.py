"""The story that `make story` tells, told."""

import asyncio
import sys
from pathlib import Path

import pytest

from playground import Playground, Rules
from tests.stories import tell
from tests.stories.conftest import MONDAY

HOUSE = Path(__file__).parent.parent.parent


async def told(*given):
    """The exit code, and every line."""
    teller = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.stories.tell", *given),
        cwd=HOUSE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await asyncio.wait_for(teller.communicate(), 120)
    return teller.returncode, out.decode().splitlines()


@pytest.mark.slow
async def test_it_is_all_as_told(capsys):
    """Heed is started as `make run` starts it."""
    code = await tell.main([])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "It was all as told.", lines
    assert code == 0
    assert len([line for line in lines if line[:1].isdigit()]) == 8


async def test_it_ends_at_the_first_thing_that_is_not_as_told():
    town = Playground(rules=Rules(acknowledge_within=0.2), start=MONDAY)
    async with town.serve() as address:  # nobody is there to answer
        code, lines = await told(address)
    assert code == 1
    assert "It is not as told. Ana was to see “🪪 Kestrel” in that." in lines
    assert "   Ana sees:" in lines

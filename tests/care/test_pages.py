"""What the pages for reps and managers say can be typed is understood."""

import re
from pathlib import Path

import pytest

from care import sample
from tests.world import open_world, said

TYPED = re.compile(r"`/heed ([^`…]+)`")


def typed(page):
    found = TYPED.findall(Path(page).read_text(encoding="utf-8"))
    assert len(found) > 10
    return found


@pytest.mark.parametrize(("page", "who"), [("docs/reps.md", "ana"), ("docs/managers.md", "chloe")])
async def test_every_command_of_the_page_is_understood(sqlite, page, who):
    async with open_world(sqlite) as world:
        await world.do_clock(sample.fill, "care", "ana")
        for line in typed(page):
            answer = said(await world.type(who, line))
            assert not re.search("don't know|Did you mean|can't", answer), (line, answer)

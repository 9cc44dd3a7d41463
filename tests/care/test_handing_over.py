"""All of somebody's customers go to somebody else, and back by one Undo."""

import pytest

from domain.errors import HeedError
from tests.world import buttons, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def busy(world):
    """Ben has Acme, whom Ana has called, and Globex, who complains."""
    await world.type("ben", "new Acme customer Maria Lopez")
    await world.type("ben", "new Globex customer Rosa Diaz")
    await world.type("ana", "log Acme called Maria about the renewal")
    await world.type("ben", "complaint Globex it broke")
    return world


async def owners(world):
    cards = [said(await world.type("dev", f"customer {name}")) for name in ("acme", "globex")]
    return ["Ana" if "Ana Reyes's" in each else "Ben" if "Ben Ok" in each else "" for each in cards]


@pytest.mark.parametrize("typed", ["hand-over ben to @ana", "hand-over ben ana"])
async def test_a_manager_hands_over_by_one_click_and_takes_it_back_by_another(busy, typed):
    asked = await busy.type("chloe", typed)
    assert "Hand over 2 customers of Ben Okafor to Ana Reyes?" in said(asked)
    assert await owners(busy) == ["Ben", "Ben"]
    told = await busy.press("chloe", buttons(asked)["Hand over to Ana Reyes"])
    assert await owners(busy) == ["Ana", "Ana"]
    complaint = busy.posts(kind="complaint")[0][1]
    assert "Ana Reyes's customer" in said(complaint)
    await busy.press("chloe", buttons(told)["Undo"])
    assert await owners(busy) == ["Ben", "Ben"]
    assert "Ben Okafor's customer" in said(busy.posts(kind="complaint")[0][1])


@pytest.mark.parametrize(
    ("who", "words", "why"),
    [
        ("dev", "ben to ana", "Only a manager"),
        ("chloe", "ben", "Whose customers go to whom"),
        ("chloe", "ana to ben", "Ana Reyes has no customers"),
        ("chloe", "ben to gil", "Whose customers go to whom"),
    ],
)
async def test_what_cannot_be_done_says_why(busy, who, words, why):
    with pytest.raises(HeedError, match=why):
        await busy.type(who, f"hand-over {words}")

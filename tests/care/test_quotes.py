"""Quotes around a name are no part of it, whichever kind somebody types, in every command."""

from domain.quotes import PAIRS
from tests.databases import ON_SQLITE
from tests.world import said

pytestmark = ON_SQLITE

AROUND = [(opening, closing) for opening, every in PAIRS.items() for closing in every]


async def told(world, who, typed):
    return said((await world.type_quietly(who, typed)).say())


async def test_a_new_name_is_kept_without_them(world):
    for number, (a, b) in enumerate(AROUND):
        card = await told(world, "ana", f"new {a}Rosa's First {number}{b} prospect {a}Jo Li{b}")
        assert card.startswith(f"🪪 Rosa's First {number}\n")
        assert "👤 Jo Li\n" in card
        asked = await world.type_quietly("ana", f"log {a}Kwik Fern {number}{b} called, all is well")
        (create,) = [each for each in asked.actions if each.action_id == "draft.create"]
        receipt = said((await world.press_quietly("ana", create)).say())
        assert f"Logged for Kwik Fern {number}\n" in receipt
        assert "“called, all is well”" in receipt


async def test_a_known_name_is_found_in_them_by_every_command(world):
    for n, (a, b) in enumerate(AROUND):
        await told(world, "ana", f"new Acme {n}x Ltd customer")
        name = f"{a}Acme {n}x Ltd{b}"
        assert f"🪪 Acme {n}x Ltd\n" in await told(world, "ana", f"customer {name}")
        assert "“called Maria”" in await told(world, "ana", f"log {name} called Maria")
        assert "“sent a card”" in await told(world, "ana", f"thank {name}: sent a card")
        assert "opened for" in await told(world, "ana", f"complaint {name} it broke")
        owned = await told(world, "ana", f"edit {name} owner {a}@Ben{b}")
        assert "now Ben Okafor's" in owned
        alias = await told(world, "ana", f"edit {name} alias {a}A&{n}x{b}, {a}ACM {n}x{b}")
        assert f"also known as A&{n}x" in alias
        renamed = await told(world, "ana", f"edit {name} name {a}Initech {n}x{b}")
        assert f"name is now Initech {n}x" in renamed

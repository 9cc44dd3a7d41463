"""Posts that stand say whose customer it is and what they are called now, however that changed."""

import pytest

from tests.care.test_importing import table, take
from tests.world import at, buttons, said


@pytest.fixture
async def asked(world):
    """A reminder and a complaint of Acme's stand in the channel."""
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    await world.turn(at("2026-11-16 09:15"))
    await world.type("ana", "complaint Acme it broke")
    return world


def standing(world):
    kinds = ("nudge", "complaint")
    shown = [said(message) for kind in kinds for _, message in world.posts(kind=kind)]
    assert len(shown) == 3
    return shown


async def test_another_owner_is_named_at_once_and_the_first_one_after_an_undo(asked):
    await asked.type("ana", "edit Acme owner @chloe")
    assert all("Chloe Martin's customer" in each for each in standing(asked))
    await asked.type("ana", "undo")
    assert all("Ana Reyes's customer" in each for each in standing(asked))


async def test_a_new_name_is_used_at_once_and_the_old_one_after_an_undo(asked):
    await asked.type("ana", "edit Acme name Zeta")
    assert all("Zeta" in each and "Acme" not in each for each in standing(asked))
    await asked.type("ana", "undo")
    assert all("Acme" in each and "Zeta" not in each for each in standing(asked))


async def test_so_they_are_when_the_form_was_filled_in(asked):
    card = await asked.type("ana", "customer acme")
    form = await asked.press("ana", buttons(card)["Edit"])
    await asked.fill("ana", form, name="Zeta", owner="U-chloe")
    assert all("Chloe Martin's customer" in each for each in standing(asked))
    assert all("Zeta" in each for each in standing(asked))


async def test_so_they_are_when_a_table_said_so(asked, tmp_path):
    await take(asked, table(tmp_path, "name,owner\nAcme,@chloe\n"))
    await asked.settle()
    assert all("Chloe Martin's customer" in each for each in standing(asked))

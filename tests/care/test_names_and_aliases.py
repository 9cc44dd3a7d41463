"""One name leads to one customer, whether it is their name or an alias."""

import pytest

from care import customers, forms, searching
from domain.errors import AliasTaken, Misfilled, NameTaken
from tests.care.test_importing import table, take
from tests.world import buttons, said


@pytest.fixture
async def sites(world):
    """Two customers, the first of whom goes by other names as well."""
    await world.type("ana", "new Site One")
    await world.type("ana", "new Site Two")
    await world.type("ana", "edit Site One alias Uno, Duo")
    return world


async def open_form(world, name):
    card = await world.type("ana", f"customer {name}")
    return await world.press("ana", buttons(card)["Edit"])


@pytest.mark.parametrize(
    "typed", ["edit Site Two name Uno", "new DUO Ltd", "edit Site Two alias Due, duo"]
)
async def test_one_customers_alias_is_no_name_for_another(sites, typed):
    with pytest.raises(AliasTaken, match='"Site One" goes by that name already'):
        await sites.type("ana", typed)
    assert "Logged for Site One" in said(await sites.type("ana", "log Duo called"))
    assert "Logged for Site One" in said(await sites.type("ana", "log Uno called"))


async def test_a_form_and_a_search_know_aliases_too(sites):
    form = await open_form(sites, "Site Two")
    with pytest.raises(Misfilled, match="Site One") as told:
        await sites.fill("ana", form, name="Uno", aliases="Due, Duo")
    assert set(told.value.at) == {"name", "aliases"}
    offered = await sites.heed.ask(customers_offered, sites.caller("ana"), "duo")
    assert [each.label.partition(" · ")[0] for each in offered] == ["Site One"]


def customers_offered(work, now, typed):
    return searching.search(work, now, "customers", typed)


async def test_an_undo_gives_nothing_back_that_is_anothers_by_now(sites):
    dropped = await sites.type("ana", "edit Site One unalias Duo")
    await sites.type("ben", "new Duo")
    with pytest.raises(NameTaken, match="Duo"):
        await sites.press("ana", buttons(dropped)["Undo"])
    renamed = await sites.type("ana", "edit Site Two name Site 2")
    await sites.type("ben", "edit Duo alias Site Two")
    with pytest.raises(AliasTaken, match="Duo"):
        await sites.press("ana", buttons(renamed)["Undo"])
    assert "🪪 Duo" in said(await sites.type("ana", "customer Site Two"))


async def test_its_own_alias_may_be_written_otherwise_or_become_its_name(sites):
    await sites.type("ana", "edit Site One alias UNO")
    assert "Also known as Duo, UNO\n" in said(await sites.type("ana", "customer Uno"))
    await sites.fill("ana", await open_form(sites, "Site One"), aliases="uno, Duo")
    assert "Also known as uno, Duo\n" in said(await sites.type("ana", "customer Uno"))
    await sites.type("ana", "edit Site One name Uno")
    assert "🪪 Uno" in said(await sites.type("ana", "customer Duo"))


async def test_from_the_command_line_and_in_a_table_an_alias_is_enough(sites, tmp_path):
    told = await sites.do_clock(customers.edit_by_hand, "duo", "rung", "advocate")
    assert "Site One: rung is now advocate" in said(told)
    agenda, _ = await take(sites, table(tmp_path, "name,rung\nDuo Ltd,member\n"))
    assert agenda.matched == 1
    assert "Member" in said(await sites.type("ana", "customer Site One"))


async def test_the_names_that_a_new_customers_form_gives_are_known_at_once(world):
    form = await world.do("ana", forms.new)
    await world.fill("ana", form, name="Site One", aliases="Uno", contacts="Bo Berg")
    for name in ("Uno", "Bo Berg"):
        assert "Logged for Site One" in said(await world.type("ana", f"log {name} called"))
    with pytest.raises(AliasTaken):
        await world.type("ana", "new Uno")

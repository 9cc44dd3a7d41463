"""An import is on the trail like everything else: what it changed is not put back unseen."""

import pytest
from sqlalchemy import text

from care import customers, undo
from domain.errors import BuiltUpon
from store import actions
from tests.care.test_importing import everything, table, take
from tests.world import buttons, said


@pytest.mark.parametrize(
    ("typed", "csv", "shown"),
    [
        ("rung advocate", "name,rung\nAcme,member\n", "Member"),
        ("owner @ben", "name,owner\nAcme,chloe\n", "Chloe"),
        ("zone Europe/Madrid", "name,zone\nAcme,Asia/Tokyo\n", "Asia/Tokyo"),
        ("contact Bo b@a.com", "name,contact,phone\nAcme,Bo,020 7946 0000\n", "020 7946 0000"),
    ],
)
async def test_an_edit_is_not_taken_back_over_what_an_import_changed_since(
    world, tmp_path, typed, csv, shown
):
    await world.type("ana", "new Acme")
    told = await world.type("ana", f"edit Acme {typed}")
    await take(world, table(tmp_path, csv))
    with pytest.raises(BuiltUpon, match="An import changed"):
        await world.press("ana", buttons(told)["Undo"])
    assert shown in said(await world.type("ana", "customer acme"))


async def test_a_customer_whom_an_import_has_changed_since_stays(world, tmp_path):
    told = await world.type("ana", "new Acme")
    await take(world, table(tmp_path, "name,contact\nAcme,Maria\n"))
    with pytest.raises(BuiltUpon, match="An import changed"):
        await world.press("ana", buttons(told)["Undo"])


async def test_what_an_import_changed_beside_it_neither_hinders_an_undo_nor_goes_with_it(
    world, tmp_path
):
    await world.type("ana", "new Acme")
    await world.type("ana", "edit Acme rung advocate")
    await take(world, table(tmp_path, "name,zone\nAcme,Asia/Tokyo\n"))
    await world.type("ana", "undo")
    assert "Prospect · Ana Reyes's customer · Asia/Tokyo" in said(
        await world.type("ana", "customer acme")
    )


async def test_nor_is_it_taken_back_over_what_was_changed_from_the_command_line(world):
    await world.type("ana", "new Acme")
    told = await world.type("ana", "edit Acme rung advocate")
    await world.do_clock(customers.edit_by_hand, "Acme", "rung", "member")
    with pytest.raises(BuiltUpon, match="Somebody at the command line changed"):
        await world.press("ana", buttons(told)["Undo"])


async def test_all_that_an_import_changed_is_on_the_trail(world, tmp_path):
    await world.type("ana", "new Acme customer Bo")
    before = await everything(world)
    path = table(
        tmp_path,
        "name,owner,rung,contact,mail,zone,last contact\n"
        "Acme,ben,advocate,Bo,b@a.com,Asia/Tokyo,2026-11-01\n"
        "Acme,,,Maria,,,\n"
        "Globex,ben,member,Tom,t@g.com,Asia/Tokyo,2026-11-01\n",
    )
    await take(world, path)
    for done in await world.ask(imported):
        await world.do("ana", undo.take_back, done)
    assert await everything(world) == before


def imported(work, now):
    del now
    ids = work.connection.execute(text("SELECT id FROM action WHERE name = 'import'")).scalars()
    return [actions.by_id(work, id_) for id_ in ids]

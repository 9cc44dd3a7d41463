"""One import is one action: it is taken back whole, but for what people built on it since."""

from argparse import Namespace

import pytest
from sqlalchemy import text

from care import customers, exports, import_undoing, imports
from domain.errors import NothingToTakeBack
from handlers.console import tables as files
from handlers.console import undoing_imports
from tests.care.test_importing import LONDON, everything, table
from tests.world import said

AT = "2026-11-16 09:00 UTC"
BOTH = "Chloe Martin and somebody at the command line"
TABLE = (
    "name,owner,rung,contact,mail,zone,last contact\n"
    "Acme,ben,advocate,Bo,b@a.com,Asia/Tokyo,2026-11-01\n"
    "Acme,,,Maria,,,\n"
    "Globex,ben,member,Tom,t@g.com,Asia/Tokyo,2026-11-01\n"
    "Initech,ana,customer,Lily,l@i.com,,\n"
)


async def bring_in(world, tmp_path, content=TABLE, name="customers.csv"):
    rows = files.read(table(tmp_path, content), LONDON).rows
    agenda = await world.heed.ask(imports.look_through, world.tenancy, rows)
    await world.do_clock(imports.carry_out, agenda, lambda _: None, name)


@pytest.fixture
def take_back(world, capsys):
    async def run(*, is_sure=True):
        capsys.readouterr()
        code = await undoing_imports.take_back(world.heed, Namespace(yes=is_sure))
        await world.settle()
        return code, [each for each in capsys.readouterr().out.splitlines() if each]

    return run


async def test_whoever_came_goes_and_whoever_was_there_is_as_before(world, tmp_path, take_back):
    await world.type("ana", "new Acme customer Bo")
    before, exported = await everything(world), await world.ask(exports.rows)
    await bring_in(world, tmp_path)
    after = await everything(world)
    told = (
        "The import of customers.csv, 2026-11-16 09:00 UTC: 2 customers go again, 1 is as before."
    )
    assert await take_back(is_sure=False) == (
        1,
        [told, "Nothing was changed. Add --yes to take it back without being asked."],
    )
    assert await everything(world) == after
    assert await take_back() == (0, [told, "Taken back."])
    assert await everything(world) == before
    assert await world.ask(exports.rows) == exported
    await bring_in(world, tmp_path)
    assert len(await world.ask(exports.rows)) == 3


async def test_what_people_did_since_stays_and_is_said(world, tmp_path, take_back):
    await world.type("ana", "new Acme customer Bo")
    await bring_in(world, tmp_path)
    await world.type("ben", "log Globex called Tom, he was happy")
    await world.type("chloe", "edit Acme rung shopper")
    await world.do_clock(customers.edit_by_hand, "Acme", "zone", "Europe/Madrid")
    _, out = await take_back()
    assert out == [
        f"The import of customers.csv, {AT}: 1 customer goes again, 1 is as before.",
        f"Acme keeps rung, time zone: {BOTH} built on that since.",
        "Globex stays, with all that was imported: Ben Okafor built on that since.",
        "Taken back.",
    ]
    acme = said(await world.type("ana", "customer acme"))
    assert "Shopper · Ana Reyes's customer · Europe/Madrid" in acme
    assert "Maria" not in acme
    globex = said(await world.type("ana", "customer globex"))
    assert "Tom · t@g.com" in globex
    assert "he was happy" in globex
    assert "No customer of that name" in said(await world.type("ana", "customer initech"))


async def test_a_reminder_that_was_sent_of_them_is_no_hindrance(world, tmp_path, take_back):
    await bring_in(world, tmp_path, "name,owner,rung,last contact\nAcme,ana,prospect,2026-08-01\n")
    await world.wait(days=1, hours=1)
    assert len(world.reminders()) == 1
    await take_back()
    assert "Acme" not in "".join(row["name"] for row in await world.ask(exports.rows))
    assert "No longer needed." in world.reminders()[0]


async def test_import_by_import_until_none_is_left(world, tmp_path, take_back):
    await bring_in(world, tmp_path, name="first.csv")
    await bring_in(world, tmp_path, "name,rung\nAcme,fan\nHooli,member\n", name="second.csv")
    _, out = await take_back()
    assert out[0].startswith("The import of second.csv, ")
    assert "Advocate" in said(await world.type("ana", "customer acme"))
    _, out = await take_back()
    assert out[0].startswith("The import of first.csv, ")
    assert await world.ask(exports.rows) == []
    with pytest.raises(NothingToTakeBack):
        await take_back()


async def test_one_of_whom_all_stays_is_not_asked_about_again(world, tmp_path, take_back):
    await bring_in(world, tmp_path, "name\nHooli\n", name="first.csv")
    await bring_in(world, tmp_path, "name\nAcme\n", name="second.csv")
    await world.type("ana", "log Acme called us")
    await take_back()
    _, out = await take_back()
    assert out[0].startswith("The import of first.csv, ")
    assert [row["name"] for row in await world.ask(exports.rows)] == ["Acme"]


async def test_what_was_broken_off_goes_on_where_it_was(world, tmp_path, take_back):
    await bring_in(world, tmp_path)
    undoing = await world.ask(import_undoing.look_through)
    await world.do_clock(import_undoing.take_back, undoing.numbers[:1])
    _, out = await take_back()
    assert out[0] == f"The import of customers.csv, {AT}: 2 customers go again, 0 are as before."
    assert await world.ask(exports.rows) == []


async def test_of_whoever_is_gone_already_nothing_is_touched(world, tmp_path, take_back):
    await bring_in(world, tmp_path)

    def lose(work, now):
        del now
        work.connection.execute(text("UPDATE customer SET gone = true WHERE name = 'Acme'"))

    await world.do_clock(lose)
    _, out = await take_back()
    assert out[0] == f"The import of customers.csv, {AT}: 2 customers go again, 0 are as before."
    assert [name for name, *_ in (await everything(world))[1]] == ["Bo", "Maria"]

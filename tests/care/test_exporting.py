"""Every customer in a table that an import takes back."""

import csv
import stat

import pytest

from care import exports, imports, undo
from domain import import_columns
from domain.errors import NotUnderstood, ThereMeanwhile
from handlers.console import tables as files
from tests.care.test_importing import look, table, take
from tests.care.test_importing_on_the_trail import imported
from tests.world import said

TABLE = '''\
name,aliases,owner,rung,contact,mail,phone,contact 2,mail 2,zone,last contact
=A1(),"ACM, The ""Acmes""",@ana,member,Maria,m@a.com,+44 20 7946,-Bo,b@a.com,Asia/Tokyo,2026-10-01
Globex; Ltd,,,prospect,"Tom, Reed",,,,,,
"'s-Hertogenbosch",,,,,,,,,,
@Home,,@ben,,,x@home.com,,Cy,,,
'''


async def export(world, path):
    files.write(path, await world.ask(exports.rows))
    return path


async def test_whatever_was_exported_is_known_to_an_import_to_the_last_cell(world, tmp_path):
    await take(world, table(tmp_path, TABLE))
    agenda = await look(world, await export(world, tmp_path / "export.csv"))
    assert [line.told.partition(": ")[2] for line in agenda.lines] == ["nothing new"] * 4


async def test_and_brings_all_of_it_back_where_it_is_gone(world, tmp_path):
    await take(world, table(tmp_path, TABLE))
    path = await export(world, tmp_path / "export.csv")
    before = await world.ask(exports.rows)
    for done in await world.ask(imported):
        await world.do("ana", undo.take_back, done)
    assert await world.ask(exports.rows) == []
    await take(world, path)
    assert await world.ask(exports.rows) == before


async def test_no_cell_is_a_formula(world, tmp_path):
    await take(world, table(tmp_path, TABLE))
    path = await export(world, tmp_path / "export.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    assert "'=A1()" in cells
    assert "'+44 20 7946" in cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "cell", ["=1", "'=1", "''=1", " -1", "+4", "@a", "\uff1d1", "'s", "a=1", ""]
)
def test_what_was_defused_is_read_as_it_was(cell):
    assert import_columns.plain(import_columns.defused(cell)) == cell


async def test_a_file_that_is_there_is_left_alone(world, tmp_path):
    path = table(tmp_path, "precious")
    with pytest.raises(NotUnderstood, match="is there already"):
        await export(world, path)
    assert path.read_text() == "precious"


async def test_another_customers_name_is_no_alias_wherever_it_stands(world, tmp_path):
    await world.type("ana", "new Initech")
    text = 'name,aliases\nAcme,"ACM, Globex, Initech"\nGlobex,"GX, acm"\nAcme,"Acme Inc, ACM"\n'
    agenda, _ = await take(world, table(tmp_path, text))
    other = "is left out: another customer is called so"
    assert [line.told for line in agenda.lines] == [
        f"add Acme, also known as ACM (! “Globex” {other}) (! “Initech” {other})",
        f"add Globex, also known as GX (! “acm” {other})",
        "same as line 2: Acme, nothing new",
    ]
    assert "🪪 Acme" in said(await world.type("ana", "customer ACM"))


@pytest.mark.parametrize("name", ["Acme", "Globex"])
async def test_an_alias_that_somebody_took_meanwhile_stops_the_import(world, tmp_path, name):
    await world.type("ana", "new Acme")
    agenda = await look(world, table(tmp_path, f"name,aliases\n{name},ACM\n"))
    await world.type("ana", "new ACM")
    with pytest.raises(ThereMeanwhile, match="ACM"):
        await world.do_clock(imports.carry_out, agenda, lambda _: None)


async def test_an_alias_that_an_import_brought_is_one_with_those_that_were_there(world, tmp_path):
    await world.type("ana", "new Acme")
    await world.type("ana", "edit Acme alias ACM")
    await take(world, table(tmp_path, "name,aliases\nAcme,The Acmes\n"))
    assert "Also known as ACM, The Acmes\n" in said(await world.type("ana", "customer The Acmes"))

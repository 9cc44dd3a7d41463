"""Tables as programs and people write them: what each cell, line and heading is taken for."""

import pytest

from care import imports
from handlers.console import tables as files
from handlers.console.importing import Wish, bring_in
from tests.care.test_importing import LONDON, table, take
from tests.world import said


def read(tmp_path, text):
    return files.read(table(tmp_path, text), LONDON)


def names(tmp_path, text):
    return [row.name for row in read(tmp_path, text).rows]


def test_quotes_are_doubled_wherever_the_first_pair_comes(tmp_path):
    plain = "".join(f"Customer {n},plain {n}\n" for n in range(500))
    text = f'name,notes\n{plain}"The ""Best"" Ltd","said ""hi"", twice"\n'
    assert names(tmp_path, text)[-1] == 'The "Best" Ltd'


@pytest.mark.parametrize("told", ["sep=;", "SEP=|", '"sep=\t"'])
def test_a_first_line_that_tells_the_separator_is_believed(tmp_path, told):
    by = told.strip('"')[-1]
    text = f"{told}\r\nname{by}owner, if any{by}city\r\nAcme, Ltd{by}ana{by}Hull\r\n"
    found = read(tmp_path, text)
    assert [(row.number, row.name) for row in found.rows] == [(3, "Acme, Ltd")]
    assert len(found.fates) == 3


def test_the_heading_tells_the_separator_and_not_what_stands_above_it(tmp_path):
    found = read(tmp_path, 'Customers, all, sorted\n\nName;"Account, Owner"\nAcme, Ltd;ana\n')
    assert [(row.number, row.name) for row in found.rows] == [(4, "Acme, Ltd")]


def test_lines_end_as_on_any_machine(tmp_path):
    path = tmp_path / "customers.csv"
    for end in ("\r", "\r\n", "\n"):
        path.write_bytes(end.join(["name;note", "Acme, Ltd;a,b,c", 'Globex;"x,y,z"', ""]).encode())
        assert [row.name for row in files.read(path, LONDON).rows] == ["Acme, Ltd", "Globex"]


def test_a_heading_may_be_of_several_lines_and_stand_below_what_a_report_says_first(tmp_path):
    text = 'Customers of ours\nas of 2026-11-16\n\n"Company\nName","Account\nOwner"\nAcme,ana\n'
    found = read(tmp_path, text)
    assert [(row.number, row.name, row.owner) for row in found.rows] == [(5, "Acme", "ana")]
    assert found.remarks == (
        "line 1: no customer, “Customers of ours”",
        "line 2: no customer, “as of 2026-11-16”",
    )


@pytest.mark.parametrize(
    ("foot", "customers"),
    [
        ("\nAll customers\nHeed Ltd\n", 2),
        ("Grand Totals\n2 records\n", 2),
        ("Total,2\n", 2),
        ("\nCopyright (c) 2026 Acme,,\nHeed Ltd,,\n", 2),
        ("made by Ana\n", 2),
        ("Copyright (c) 2026\n\n\nAcme Ltd\n", 2),
        ("Total Fitness,,\n", 3),
        ("Report Co,,\n\nHull Ltd,,\n", 4),
        ("Hull Ltd,ana\n", 3),
        (",,\n", 2),
    ],
)
def test_a_reports_foot_is_no_customer_and_a_name_alone_is(tmp_path, foot, customers):
    text = f"name,owner,rung\nAcme,ana,customer\nGlobex,ben,member\n{foot}"
    assert len(names(tmp_path, text)) == customers


def test_of_names_alone_none_is_a_foot(tmp_path):
    assert len(names(tmp_path, "name,owner,rung\nAcme\nGlobex\n")) == 2
    assert len(names(tmp_path, "name\nAcme\n\nTotal\n")) == 2
    assert len(names(tmp_path, "name,owner\nAcme,ana\nGlobex\n")) == 2


@pytest.mark.parametrize(
    ("headings", "line", "told"),
    [
        ("Name,Company", "Hank Scorpio,Globex", "add Globex, Hank Scorpio"),
        ("Company,Name", "Globex,Hank Scorpio", "add Globex, Hank Scorpio"),
        ("Name,Company", "Hank Scorpio,", "add Hank Scorpio, Hank Scorpio"),
        ("Name,Company", ",Globex", "add Globex"),
        ("Customer,Name", "Globex,Hank Scorpio", "add Globex, Hank Scorpio"),
        ("Customer,Company", "Hank Scorpio,Globex", "add Globex, Hank Scorpio"),
        ("Customer,First name,Last name", "Globex,Hank,Scorpio", "add Globex, Hank Scorpio"),
        (
            "Name,First name,Last name",
            "Hank Scorpio,Hank,Scorpio",
            "add Hank Scorpio, Hank Scorpio",
        ),
        ("Vorname,Name,Firma", "Hank,Scorpio,Globex", "add Globex, Hank Scorpio"),
        ("Nombre,Apellidos,Empresa", "Hank,Scorpio,Globex", "add Globex, Hank Scorpio"),
        ("Name,Contact", "Globex,Hank Scorpio", "add Globex, Hank Scorpio"),
        ("Name,Contact", ",Hank Scorpio", "left out: it has no name, only Hank Scorpio"),
        ("First name,Email", ",h@g.com", "left out: it has no name, only h@g.com"),
        ("Lead Name,Company", "Hank Scorpio,Globex", "add Globex, Hank Scorpio"),
        ("Vorname,Nachname,Zugeordnetes Unternehmen", "Al,Bo,Globex", "add Globex, Al Bo"),
        ("Nombre,Apellidos,Empresa asociada", "Al,Bo,Globex", "add Globex, Al Bo"),
        ("Prénom,Nom,Entreprise associée (principale)", "Al,Bo,Globex", "add Globex, Al Bo"),
        ("First name,Last name", ",", "left out: it has no name"),
    ],
)
async def test_the_company_is_the_customer_and_the_person_its_contact(
    world, tmp_path, headings, line, told
):
    found = read(tmp_path, f"{headings},city\n{line},Hull\n")
    agenda = await world.heed.ask(imports.look_through, world.tenancy, found.rows)
    assert [line.told for line in agenda.lines] == [told]


async def test_two_of_one_name_at_two_firms_stay_two(world, tmp_path):
    text = "Name,Company,Email\nHank Scorpio,Globex,h@g.com\nHank Scorpio,Initech,h@i.com\n"
    await take(world, table(tmp_path, text))
    for firm, mail in (("Globex", "h@g.com"), ("Initech", "h@i.com")):
        assert f"👤 Hank Scorpio · {mail}" in said(await world.type("ana", f"customer {firm}"))


@pytest.mark.parametrize(
    "owner",
    ["Ana Reyes (ana@example.com)", "Ana <ana@example.com>", "Ana Reyes (of sales)", "ana"],
)
async def test_an_owner_is_known_by_name_mail_or_both(world, tmp_path, owner):
    await take(world, table(tmp_path, f"name,owner\nAcme,{owner}\n"))
    assert "Ana Reyes's customer" in said(await world.type("ana", "customer acme"))


async def told(world, capsys, path, **wish):
    code = await bring_in(world.heed, world.tenancy, path, Wish(zone="Europe/London", **wish))
    return code, capsys.readouterr().out


async def test_what_has_no_field_is_said_column_by_column(world, tmp_path, capsys):
    text = "Company,Phone,Mobile,City,Fax,Pager\nAcme,1,2,Hull\nGlobex,,3\nInitech,4,4,Leeds\n"
    _, out = await told(world, capsys, table(tmp_path, text))
    assert out.splitlines()[:4] == [
        "Columns: Company → customer; phone; Mobile → phone, where “Phone” is empty.",
        "“Mobile”: 1 value not taken.",
        "“City”: not taken, 2 values.",
        "Not taken, with no values: Fax, Pager.",
    ]
    assert "add Acme, 1\n" in out
    assert "add Globex, 3\n" in out


def test_what_stands_under_no_heading_is_counted_too(tmp_path):
    found = read(tmp_path, "name,,city\nAcme,x,,beyond\nGlobex,,Hull,beyond,more\n")
    lost = [(each.heading, each.lost) for each in found.fates[1:]]
    assert lost == [
        ("column 2", "not taken, 1 value"),
        ("city", "not taken, 1 value"),
        ("column 4", "not taken, 2 values"),
        ("column 5", "not taken, 1 value"),
    ]


async def test_a_rung_that_nobody_knows_is_asked_about_and_never_taken_for_another(
    world, tmp_path, capsys
):
    path = table(tmp_path, "name,type\nAcme,Partner\nGlobex,VIP\nInitech,\n")
    code, out = await told(world, capsys, path, is_sure=True)
    assert code == 1
    assert "“Partner” is no rung that Heed knows (1 line).\n“VIP” is member (1 line).\n" in out
    assert 'Nothing was changed. Say which rung that is: --rung "Partner=customer"' in out
    assert "No customer of that name" in said(await world.type("ana", "customer globex"))


async def test_and_what_was_answered_is_what_they_begin_on(world, tmp_path, capsys):
    await world.type("ana", "new Hooli advocate")
    path = table(tmp_path, "name,type\nAcme,Partner\nGlobex,VIP\nInitech,\nHooli,\n")
    reading = files.Reading(rungs={"partner": "shopper"})
    code, out = await told(world, capsys, path, reading=reading)
    assert code == 1
    assert "1 new customer has no rung here, and begins as prospect: --rung customer would" in out
    wish = {"reading": reading, "otherwise": "customer", "is_sure": True}
    code, out = await told(world, capsys, path, **wish)
    assert code == 0
    assert "1 new customer has no rung here, and begins as customer: as --rung says.\n" in out
    rungs = {"acme": "Shopper", "globex": "Member", "initech": "Customer", "hooli": "Advocate"}
    for name, rung in rungs.items():
        assert f"{rung} · " in said(await world.type("ana", f"customer {name}"))


async def test_several_people_of_one_cell_are_several(world, tmp_path):
    text = "Company name,Associated Contact\nAcme,Maria Lopez (m@a.com);Bo Li (b@a.com)\n"
    await take(world, table(tmp_path, text))
    card = said(await world.type("ana", "customer acme"))
    assert "👤 Maria Lopez · m@a.com\n" in card
    assert "👤 Bo Li · b@a.com" in card


async def test_what_another_line_replaces_of_a_person_is_said(world, tmp_path):
    text = "company,contact,mail,phone\nAcme,Bo,b@a.com,12\nAcme,Bo,b@x.com,\nAcme,Bo,,34\n"
    agenda, _ = await take(world, table(tmp_path, text))
    assert [line.told for line in agenda.lines[1:]] == [
        "same as line 2: Acme, Bo b@x.com instead of b@a.com",
        "same as line 2: Acme, Bo 34 instead of 12",
    ]

"""Customers from a CRM's export."""

import csv
import io
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text

from care import imports, team
from domain.errors import NotUnderstood, ThereMeanwhile
from domain.import_dates import DateOrder
from handlers.console import tables as files
from handlers.console.importing import Wish, bring_in
from store import tables
from tests.world import buttons, said, teammate

LONDON = ZoneInfo("Europe/London")
SURE = Wish(zone="Europe/London", is_sure=True)

PLAIN = """name,owner,rung,contact,mail,phone,zone,last contact
Acme Ltd,ana@example.com,advocate,Maria Lopez,m@acme.com,+44 20 7946 0000,Europe/London,2026-10-01
Globex,Ben Okafor,prospect,Tom Reed,,,,2026-11-13T10:00:00Z
"""


def table(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "customers.csv"
    path.write_text(text, encoding=encoding)
    return path


async def look(world, path, order=None):
    rows = files.read(path, LONDON, files.Reading(order=order)).rows
    return await world.heed.ask(imports.look_through, world.tenancy, rows)


async def take(world, path, order=None):
    agenda = await look(world, path, order)
    done = await world.do_clock(imports.carry_out, agenda, lambda lines: lines)
    return agenda, done


async def test_the_dry_run_says_line_by_line_what_would_happen_and_changes_nothing(world, tmp_path):
    agenda = await look(world, table(tmp_path, PLAIN))
    maria = "Maria Lopez m@acme.com +44 20 7946 0000, Europe/London"
    assert [(line.row.number, line.told) for line in agenda.lines] == [
        (2, f"add Acme Ltd, advocate, owner Ana Reyes, {maria}, last contact 2026-10-01"),
        (3, "add Globex, prospect, owner Ben Okafor, Tom Reed, last contact 2026-11-13"),
    ]
    assert "No customer of that name" in said(await world.type("ana", "customer Acme"))


async def test_it_brings_in_everything_a_line_says(world, tmp_path):
    _, done = await take(world, table(tmp_path, PLAIN))
    assert done == 2
    card = said(await world.type("ana", "customer acme"))
    assert "Advocate · Ana Reyes's customer · Europe/London" in card
    assert "👤 Maria Lopez · m@acme.com · +44 20 7946 0000" in card
    assert "We reached them 46 days ago" in card
    assert "Next: 🎁 Thank Maria Lopez" in card
    assert "Logged for Globex" in said(await world.type("ben", "log Tom Reed called us"))


@pytest.mark.parametrize(
    "headings",
    [
        "Company Name,Account Owner,Lifecycle Stage,Contact Person,Email,Phone Number,Time Zone",
        "account,owner email,status,primary contact,e-mail,mobile,timezone",
        "Organization - Name,Rep,Type,Person,Work Email,Telephone,TZ",
        "CUSTOMER;assigned_to;STAGE;Full Name;Email Address;Tel;IANA timezone",
    ],
)
async def test_columns_are_recognised_by_their_usual_names(world, tmp_path, headings):
    if "Organization - Name" in headings:
        headings = headings.replace("Organization - Name", "Organization Name")
    row = "Acme,ana@example.com,customer,Maria,m@acme.com,020 7946 0000,Europe/London"
    row = row.replace(",", ";") if ";" in headings else row
    await take(world, table(tmp_path, f"{headings}\n{row}\n"))
    card = said(await world.type("ana", "customer acme"))
    assert "Customer · Ana Reyes's customer · Europe/London" in card
    assert "👤 Maria · m@acme.com · 020 7946 0000" in card


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
async def test_files_of_any_usual_encoding_are_read(world, tmp_path, encoding):
    await take(world, table(tmp_path, "name,contact\nMüller & Söhne,Zoë\n", encoding))
    assert "Müller & Söhne" in said(await world.type("ana", "customer muller and sohne"))


async def test_letters_that_no_table_should_hold_split_no_line_and_stop_no_import(world, tmp_path):
    await take(world, table(tmp_path, "name,contact\nAc\0me,Maria\vLopez\u2028and Bo\n"))
    assert "👤 Maria Lopez and Bo" in said(await world.type("ana", "customer ac\ufffdme"))


async def test_twice_the_same_table_doubles_nothing(world, tmp_path):
    path = table(tmp_path, PLAIN)
    await take(world, path)
    before = await everything(world)
    agenda, _ = await take(world, path)
    assert (agenda.added, agenda.matched) == (0, 2)
    assert await everything(world) == before


async def test_customers_are_matched_however_they_are_written(world, tmp_path):
    await world.type("ana", "new ACME Limited customer")
    agenda, _ = await take(world, table(tmp_path, PLAIN))
    assert agenda.lines[0].told == (
        "match ACME Limited: rung customer → advocate,"
        " contact Maria Lopez m@acme.com +44 20 7946 0000 new, time zone Europe/London,"
        " last contact 2026-10-01"
    )
    card = said(await world.type("ana", "customer acme"))
    assert "🪪 ACME Limited" in card
    assert "Advocate" in card
    assert "Maria Lopez" in card


async def test_one_line_a_contact_is_one_customer_with_all_of_them(world, tmp_path):
    text = "company,contact,email\nAcme,Maria,m@a.com\nAcme Inc,Bo,b@a.com\nAcme,Maria,m@a.com\n"
    agenda, done = await take(world, table(tmp_path, text))
    assert [line.told for line in agenda.lines[1:]] == [
        "same as line 2: Acme Inc, Bo b@a.com",
        "same as line 2: Acme, nothing new",
    ]
    assert done == 1
    card = said(await world.type("ana", "customer acme"))
    assert card.count("👤") == 2


async def test_people_without_a_name_are_told_apart_by_their_mail(world, tmp_path):
    text = "company,email\nGlobex,a@g.com\nGlobex,b@g.com\nGlobex,c@g.com\n"
    await take(world, table(tmp_path, text))
    await take(world, table(tmp_path, "company,email\nGlobex,d@g.com\n"))
    await take(
        world, table(tmp_path, "company,contact,email,phone\nGlobex,Bo Li,b@g.com,1234567\n")
    )
    await world.type("ana", "edit Globex contact e@g.com")
    card = said(await world.type("ana", "customer Globex"))
    people = [line for line in card.splitlines() if "👤" in line]
    mails = ["👤 a@g.com", "👤 Bo Li · b@g.com · 1234567", "👤 c@g.com", "👤 d@g.com", "👤 e@g.com"]
    assert people == mails


async def test_two_people_with_one_switchboard_stay_two(world, tmp_path):
    for who in ("Maria", "Bo"):
        text = f"company,contact,phone\nGlobex,{who},020 7946 0000\n"
        await take(world, table(tmp_path, text))
    card = said(await world.type("ana", "customer Globex"))
    assert card.count("👤") == 2


@pytest.mark.parametrize(
    ("who", "name"), [("gil", "Gil Novak"), ("ben", "Ben Okafor"), ("@ben", "Ben Okafor")]
)
async def test_guests_and_leavers_own_nobody(world, tmp_path, who, name):
    gone = teammate("ben", "Ben Okafor", "America/New_York", is_active=False)
    await world.do_clock(team.introduce, (gone,))
    agenda, _ = await take(world, table(tmp_path, f"name,owner\nAcme,{who}\n"))
    assert agenda.lines[0].told == (
        f"add Acme (! {name} is a guest or has left, so it gets no owner)"
    )
    assert "nobody's customer yet" in said(await world.type("ana", "customer acme"))


async def test_what_can_not_be_understood_is_said_and_the_rest_counts(world, tmp_path):
    text = "name,owner,rung,zone,last contact\nAcme,zorro,king,Mars,soon\n,ana,,,\n"
    agenda, _ = await take(world, table(tmp_path, text))
    told = agenda.lines[0].told
    for trouble in ("no rung of the ladder", "no time zone", "no date", "nobody goes by “zorro”"):
        assert trouble in told
    assert agenda.lines[1].told == "left out: it has no name"
    assert "Prospect · nobody's customer yet" in said(await world.type("ana", "customer acme"))


@pytest.mark.parametrize(
    ("cells", "order", "day"),
    [
        (("3/11/2026", "13/11/2026"), None, (2026, 11, 3)),
        (("11/3/2026", "11/13/2026"), None, (2026, 11, 3)),
        (("3.11.26", "13.11.26"), None, (2026, 11, 3)),
        (("3/11/2026", "4/11/2026"), DateOrder.DAY_FIRST, (2026, 11, 3)),
        (("11/3/2026", "11/4/2026"), DateOrder.MONTH_FIRST, (2026, 11, 3)),
        (("2026-11-03", ""), None, (2026, 11, 3)),
        (("2026-11-03 14:30:00", ""), None, (2026, 11, 3)),
    ],
)
def test_dates_are_read_as_the_whole_column_writes_them(tmp_path, cells, order, day):
    text = "name,last contact\n" + "".join(f"c{n},{cell}\n" for n, cell in enumerate(cells))
    rows = files.read(table(tmp_path, text), LONDON, files.Reading(order=order)).rows
    then = rows[0].last_contact.astimezone(LONDON)
    assert (then.year, then.month, then.day) == day


def test_a_date_that_may_be_two_is_never_guessed(tmp_path):
    rows = files.read(table(tmp_path, "name,last contact\nAcme,3/11/2026\n"), LONDON).rows
    assert rows[0].last_contact is None
    assert rows[0].troubles == ("“3/11/2026” is no date that can be read for sure: say --dates",)


@pytest.mark.parametrize(
    "day", ["9999-12-31", "2099-01-01", "0001-01-01", "1969-12-31", "31/12/9999"]
)
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata"])
async def test_a_last_contact_that_can_not_have_been_is_said_and_left_out(
    world, tmp_path, day, zone
):
    path = table(tmp_path, f"name,last contact\nAcme,{day}\nGlobex,2026-11-16\n")
    rows = files.read(path, ZoneInfo(zone)).rows
    agenda = await world.heed.ask(imports.look_through, world.tenancy, rows)
    assert "! a last contact" in agenda.lines[0].told
    assert agenda.lines[1].told == "add Globex, last contact 2026-11-16"
    await world.do_clock(imports.carry_out, agenda, lambda lines: lines)
    assert "Not reached yet" in said(await world.type("ana", "customer Acme"))


@pytest.mark.parametrize(
    "headings",
    ["First Name,Last Name,Company", "FIRSTNAME,LASTNAME,Company", "Given Name,Surname,Company"],
)
async def test_first_and_last_names_make_the_contacts_name(world, tmp_path, headings):
    rows = "Maria,Lopez,Acme\n,Reed,Globex\n"
    agenda, _ = await take(world, table(tmp_path, f"{headings}\n{rows}"))
    assert [line.told for line in agenda.lines] == ["add Acme, Maria Lopez", "add Globex, Reed"]


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_spreadsheet_programs_own_file_says_to_save_it_as_csv(tmp_path, begins):
    path = tmp_path / "customers.xlsx"
    path.write_bytes(begins + bytes(range(256)))
    with pytest.raises(NotUnderstood, match="save it as CSV") as told:
        files.read(path, LONDON)
    assert "first line" not in str(told.value)


@pytest.mark.parametrize(
    ("person", "mail", "read", "troubles"),
    [
        ("Maria", "maria@x", ("Maria", ""), ["“maria@x” is no mail address"]),
        ("Maria maria@x", "", ("Maria", ""), ["“maria@x” is no mail address"]),
        ("Maria <m@x.com>", "", ("Maria", "m@x.com"), []),
        ("m@x.com", "m@x.com", ("", "m@x.com"), []),
        ("Bo", "a@x.com; b@x.com", ("Bo", "a@x.com"), ["“b@x.com” is a second mail address"]),
        ("-", "n/a", ("", ""), ["“n/a” is no mail address"]),
    ],
)
def test_of_a_cell_only_a_mail_address_is_one(tmp_path, person, mail, read, troubles):
    (row,) = files.read(table(tmp_path, f"name,contact,mail\nAcme,{person},{mail}\n"), LONDON).rows
    assert [(each.name, each.mail) for each in row.people] == ([read] if any(read) else [])
    assert list(row.troubles) == troubles


async def test_what_a_table_brought_stands_in_a_form_until_somebody_changes_it(world, tmp_path):
    await take(world, table(tmp_path, "name,contact,phone\nAcme,Bo Berg,12\nGlobex,-,-\n"))
    card = await world.type("ana", "customer acme")
    form = await world.press("ana", buttons(card)["Edit"])
    await world.fill("ana", form, rung="advocate")
    assert "👤 Bo Berg · 12\n" in said(await world.type("ana", "customer acme"))
    assert "👤" not in said(await world.type("ana", "customer globex"))


def test_a_table_without_names_says_what_is_missing(tmp_path):
    with pytest.raises(NotUnderstood, match="no column that names the customers"):
        files.read(table(tmp_path, "a,b\n1,2\n"), LONDON)
    with pytest.raises(NotUnderstood, match="can't be read"):
        files.read(tmp_path / "missing.csv", LONDON)


async def test_the_first_reminders_come_over_ten_working_days(world, tmp_path):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["name", "owner", "rung", "last contact"])
    for number in range(100):
        writer.writerow([f"Customer {number:03}", "ana", "prospect", "2026-08-01"])
    await take(world, table(tmp_path, out.getvalue()))

    def days(work, now):
        del now
        rows = work.connection.execute(select(tables.Nudge.ask_at)).scalars().all()
        return sorted({ask_at.date() for ask_at in rows}), len(rows)

    asked, count = await world.ask(days)
    assert count == 100
    assert len(asked) == 10
    assert all(day.weekday() < 5 for day in asked)
    await world.wait(days=1, hours=1)
    assert len(world.reminders()) == 4  # as much as a morning of hers holds


async def test_without_a_yes_nothing_is_changed(world, tmp_path, capsys):
    path = table(tmp_path, PLAIN)
    code = await bring_in(world.heed, world.tenancy, path, Wish(zone="Europe/London"))
    assert code == 1
    assert "Nothing was changed" in capsys.readouterr().out
    code = await bring_in(world.heed, world.tenancy, path, SURE)
    assert code == 0
    out = capsys.readouterr().out
    assert "line 2: add Acme Ltd" in out
    assert "2 lines: 2 to add" in out
    assert "Imported: 2 customers." in out


async def test_a_table_that_is_known_already_is_not_asked_about(world, tmp_path, capsys):
    path = table(tmp_path, f"{PLAIN}globex llc,,,,,,,\n")

    async def import_(*, is_sure):
        wanted = Wish(zone="Europe/London", is_sure=is_sure)
        assert await bring_in(world.heed, world.tenancy, path, wanted) == 0
        return capsys.readouterr().out

    assert "line 4: same as line 3: globex llc, nothing new" in await import_(is_sure=True)
    told = await import_(is_sure=False)
    assert "line 2: match Acme Ltd: nothing new\n" in told
    assert told.endswith("Nothing to add: all 2 customers are known already.\n")
    path.write_text("name,owner,zone\nAcme,Ben Okafor,\nGlobex,,\nAcme,ana,Asia/Tokyo\n")
    told = await import_(is_sure=True)
    assert "line 2: match Acme Ltd: owner Ana Reyes → Ben Okafor\n" in told
    assert "line 4: same as line 2: Acme, time zone Europe/London → Asia/Tokyo (! owner" in told
    assert "3 lines: 0 to add, 3 matched, 0 left out. 1 known customer changes.\n" in told
    assert "Imported: 1 customer changed.\n" in told
    card = said(await world.type("ana", "customer acme"))
    assert "Ben Okafor's customer · Asia/Tokyo" in card


async def test_one_line_is_one_line(world, tmp_path, capsys):
    path = table(tmp_path, "name\nAcme\n")
    await bring_in(world.heed, world.tenancy, path, SURE)
    out = capsys.readouterr().out
    assert "1 line: 1 to add" in out
    assert "Imported: 1 customer." in out


async def test_an_import_that_fails_halfway_changes_nothing(world, tmp_path):
    agenda = await look(world, table(tmp_path, PLAIN))

    def stumble(lines):
        raise RuntimeError(lines)

    before = await everything(world)
    with pytest.raises(RuntimeError):
        await world.heed.do(imports.carry_out, world.tenancy, agenda, stumble)
    assert await everything(world) == before


async def everything(world):
    """All that was not taken back."""

    def dump(work, now):
        del now
        sql = "SELECT name, rung, owner_id, zone FROM customer WHERE NOT gone ORDER BY id"
        people = "SELECT name, mail, phone FROM contact WHERE NOT gone ORDER BY id"
        touched = "SELECT at, kind FROM touch WHERE NOT gone ORDER BY id"
        planned = "SELECT key, ask_at, status FROM nudge ORDER BY id"
        return [
            work.connection.execute(text(query)).all() for query in (sql, people, touched, planned)
        ]

    return await world.ask(dump)


@pytest.mark.parametrize("meanwhile", ["new Globex", "edit Acme alias Globex"])
async def test_whoever_is_there_by_the_time_it_is_carried_out_is_not_doubled(
    world, tmp_path, meanwhile
):
    await world.type("ana", "new Acme")
    rows = files.read(table(tmp_path, "name\nInitech\nGlobex\n"), ZoneInfo("UTC")).rows
    agenda = await world.heed.ask(imports.look_through, world.tenancy, rows)
    await world.type("ana", meanwhile)
    with pytest.raises(ThereMeanwhile, match="Globex"):
        await world.do_clock(imports.carry_out, agenda, lambda _: None)
    assert "No customer of that name" in said(await world.type("ana", "customer initech"))

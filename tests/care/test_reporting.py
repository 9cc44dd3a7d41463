"""Who reports to whom: who is told what a rep alone can't put right, and who sees it."""

import pytest

from care import import_undoing, imports, team
from domain.errors import NotUnderstood, Over
from domain.permission_errors import NotForAll, TheirsOnly
from handlers.console import tables as files
from tests.care.test_importing import LONDON, table
from tests.world import at, buttons, said, teammate


@pytest.fixture
async def led(world):
    """Ana reports to Dev, a rep until then, as Chloe has said."""
    await world.type("ana", "new Acme suspect")
    await world.type("chloe", "team @ana manager @dev")
    return world


async def late(world):
    await world.type("ben", "complaint Acme it broke")
    await world.turn(at("2026-11-18 12:00"))
    return [
        who for who in ("ana", "ben", "chloe", "dev") if world.posts(f"U-{who}", "complaint late")
    ]


async def test_their_manager_alone_is_told_of_a_late_complaint(led):
    assert await late(led) == ["dev"]


@pytest.mark.both_databases
async def test_it_is_taken_back_by_its_undo_and_the_managers_of_the_settings_share_them(led):
    await led.type("chloe", "undo")
    assert "reports to" not in said(await led.type("chloe", "team"))
    assert await late(led) == ["chloe"]


async def test_the_team_shows_it_to_whom_it_concerns_and_their_manager_sees_what_waits(led):
    assert "Ana Reyes · reports to Dev Patel · 1 customer" in said(await led.type("chloe", "team"))
    assert "Dev Patel · manager · 0 customers" in said(await led.type("chloe", "team"))
    assert "Ana Reyes · reports to Dev Patel" in said(await led.type("dev", "team"))
    assert "reports to" not in said(await led.type("ben", "team"))
    await led.type("dev", "due ana")
    await led.type("chloe", "due ana")
    for typed in ("due ana", "complaints ana"):
        with pytest.raises(TheirsOnly, match="Only Dev, Ana's manager, or Ana can see this"):
            await led.type("ben", typed)


async def test_once_their_manager_is_one_of_the_settings_no_other_of_these_sees_it(led):
    await led.do_clock(team.appoint, ("chloe", "ben"))
    await led.type("ben", "due ana")
    await led.type("chloe", "team @ana manager @chloe")
    await led.type("chloe", "due ana")
    with pytest.raises(TheirsOnly, match="Only Chloe, Ana's manager, or Ana"):
        await led.type("ben", "due ana")


async def test_a_manager_who_has_left_is_stepped_over(led):
    await led.type("chloe", "team @dev manager @ben")
    await led.do_clock(team.introduce, (teammate("dev", "Dev Patel", "UTC", is_active=False),))
    assert await late(led) == ["ben"]


@pytest.mark.parametrize(
    ("who", "words", "error", "why"),
    [
        ("ben", "team @ana manager @ben", NotForAll, "Only Chloe or Dev"),
        ("chloe", "team @ana manager @dev", Over, "Ana Reyes reports to Dev Patel already"),
        ("chloe", "team @dev manager @ana", Over, "Ana Reyes reports to Dev Patel, so Dev"),
        ("chloe", "team @dev manager @dev", Over, "Nobody reports to themselves"),
        ("chloe", "team @ben manager none", Over, "nobody in particular already"),
        ("chloe", "team @ben manager", NotUnderstood, "Whom do they report to"),
        ("chloe", "team @ben manager @gil", NotUnderstood, "No teammate goes"),
    ],
)
async def test_what_cannot_be_says_why(led, who, words, error, why):
    with pytest.raises(error, match=why):
        await led.type(who, words)


async def test_a_longer_loop_is_refused_too(led):
    await led.type("chloe", "team @dev manager @ben")
    with pytest.raises(Over, match="Ben Okafor can't report to Ana Reyes"):
        await led.type("chloe", "team @ben manager @ana")


async def test_whoever_leads_somebody_gets_the_digest_as_long_as_they_do(led):
    await led.turn(at("2026-11-17 12:00"))
    assert len(led.posts("U-dev", "digest")) == 1
    told = await led.type("chloe", "team @ana manager none")
    assert "Undo" in buttons(told)
    await led.turn(at("2026-11-18 12:00"))
    assert len(led.posts("U-dev", "digest")) == 1


TABLE = (
    "name,owner,owner's manager\n"
    "Globex,ana,dev@example.com\n"
    "Borg,ana,ben\n"
    "Initech,dev,Ana Reyes\n"
    "Hooli,ben,nobody@example.com\n"
)


@pytest.mark.both_databases
async def test_an_import_says_it_beside_the_owner_and_its_undo_takes_it_back(world, tmp_path):
    rows = files.read(table(tmp_path, TABLE), LONDON).rows
    agenda = await world.heed.ask(imports.look_through, world.tenancy, rows)
    told = [each.told for each in agenda.lines]
    assert "(Ana Reyes reports to Dev Patel)" in told[0]
    assert "reports" not in told[1]
    assert "(! Ana Reyes reports to Dev Patel, so whom Dev Patel reports to stays)" in told[2]
    assert "(! nobody of the team goes by “nobody@example.com”, so whom Ben" in told[3]
    await world.do_clock(imports.carry_out, agenda, lambda _: None)
    assert "Ana Reyes · reports to Dev Patel · 2" in said(await world.type("chloe", "team"))
    undoing = await world.ask(import_undoing.look_through)
    await world.do_clock(import_undoing.take_back, undoing.numbers)
    assert "Ana Reyes · 0 customers" in said(await world.type("chloe", "team"))


async def test_the_numbers_of_who_reports_to_somebody_else_have_no_name_in_a_digest(led):
    await led.type("chloe", "team @ana manager @chloe")
    await led.do_clock(team.appoint, ("chloe", "ben"))
    await led.type("ana", "log Acme called Maria")
    await led.type("dev", "new Globex shopper")
    await led.type("dev", "log Globex called Rosa")
    await led.turn(at("2026-11-17 09:00"))
    assert "2 contacts – Ana Reyes 1, Dev Patel 1" in said(await led.type("chloe", "digest week"))
    told = await led.type("ben", "digest week")
    assert "2 contacts – Dev Patel 1, others 1" in said(told)

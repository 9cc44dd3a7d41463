"""An import into a base that has customers already, and what it leaves alone."""

import pytest
from sqlalchemy import select

from care import imports, team
from store import tables
from tests.care.test_importing import look, table, take
from tests.world import at, said, teammate


@pytest.fixture
async def acme(world):
    """Dev's customer, last spoken to on the first of November."""
    await world.type("dev", "new Acme customer Maria Lopez maria@acme.com +44 20 7946 0000")
    await world.type("dev", "log Acme called Maria on 1 November")
    return world


async def merged(world, tmp_path, text):
    agenda, _ = await take(world, table(tmp_path, text))
    return agenda, said(await world.type("ana", "customer acme"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("name,owner\nAcme,@ben\n", "Ben Okafor's customer"),
        ("name,rung\nAcme,advocate\n", "Advocate · Dev Patel's customer"),
        ("name,zone\nAcme,Asia/Tokyo\n", " · Asia/Tokyo"),
        ("name,last contact\nAcme,2026-11-10\n", "We reached them 6 days ago\n"),
        ("name,contact,phone\nAcme,MARIA LOPEZ,+1 555 0100\n", "maria@acme.com · +1 555 0100"),
        ("name,contact\nAcme,Bo Berg\n", "👤 Bo Berg"),
    ],
)
async def test_what_the_table_knows_better_is_taken(acme, tmp_path, text, shown):
    agenda, card = await merged(acme, tmp_path, text)
    assert (agenda.added, agenda.matched) == (0, 1)
    assert shown in card


@pytest.mark.parametrize(
    "text",
    [
        "name,owner,rung,zone\nAcme,,,\n",
        "name,last contact\nAcme,2026-10-01\n",  # longer ago than what we know
        "name,contact,mail\nAcme,Maria Lopez,\n",
        "name,rung\nAcme,customer\n",
    ],
)
async def test_what_it_does_not_know_better_is_left(acme, tmp_path, text):
    before = said(await acme.type("ana", "customer acme"))
    _, card = await merged(acme, tmp_path, text)
    assert card == before


async def test_a_merged_customer_is_planned_anew(acme, tmp_path):
    _, card = await merged(acme, tmp_path, "name,rung\nAcme,raving fan\n")
    assert "Next: 🎁 Thank Maria Lopez at Acme, Tue 24 Nov" in card


async def test_a_new_contact_is_found_by_name(acme, tmp_path):
    await merged(acme, tmp_path, "name,contact\nAcme,Bo Berg\n")
    assert "Logged for Acme" in said(await acme.type("ana", "log Bo Berg called us"))


async def test_of_one_customers_lines_each_is_counted_once_and_the_latest_contact_holds(
    world, tmp_path
):
    text = "name,last contact\nAcme,2026-10-01\nAcme,2026-11-10\nAcme Ltd,2026-09-01\n"
    agenda, card = await merged(world, tmp_path, text)
    assert (agenda.added, agenda.matched, agenda.left_out) == (1, 2, 0)
    assert "We reached them 6 days ago" in card


async def test_a_name_that_two_teammates_share_owns_nothing(world, tmp_path):
    await world.do_clock(_hire)
    agenda, card = await merged(world, tmp_path, "name,owner\nAcme,Ben Okafor\n")
    assert "so it gets no owner" in agenda.lines[0].told
    assert "nobody's customer yet" in card


def _hire(work, now):
    team.introduce(work, now, (teammate("bo", "Ben Okafor", "Europe/Oslo"),))


async def test_fans_who_were_never_thanked_are_spread_out_too(world, tmp_path):
    """Counted from the import's own day they would all be asked for on one and the same."""
    lines = "".join(f"Fan{number:02},ana,raving fan\n" for number in range(40))
    await take(world, table(tmp_path, f"name,owner,rung\n{lines}"))

    def days(work, now):
        del now
        of = select(tables.Nudge.ask_at).where(tables.Nudge.play == "thank")
        asked = work.connection.execute(of).scalars()
        return [each.date() for each in asked]

    asked = await world.ask(days)
    assert len(asked) == 40
    assert len(set(asked)) >= 8
    assert max(asked.count(day) for day in asked) <= 12


async def test_an_import_is_no_persons_action(world, tmp_path):
    await take(world, table(tmp_path, "name,owner\nAcme,ana\n"))
    with pytest.raises(Exception, match="nothing of yours"):
        await world.type("ana", "undo")


async def test_looking_through_changes_nothing_and_carrying_out_tells_how_far_it_is(
    world, tmp_path
):
    lines = "".join(f"Fan{number:04}\n" for number in range(2500))
    agenda = await look(world, table(tmp_path, f"name\n{lines}"))
    told = []
    await world.do_clock(imports.carry_out, agenda, told.append)
    assert sum(told) == 2500
    assert len(told) == 3
    assert at("2026-11-16 09:00") == world.clock.time

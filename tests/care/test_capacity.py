"""What is said aloud of a team's attention, and to whom."""

import csv
import io

from sqlalchemy import select

from care import places
from handlers.console.importing import Wish, bring_in
from store import tables
from tests.world import at, open_world, said

ZONE = "Europe/London"


async def bring(world, tmp_path, rows):
    out = io.StringIO()
    csv.writer(out).writerows([["name", "owner", "rung", "star"], *rows])
    path = tmp_path / "customers.csv"
    path.write_text(out.getvalue())
    assert await bring_in(world.heed, world.tenancy, path, Wish(zone=ZONE, is_sure=True)) == 0
    await world.settle()


async def test_the_first_word_comes_within_ten_working_days_the_best_first(world, tmp_path, capsys):
    rows = [[f"Acme{n:02}", "ana", "customer", "yes" if n > 36 else ""] for n in range(40)]
    await bring(world, tmp_path, rows)
    assert "over 10 working days, the best customers first" in capsys.readouterr().out

    def eased(work, _):
        rows = work.connection.execute(select(tables.Customer.name, tables.Customer.eased_until))
        return dict(rows.all())

    first = await world.ask(eased)
    assert max(first.values()) <= at("2026-11-30 09:15")
    assert {first[f"Acme{n:02}"] for n in (37, 38, 39)} == {at("2026-11-17 09:15")}


async def test_whoever_has_more_customers_than_days_is_told_so_and_what_would_help(
    world, tmp_path, capsys
):
    rows = [[f"Acme{n:03}", "ana", "shopper", ""] for n in range(140)]
    await bring(world, tmp_path, rows)
    assert "over 28 working days" in capsys.readouterr().out
    full = "they need 7 a day, 5 fit: hand over 33, or stretch shoppers to 40 days"
    assert full in said(await world.type("chloe", "team"))
    assert full in said(await world.type("ana", "team"))
    assert full not in said(await world.type("ben", "team"))
    assert "⚖️" not in said(await world.type("chloe", "digest"))
    await world.turn(at("2026-12-01 10:00"))
    told = said(await world.type("chloe", "digest"))
    assert "⚖️ Ana's 140 customers need 7 a day, 5 fit: hand over 33" in told


async def test_a_late_complaint_is_told_to_the_manager_who_sits_in_the_owners_channel(database):
    async with open_world(database, managers=("chloe", "dev")) as world:
        await world.do_clock(places.left, "C-care", "U-dev")
        await world.type("ana", "new Acme customer")
        await world.type("ana", "complaint Acme it broke")
        await world.wait(days=3)
        assert len(world.posts("U-chloe", kind="complaint late")) == 1
        assert world.posts("U-dev", kind="complaint late") == []


async def test_a_play_on_which_hardly_anybody_acts_is_named_to_the_managers(world):
    for number in range(12):
        await world.type("ana", f"new Fan{number:02} raving fan")
    await world.turn(at("2026-12-28 08:00"))
    assert "Hardly anybody acts on “thank”: 0 of 12" in said(await world.type("chloe", "digest"))
    await world.turn(at("2026-12-29 08:00"))
    assert "Hardly anybody" not in said(await world.type("chloe", "digest"))

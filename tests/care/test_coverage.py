"""Who is cared for, opened from the digest: by rung, by owner, who is not counted, who began."""

from care import digests
from tests.world import at, buttons, said


async def opened(world, who, kind, scope="all"):
    told = await world.heed.ask(digests.open_line, world.caller(who), kind, scope, "2026-11-17")
    return said(told)


async def test_coverage_opens_by_rung_by_owner_and_to_whoever_stands_outside(world):
    for who, name, rung in (
        ("ana", "Acme", "shopper"),
        ("ana", "Borg", "shopper"),
        ("ben", "Cyberdyne", "member"),
        ("ben", "Dunder", "suspect"),
    ):
        await world.type_quietly(who, f"new {name} {rung}")
    await world.type("ana", "log Acme called Maria, all fine")
    await world.type("ana", "log Acme mailed us a question about the pump")
    await world.type("ben", "log Cyberdyne mailed us, they need help")
    await world.turn(at("2026-11-17 09:00"))
    digest = await world.type("chloe", "digest")
    shares = await world.press("chloe", buttons(digest)["By rung"])
    assert said(shares).splitlines() == [
        "❤️ Coverage 33 %: 1 of 3 customers reached in time, 2 wait and were never reached",
        "❤️ Shoppers 50 %: 1 of 2, 1 waits and was never reached",
        "❤️ Members 0 %: 0 of 1, 1 waits and was never reached",
        "👥 By owner",
        "⚪ Not counted, suspect: 1 customer",
        "📣 They had to begin 2 of 3 contacts in 90 days (67 %)",
    ]
    waiting = await world.press("chloe", shares.items[0].actions[0])
    assert "Borg" in said(waiting)
    assert "Acme" not in said(waiting)
    owners = await opened(world, "chloe", "owners")
    assert owners.index("Ben Okafor 0 %: 0 of 1") < owners.index("Ana Reyes 50 %: 1 of 2")
    assert "Dunder · never reached" in await opened(world, "chloe", "outside suspect")
    began = await opened(world, "chloe", "chase")
    assert "Acme · 📣 They had to begin 1 of 2 contacts in 90 days (50 %)" in began
    assert "Cyberdyne · 📣 They had to begin 1 of 1 contact in 90 days (100 %)" in began
    card = said(await world.type("ana", "customer Acme"))
    assert "📣 They had to begin 1 of 2 contacts in 90 days (50 %)" in card


async def test_a_rep_opens_ones_own(world):
    await world.type("ana", "new Acme shopper")
    await world.type("ben", "new Globex member")
    await world.type("ben", "log Globex mailed us")
    mine = await opened(world, "ana", "coverage")
    assert "Shoppers 0 %: 0 of 1" in mine
    assert "Members" not in mine
    assert "No contact in 90 days" in mine
    assert "Globex" not in await opened(world, "ana", "chase")
    assert "Ben" not in await opened(world, "ana", "owners")

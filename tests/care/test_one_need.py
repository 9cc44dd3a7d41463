"""A standing thank-you for which there is a new reason is one need: it stays, and says so."""

import pytest

from store import nudges as store_nudges
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said

PRAISE = "log Acme Maria loves the new portal"
REFERRAL = "log Acme Maria recommended us to Globex"


@pytest.fixture
async def standing(world):
    """Acme is an advocate of ours: since a quarter past nine the channel is asked to thank them."""
    await world.turn(at("2026-11-23 09:00"))
    await world.type("ana", "new Acme advocate Maria Lopez")
    world.clock.time = at("2026-12-30 18:00")  # what happens on the way is nothing to it
    await world.turn(at("2026-12-31 10:00"))
    return world


def post(world):
    """The only one: `world.post` refuses a second."""
    return world.post("Thank Maria Lopez at Acme")


def shown(world):
    return said(post(world)[1])


async def next_morning(world):
    await world.turn(at("2027-01-01 10:00"))


async def waiting(world):
    def ask(work, now):
        del now
        return store_nudges.waiting_of(work, 1)

    return await world.ask(ask)


@pytest.mark.parametrize("line", [PRAISE, REFERRAL])
async def test_it_stays_and_says_the_new_reason(standing, line):
    id_, before = post(standing)
    assert "An advocate of ours; not thanked yet." in said(before)
    receipt = said(await standing.type("ben", line))
    assert "Over" not in receipt
    assert "Next: 🎁 Thank Maria Lopez at Acme, now" in receipt
    assert post(standing)[0] == id_
    assert said(post(standing)[1]).splitlines() == [
        "🎁 Thank Maria Lopez at Acme",
        f"{'Praise' if line == PRAISE else 'Referral'} on Thu 31 Dec; not thanked yet.",
        f"“{line.removeprefix('log Acme ')}”",
        "Ana Reyes's customer · to be done by Fri 1 Jan, 10:00",
    ]
    assert "Thanked" in buttons(post(standing)[1])


async def test_it_is_not_asked_for_a_second_time(standing):
    await standing.type("ben", PRAISE)
    for _ in range(2):
        await next_morning(standing)
        assert len(standing.posts(kind="nudge")) == 1
        assert "Maria loves the new portal" in shown(standing)
    assert len(await waiting(standing)) == 1


async def test_it_goes_on_waiting_for_whoever_it_waited_for(standing):
    await standing.type("ben", PRAISE)
    assert "Thank Maria" in said(await standing.type("ana", "due"))
    assert "Thanked" in buttons(await standing.type("ana", "customer acme"))


async def test_whoever_has_taken_it_keeps_it(standing):
    await standing.press("ben", buttons(post(standing)[1])["I'll take it"])
    await standing.type("ana", PRAISE)
    await next_morning(standing)
    assert "👀 Ben Okafor has it." in shown(standing)
    assert "Maria loves the new portal" in shown(standing)
    assert "Thank Maria" in said(await standing.type("ben", "due"))


async def test_put_off_it_comes_back_when_it_was_asked_to(standing):
    await standing.press("ana", buttons(post(standing)[1])["Later"], "days")
    receipt = said(await standing.type("ben", PRAISE))
    assert "Next: 🎁 Thank Maria Lopez at Acme, Tue 5 Jan" in receipt
    await next_morning(standing)
    assert "💤 Ana Reyes put it off; back Tue 5 Jan, 09:15." in shown(standing)
    assert "Maria loves the new portal" in shown(standing)
    await standing.turn(at("2027-01-05 09:15"))
    assert ["💤" in said(each) for _, each in standing.posts(kind="nudge")] == [False]
    assert len(standing.posts(kind="back")) == 1
    assert len(await waiting(standing)) == 1


async def test_undo_gives_the_old_words_back(standing):
    before = shown(standing)
    await standing.type("ben", PRAISE)
    told = said(await standing.type("ben", "undo"))
    assert "Over" not in told
    assert shown(standing) == before
    await next_morning(standing)
    assert shown(standing) == before
    assert "Thank Maria" in said(await standing.type("ana", "due"))


async def test_a_call_alone_does_not_thank_them(standing):
    await standing.type("ben", "log Acme called Maria about the price")
    assert "Thanked" in buttons(post(standing)[1])
    await standing.type("ben", "log Acme called Maria to thank her")
    assert "✅ Ben Okafor did" in shown(standing)


async def test_undo_leaves_it_with_whoever_took_it_since(standing):
    await standing.type("ana", PRAISE)
    await standing.press("ben", buttons(post(standing)[1])["I'll take it"])
    await standing.type("ana", "undo")
    assert "👀 Ben Okafor has it." in shown(standing)
    assert "Maria loves" not in shown(standing)


async def test_thanks_end_it_once_and_the_next_one_exists(standing):
    await standing.type("ben", PRAISE)
    told = said(await standing.press("ben", buttons(post(standing)[1])["Thanked"]))
    assert "✅ Ben Okafor thanked them" in shown(standing)
    assert told.count("🎁") == 2  # what is done, and what comes next
    (following,) = await waiting(standing)
    assert (following.key, following.status) == ("thank:every:t2", "planned")


async def test_thanks_that_are_typed_end_it_too(standing):
    await standing.type("ben", PRAISE)
    told = said(await standing.type("ben", "log Acme sent Maria a card to thank her"))
    assert "Over: 🎁 Thank Maria Lopez at Acme" in told
    assert "✅ Ben Okafor did" in shown(standing)
    assert [each.status for each in await waiting(standing)] == ["planned"]


async def test_what_was_thanked_for_and_undone_waits_again_as_it_did(standing):
    await standing.type("ben", PRAISE)
    before = shown(standing)
    await standing.press("ana", buttons(post(standing)[1])["Thanked"])
    await standing.type("ana", "undo")
    assert shown(standing) == before
    assert "Thank Maria" in said(await standing.type("ana", "due"))
    await next_morning(standing)
    assert len(await waiting(standing)) == 1


async def test_what_else_they_say_is_shown_there_too(standing):
    await standing.type("ben", PRAISE)
    await standing.wait(hours=1)
    await standing.type("ben", "log Acme Maria is delighted")
    assert "Maria is delighted" in shown(standing)
    assert len(standing.posts(kind="nudge")) == 1


async def test_praise_of_last_week_makes_it_late_no_sooner_than_praise_of_today(standing):
    await standing.type("ben", "log Acme last week Maria said that she loves the portal")
    assert "late" not in shown(standing)
    assert "to be done by Fri 1 Jan, 10:00" in shown(standing)


async def test_what_is_only_planned_moves(world):
    await world.type("ana", "new Acme advocate Maria Lopez")
    told = said(await world.type("ana", PRAISE))
    assert "Over" not in told
    assert "Next: 🎁 Thank Maria Lopez at Acme, Mon 16 Nov, 09:15" in told
    assert world.posts(kind="nudge") == []
    await world.turn(at("2026-11-16 09:15"))
    assert "Maria loves the new portal" in shown(world)
    assert len(await waiting(world)) == 1


@ON_SQLITE
async def test_what_was_waved_off_stays_so(standing):
    id_, message = post(standing)
    await standing.waive("ana", message)
    await standing.wait(minutes=1)
    await standing.type("ben", PRAISE)
    assert "❌ Not needed, says Ana Reyes" in said(dict(standing.posts())[id_])
    await next_morning(standing)
    asked = standing.posts(kind="nudge")
    assert ["Maria loves the new portal" in said(each) for _, each in asked] == [False, True]


@ON_SQLITE
async def test_who_is_no_fan_any_more_has_it_called_off(standing):
    await standing.type("ana", "edit Acme rung customer")
    assert "⚪ No longer needed." in shown(standing)

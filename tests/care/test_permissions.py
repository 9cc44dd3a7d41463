"""Each door asks who it is: a word to the owner, or who may do it instead."""

import pytest

from care import reactions, replies, settings
from care.feature import Reply
from domain.commands import ManagersOnly
from domain.errors import NotAllowed
from domain.permission_errors import NotForAll, OthersCustomer, TheirsOnly
from handlers.routing import Routes
from tests.world import at, buttons, said


@pytest.fixture
async def asked(world):
    """Ana's reminder of Acme stands in the channel."""
    await world.type("ana", "new Acme suspect")
    await world.type("dev", "log Acme asked about prices")
    return world


def words(world, who="ana"):
    return [said(message) for _, message in world.posts(f"U-{who}", "taken over")]


@pytest.mark.both_databases
async def test_whoever_takes_a_colleagues_reminder_does_and_the_owner_gets_a_word(asked):
    _, post = asked.post("Answer Acme")
    told = await asked.press("ben", buttons(post)["I'll take it"])
    (word,) = words(asked)
    assert word.startswith("👀 Ben Okafor took Acme's reminder.\n📩 Answer Acme")
    await asked.press("ben", buttons(told)["Undo"])
    assert words(asked)[0].startswith("↩️ Acme's reminder is yours again.")
    await asked.press("ben", buttons(asked.post("Answer Acme")[1])["Answered"])
    (word,) = words(asked)
    assert word.startswith("✅ Ben Okafor did Acme's reminder.")
    assert words(asked, "ben") == []


async def test_a_reaction_and_a_reply_are_doors_too(asked):
    message_id, _ = asked.post("Answer Acme")
    await asked.do("ben", reactions.came, "C-care", message_id, "take", "1")
    assert words(asked)[0].startswith("👀 Ben Okafor took")
    answer = Reply("C-care", message_id, "r1", "emailed them the price list")
    await asked.do("dev", replies.heard, answer)
    assert words(asked)[0].startswith("✅ Dev Patel did")


async def test_a_manager_who_acts_for_a_rep_tells_them_so_too_and_nobody_tells_themselves(asked):
    _, post = asked.post("Answer Acme")
    await asked.press("ana", buttons(post)["I'll take it"])
    assert words(asked) == []
    await asked.waive("chloe", asked.post("Answer Acme")[1])
    assert words(asked) == [
        "❌ Chloe Martin says that Acme's reminder isn't needed.\n"
        + words(asked)[0].split("\n", 1)[1]
    ]


async def test_what_asks_everybody_may_be_taken_without_a_word_and_its_owner_hears_who_answered(
    asked,
):
    await asked.turn(at("2026-11-16 14:30"))
    message_id, post = asked.post("Answer Acme")
    await asked.press("ben", buttons(post)["I'll take it"])
    assert words(asked) == []
    await asked.do("ben", reactions.came, "C-care", message_id, "done", "1")
    (word,) = words(asked)
    assert word.startswith("✅ Ben Okafor did Acme's reminder.")


async def test_what_is_logged_for_a_colleagues_customer_takes_nothing_over(asked):
    await asked.type("ben", "log Acme called Maria, all good")
    assert words(asked) == []


REFUSED = [
    ("due chloe", TheirsOnly, "Only Chloe can see this"),
    ("due ana", TheirsOnly, "Only Chloe, Ana's manager, or Ana can see this"),
    ("due team", ManagersOnly, "shown to managers"),
    ("complaints ana", TheirsOnly, "Only Chloe, Ana's manager, or Ana"),
    ("complaints team", ManagersOnly, "shown to managers"),
    ("digest team", ManagersOnly, "shown to managers"),
    ("digest ana", TheirsOnly, "Only Chloe, Ana's manager, or Ana"),
    ("ladder team", ManagersOnly, "shown to managers"),
    ("list ana quiet", TheirsOnly, "Only Chloe, Ana's manager, or Ana"),
    ("team @ana budget 3", TheirsOnly, "Only Chloe, Ana's manager, or Ana can change this"),
    ("team @ana manager @ben", NotForAll, "Only Chloe can do that"),
    ("link ana@example.com", NotForAll, "Only Chloe can do that"),
    ("delete Acme", OthersCustomer, "Only Chloe or Ana may do that with Acme"),
]


@pytest.mark.parametrize(("typed", "error", "why"), REFUSED)
async def test_who_may_not_is_told_who_may(asked, typed, error, why):
    with pytest.raises(error, match=why):
        await asked.type("ben", typed)


async def test_the_companys_own_audit_and_its_settings_are_for_managers(asked):
    shown = await asked.type("chloe", "moments")
    assert "Edit" not in buttons(await asked.type("ben", "moments"))
    with pytest.raises(NotForAll, match="Only Chloe"):
        await asked.press("ben", buttons(shown)["Edit"])
    form = await asked.press("chloe", buttons(shown)["Edit"])
    with pytest.raises(NotForAll, match="Only Chloe"):
        await asked.fill("ben", form, gap="a clear word on prices")
    with pytest.raises(NotForAll, match="Only Chloe"):
        await asked.do("ben", settings.put, "digest.at", "08:30")


def every_door(registry):
    yield from (f"{usage.example}" for usage in registry.usages.values())


async def test_a_guest_comes_through_no_door(asked):
    routes = Routes(asked.heed.registry)
    for typed in every_door(asked.heed.registry):
        if typed.split()[0] != "help":
            with pytest.raises(NotAllowed):
                await routes.typed(typed).put(asked.heed, asked.caller("gil"))
    for action_id, press in asked.heed.registry.presses.items():
        with pytest.raises(NotAllowed):
            await asked.heed.do(press.act, asked.caller("gil"), 1)
        assert action_id
    for form in asked.heed.registry.submits.values():
        with pytest.raises(NotAllowed):
            await asked.heed.do(form, asked.caller("gil"), 1)

"""Reminders of a play, or of a step of one, that this version of the program does not have."""

import pytest
from sqlalchemy import update

from care import reactions
from domain.nudges import Status
from domain.reactions import Meaning
from features.complaints import views as complaints
from handlers.slack import blocks
from handlers.teams import cards
from store import tables
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, said

PLAIN = "A reminder of another version, about Acme"
FOREIGN = (
    {"play": "no_such_play", "about": {}},
    {"play": "fix", "about": {"step": "no such step"}},
    {"play": "follow up", "about": {"step": "no such step"}},
)
FOREIGN = pytest.mark.parametrize("foreign", FOREIGN, ids=lambda each: each["play"])


@pytest.fixture
async def asked(world):
    """Acme has asked about prices, and the channel has been asked to answer."""
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    return world


async def leave(world, foreign):
    """Every reminder is one that another version has left in the database."""

    def write(work, now):
        del now
        key = tables.Nudge.key + "-of-another-version"
        work.connection.execute(update(tables.Nudge.__table__).values(key=key, **foreign))
        raised = {"wanted": tables.Post.wanted + 1, "ready_at": 0.0}
        work.connection.execute(update(tables.Post.__table__).values(raised))

    await world.do_clock(write)


async def statuses(world):
    def read(work, now):
        del now
        rows = work.connection.execute(tables.Nudge.__table__.select()).mappings()
        return {row["status"] for row in rows if row["key"].endswith("-of-another-version")}

    return await world.ask(read)


def read(message):
    """Its words, once both platforms have shown it."""
    assert blocks.render(message)
    assert cards.render(message)
    return said(message)


def label(world, name):
    return buttons(world.posts(kind="nudge")[0][1])[name]


async def bring_to(world, status):
    match status:
        case Status.TAKEN:
            await world.press("ana", label(world, "I'll take it"))
        case Status.SNOOZED:
            await world.press("ana", label(world, "Later"), "tomorrow")
        case Status.DONE:
            await world.press("ana", label(world, "Answered"))
        case Status.NOT_NEEDED:
            await world.waive("ana", world.posts(kind="nudge")[0][1])
        case Status.DROPPED:
            await world.type("ben", "undo")
        case Status.GIVEN_UP:
            await world.wait(days=30)


@ON_SQLITE
@FOREIGN
@pytest.mark.parametrize("status", Status)
async def test_every_screen_shows_them_plainly(asked, foreign, status):
    await bring_to(asked, status)
    await leave(asked, foreign)
    assert PLAIN in read(asked.posts(kind="nudge")[0][1])
    for line in ("customer acme", "due", "home", "digest"):
        read(await asked.type("ana", line))
    digest = await asked.type("chloe", "digest")
    for fact in digest.items:
        for action in fact.actions:
            read(await asked.press("chloe", action))


@ON_SQLITE
@FOREIGN
async def test_what_waits_says_whom_it_is_about_and_what_can_be_done(asked, foreign):
    await leave(asked, foreign)
    for line in ("customer acme", "due", "home"):
        assert PLAIN in read(await asked.type("ana", line))
    assert {"Later", "Not needed"} <= set(buttons(await asked.type("ana", "due")))


@ON_SQLITE
@FOREIGN
@pytest.mark.parametrize(
    ("meaning", "words"),
    [
        (Meaning.TAKE, "⚪ No longer needed."),
        (Meaning.LATER, "⚪ No longer needed."),
        (Meaning.WAIVE, "❌ Not needed, says Ben Okafor."),
        (Meaning.DONE, "✅ Ben Okafor saw to it"),
    ],
)
async def test_a_reaction_ends_one_and_can_be_taken_away(asked, foreign, meaning, words):
    await leave(asked, foreign)
    id_, _ = asked.posts(kind="nudge")[0]
    told = await asked.do("ben", reactions.came, PLACE, id_, meaning, "1")
    assert PLAIN in read(told)
    assert words in read(dict(asked.posts())[id_])
    await asked.do("ben", reactions.went, PLACE, id_, meaning, "2")
    assert "⚪ No longer needed." in read(dict(asked.posts())[id_])


@ON_SQLITE
async def test_whoever_puts_one_off_is_told_that_nothing_comes_back(asked):
    await leave(asked, {"play": "no_such_play", "about": {}})
    told = await asked.press("ana", label(asked, "Later"), "tomorrow")
    assert said(told).startswith(f"⚪ No longer needed: 📎 {PLAIN}")


@ON_SQLITE
async def test_one_that_is_not_needed_gives_its_reason_as_any_other(asked):
    await leave(asked, {"play": "no_such_play", "about": {}})
    told = await asked.waive("ana", asked.posts(kind="nudge")[0][1])
    assert said(told).startswith(f"❌ Not needed: 📎 {PLAIN}")
    assert PLAIN not in said(await asked.type("ana", "customer acme"))


@pytest.mark.parametrize("status", [Status.SENT, Status.TAKEN, Status.SNOOZED])
async def test_the_next_planning_puts_what_this_version_calls_for_in_their_place(asked, status):
    await bring_to(asked, status)
    await leave(asked, {"play": "no_such_play", "about": {}})
    await asked.type("ana", "log Acme has a new logo")
    assert await statuses(asked) == {Status.DROPPED}
    card = read(await asked.type("ana", "customer acme"))
    assert PLAIN not in card
    assert "Next: 📩 Answer Acme" in card


async def test_one_that_nobody_has_seen_goes_when_it_is_due(world):
    await world.type("ana", "new Acme advocate")
    await leave(world, {"play": "no_such_play", "about": {}})
    assert PLAIN in read(await world.type("ana", "customer acme"))
    await world.leap(at("2027-02-28 12:00"))
    await world.turn(at("2027-03-01 12:00"))
    assert await statuses(world) == set()


@ON_SQLITE
async def test_an_unknown_step_is_told_to_managers_when_it_is_late(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await leave(world, {"play": "fix", "about": {"step": "no such step"}})
    assert PLAIN in read(await world.type("ana", "customer acme"))
    world.clock.time = at("2026-11-18 12:00")
    assert PLAIN in read(await world.ask(complaints.say_late, 1))

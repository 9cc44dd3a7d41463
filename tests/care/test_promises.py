"""What was promised is asked about in time, once, where it stands; ours and theirs."""

import pytest

from care import digests, reactions, replies
from care.feature import Reply
from domain.errors import BuiltUpon
from domain.reactions import Meaning, signed
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, said


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    return world


THURSDAY = "Thu 19 Nov, 15:00"


def promised(world):
    return [(id_, text) for id_, text in world.posts(kind="nudge") if "We promised" in said(text)]


async def test_a_promise_of_a_line_is_one_click_and_asked_for_two_hours_before(acme):
    receipt = await acme.type("ana", "log Acme called Maria, will call her again Thursday 3pm")
    told = await acme.press("ana", buttons(receipt)["Remind me Thu 3 pm"])
    assert f"🤝 Noted: Acme, {THURSDAY}" in said(told)
    await acme.turn(at("2026-11-19 12:59"))
    assert promised(acme) == []
    await acme.turn(at("2026-11-19 13:00"))
    ((id_, post),) = promised(acme)
    assert f"🤝 We promised Acme a call, {THURSDAY}" in said(post)
    assert "“will call her again Thursday 3pm”" in said(post)
    assert f"to be done by {THURSDAY}" in said(post)
    await acme.turn(at("2026-11-19 15:01"))
    ((same, post),) = promised(acme)
    assert same == id_
    assert f"late since {THURSDAY}" in said(post)


@pytest.mark.parametrize("name", ["promise", "remind"])
async def test_the_command_notes_it_directly_and_undo_takes_it_back(acme, name):
    told = await acme.type("ana", f"{name} Acme Thursday 3pm call Maria")
    assert f"🤝 Noted: Acme, {THURSDAY}\n“call Maria”" in said(told)
    assert "The promise you noted" in said(await acme.press("ana", buttons(told)["Undo"]))
    await acme.turn(at("2026-11-20 09:00"))
    assert promised(acme) == []


@ON_SQLITE
@pytest.mark.parametrize("words", ["call Maria", "yesterday 3pm call Maria", "8am call Maria"])
async def test_without_a_moment_to_come_it_is_asked_back_and_the_words_are_kept(acme, words):
    told = await acme.type("ana", f"promise Acme {words}")
    assert "When is that to be, for Acme?" in said(told)
    form = await acme.press("ana", buttons(told)["Say when"])
    told = await acme.fill("ana", form, when="2026-11-19T15:00")
    assert "🤝 Noted: Acme" in said(told)
    assert "call Maria" in said(told)


async def test_done_keeps_it_and_logs_the_contact(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:00"))
    ((_, post),) = promised(acme)
    told = await acme.press("ana", buttons(post)["Done"])
    assert "✅ Done" in said(told)
    card = said(await acme.type("ana", "customer Acme"))
    assert "call Maria" in card
    assert "promised for" not in card
    await acme.press("ana", buttons(told)["Undo"])
    assert "promised for" in said(await acme.type("ana", "customer Acme"))


async def test_the_call_that_was_promised_ends_it_however_it_is_logged_and_its_undo_opens_it(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:30"))
    await acme.type("ana", "log Acme emailed Maria the agenda")
    assert "promised for" in said(await acme.type("ana", "customer Acme"))
    await acme.type("ana", "log Acme called Maria, all fine")
    ((_, post),) = promised(acme)
    assert "Ana Reyes did" in said(post)
    assert "promised for" not in said(await acme.type("ana", "customer Acme"))
    await acme.type("ana", "undo")
    ((_, post),) = promised(acme)
    assert f"to be done by {THURSDAY}" in said(post)


@ON_SQLITE
async def test_a_call_before_its_day_keeps_nothing(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-17 10:00"))
    await acme.type("ana", "log Acme called Maria about the invoice")
    assert "promised for" in said(await acme.type("ana", "customer Acme"))


async def test_later_moves_the_asking_and_never_the_promise(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:00"))
    ((_, post),) = promised(acme)
    await acme.press("ana", buttons(post)["Later"], "hour")
    ((_, post),) = promised(acme)
    assert THURSDAY in said(post)
    await acme.turn(at("2026-11-19 14:00"))
    ((_, post),) = promised(acme)
    assert f"to be done by {THURSDAY}" in said(post)


async def test_not_needed_lets_it_go_and_undo_brings_it_back(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:00"))
    ((_, post),) = promised(acme)
    told = await acme.waive("ana", post)
    assert "promised for" not in said(await acme.type("ana", "customer Acme"))
    await acme.press("ana", buttons(told)["Undo"])
    assert "promised for" in said(await acme.type("ana", "customer Acme"))


async def test_what_is_theirs_is_asked_about_on_the_working_day_after(acme):
    receipt = await acme.type("ana", "log Acme called Maria, contract by Friday")
    await acme.press("ana", buttons(receipt)["Remind me Fri"])
    await acme.turn(at("2026-11-20 23:59"))
    assert acme.reminders() == []
    await acme.turn(at("2026-11-23 09:15"))
    _, post = acme.post("🤝 Has Acme kept their word? It was due on Fri 20 Nov")
    await acme.press("ana", buttons(post)["They have"])
    assert "They have" not in buttons(acme.post("Has Acme kept their word")[1])


@ON_SQLITE
async def test_an_hour_is_the_customers(acme):
    await acme.type("chloe", "edit Acme zone America/New_York")
    told = await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    assert "Thu 19 Nov, 20:00" in said(told)
    assert "On their clock: Thu 19 Nov, 15:00" in said(told)


async def test_undoing_the_line_undoes_the_promise_that_was_found_in_it(acme):
    receipt = await acme.type("ana", "log Acme will call Maria Thursday 3pm")
    await acme.press("ana", buttons(receipt)["Remind me Thu 3 pm"])
    await acme.press("ana", buttons(receipt)["Undo"])
    assert "promised" not in said(await acme.type("ana", "customer Acme"))


@ON_SQLITE
async def test_somebody_elses_promise_forbids_it(acme):
    receipt = await acme.type("ana", "log Acme will call Maria Thursday 3pm")
    await acme.press("ben", buttons(receipt)["Remind me Thu 3 pm"])
    with pytest.raises(BuiltUpon):
        await acme.press("ana", buttons(receipt)["Undo"])


async def test_a_reaction_keeps_it_and_its_post_follows_a_new_name(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:00"))
    await acme.type("ana", "edit Acme name Acme Ltd")
    ((id_, post),) = promised(acme)
    assert "We promised Acme Ltd" in said(post)
    await acme.do("ana", reactions.came, PLACE, id_, signed(Meaning.DONE, "✅"), "1")
    ((_, post),) = promised(acme)
    assert "kept it" in said(post)


@ON_SQLITE
async def test_several_are_several_and_the_digest_tells_and_opens_them(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.type("ana", "promise Acme Thursday 4pm send the quote")
    await acme.turn(at("2026-11-19 14:00"))
    assert len(promised(acme)) == 2
    digest = said(await acme.type("chloe", "digest"))
    assert "🤝 Acme: promised for Thu 19 Nov, 16:00: “call Maria”" in digest  # in Paris
    asked = acme.caller("chloe"), "promises", "all", "2026-11-19"
    assert "send the quote" in said(await acme.heed.ask(digests.open_line, *asked))
    assert "We promised Acme a call" in said(await acme.type("ana", "due"))


@ON_SQLITE
async def test_the_same_twice_is_one(acme):
    receipt = await acme.type("ana", "log Acme will call Maria Thursday 3pm")
    await acme.press("ana", buttons(receipt)["Remind me Thu 3 pm"])
    with pytest.raises(Exception, match="noted already"):
        await acme.press("ana", buttons(receipt)["Remind me Thu 3 pm"])


async def test_a_contact_that_kept_it_is_remembered_and_its_undo_opens_it_still(acme):
    """After its moment, too."""
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 14:30"))
    receipt = await acme.type("ana", "log Acme called Maria, all fine")
    await acme.turn(at("2026-11-19 15:30"))
    ((_, post),) = promised(acme)
    assert "Ana Reyes did" in said(post)
    await acme.press("ana", buttons(receipt)["Undo"])
    ((_, post),) = promised(acme)
    assert f"late since {THURSDAY}" in said(post)


@ON_SQLITE
async def test_of_two_that_one_call_may_have_kept_the_first_is_over(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.type("ana", "promise Acme Thursday 4pm call Bob")
    await acme.turn(at("2026-11-19 14:30"))
    await acme.type("ana", "log called Acme, all fine")
    assert ["to be done" in said(post) for _, post in promised(acme)] == [False, True]


@ON_SQLITE
async def test_a_follow_up_waits_as_long_as_a_promise_stands_for_it(world):
    await world.type("ana", "new Globex prospect Maria Lopez")
    await world.type("ana", "log Globex called Maria, no answer")
    await world.type("ana", "promise Globex Tuesday 3pm send the quote")
    await world.turn(at("2026-11-17 16:00"))
    ((_, post),) = promised(world)
    assert not [each for each in world.reminders() if "Try Maria" in each]
    await world.waive("ana", post)
    await world.turn(at("2026-11-18 09:15"))
    assert world.post("Try Maria Lopez at Globex again")


@ON_SQLITE
async def test_a_customer_who_is_deleted_is_asked_about_nothing_until_the_undo(acme):
    await acme.type("chloe", "promise Acme Thursday 3pm call Maria")
    asked = await acme.type("chloe", "delete Acme")
    told = await acme.press("chloe", buttons(asked)["Delete Acme"])
    await acme.turn(at("2026-11-19 14:00"))
    assert promised(acme) == []
    await acme.press("chloe", buttons(told)["Undo"])
    assert len(promised(acme)) == 1


@ON_SQLITE
async def test_a_reply_in_its_thread_does_what_the_button_does(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 13:00"))
    ((id_, _),) = promised(acme)
    await acme.do("ana", replies.heard, Reply(PLACE, id_, "r1", "done"))
    ((_, post),) = promised(acme)
    assert "kept it" in said(post)


@ON_SQLITE
async def test_it_goes_along_where_two_customers_become_one(acme):
    await acme.type("chloe", "new Globex customer")
    await acme.type("chloe", "promise Acme Thursday 3pm call Maria")
    asked = await acme.type("chloe", "merge Acme into Globex")
    told = await acme.press("chloe", buttons(asked)["Merge into Globex"])
    await acme.turn(at("2026-11-19 13:00"))
    ((_, post),) = promised(acme)
    assert "We promised Globex a call" in said(post)
    await acme.press("chloe", buttons(told)["Undo"])
    assert "promised for" in said(await acme.type("chloe", "customer Acme"))

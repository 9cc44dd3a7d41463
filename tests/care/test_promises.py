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
    told = await acme.press("ana", buttons(post)["Kept"])
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
async def test_who_keeps_it_by_a_reply_to_another_reminder_is_told_so(acme):
    await acme.type("ana", "promise Acme Tuesday 3pm call Maria")
    await acme.type("ben", "log Acme Maria mailed, asks for a quote")
    await acme.turn(at("2026-11-17 09:05"))
    id_, _ = acme.post("Answer Maria Lopez at Acme")
    reply = Reply(PLACE, id_, "r1", "called her, all good")
    told = said((await acme.do("ana", replies.heard, reply)).message)
    assert "Over: 📩 Answer Maria Lopez at Acme" in told
    assert "Over: 🤝 We promised Acme a call, Tue 17 Nov, 15:00" in told


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
    form = await acme.press("ana", buttons(post)["Could not"])
    told = await acme.fill("ana", form)
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


async def moved(world, post, when):
    form = await world.press("ana", buttons(post)["Move"])
    return await world.fill("ana", form, when=when)


async def test_moved_before_its_moment_it_is_asked_for_anew_at_the_new_one(acme):
    """Over the night in which New York's clocks go forward and London's do not."""
    await acme.type("chloe", "edit Acme zone America/New_York")
    await acme.turn(at("2027-03-11 09:00"))
    await acme.type("ana", "promise Acme Friday 10am call Maria")
    await acme.turn(at("2027-03-12 13:01"))
    ((first, post),) = promised(acme)
    told = await moved(acme, post, "2027-03-15T14:00")
    assert "On their clock: Mon 15 Mar, 10:00\nMoved in time." in said(told)
    assert "moved to Mon 15 Mar, 10:00 on their clock" in said(acme.courier.shown[first].message)
    await acme.turn(at("2027-03-15 12:00"))
    (_, (again, post)) = promised(acme)
    assert again != first
    assert "to be done by Mon 15 Mar, 14:00" in said(post)
    await acme.press("ana", buttons(post)["Kept"])
    counted = await acme.type("ana", "promises")
    assert "Ana Reyes: 1 moved in time" in said(counted)
    rows = await acme.press("ana", buttons(counted)["1 moved in time"])
    assert "“call Maria”" in said(rows)


async def test_moved_once_it_is_over_it_is_late_and_undo_moves_it_back(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-19 15:30"))
    ((_, post),) = promised(acme)
    told = await moved(acme, post, "2026-11-20T15:00")
    assert "Its moment had passed: it is late." in said(told)
    assert "Ana Reyes: 1 late" in said(await acme.type("ana", "promises"))
    await acme.press("ana", buttons(told)["Undo"])
    ((_, post),) = promised(acme)
    assert f"late since {THURSDAY}" in said(post)


async def test_what_could_not_be_kept_says_why_and_a_day_early_is_said(acme):
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.type("ben", "promise Acme Friday 3pm send Maria the offer")
    brief = await acme.type("ana", "brief Acme")
    first, second = (item.actions[0] for item in brief.items[:2])
    form = await acme.press("ana", buttons(await acme.press("ana", first))["Could not"])
    assert "Not kept" in said(await acme.fill("ana", form, why="she is ill"))
    assert "Not kept: “she is ill”" in said(await acme.press("ana", first))
    kept = await acme.press("ben", buttons(await acme.press("ben", second))["Kept"])
    assert "🎯 4 days earlier than promised." in said(kept)
    team = said(await acme.type("chloe", "promises"))
    assert "The team: 1 kept, 1 not kept · 1 a day early or more" in team
    assert "Ana Reyes: 1 not kept" in team


@ON_SQLITE
async def test_a_safer_time_is_offered_where_ones_own_took_longer(acme):
    """Five calls that took a day each, and another one that is promised within the hour."""
    for day in range(16, 21):
        await acme.turn(at(f"2026-11-{day} 09:30"))
        await acme.type("ben", "promise Acme tomorrow 9am call Maria")
        await acme.turn(at(f"2026-11-{day} 17:00"))
        await acme.press("ben", buttons(promised(acme)[-1][1])["Kept"]) if promised(acme) else None
        brief = await acme.type("ben", "brief Acme")
        opened = await acme.press("ben", brief.items[0].actions[0])
        if "Kept" in buttons(opened):
            await acme.press("ben", buttons(opened)["Kept"])
    await acme.turn(at("2026-11-23 10:00"))
    asked = await acme.type("ben", "promise Acme 11am call Maria")
    assert "🤔 Of your last 5 calls promised, 5 took longer than that" in said(asked)
    assert "promised for" not in said(await acme.type("ben", "customer Acme"))
    safer, said_so = list(buttons(asked).values())
    assert safer.label == "Promise Mon 12:30 pm"
    assert said_so.label == "Keep Mon 11 am"
    assert "🤝 Noted: Acme" in said(await acme.press("ben", safer))
    assert "“call Maria”" in said(await acme.type("ben", "customer Acme"))

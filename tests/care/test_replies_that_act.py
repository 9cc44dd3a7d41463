"""Replies in a reminder's or a complaint's thread do what its buttons do, and say so."""

import pytest

from care import reactions, replies
from care.feature import Reply
from domain.reactions import Meaning
from tests.care.test_reactions_and_replies import post, react, shown
from tests.world import PLACE, at, buttons, said

NUMBERS = iter(range(10**6))


async def say(world, who, words, head=None, message=None):
    head = head or post(world)[0]
    message = message or f"r{next(NUMBERS)}"
    heard = await world.do(who, replies.heard, Reply(PLACE, head, message, words, "0"))
    return heard.message


async def edit(world, who, words, message, version, head=None):
    head = head or post(world)[0]
    await world.do(who, replies.edited, Reply(PLACE, head, message, words, version))


async def contacts(world):
    lines = said(await world.type("ana", "customer acme")).splitlines()
    return [line for line in lines if "logged by" in line]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("done", "✅ Ben Okafor thanked them"),
        ("Done. She was in good form.", "✅ Ben Okafor thanked them"),
        ("rang her to say thank you", "✅ Ben Okafor did"),
        ("on it", "👀 Ben Okafor has it."),
        ("I'll thank her", "👀 Ben Okafor has it."),
        ("tomorrow", "💤 Ben Okafor put it off; back Tue 17 Nov, 14:15."),
        ("Thursday at 3", "💤 Ben Okafor put it off; back Thu 19 Nov, 20:00."),
        ("I'll do it next week", "💤 Ben Okafor put it off; back Mon 23 Nov, 14:15."),
        ("she left, not needed", "❌ Not needed, says Ben Okafor: “she left, not needed”"),
    ],
)
async def test_a_reply_does_what_the_button_does_and_is_taken_back_in_one_click(
    asked, words, shows
):
    before = shown(asked)
    answer = await say(asked, "ben", words)
    assert shows in shown(asked)
    await asked.press("ben", buttons(answer)["Undo"])
    assert shown(asked) == before


async def test_a_contact_that_does_not_end_the_reminder_says_why(asked):
    answer = await say(asked, "ben", "called her, all good")
    assert "It asks for thanks, and I read a call." in said(answer)
    answer = await say(asked, "ben", "no answer again, voicemail")
    assert "They have not heard from us yet." in said(answer)
    assert "Thanked" in buttons(post(asked)[1])


async def test_a_day_that_is_not_understood_is_asked_for(asked):
    answer = await say(asked, "ben", "not now, later")
    assert "Until when?" in said(answer)
    await asked.press("ben", buttons(answer)["Later"], "tomorrow")
    assert "💤 Ben Okafor" in shown(asked)


async def test_whoever_comes_second_is_told_who_was_first(asked):
    await say(asked, "ben", "on it")
    assert "Ben Okafor has it already." in said(await say(asked, "ana", "mine"))


@pytest.mark.parametrize("order", ["click first", "reply first"])
async def test_a_click_and_a_reply_about_the_same_contact_are_one_contact(asked, order):
    words = "called her, she was touched"
    if order == "click first":
        await react(asked, "ben", Meaning.DONE)
        await say(asked, "ben", words)
    else:
        await say(asked, "ben", words)
        await react(asked, "ben", Meaning.DONE)
    assert [words in line for line in await contacts(asked) if "Ben" in line] == [True]
    assert "✅ Ben Okafor" in shown(asked)


async def test_what_is_said_of_a_click_goes_without_it_and_can_be_put_right(asked):
    await react(asked, "ben", Meaning.DONE)
    await say(asked, "ben", "called her, she was touched", message="r")
    await edit(asked, "ben", "emailed her", "r", "1")
    assert ["emailed her" in line for line in await contacts(asked) if "Ben" in line] == [True]
    await edit(asked, "ben", "lovely", "r", "2")
    assert [line for line in await contacts(asked) if "Ben" in line and "“" in line] == []
    assert "✅ Ben Okafor" in shown(asked)


async def test_what_is_said_of_a_click_is_unmarked_when_it_is_taken_back(asked):
    await react(asked, "ben", Meaning.DONE)
    answer = await say(asked, "ben", "called her, she was touched", message="r")
    await asked.press("ben", buttons(answer)["Undo"])
    assert await asked.do("ben", replies.just_taken_back) == [(PLACE, "r")]
    assert "✅ Ben Okafor" in shown(asked)


async def test_another_days_contact_is_another_one(asked):
    await react(asked, "ben", Meaning.DONE)
    await asked.wait(days=1)
    await say(asked, "ben", "called her again, all fine")
    assert len([line for line in await contacts(asked) if "Ben" in line]) == 2


async def test_an_edited_reply_changes_what_it_did_once(asked):
    before = shown(asked)
    await say(asked, "ben", "on it", message="r")
    await edit(asked, "ben", "tomorrow", "r", "1")
    await edit(asked, "ben", "tomorrow", "r", "1")
    assert "💤 Ben Okafor put it off" in shown(asked)
    assert "👀" not in shown(asked)
    await edit(asked, "ben", "not needed, she moved on", "r", "2")
    assert "❌ Not needed" in shown(asked)
    await edit(asked, "ben", "thanks all", "r", "3")
    assert shown(asked) == before


async def test_what_was_done_after_a_reply_stays_when_that_is_edited(asked):
    await say(asked, "ben", "on it", message="r")
    await react(asked, "ben", Meaning.DONE)
    await edit(asked, "ben", "lol", "r", "1")
    assert "✅ Ben Okafor" in shown(asked)


async def test_a_deleted_reply_takes_along_what_it_did(asked):
    before = shown(asked)
    await say(asked, "ben", "mine", message="r")
    await asked.do("ben", replies.deleted, Reply(PLACE, "", "r", "", "~"))
    assert shown(asked) == before


# -- under an enquiry


@pytest.fixture
async def enquiry(world):
    await world.type("ana", "new Acme suspect Priya Shah")
    await world.type("ben", "log Acme Priya asked for a quote")
    return world.post("Answer Priya Shah")[0]


@pytest.mark.parametrize("answer", ["sent her the quote", "called her, sent it over", "answered"])
async def test_an_answer_in_its_thread_ends_an_enquiry_and_is_let_rest(world, enquiry, answer):
    await say(world, "ben", answer, enquiry)
    assert "✅ Ben Okafor" in said(dict(world.posts())[enquiry])
    await world.turn(at("2026-11-17 12:00"))
    assert not [text for text in world.reminders() if "Try Priya" in text]


async def test_a_christmas_card_ends_no_enquiry_and_says_so(world, enquiry):
    told = await say(world, "ben", "sent her a Christmas card", enquiry)
    assert "Still asked for: 📩 Answer Priya Shah at Acme. It asks for a word" in said(told)
    assert "Answered" in buttons(dict(world.posts())[enquiry])


# -- in a complaint's thread


@pytest.fixture
async def broken(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "complaint Acme the parcel came broken")
    return world


def complaint(world):
    return world.post("Complaint: Acme")


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("let her know", "Acknowledged by Ben Okafor"),
        ("told Owen the parcel leaves today", "Acknowledged by Ben Okafor"),
        ("all sorted, she is happy again", "Resolved by Ben Okafor"),
        ("replacement arrived and he's happy", "Resolved by Ben Okafor"),
    ],
)
async def test_a_reply_brings_the_complaint_forward_and_is_taken_back(broken, words, shows):
    before = said(complaint(broken)[1])
    answer = await say(broken, "ben", words, complaint(broken)[0])
    assert shows in said(complaint(broken)[1])
    assert any(words in line for line in await contacts(broken))
    await broken.press("ben", buttons(answer)["Undo"])
    assert said(complaint(broken)[1]) == before


async def test_where_it_is_not_sure_it_asks_and_keeps_the_words(broken):
    answer = await say(broken, "ben", "replacement delivered", complaint(broken)[0])
    assert "Resolved?" in said(answer)
    assert "Resolved by" not in said(complaint(broken)[1])
    await broken.press("ben", buttons(answer)["Resolved"])
    assert "Resolved by Ben Okafor" in said(complaint(broken)[1])
    assert any("replacement delivered" in line for line in await contacts(broken))


async def test_how_it_moves_is_noted_and_tells_the_customer_nothing(broken):
    answer = await say(broken, "ben", "new part is on order, here Weds", complaint(broken)[0])
    assert "Do they know that, too?" in said(answer)
    assert "Acknowledged by" not in said(complaint(broken)[1])
    await broken.press("ben", buttons(answer)["They know"])
    assert "Acknowledged by Ben Okafor" in said(complaint(broken)[1])


async def test_an_attempt_does_not_acknowledge_it(broken):
    answer = await say(broken, "ben", "tried ringing her, no answer", complaint(broken)[0])
    assert "They have not heard from us yet" in said(answer)
    assert "Acknowledged by" not in said(complaint(broken)[1])


async def test_talk_there_is_left_alone(broken):
    for words in ("is it fixed?", "not again...", "Ben can you ring her", "fix this please"):
        assert await say(broken, "ana", words, complaint(broken)[0]) is None


async def test_who_takes_it_there_takes_the_step_that_waits(broken):
    await broken.turn(at("2026-11-16 09:30"))
    answer = await say(broken, "ben", "on it", complaint(broken)[0])
    assert "It's yours" in said(answer)


async def test_a_tick_on_a_complaint_and_a_reply_are_one_contact(broken):
    await broken.do("ben", reactions.came, PLACE, complaint(broken)[0], Meaning.DONE, "1")
    words = "all sorted, she is happy again"
    await say(broken, "ben", words, complaint(broken)[0])
    ours = [line for line in await contacts(broken) if "Ben" in line]
    assert [words in line for line in ours] == [True]

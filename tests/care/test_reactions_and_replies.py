"""Emoji do what buttons do; replies that tell of a contact are logged, talk is left alone."""

import pytest

from care import reactions, replies
from care.feature import Reply
from domain.errors import NotAllowed, Over
from domain.reactions import Meaning
from store import tables
from tests.databases import ON_SQLITE
from tests.world import PLACE, buttons, said


def post(world):
    return world.post("Thank Maria Lopez at Acme")


async def react(world, who, meaning, ordinal="1"):
    id_, _ = post(world)
    return await world.do(who, reactions.came, "C-care", id_, meaning, ordinal)


async def unreact(world, who, meaning, ordinal="2"):
    id_, _ = post(world)
    return await world.do(who, reactions.went, "C-care", id_, meaning, ordinal)


def shown(world):
    return said(post(world)[1])


@pytest.mark.parametrize(
    ("meaning", "words"),
    [
        (Meaning.TAKE, "👀 Ben Okafor has it."),
        (Meaning.DONE, "✅ Ben Okafor thanked them"),
        (Meaning.LATER, "💤 Ben Okafor put it off; back Tue 17 Nov, 14:15."),  # his morning
        (Meaning.WAIVE, "❌ Not needed, says Ben Okafor."),
    ],
)
async def test_a_reaction_does_what_the_button_does_and_is_taken_back_with_it(
    asked, meaning, words
):
    before = shown(asked)
    await react(asked, "ben", meaning)
    assert words in shown(asked)
    await unreact(asked, "ben", meaning)
    assert shown(asked) == before


async def test_done_by_reaction_is_logged_and_taken_back_is_gone(asked):
    await react(asked, "ben", Meaning.DONE)
    assert "Thanks from us, logged by Ben Okafor" in said(await asked.type("ana", "customer acme"))
    await unreact(asked, "ben", Meaning.DONE)
    assert "Thanks from us" not in said(await asked.type("ana", "customer acme"))


async def test_of_two_reactions_the_second_is_told_who_was_first(asked):
    await react(asked, "ben", Meaning.DONE)
    with pytest.raises(Over, match="Ben Okafor has done that already"):
        await react(asked, "ana", Meaning.DONE)


async def test_taking_away_a_reaction_that_did_nothing_does_nothing(asked):
    await react(asked, "ben", Meaning.DONE)
    with pytest.raises(Over):
        await react(asked, "ana", Meaning.DONE)
    await unreact(asked, "ana", Meaning.DONE)
    assert "✅ Ben Okafor thanked them" in shown(asked)


async def test_an_older_event_that_arrives_late_changes_nothing(asked):
    await unreact(asked, "ben", Meaning.DONE, ordinal="5")
    await react(asked, "ben", Meaning.DONE, ordinal="4")
    assert "✅" not in shown(asked)


async def test_taking_back_the_eyes_after_the_tick_leaves_the_tick(asked):
    await react(asked, "ben", Meaning.TAKE, "1")
    await react(asked, "ben", Meaning.DONE, "2")
    await unreact(asked, "ben", Meaning.TAKE, "3")
    assert "✅ Ben Okafor thanked them" in shown(asked)


async def test_a_reaction_can_be_given_again_after_it_was_taken_back(asked):
    for ordinal in ("1", "3"):
        await react(asked, "ben", Meaning.DONE, ordinal)
        assert "✅" in shown(asked)
        await unreact(asked, "ben", Meaning.DONE, str(int(ordinal) + 1))
        assert "✅" not in shown(asked)


async def test_a_guests_reaction_does_nothing(asked):
    with pytest.raises(NotAllowed):
        await react(asked, "gil", Meaning.DONE)


async def test_a_reaction_to_anything_else_is_nothing(asked):
    args = ("C-care", "someone's message", Meaning.DONE, "1")
    assert await asked.do("ben", reactions.came, *args) is None


@ON_SQLITE
async def test_in_another_channel_the_same_id_is_another_message(asked):
    id_, _ = post(asked)
    args = ("C-elsewhere", id_, Meaning.DONE, "1")
    assert await asked.do("ben", reactions.came, *args) is None
    assert "✅" not in shown(asked)


async def test_a_tick_on_a_complaints_own_post_resolves_it(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    id_, _ = world.post("Complaint: Acme")
    await world.do("ben", reactions.came, "C-care", id_, Meaning.DONE, "1")
    assert "Resolved by Ben Okafor" in said(world.post("Complaint: Acme")[1])


# -- replies


async def reply(world, who, words, message="r1"):
    id_, _ = post(world)
    return (await world.do(who, replies.heard, Reply("C-care", id_, message, words))).is_noted


async def edit(world, who, words, message="r1"):
    id_, _ = post(world)
    return (await world.do(who, replies.edited, Reply("C-care", id_, message, words))).is_noted


async def test_a_reply_that_tells_of_a_contact_is_logged(asked):
    assert await reply(asked, "ben", "called her this morning, all good") is True
    card = said(await asked.type("ana", "customer acme"))
    assert "Call from us, logged by Ben Okafor: “called her this morning, all good”" in card


@pytest.mark.parametrize(
    "talk", ["thanks Ana!", "Ben's on it", "did you call her?", "not done yet", "she's nice"]
)
async def test_talk_is_neither_stored_nor_logged_and_ends_nothing(asked, talk):
    assert await reply(asked, "ben", talk) is False
    assert "Thanked" in buttons(post(asked)[1])
    assert talk not in await everything(asked)


@pytest.mark.parametrize("talk", ["spoke to Ana about it", "had a chat with ana", "emailed @ana"])
async def test_what_was_said_to_a_colleague_is_talk(asked, talk):
    assert await reply(asked, "ben", talk) is False


async def test_a_contact_who_is_called_as_a_colleague_is_may_be_reported(asked):
    await asked.type("ana", "edit Acme contact Ana Silva")
    assert await reply(asked, "ben", "spoke to Ana about it") is True


async def test_messages_outside_heeds_threads_are_never_stored(asked):
    words = "called Maria about a very secret thing"
    heard = await asked.do("ben", replies.heard, Reply("C-care", "elsewhere", "r1", words))
    assert heard.is_noted is False
    assert words not in await everything(asked)


async def test_a_reply_that_answers_the_need_ends_the_reminder(asked):
    await reply(asked, "ben", "thanked her with a card")
    assert "✅ Ben Okafor did" in shown(asked)


async def test_an_edited_reply_is_read_anew(asked):
    await reply(asked, "ben", "called her, all good")
    id_, _ = post(asked)
    words = "emailed her, all good"
    assert (
        await asked.do("ben", replies.edited, Reply("C-care", id_, "r1", words))
    ).is_noted is None
    card = said(await asked.type("ana", "customer acme"))
    assert "Mail from us, logged by Ben Okafor: “emailed her, all good”" in card
    assert "Call from us, logged by Ben" not in card


async def test_a_reply_edited_into_talk_is_taken_back(asked):
    await reply(asked, "ben", "thanked her with a card")
    id_, _ = post(asked)
    assert (
        await asked.do("ben", replies.edited, Reply("C-care", id_, "r1", "never mind"))
    ).is_noted is False
    assert "Thanked" in buttons(post(asked)[1])


async def test_talk_edited_into_a_contact_is_logged(asked):
    await reply(asked, "ben", "lovely")
    id_, _ = post(asked)
    assert (
        await asked.do("ben", replies.edited, Reply("C-care", id_, "r1", "called her, all good"))
    ).is_noted
    assert "called her, all good" in said(await asked.type("ana", "customer acme"))


async def test_a_deleted_reply_takes_its_touch_along(asked):
    await reply(asked, "ben", "thanked her with a card")
    assert await asked.do("ben", replies.deleted, Reply("C-care", "", "r1")) is True
    assert "Thanked" in buttons(post(asked)[1])
    assert "with a card" not in said(await asked.type("ana", "customer acme"))


async def test_a_reply_can_be_undone(asked):
    await reply(asked, "ben", "thanked her with a card")
    await asked.type("ben", "undo")
    assert "Thanked" in buttons(post(asked)[1])


async def test_a_reply_in_a_complaints_thread_is_about_its_customer(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    id_, _ = world.post("Complaint: Acme")
    logged = await world.do(
        "ben", replies.heard, Reply("C-care", id_, "r1", "called them, apologised")
    )
    assert logged
    assert "Acknowledged by Ben Okafor" in said(world.post("Complaint: Acme")[1])


async def everything(world):
    """Every value of every row, as text."""

    def dump(work, now):
        del now
        rows = []
        for table in tables.Base.metadata.tables.values():
            rows += work.connection.execute(table.select()).all()
        return repr(rows)

    return await world.ask(dump)


@ON_SQLITE
async def test_under_a_post_that_is_about_no_customer_nothing_is_logged(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")  # its first step is number one as well
    question, _ = world.posts(kind="question")[0]
    words = "called her, all good"
    assert (
        await world.do("ben", replies.heard, Reply(PLACE, question, "r1", words))
    ).is_noted is False


@pytest.mark.parametrize(
    ("words", "is_noted"),
    [
        ("I called Globex instead", False),
        ("Globex called, they are happy", False),
        ("spoke to Bob Stone at Globex", False),
        ("called Acme, all fine", True),
        ("called Maria, she recommended us to Globex", True),
    ],
)
async def test_a_reply_about_another_customer_is_left_alone(asked, words, is_noted):
    await asked.type("ben", "new Globex prospect Bob Stone")
    reply = Reply(PLACE, post(asked)[0], "m-reply", words)
    assert (await asked.do("ben", replies.heard, reply)).is_noted is is_noted

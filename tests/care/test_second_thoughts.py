"""Reactions and replies that come late, twice, from others, or are thought better of."""

from datetime import date

import pytest

from care import reactions, replies, touches
from care.feature import Reply
from domain.errors import BuiltUpon
from domain.reactions import Meaning
from store import tables
from store import touches as store_touches
from tests.care.test_reactions_and_replies import edit, post, react, reply, shown, unreact
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said


async def actions(world):
    def count(work, now):
        del now
        return len(work.connection.execute(tables.Action.__table__.select()).all())

    return await world.ask(count)


async def test_an_older_removal_that_arrives_late_takes_nothing_back(asked):
    await react(asked, "ben", Meaning.DONE, ordinal="5")
    await unreact(asked, "ben", Meaning.DONE, ordinal="4")
    assert "✅ Ben Okafor thanked them" in shown(asked)


async def test_a_reaction_taken_away_after_its_undo_is_nothing_more(asked):
    await react(asked, "ben", Meaning.DONE)
    await asked.type("ben", "undo")
    before = await actions(asked)
    assert await unreact(asked, "ben", Meaning.DONE) is None
    assert await actions(asked) == before
    assert "Thanked" in buttons(post(asked)[1])


@pytest.mark.parametrize("meaning", Meaning)
async def test_reactions_to_heeds_other_posts_do_nothing(asked, meaning):
    id_, question = asked.posts("C-care", kind="question")[0]
    before = await actions(asked)
    assert await asked.do("ben", reactions.came, "C-care", id_, meaning, "1") is None
    assert await actions(asked) == before
    assert said(dict(asked.posts())[id_]) == said(question)


async def test_an_edit_that_changes_no_word_is_no_action(asked):
    await reply(asked, "ben", "called her, all good")
    before = await actions(asked)
    assert await edit(asked, "ben", "called her, all good") is None
    assert await actions(asked) == before


async def test_nobody_edits_or_deletes_another_persons_reply(asked):
    await reply(asked, "ben", "thanked her with a card")
    assert await edit(asked, "ana", "never mind") is None
    assert await edit(asked, "ana", "emailed her, all good") is None
    assert await asked.do("ana", replies.deleted, Reply("C-care", "", "r1")) is False
    assert "✅ Ben Okafor did" in shown(asked)


async def test_a_reply_edited_into_what_was_asked_for_ends_the_reminder(asked):
    await reply(asked, "ben", "called her, all good")
    assert "Thanked" in buttons(post(asked)[1])
    assert await edit(asked, "ben", "thanked her with a card") is None
    assert "✅ Ben Okafor did" in shown(asked)


@ON_SQLITE
async def test_who_began_is_read_anew_too(asked):
    await reply(asked, "ben", "called her, all good")
    assert await edit(asked, "ben", "she called us, all good") is None  # it is marked already
    assert "Call from them, logged by Ben" in said(await asked.type("ana", "customer acme"))


async def test_a_deleted_reply_on_which_somebody_has_built_stays(asked):
    await reply(asked, "ben", "called her, all good")
    card = await asked.type("ana", "customer acme")
    assert "called her, all good" in said(card)
    await asked.do("ana", _set_kind)
    assert await asked.do("ben", replies.deleted, Reply("C-care", "", "r1")) is False
    assert await edit(asked, "ben", "never mind") is None
    assert "called her, all good" in said(await asked.type("ana", "customer acme"))
    with pytest.raises(BuiltUpon):
        await asked.type("ben", "undo")


def _set_kind(work, now):
    return touches.set_kind(work, now, 2, 0, "mail")


async def test_a_deleted_message_that_was_never_logged_is_nothing(asked):
    assert await asked.do("ben", replies.deleted, Reply("C-care", "", "r77")) is False


async def test_a_reply_under_any_other_post_of_heeds_is_not_read(asked):
    id_, _ = asked.posts("C-care", kind="question")[0]
    words = "called her this morning, all good"
    assert (
        await asked.do("ben", replies.heard, Reply("C-care", id_, "r1", words))
    ).is_noted is False
    assert await asked.heed.ask(replies.is_ours, asked.tenancy, "C-care", id_) is False


async def test_an_edited_reply_is_about_the_day_and_the_person_it_names_now(asked):
    await asked.type("ana", "edit Acme contact Bo Berg")
    await reply(asked, "ben", "called Maria, all good")
    await asked.wait(days=1)
    assert await edit(asked, "ben", "called Bo Berg on Friday, all good") is None
    logged = await asked.ask(_last_reply)
    assert logged.at.date() == date(2026, 11, 13)
    assert logged.contact_id == 2
    assert await edit(asked, "ben", "called Bo Berg, all good") is None
    assert (await asked.ask(_last_reply)).at == at("2026-11-16 09:15")  # when it was written


def _last_reply(work, now):
    del now
    return store_touches.by_message(work, "C-care", "r1")


async def test_a_reply_taken_back_is_not_noted_again_at_its_next_edit(asked):
    await reply(asked, "ben", "thanked her with a card")
    await asked.type("ben", "undo")
    assert await edit(asked, "ben", "thanked her with a nice card") is None
    assert "Thanked" in buttons(post(asked)[1])


async def test_a_reply_that_was_talk_for_a_while_is_noted_again(asked):
    await reply(asked, "ben", "thanked her with a card")
    assert await edit(asked, "ben", "never mind") is False
    assert await edit(asked, "ben", "thanked her with a card after all") is True
    assert "✅ Ben Okafor did" in shown(asked)


async def test_a_reply_deleted_and_brought_back_is_noted_again(asked):
    await reply(asked, "ben", "thanked her with a card")
    await asked.do("ben", replies.deleted, Reply("C-care", "", "r1"))
    assert await edit(asked, "ben", "thanked her with a card") is True

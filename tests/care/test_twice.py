"""What comes twice counts once, and what says nothing new is answered with nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from care import form_submissions, places, reactions
from domain.errors import Misfilled
from domain.forms import Filled
from domain.nudges import DISMISSED, Nudge, Status
from domain.reactions import Meaning, signed
from tests.care.test_reactions_and_replies import post, shown
from tests.world import PLACE, at, buttons, said

TAKE, OTHER = (signed(Meaning.TAKE, emoji) for emoji in ("eyes", "hand"))


async def add(world, sign, ordinal, message=""):
    id_ = message or post(world)[0]
    return await world.do("ben", reactions.came, PLACE, id_, sign, ordinal)


async def take_away(world, sign, ordinal):
    return await world.do("ben", reactions.went, PLACE, post(world)[0], sign, ordinal)


async def test_the_same_reaction_twice_is_one(asked):
    before = shown(asked)
    assert await add(asked, TAKE, "10")
    assert await add(asked, TAKE, "11") is None
    await take_away(asked, TAKE, "12")
    assert shown(asked) == before


async def test_a_reaction_that_comes_again_after_its_undo_does_nothing(asked):
    before = shown(asked)
    await add(asked, TAKE, "10")
    await asked.type("ben", "undo")
    assert await add(asked, TAKE, "10") is None
    assert shown(asked) == before


async def test_another_emoji_of_the_same_meaning_tells_nothing_and_holds_what_was_done(asked):
    before = shown(asked)
    await add(asked, TAKE, "10")
    taken = shown(asked)
    assert await add(asked, OTHER, "11") is None
    assert await take_away(asked, TAKE, "12") is None
    assert shown(asked) == taken
    assert await take_away(asked, OTHER, "13") is None
    assert shown(asked) == before


async def test_a_reaction_on_what_is_no_reminder_does_nothing(asked):
    question, _ = asked.posts(kind="question")[0]
    sent = len(asked.courier.edits)
    assert await add(asked, signed(Meaning.DONE, "check"), "10", question) is None
    assert len(asked.courier.edits) == sent


async def test_a_channel_that_is_shared_twice_is_told_of_and_shown_once(asked):
    await asked.do_clock(places.shared, PLACE, is_shared=True)
    told = (len(asked.courier.sent), len(asked.courier.edits))
    assert len(asked.posts("U-chloe", kind="place lost")) == 1
    await asked.do_clock(places.shared, PLACE, is_shared=True)
    assert (len(asked.courier.sent), len(asked.courier.edits)) == told


async def test_what_only_the_clock_has_gone_on_with_can_be_taken_back(asked):
    card = await asked.type("ana", "new Globex customer")
    await asked.type("ana", "complaint Globex it broke")
    await asked.wait(days=1)
    assert len(asked.posts("U-chloe", kind="complaint late")) == 1
    assert "Taken back" in said(await asked.press("ana", buttons(card)["Undo"]))


async def test_whoever_answered_next_is_credited_once_the_first_answer_is_gone(asked):
    await asked.press("ana", buttons(post(asked)[1])["Thanked"])
    for who in ("ben", "dev"):
        await asked.wait(minutes=5)
        await asked.type(who, "thank Acme sent flowers")
    assert "Ana Reyes" in shown(asked)
    await asked.type("ana", "undo")
    assert "Ben Okafor" in shown(asked)
    await asked.type("ben", "undo")
    assert "Dev Patel" in shown(asked)


@pytest.mark.parametrize(("ahead", "is_refused"), [(5, False), (6, True)])
async def test_a_form_of_a_platform_whose_clock_is_ahead_is_logged_as_of_now(
    asked, ahead, is_refused
):
    when = (asked.clock.now() + timedelta(minutes=ahead)).isoformat()
    given = Filled(values={"customer": ("1",), "words": ("called them",), "when": (when,)})
    if is_refused:
        with pytest.raises(Misfilled):
            await asked.do("ana", form_submissions.log, given)
        return
    receipt = await asked.do("ana", form_submissions.log, given)
    assert receipt.touch.at == asked.clock.now()


@pytest.mark.parametrize("rest", sorted(DISMISSED))
def test_what_was_waved_off_is_not_done_because_it_has_ended(rest):
    moment = at("2026-11-16 09:15")
    asked = {"ask_at": moment, "late_at": moment, "due_at": None, "status": Status.SENT}
    ended = {"dismissed_as": rest.value, "ended_at": moment, "ended_by_id": 1, "ended_touch_id": 2}
    nudge = Nudge(id=1, customer_id=1, play="thank", key="thank:start", **asked, **ended)
    assert nudge.standing is rest


@pytest.mark.parametrize(("by", "left"), [(1, Status.DONE), (None, Status.DROPPED)])
def test_what_has_ended_is_over_although_it_was_put_off_or_taken(by, left):
    moment = at("2026-11-16 09:15")
    asked = {"ask_at": moment, "late_at": moment, "due_at": None, "status": Status.SNOOZED}
    rests = {"snoozed_until": moment, "taken_by_id": 1, "sent_at": moment}
    nudge = Nudge(id=1, customer_id=1, play="thank", key="thank:start", **asked, **rests)
    assert nudge.standing is Status.SNOOZED
    assert replace(nudge, snoozed_until=None).standing is Status.TAKEN
    assert replace(nudge, ended_at=moment, ended_by_id=by).standing is left

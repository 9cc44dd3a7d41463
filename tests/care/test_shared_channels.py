"""Where people of another company come to read along, customers are no longer spoken of."""

import pytest

from care import due_nudges, nudges, outbox, places, reactions, replies
from care.feature import Reply
from care.heed import Caller
from domain.errors import OutsidersHere
from domain.reactions import Meaning
from tests.databases import ON_SQLITE
from tests.world import PLACE, buttons, said

DISCOUNT = "a discount of 40 %"
ENQUIRY = "Answer Nick Nova at Nova"


@pytest.fixture
async def nova(world):
    """A prospect has asked about prices, and the channel is to answer them."""
    await world.type("ana", "new Nova suspect Nick Nova")
    await world.type("ben", "log Nova asked about prices")
    return world


async def share(world, place=PLACE, *, is_shared=True):
    await world.do_clock(places.shared, place, is_shared=is_shared)


async def open_second(world, place="C-two"):
    await world.do_clock(places.arrived, place, place[2:], ("U-ana",), is_shared=False)
    _, question = world.posts(place, kind="question")[0]
    await world.press("ana", buttons(question)["Yes, post here"])


def all_said(world):
    return "\n".join(said(each.message) for each in (*world.courier.sent, *world.courier.edits))


def told(world, who):
    return [said(message) for _, message in world.posts(f"U-{who}", kind="place lost")]


async def test_what_stands_there_is_no_longer_edited_until_the_outsiders_have_gone(nova):
    await share(nova)
    await nova.type("ana", f"log Nova called Nick, {DISCOUNT}")
    assert DISCOUNT not in all_said(nova)
    await share(nova, is_shared=False)
    assert DISCOUNT in said(nova.post(ENQUIRY)[1])


async def test_what_was_about_to_go_there_when_they_came_goes_elsewhere(world):
    await open_second(world)
    await world.type("ana", "new Nova suspect")
    await world.type_quietly("ben", "log Nova asked about prices")
    await look_at_all(world)
    await share(world)
    assert world.reminders() == []
    assert len(world.posts("C-two", kind="nudge")) == 1


async def test_what_is_leased_already_when_they_come_is_not_sent(world):
    await world.type("ana", "new Nova suspect")
    await world.type_quietly("ben", "log Nova asked about prices")
    await look_at_all(world)
    (leased,) = await world.do_clock_quietly(outbox.claim, 30.0, 20)
    await world.heed.do(places.shared, world.tenancy, PLACE, is_shared=True)
    assert await world.do_clock_quietly(outbox.begin, [leased]) == [None]
    await share(world, is_shared=False)
    assert len(world.reminders()) == 1


async def look_at_all(world):
    ids = [id_ for _, id_ in (await world.do_clock_quietly(due_nudges.due, 20)).nudges]
    assert await world.do_clock_quietly(due_nudges.look_all, ids) == []


async def test_a_complaint_and_its_steps_are_held_and_come_when_they_have_gone(nova):
    await share(nova)
    await nova.type("ana", "complaint Nova it broke")
    assert [len(nova.posts(kind=kind)) for kind in ("complaint", "nudge")] == [0, 1]
    assert "Nova" in said(await nova.type("ana", "due"))
    await share(nova, is_shared=False)
    assert [len(nova.posts(kind=kind)) for kind in ("complaint", "nudge")] == [1, 2]


async def test_a_complaint_that_stands_there_is_asked_for_elsewhere(nova):
    await nova.type("ana", "complaint Nova it broke")
    await open_second(nova)
    before = len(nova.courier.edits)
    await share(nova)
    await nova.type("ana", f"complaint Nova {DISCOUNT}")
    assert DISCOUNT in said(nova.post(DISCOUNT, "C-two")[1])
    edited = nova.courier.edits[before:]
    assert {each.post.kind for each in edited if each.post.address == PLACE} == {"question"}


async def test_a_reminder_that_comes_back_says_nothing_there(nova):
    await nova.press("ana", buttons(nova.post(ENQUIRY)[1])["Later"], "hour")
    await share(nova)
    await nova.wait(hours=2)
    assert nova.posts(kind="back") == []


async def test_whoever_let_reminders_in_and_the_managers_are_told_once_each_time(nova):
    for times in (1, 2):
        for _ in range(2):
            await share(nova)
        assert len(told(nova, "chloe")) == times
        await share(nova, is_shared=False)
    assert "I can't post in #care any more" in told(nova, "chloe")[0]
    assert "People of another company can read it now." in told(nova, "chloe")[0]


async def test_put_out_of_a_shared_channel_nobody_is_told_again(nova):
    await share(nova)
    await nova.do_clock(places.lost, PLACE, "not_in_channel")
    assert len(told(nova, "chloe")) == 1


async def test_found_shared_after_heed_was_away_it_is_the_same(nova):
    await nova.do_clock(places.arrived, PLACE, "care", None, is_shared=True)
    await nova.type("ana", f"log Nova called Nick, {DISCOUNT}")
    assert DISCOUNT not in all_said(nova)
    assert len(told(nova, "chloe")) == 1
    assert "People of another company" in said(nova.posts(kind="question")[0][1])
    await nova.do_clock(places.arrived, PLACE, "care", None, is_shared=False)
    assert DISCOUNT in said(nova.post(ENQUIRY)[1])


async def test_where_nobody_had_answered_nobody_is_told(world):
    await world.do_clock(places.arrived, "C-two", "two", ("U-ana",), is_shared=False)
    await share(world, "C-two")
    assert told(world, "chloe") == []


@pytest.mark.parametrize("act", [reactions.came, reactions.went])
async def test_a_reaction_there_does_nothing_and_says_why(nova, act):
    id_, _ = nova.post(ENQUIRY)
    await share(nova)
    with pytest.raises(OutsidersHere):
        await nova.do("ana", act, PLACE, id_, Meaning.TAKE, "1")
    await share(nova, is_shared=False)
    assert "has it" not in said(nova.post(ENQUIRY)[1])


async def test_a_reaction_to_what_people_say_there_is_their_own(nova):
    await share(nova)
    assert await nova.do("ana", reactions.came, PLACE, "m999", Meaning.TAKE, "1") is None


async def test_a_reply_there_is_not_logged_and_says_why(nova):
    id_, _ = nova.post(ENQUIRY)
    await share(nova)
    with pytest.raises(OutsidersHere):
        await nova.do("ana", replies.heard, Reply(PLACE, id_, "r1", f"called Nick, {DISCOUNT}"))
    assert DISCOUNT not in said(await nova.type("ana", "customer nova"))


async def test_talk_there_is_left_alone(nova):
    id_, _ = nova.post(ENQUIRY)
    await share(nova)
    assert not (
        await nova.do("ana", replies.heard, Reply(PLACE, id_, "r1", "who takes this one?"))
    ).is_noted


async def test_a_reply_that_is_put_right_there_stays_as_it_was_and_may_be_taken_away(nova):
    id_, _ = nova.post(ENQUIRY)
    await nova.do("ana", replies.heard, Reply(PLACE, id_, "r1", "called Nick, all fine"))
    await share(nova)
    with pytest.raises(OutsidersHere):
        await nova.do("ana", replies.edited, Reply(PLACE, id_, "r1", f"called Nick, {DISCOUNT}"))
    assert "all fine" in said(await nova.type("ana", "customer nova"))
    assert await nova.do("ana", replies.deleted, Reply(PLACE, "", "r1"))
    assert "all fine" not in said(await nova.type("ana", "customer nova"))


@ON_SQLITE
async def test_a_press_there_does_nothing_and_says_why(nova):
    def there(place):
        return Caller(
            installation_id=nova.tenancy.installation_id, user_id="U-ana", once=place, place=place
        )

    nudge_id = int(buttons(nova.post(ENQUIRY)[1])["I'll take it"].ref)
    await share(nova)
    with pytest.raises(OutsidersHere):
        await nova.heed.do(nudges.take, there(PLACE), nudge_id)
    with pytest.raises(OutsidersHere):
        await nova.heed.ask(nudges.asking, there(PLACE), nudge_id)
    assert await nova.heed.do(nudges.take, there("D-ana"), nudge_id)

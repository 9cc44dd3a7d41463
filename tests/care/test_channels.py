"""Channels: asked once, posted where it is welcome, and told of when that ends."""

import pytest

from care import places, team
from care.courier import Refused
from care.heed import SystemCaller
from domain.commands import UnknownWords
from domain.errors import Gone
from tests.databases import ON_SQLITE
from tests.world import at, buttons, open_world, said

ANA = ("U-ana",)


@pytest.fixture
async def bare(database):
    """Nobody has invited Heed anywhere yet."""
    async with open_world(database, place=None) as world:
        await world.type("ana", "new Acme suspect")
        yield world


async def arrive(world, place="C-new", members=ANA, **more):
    await world.do_clock(places.arrived, place, place[2:], members, **{"is_shared": False} | more)


async def answer(world, place="C-new", label="Yes, post here", who="ana"):
    _, question = world.posts(place, kind="question")[0]
    return await world.press(who, buttons(question)[label])


def lost(world, who="ana"):
    return [said(message) for _, message in world.posts(f"U-{who}", kind="place lost")]


async def test_invited_twice_it_asks_once(bare):
    await arrive(bare)
    await arrive(bare)
    assert len(bare.posts("C-new")) == 1


async def test_what_was_held_back_comes_as_soon_as_a_channel_says_yes(bare):
    await bare.type("ben", "log Acme asked about prices")
    await arrive(bare)
    assert bare.posts("C-new", kind="nudge") == []
    assert "posted in #new" in said(await answer(bare))
    assert len(bare.posts("C-new", kind="nudge")) == 1


async def test_a_channel_that_said_no_may_change_its_mind_and_back(bare):
    await arrive(bare)
    await answer(bare, label="No")
    await bare.type("ben", "log Acme asked about prices")
    await answer(bare, label="Post here after all", who="ben")
    assert len(bare.posts("C-new", kind="nudge")) == 1
    assert "says Ben Okafor" in said(bare.posts("C-new")[0][1])
    asked = await answer(bare, label="Stop posting here", who="ben")
    assert "It is the only channel" in said(asked)
    await bare.press("ben", buttons(asked)["Stop posting"])
    await bare.type("ana", "new Globex suspect")
    await bare.type("ben", "log Globex asked about prices")
    assert len(bare.posts("C-new", kind="nudge")) == 1


async def test_an_answer_about_a_channel_that_nobody_knows_says_so(bare):
    with pytest.raises(Gone):
        await bare.do("ana", places.accept, 77)


async def test_who_is_in_two_channels_is_reminded_in_the_first(bare):
    for place in ("C-one", "C-two"):
        await arrive(bare, place)
        await answer(bare, place)
    await bare.type("ben", "log Acme asked about prices")
    assert len(bare.posts("C-one", kind="nudge")) == 1
    assert bare.posts("C-two", kind="nudge") == []


async def test_who_comes_into_a_channel_is_reminded_there_and_who_leaves_is_not(bare):
    for place, who in (("C-one", "U-ben"), ("C-two", "U-dev")):
        await arrive(bare, place, (who,))
        await answer(bare, place)
    await bare.do_clock(places.entered, "C-two", "U-ana")
    await bare.type("ben", "log Acme asked about prices")
    assert len(bare.posts("C-two", kind="nudge")) == 1
    await bare.do_clock(places.left, "C-two", "U-ana")
    await bare.type("ana", "new Globex suspect")
    await bare.type("ben", "log Globex asked about prices")
    assert len(bare.posts("C-one", kind="nudge")) == 1  # nobody's channel: the first of all


async def test_put_out_of_a_channel_whoever_let_it_in_is_told_once(bare):
    await arrive(bare)
    await answer(bare)
    for _ in range(2):
        await bare.do_clock(places.lost, "C-new", "not_in_channel")
    assert len(lost(bare)) == 1
    assert "I can't post in #new any more" in lost(bare)[0]
    assert "I was taken out of it." in lost(bare)[0]


async def test_put_out_again_after_coming_back_it_is_told_again(bare):
    await arrive(bare)
    await answer(bare)
    for times in (1, 2):
        await bare.do_clock(places.lost, "C-new", "is_archived")
        assert len(lost(bare)) == times
        await arrive(bare)


async def test_a_platform_lost_twice_is_told_of_twice(bare):
    old = await bare.heed.do(
        team.settle_in, bare.tenancy, "old", "T2", "U-heed", "Europe/London", joins=1
    )
    there = SystemCaller(workspace_id=old.workspace_id, installation_id=old.installation_id)
    for times in (1, 2):
        await bare.heed.do(team.retire, there)
        await bare.settle()
        told = [said(message) for _, message in bare.posts("U-chloe", kind="platform lost")]
        assert len(told) == times
        assert "I can't post in Old any more" in told[-1]
        await bare.heed.do(team.readmit, there)
        await bare.settle()


async def test_put_out_of_a_channel_that_said_no_nobody_is_told(bare):
    await arrive(bare)
    await answer(bare, label="No")
    await bare.do_clock(places.lost, "C-new", "not_in_channel")
    assert lost(bare) == []


async def test_what_never_got_there_goes_to_another_channel(bare):
    for place in ("C-one", "C-two"):
        await arrive(bare, place)
        await answer(bare, place)
    bare.courier.troubles = [Refused("is_archived", is_place_lost=True)]
    await bare.type("ben", "log Acme asked about prices")
    assert bare.posts("C-one", kind="nudge") == []
    assert len(bare.posts("C-two", kind="nudge")) == 1


async def test_what_went_to_another_channel_does_not_come_to_the_old_one_too(bare):
    for place in ("C-one", "C-two"):
        await arrive(bare, place)
        await answer(bare, place)
    bare.courier.troubles = [Refused("is_archived", is_place_lost=True)]
    await bare.type("ben", "log Acme asked about prices")
    await arrive(bare, "C-one")
    assert bare.posts("C-one", kind="nudge") == []
    assert len(bare.posts("C-two", kind="nudge")) == 1


async def test_a_complaint_that_went_to_another_channel_does_not_come_to_the_old_one_too(bare):
    for place in ("C-one", "C-two"):
        await arrive(bare, place)
        await answer(bare, place)
    bare.courier.troubles = [Refused("is_archived", is_place_lost=True)]
    await bare.type("ana", "complaint Acme it broke")
    await arrive(bare, "C-one")
    assert [len(bare.posts("C-one", kind=kind)) for kind in ("complaint", "nudge")] == [0, 0]
    assert [len(bare.posts("C-two", kind=kind)) for kind in ("complaint", "nudge")] == [1, 1]


async def test_a_complaint_kept_for_a_lost_channel_comes_when_it_is_won_back(bare):
    await arrive(bare)
    await answer(bare)
    bare.courier.troubles = [Refused("is_archived", is_place_lost=True)]
    await bare.type("ana", "complaint Acme it broke")
    assert bare.posts("C-new", kind="complaint") == []
    await arrive(bare)
    ((root, _),) = bare.posts("C-new", kind="complaint")
    (step,) = [each for each in bare.courier.sent if each.post.kind == "nudge"]
    assert step.thread == root


@ON_SQLITE
async def test_what_stands_in_a_lost_channel_is_brought_up_to_date_and_asked_nowhere_else(bare):
    for place in ("C-one", "C-two"):
        await arrive(bare, place)
        await answer(bare, place)
    await bare.type("ben", "log Acme asked about prices")
    await bare.type("ana", "complaint Acme it broke")
    bare.courier.troubles = [Refused("restricted_action", is_place_lost=True)]
    await bare.type("ana", "complaint Acme it broke again")  # never gets there
    assert bare.post("Answer Acme", "C-one")
    (asked,) = [said(message) for _, message in bare.posts("C-two", kind="nudge")]
    assert "know that we heard them" in asked
    await bare.type("ana", "log Acme emailed them")
    assert "✅ Ana Reyes did" in said(bare.post("Answer Acme", "C-one")[1])


@ON_SQLITE
async def test_each_channel_has_a_day_of_its_own(bare):
    for place, who in (("C-one", "ana"), ("C-two", "ben")):
        await arrive(bare, place, (f"U-{who}",))
        await answer(bare, place)
    for number in range(10):
        await bare.type("ana", f"new Prospect{number:02} suspect")
        await bare.type("ben", f"log Prospect{number:02} asked about prices")
    await bare.turn(at("2026-11-16 14:00"))  # nine in New York
    await bare.type("ben", "new Globex suspect")
    await bare.type("ana", "log Globex asked about prices")
    assert len(bare.posts("C-one", kind="nudge")) == 10
    assert len(bare.posts("C-two", kind="nudge")) == 1


@ON_SQLITE
async def test_whoever_comes_in_twice_is_there_once(bare):
    for place, who in (("C-one", "U-ben"), ("C-two", "U-dev")):
        await arrive(bare, place, (who,))
        await answer(bare, place)
    for _ in range(2):
        await bare.do_clock(places.entered, "C-two", "U-ana")
    await bare.type("ben", "log Acme asked about prices")
    assert len(bare.posts("C-two", kind="nudge")) == 1


@ON_SQLITE
async def test_heed_waits_for_an_answer_until_it_has_one(bare):
    await arrive(bare)
    assert await bare.ask(places.is_in, "new")
    assert not await bare.ask(places.is_in, "old")
    await answer(bare, label="No")
    assert not await bare.ask(places.is_in, "new")


async def test_back_in_a_channel_that_was_only_away_nobody_is_asked_again(bare):
    await arrive(bare)
    await answer(bare)
    await bare.do_clock(places.lost, "C-new", "is_archived")
    await bare.type("ben", "log Acme asked about prices")
    assert bare.posts("C-new", kind="nudge") == []
    await arrive(bare)
    assert len(bare.posts("C-new", kind="question")) == 1
    assert len(bare.posts("C-new", kind="nudge")) == 1


@pytest.mark.parametrize("label", ["Yes, post here", "No"])
async def test_invited_again_it_asks_again_whatever_was_answered_before(bare, label):
    await arrive(bare)
    await answer(bare, label=label)
    await bare.type("ben", "log Acme asked about prices")
    await bare.do_clock(places.lost, "C-new", "not_in_channel")
    asked_before = bare.posts("C-new", kind="nudge")
    await arrive(bare)
    *_, (_, question) = bare.posts("C-new", kind="question")
    assert len(bare.posts("C-new", kind="question")) == 2
    assert "Post reminders here?" in said(question)
    assert bare.posts("C-new", kind="nudge") == asked_before
    await bare.press("ana", buttons(question)["Yes, post here"])
    assert len(bare.posts("C-new", kind="nudge")) == 1


async def test_only_a_manager_or_whoever_let_it_in_stops_it_and_the_others_are_told(bare):
    await arrive(bare)
    await answer(bare)
    told = await answer(bare, label="Stop posting here", who="ben")
    assert "A manager, or Ana Reyes, who let me in, can stop reminders in #new." in said(told)
    assert not buttons(told)
    asked = await answer(bare, label="Stop posting here", who="chloe")
    assert "Reminders are posted here" in said(bare.posts("C-new")[0][1])
    with_button = buttons(asked)["Stop posting"]
    assert "Nothing was changed" in said(await bare.press("ben", with_button))
    await bare.press("chloe", with_button)
    assert "No reminders here, says Chloe Martin" in said(bare.posts("C-new")[0][1])
    ((_, message),) = bare.posts("U-ana", kind="place stopped")
    assert "Chloe Martin stopped them" in said(message)
    assert bare.posts("U-chloe", kind="place stopped") == []
    assert "answer about this channel" in said(await bare.type("chloe", "undo"))
    assert "Reminders are posted here" in said(bare.posts("C-new")[0][1])


async def test_here_says_how_it_is_in_this_channel_and_opens_or_closes_it(bare):
    assert "I am not in this channel" in said(await bare.type("ana", "here", place="C-new"))
    assert "I am not in this channel" in said(await bare.type("ana", "here"))
    await arrive(bare)
    told = await bare.type("ana", "here", place="C-new")
    assert "Post reminders here?" in said(told)
    assert "will be posted in #new" in said(await bare.type("ana", "here on", place="C-new"))
    told = await bare.type("ana", "here", place="C-new")
    assert "Reminders are posted here, says Ana Reyes" in said(told)
    asked = await bare.type("ana", "here off", place="C-new")
    await bare.press("ana", buttons(asked)["Stop posting"])
    assert "No reminders here" in said(await bare.type("ben", "here", place="C-new"))
    with pytest.raises(UnknownWords):
        await bare.type("ben", "here sometimes", place="C-new")


async def test_a_second_channel_says_whose_reminders_come_there(bare):
    await arrive(bare, "C-one", ("U-ana",))
    assert "customers of" not in said(await answer(bare, "C-one"))
    await arrive(bare, "C-two", ("U-ana", "U-ben", "U-dev"))
    told = said(await answer(bare, "C-two"))
    assert "They are about the customers of Ben Okafor, Dev Patel." in told
    assert "whose owner is here" in said(bare.posts("C-two")[0][1])
    await arrive(bare, "C-three", ("U-ana",))
    assert "so none come here yet" in said(await answer(bare, "C-three"))


async def test_outsiders_who_come_are_told_nothing_and_who_leave_are_no_hindrance(bare):
    await arrive(bare)
    await answer(bare)
    await bare.do_clock(places.shared, "C-new", is_shared=True)
    question = bare.posts("C-new", kind="question")[0][1]
    assert "People of another company read this channel" in said(question)
    assert not buttons(question)
    await bare.do_clock(places.shared, "C-new", is_shared=False)
    assert "Reminders are posted here" in said(bare.posts("C-new", kind="question")[0][1])


async def test_a_renamed_channel_is_called_by_its_new_name(bare):
    await arrive(bare)
    await answer(bare)
    await bare.do_clock(places.renamed, "C-new", "delight")
    await bare.do_clock(places.lost, "C-new", "is_archived")
    assert "I can't post in #delight any more" in lost(bare)[0]


async def test_events_about_channels_that_nobody_knows_are_nothing(bare):
    for event, facts in (
        (places.renamed, ("C-no", "x")),
        (places.lost, ("C-no", "x")),
        (places.entered, ("C-no", "U-ana")),
        (places.left, ("C-no", "U-nobody")),
        (places.seat, ("C-no", ANA)),
    ):
        await bare.do_clock(event, *facts)
    await bare.do_clock(places.shared, "C-no", is_shared=True)
    assert bare.courier.sent == []

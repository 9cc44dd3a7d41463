"""What goes with an undo, and what it leaves."""

import pytest

from care import touches
from domain.errors import BuiltUpon, NameTaken, NothingToUndo, Over, UndoneAlready
from features.complaints import actions as complaints
from tests.databases import ON_SQLITE
from tests.world import at, buttons, open_world, said


async def test_with_a_customer_goes_what_the_same_person_did_with_it_since(world):
    card = await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    told = said(await world.press("ana", buttons(card)["Undo"]))
    assert "What you logged – Acme: “called, she was happy”" in told
    assert "The customer you added – Acme" in told
    with pytest.raises(NothingToUndo):  # nothing of it is left to be taken back by itself
        await world.type("ana", "undo")
    assert "No customer of that name" in said(await world.type("ana", "customer acme"))


async def test_a_customer_with_whom_somebody_else_has_worked_stays(world):
    card = await world.type("ana", "new Acme advocate")
    await world.type("ben", "log Acme called Maria")
    with pytest.raises(BuiltUpon, match="Ben Okafor built on this"):
        await world.press("ana", buttons(card)["Undo"])
    assert "🪪 Acme" in said(await world.type("ana", "customer acme"))


async def test_an_answer_about_a_channel_taken_back_is_asked_again(world):
    id_, question = world.posts("C-care")[0]
    assert "Reminders are posted here, says Chloe Martin" in said(question)
    await world.type("chloe", "undo")
    again = dict(world.posts())[id_]
    assert "Post reminders here?" in said(again)
    assert set(buttons(again)) == {"Yes, post here", "No"}
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    assert world.reminders() == []


async def test_a_complaint_taken_back_says_so_where_it_stood_and_asks_nothing_more(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "complaint Acme it broke")
    post_id, post = world.post("Complaint: Acme")
    asked_id, _ = world.post("know that we heard them")
    await world.press("ana", buttons(receipt)["Undo"])
    shown = dict(world.posts())
    assert "⚪ Complaint: Acme" in said(shown[post_id])
    assert "Withdrawn: it was taken back." in said(shown[post_id])
    assert not buttons(shown[post_id])
    assert "No longer needed" in said(shown[asked_id])
    with pytest.raises(Over, match="was taken back meanwhile"):
        await world.resolve("ben", post)


async def test_a_resolution_taken_back_opens_the_complaint_again(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    post_id, post = world.post("Complaint: Acme")
    told = await world.resolve("ana", post)
    await world.press("ana", buttons(told)["Undo"])
    again = dict(world.posts())[post_id]
    assert "🔥 Complaint: Acme" in said(again)
    assert "Resolved" in buttons(again)


async def test_a_touch_that_was_taken_back_can_no_longer_be_corrected(world):
    await world.type("ana", "new Acme")
    receipt = await world.type("ana", "log Acme called Maria")
    await world.press("ana", buttons(receipt)["Undo"])
    for deed in (
        world.press("ana", buttons(receipt)["Kind"], "mail"),
        world.do("ana", complaints.open_from, 1),
        world.do("ana", touches.set_direction, 1, 2, "theirs"),
    ):
        with pytest.raises(Exception, match="no longer there"):
            await deed


async def test_an_undo_is_not_undone(world):
    await world.type("ana", "new Acme")
    receipt = await world.type("ana", "log Acme called Maria")
    await world.type("ana", "undo")
    with pytest.raises(UndoneAlready):
        await world.press("ana", buttons(receipt)["Undo"])
    await world.type("ana", "undo")  # the customer, not the undo
    assert "No customer of that name" in said(await world.type("ana", "customer acme"))


async def test_an_edit_taken_back_is_found_by_the_old_name_again(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "edit Acme contact Bo Berg bo@acme.com")
    assert "Logged for Acme" in said(await world.type("ana", "log Bo Berg called us"))
    await world.type("ana", "undo")
    await world.type("ana", "undo")
    assert "Logged" not in said(await world.type("ana", "log Bo Berg called us"))


async def test_a_name_that_somebody_has_taken_meanwhile_stays_theirs(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "edit Acme name Zeta")
    await world.type("ben", "new Acme")
    with pytest.raises(NameTaken, match="Acme"):
        await world.type("ana", "undo")
    assert "🪪 Zeta" in said(await world.type("ana", "customer zeta"))


async def test_putting_off_a_reminder_that_is_no_longer_there_is_taken_back_with_the_rest(database):
    async with open_world(database, place=None) as world:
        await world.type("ana", "new Acme advocate")
        await world.type("ana", "log Acme called, she was happy")
        await world.wait(minutes=20)
        due = await world.type("ana", "due")
        await world.press("ana", buttons(due)["Later"], "hour")
        await world.wait(hours=1)
        await world.type("ana", "thank Acme sent flowers")
        await world.type("ana", "undo")
        assert "put it off" in said(await world.type("ana", "undo"))
        assert "1 thing waits for you" in said(await world.type("ana", "due"))


@pytest.fixture
async def thanked_twice(world):
    """Ana pressed *Thanked*; Ben has thanked Acme since; Ana's is taken back."""
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    await world.wait(minutes=20)
    _, message = world.post("Thank Acme")
    told = await world.press("ana", buttons(message)["Thanked"])
    await world.type("ben", "thank Acme sent flowers")
    await world.press("ana", buttons(told)["Undo"])
    return world


async def test_a_deed_taken_back_is_nobodys_whoever_else_has_done_it_since(thanked_twice):
    _, message = thanked_twice.post("Thank Acme")
    assert "Ana Reyes thanked them" not in said(message)
    assert "Ben Okafor did" in said(message)
    assert "“sent flowers”" in said(message)


async def test_with_a_customer_goes_all_that_was_asked_about_them(world):
    card = await world.type("ana", "new Globex suspect")
    await world.type("ana", "log Globex asked about prices")
    await world.wait(minutes=45)
    await world.type("ana", "complaint Globex it broke")
    await world.press("ana", buttons(card)["Undo"])
    for words in ("Answer Globex", "Complaint: Globex"):
        _, message = world.post(words)
        assert list(buttons(message)) == []


@ON_SQLITE
async def test_the_last_of_the_day_is_of_ones_own_day(world):
    await world.type("dev", "new Acme")
    await world.turn(at("2026-11-16 18:00"))  # half past eleven at night for Dev
    await world.type("dev", "log Acme called Maria")
    await world.wait(hours=1)  # half past midnight
    with pytest.raises(NothingToUndo):
        await world.type("dev", "undo")
    await world.type("dev", "log Acme called Jo")
    assert "What you logged – Acme" in said(await world.type("dev", "undo"))


@ON_SQLITE
@pytest.mark.parametrize("taken_back", ["the complaint", "the customer"])
async def test_a_complaint_taken_back_before_it_was_posted_is_never_posted(world, taken_back):
    card = await world.type("ana", "new Acme customer")
    await world.type_quietly("ana", "complaint Acme it broke")
    await world.heartbeat.look()  # its posts are wanted now
    if taken_back == "the customer":
        await world.press_quietly("ana", buttons(card)["Undo"])
    else:
        await world.type_quietly("ana", "undo")
    await world.settle()
    assert world.posts(kind="complaint") == []
    assert world.reminders() == []


@ON_SQLITE
async def test_what_somebody_else_has_built_on_stays(world):
    await world.type("ana", "new Acme")
    for _ in range(5):
        await world.type("ana", "log Acme called, no answer")
    await world.turn(at("2026-11-17 09:15"))
    _, proposed = world.post("Park Acme?")
    taken = await world.press("ben", buttons(proposed)["I'll take it"])
    await world.press("ana", buttons(proposed)["Park"])
    with pytest.raises(BuiltUpon, match="Ana Reyes built on this"):
        await world.press("ben", buttons(taken)["Undo"])


@ON_SQLITE
async def test_a_complaint_that_somebody_else_brought_forward_stays(world):
    await world.type("ana", "new Acme customer")
    opened = await world.type("ana", "complaint Acme it broke")
    await world.press("ben", buttons(world.post("Complaint: Acme")[1])["Acknowledged"])
    with pytest.raises(BuiltUpon, match="Ben Okafor built on this"):
        await world.press("ana", buttons(opened)["Undo"])


@ON_SQLITE
async def test_with_a_change_goes_the_next_one_and_all_is_as_it_was_before_both(world):
    await world.type("ana", "new Acme customer")
    first = await world.type("ana", "edit Acme rung member")
    await world.type("ana", "edit Acme rung advocate")
    undone = said(await world.press("ana", buttons(first)["Undo"]))
    assert undone.count("Your change – Acme") == 2
    assert "Customer · Ana Reyes's customer" in said(await world.type("ana", "customer acme"))


async def test_a_choice_that_was_so_already_is_nothing_to_take_back(world):
    await world.type("ana", "new Acme")
    receipt = await world.type("ana", "log Acme called Maria")
    again = await world.press("ana", buttons(receipt)["Kind"], "call")
    assert said(again).splitlines()[0] == said(receipt).splitlines()[0]
    assert "What you logged" in said(await world.type("ana", "undo"))

"""A customer who is deleted is hidden everywhere at once, and whole again when it is undone."""

from datetime import timedelta

import pytest

from care import searching
from domain.commands import DeletedBefore, DeletedTooLongAgo, UnknownWords
from domain.errors import Gone, NameTaken, NothingToUndo
from domain.forms import Source
from domain.permission_errors import OthersCustomer
from tests.world import at, buttons, said


@pytest.fixture
async def acme(world):
    """Ana's, with a reminder that stands and is taken, an open complaint, an alias, a person."""
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ana", "edit Acme alias ACM")
    await world.type("ana", "log Acme called Maria, she was happy")
    await world.type("ana", "promise Acme today 1pm call Maria")
    await world.turn(at("2026-11-16 12:30"))
    await world.type("ben", "complaint Acme the lid is loose")
    world.asked_id, asked = world.post("We promised")
    world.complaint_id, _ = world.post("Complaint: Acme")
    await world.press("ben", buttons(asked)["I'll take it"])
    world.before = await seen(world)
    return world


async def delete(world, who="ana", name="Acme"):
    asked = await world.type(who, f"delete {name}")
    return await world.press(who, buttons(asked)[f"Delete {name}"])


async def seen(world):
    """All that is shown of customers to a manager, and what stands in the channel."""
    typed = ("list", "due team", "digest", "digest week", "complaints", "home", "team")
    shown = [said(await world.type("chloe", each)) for each in typed]
    told = [
        each.replace("/heed edit Acme", "").replace("/heed complaint Acme", "") for each in shown
    ]
    return told, [said(message) for _, message in world.posts()]


async def test_it_is_asked_once_with_what_goes(acme):
    asked = await acme.type("ana", "delete ACM")
    assert "🗑️ Delete Acme?" in said(asked)
    assert "advocate · Ana Reyes's" in said(asked)
    assert "the lid is loose" in said(asked)
    assert "reminder" in said(asked)
    assert "🪪 Acme" in said(await acme.type("ana", "customer acme"))


async def test_it_is_hidden_everywhere_at_once(acme):
    told = await delete(acme)
    assert "🗑️ Deleted: Acme" in said(told)
    for typed in ("customer acme", "customer acm", "log Maria Lopez called"):
        assert "No customer of that name" in said(await acme.type("ana", typed))
    shown, _ = await seen(acme)
    assert "Acme" not in "\n".join(shown)
    assert "Done" not in "\n".join(shown)
    for typed in ("", "acm", "Maria"):
        offered = await acme.do("ana", searching.search, Source.CUSTOMERS, typed)
        assert all("Create" in each.label for each in offered)
    await acme.turn(at("2026-11-17 12:00"))
    shown, _ = await seen(acme)
    assert "Acme" not in "\n".join(shown)


async def test_its_reminders_end_and_its_posts_say_so_without_buttons(acme):
    await delete(acme)
    posts = dict(acme.posts())
    assert "No longer needed" in said(posts[acme.asked_id])
    assert "Withdrawn: the customer was deleted." in said(posts[acme.complaint_id])
    assert not buttons(posts[acme.asked_id])
    assert not buttons(posts[acme.complaint_id])
    number = len(acme.posts())
    await acme.wait(days=7)
    await acme.leap(acme.clock.time + timedelta(days=53))
    assert len(acme.posts()) == number


async def test_a_complaint_that_nothing_waits_for_says_so_too(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme the lid is loose")
    complaint_id, post = world.post("Complaint: Acme")
    await world.press("ana", buttons(post)["Acknowledged"])
    await delete(world)
    assert "the customer was deleted" in said(dict(world.posts())[complaint_id])


async def test_what_stood_on_old_messages_is_gone(acme):
    card = await acme.type("ana", "list")
    old = await acme.type("ana", "log Acme sent a card")
    asked = await acme.type("ana", "delete Acme")
    await delete(acme)
    for action in (buttons(card)["Open"], buttons(asked)["Delete Acme"]):
        with pytest.raises(Gone):
            await acme.press("ana", action)
    with pytest.raises(Gone):
        await acme.press("ana", buttons(old)["Kind"], "note")


async def test_its_name_is_free_for_a_new_one_that_is_another(acme):
    undo = buttons(await delete(acme))["Undo"]
    card = await acme.type("ben", "new Acme prospect")
    assert "Not reached yet" in said(card)
    with pytest.raises(NameTaken, match="Acme"):
        await acme.press("ana", undo)
    await acme.type("ben", "edit Acme name Other")
    await acme.type("ben", "edit Other alias ACM")
    with pytest.raises(NameTaken):
        await acme.press("ana", undo)


@pytest.mark.parametrize("way", ["button", "undo", "undo Acme", "undo “acm”", "later"])
async def test_undone_it_is_whole_again_with_its_reminders_and_posts(acme, way):
    undo = buttons(await delete(acme))["Undo"]
    if way == "later":
        await acme.turn(at("2026-11-16 17:00"))
    if way in {"button", "later"}:
        told = await acme.press("ana", undo)
    else:
        told = await acme.type("ana", way)
    assert "The customer you deleted – Acme" in said(told)
    assert "🪪 Acme" in said(await acme.type("ana", "customer acm"))
    if way != "later":
        assert await seen(acme) == acme.before


@pytest.mark.parametrize("who", ["ana", "chloe"])
async def test_a_manager_and_the_owner_may_delete(acme, who):
    assert "Deleted" in said(await delete(acme, who))


async def test_nobody_else_may_even_with_a_forged_button(acme):
    with pytest.raises(OthersCustomer, match="Only Chloe or Ana may do that with Acme"):
        await acme.type("ben", "delete Acme")
    asked = await acme.type("ana", "delete Acme")
    with pytest.raises(OthersCustomer):
        await acme.press("ben", buttons(asked)["Delete Acme"])


async def test_nothing_is_deleted_by_a_word_too_many_or_a_name_that_is_near(acme):
    with pytest.raises(UnknownWords):
        await acme.type("ana", "delete Acme tomorrow")
    asked = await acme.type("ana", "delete Amce")
    assert "Which customer is it?" in said(asked)
    assert "Delete Acme?" in said(await acme.press("ana", buttons(asked)["This one"]))


async def test_it_can_be_had_again_by_name_for_thirty_days(acme):
    undo = buttons(await delete(acme))["Undo"]
    await acme.turn(at("2026-12-10 10:00"))
    with pytest.raises(DeletedBefore, match="You deleted Acme"):
        await acme.type("ana", "undo")
    with pytest.raises(NothingToUndo):
        await acme.type("ben", "undo")
    with pytest.raises(UnknownWords):
        await acme.type("ben", "undo Acme")
    assert "– Acme" in said(await acme.type("chloe", "undo Acme"))
    undo = buttons(await delete(acme))["Undo"]
    await acme.turn(at("2027-01-15 10:00"))
    with pytest.raises(DeletedTooLongAgo):
        await acme.press("ana", undo)
    with pytest.raises(UnknownWords):
        await acme.type("ana", "undo Acme")

"""One thing for many customers: a private list for each owner, ticked off row by row."""

import pytest

from domain.errors import NotUnderstood, Over, Wordless
from domain.touches import Kind
from features.occasions.rules import kind_of
from tests.world import buttons, said


def its(world, who):
    """What stands in somebody's direct messages of lists to tick off."""
    return [message for _, message in world.posts(f"U-{who}", "tick_share")]


def lines(message):
    return said(message).splitlines()


async def tick(world, who, name):
    """*Done* on that customer's row."""
    [message] = its(world, who)
    row = lines(message).index(f"⬜ {name}") - 1
    return await world.press(who, message.items[row].actions[0])


async def add(world, who, *names, rung="member"):
    for name in names:
        await world.type(who, f"new {name} {rung}")


async def test_each_owner_gets_a_list_that_is_edited_as_it_is_ticked(world):
    await add(world, "ana", "Acme", "Globex")
    await add(world, "ben", "Initech")
    await add(world, "ana", "Prospero", rung="prospect")
    begun = await world.type("chloe", "occasion Christmas cards for members")
    assert "Christmas cards for 3 customers" in said(begun)
    [hers] = its(world, "ana")
    assert lines(hers)[:3] == ["☑️ Christmas cards: 0 of 2 done", "⬜ Acme", "⬜ Globex"]
    assert its(world, "ben") == []  # it is night in New York
    told = await tick(world, "ana", "Acme")
    assert "Acme: Christmas cards" in said(told)
    assert lines(its(world, "ana")[0])[:2] == ["☑️ Christmas cards: 1 of 2 done", "✅ Acme"]
    assert "Christmas cards" in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(told)["Undo"])
    assert lines(its(world, "ana")[0])[1] == "⬜ Acme"
    assert "Christmas cards" not in said(await world.type("ana", "customer Acme"))
    await world.wait(hours=8)
    assert lines(its(world, "ben")[0])[1:] == ["⬜ Initech", "Chloe Martin began this list."]


async def test_it_is_closed_by_whoever_began_it_and_opened_again_by_undo(world):
    await add(world, "ana", "Acme")
    await world.type("chloe", "occasion Summer party for members")
    shown = await world.type("ana", "occasion")
    assert lines(shown)[1] == "☑️ Summer party: 0 of 1 done · Chloe Martin"
    assert list(buttons(shown)) == ["My part"]
    close = buttons(await world.type("chloe", "occasion"))["Close list"]
    with pytest.raises(Over, match="can close it"):
        await world.press("ana", close)
    closed = await world.press("chloe", close)
    assert lines(its(world, "ana")[0]) == ["☑️ Summer party: closed by Chloe Martin, 0 of 1 done"]
    await world.press("chloe", buttons(closed)["Undo"])
    assert "⬜ Acme" in said(its(world, "ana")[0])
    await tick(world, "ana", "Acme")
    assert "all done. Thank you." in said(its(world, "ana")[0])
    assert "No list is under way" in said(await world.type("chloe", "occasion"))


async def test_what_was_begun_is_taken_back_and_says_so(world):
    await add(world, "ana", "Acme")
    begun = await world.type("ana", "occasion Cards for Acme")
    await world.press("ana", buttons(begun)["Undo"])
    assert lines(its(world, "ana")[0]) == ["☑️ Cards: taken back by Ana Reyes, 0 of 1 done"]
    assert "No list is under way" in said(await world.type("chloe", "occasion"))


async def test_many_rows_come_in_pages_and_what_is_done_makes_room(world):
    names = [f"Member {letter}" for letter in "ABCDEFGHIJKL"]
    await add(world, "ana", *names)
    await world.type("ana", "occasion Cards for mine")
    [first] = its(world, "ana")
    assert "1 to 10 of 12 customers" in said(first)
    await world.press("ana", buttons(first)["More"])
    [second] = its(world, "ana")
    assert lines(second)[1:3] == ["⬜ Member K", "⬜ Member L"]
    await tick(world, "ana", "Member K")
    assert "✅ Member K\n⬜ Member L" in said(its(world, "ana")[0])
    await tick(world, "ana", "Member L")
    assert "⬜ Member A" in said(its(world, "ana")[0])


async def test_whoever_is_to_be_left_alone_is_on_no_list_and_a_complaint_rests_a_row(world):
    await add(world, "ana", "Acme", "Globex", "Initech")
    await world.type("ana", "do-not-contact Globex because they asked")
    await world.type("ana", "complaint Initech the parcel came broken")
    begun = await world.type("ana", "occasion Cards for members")
    assert "1 customer left out" in said(begun)
    assert lines(its(world, "ana")[0])[1:3] == ["⬜ Acme", "⏸️ Initech · not now: complaint open"]


async def test_a_customer_who_goes_to_somebody_else_goes_to_their_list(world):
    await add(world, "ana", "Acme", "Globex")
    await world.type("ana", "occasion Cards for members")
    await world.type("chloe", "edit Globex owner dev")
    assert lines(its(world, "ana")[0])[1:] == ["⬜ Acme"]
    await world.wait(days=1)
    assert "⬜ Globex" in said(its(world, "dev")[0])
    shown = await world.type("chloe", "hand-over ana dev")
    await world.press("chloe", next(iter(buttons(shown).values())))
    assert "⬜ Acme\n⬜ Globex" in said(its(world, "dev")[0])


@pytest.mark.parametrize(
    ("whom", "names"),
    [
        ("Acme and Globex", ["Acme", "Globex"]),
        ("mine", ["Acme", "Globex", "Initech"]),
        ("shoppers", ["Initech"]),
        ("lamps", ["Globex"]),
        ("our best", ["Acme"]),
        ("ben", ["Umbrella"]),
    ],
)
async def test_for_whom_it_is_may_be_said_in_many_ways(world, whom, names):
    await add(world, "chloe", "Acme", "Globex")
    await add(world, "chloe", "Initech", rung="shopper")
    await add(world, "ben", "Umbrella")
    await world.type("chloe", "edit Globex bought lamps, boiler")
    await world.type("chloe", "edit Acme star yes")
    await world.type("chloe", f"occasion Cards for {whom}")
    await world.wait(days=1)
    posts = [*its(world, "chloe"), *its(world, "ben")]
    assert [row[2:] for each in posts for row in lines(each) if row.startswith("⬜")] == names


async def test_what_names_nobody_begins_nothing(world):
    await add(world, "ana", "Acme")
    with pytest.raises(NotUnderstood, match="Nobody goes by zebras"):
        await world.type("ana", "occasion Cards for zebras")
    with pytest.raises(Wordless, match="for whom"):
        await world.type("ana", "occasion Cards")
    assert its(world, "ana") == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Christmas cards", Kind.GIFT),
        ("Summer party", Kind.MEETING),
        ("invitations to the fair", Kind.MESSAGE),
        ("Thank-you notes", Kind.THANKS),
        ("New Year's calls", Kind.CALL),
    ],
)
def test_a_tick_logs_the_kind_of_contact_that_it_is(name, kind):
    assert kind_of(name) is kind

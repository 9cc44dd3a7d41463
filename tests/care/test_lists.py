"""The plain lists: customers, complaints, the team; in pages, and never without what to do next."""

import pytest

from domain.commands import ManagersOnly, UnknownWords
from domain.customer_lists import Standing, read
from domain.customers import Rung
from domain.errors import Gone
from domain.permission_errors import TheirsOnly
from tests.world import at, buttons, said


@pytest.fixture
async def house(world):
    for typed in ("Acme advocate", "Borg prospect", "Cyberdyne customer"):
        await world.type_quietly("ana", f"new {typed}")
    await world.type_quietly("ben", "new Globex")
    return world


@pytest.fixture
async def told(house):
    async def tell(who, typed):
        return said(await house.type(who, typed))

    return tell


@pytest.mark.parametrize(
    ("typed", "rung", "standing", "whose"),
    [
        ("", None, Standing.EVERY, ""),
        ("mine", None, Standing.EVERY, "mine"),
        ("customers", None, Standing.EVERY, ""),
        ("customer", Rung.CUSTOMER, Standing.EVERY, ""),
        ("Prospects of Ana", Rung.PROSPECT, Standing.EVERY, "Ana"),
        ("ana's raving fans", Rung.RAVING_FAN, Standing.EVERY, "ana"),
        ("fans mine quiet", Rung.RAVING_FAN, Standing.QUIET, "mine"),
        ("nobody's members", Rung.MEMBER, Standing.NOBODYS, ""),
        ("quiet tomorrow", None, Standing.QUIET, "tomorrow"),
    ],
)
def test_what_a_list_is_to_show_is_said_in_any_order(typed, rung, standing, whose):
    wanted = read(typed)
    assert (wanted.rung, wanted.standing, wanted.whose) == (rung, standing, whose)


async def test_a_rep_looks_through_their_own_and_a_manager_through_all(told):
    for typed in ("list", "list mine", "list me", "list ana"):
        assert "Globex" not in await told("ana", typed)
        assert (await told("ana", typed)).count("Ana Reyes") == 3
    assert (await told("chloe", "list")).count("never reached") == 4
    assert "📇 Customers of Ben Okafor\n" in await told("chloe", "list ben")
    assert "Globex · prospect · Ben Okafor" in await told("chloe", "list prospects of @ben")


@pytest.mark.parametrize("typed", ["list ben", "list all", "list team prospects"])
async def test_everybody_sees_all_customers_of_the_workspace(told, typed):
    assert "Globex · prospect" in await told("ana", typed)


async def test_with_whom_somebody_is_late_is_for_them_and_their_manager(told):
    await told("ben", "list quiet")
    await told("chloe", "list ben quiet")
    with pytest.raises(TheirsOnly, match="Only Chloe, Ben's manager, or Ben can see this"):
        await told("ana", "list ben quiet")


async def test_words_that_mean_nobody_are_named(house):
    with pytest.raises(UnknownWords, match="I don't know “tomorrow” here"):
        await house.type("chloe", "list tomorrow")


async def test_who_waited_too_long_comes_with_whoever_waited_longest_first(house, told):
    await house.type("ana", "log Acme called Maria")
    await house.leap(at("2027-03-01 10:00"))
    quiet = await told("ana", "list quiet")
    assert "waiting too long to hear from us" in quiet
    assert quiet.index("Acme") > 0
    assert "Borg" not in await told("ana", "list quiet advocates")


async def test_a_list_has_pages_that_make_room_for_each_other(house):
    for number in range(12):
        await house.type_quietly("ana", f"new Client {number:02} shopper")
    first = await house.type("ana", "list shoppers")
    assert "1 to 10 of 12 customers" in said(first)
    second = await house.press("ana", buttons(first)["More"])
    assert "Client 11" in said(second)
    assert "Client 00" not in said(second)
    assert "Client 00" in said(await house.press("ana", buttons(second)["Back"]))
    forged = buttons(first)["More"]
    with pytest.raises(Gone):
        await house.do("ana", house.heed.registry.presses[forged.action_id].act, 0, "king", "every")


@pytest.mark.parametrize(
    ("typed", "todo"),
    [
        ("list", "/heed new Initech prospect"),
        ("list members", "/heed edit Acme rung member"),
        ("list quiet", "/heed due"),
        ("list nobody's", "/heed list all"),
        ("complaints", "/heed complaint Acme"),
    ],
)
async def test_an_empty_list_says_what_to_do_next(world, typed, todo):
    assert todo in said(await world.type("chloe", typed))


async def test_open_complaints_are_listed_the_oldest_first(house, told):
    await house.type("ana", "complaint Borg the lid is loose")
    await house.type("ben", "complaint Globex it came late")
    every = await told("chloe", "complaints")
    assert every.index("the lid is loose") < every.index("it came late")
    assert "it came late" not in await told("chloe", "complaints ana")
    assert "the lid is loose" in await told("ana", "complaints")
    assert "it came late" not in await told("ana", "complaints mine")
    with pytest.raises(ManagersOnly):
        await house.type("ana", "complaints team")
    for number in range(10):
        await house.type_quietly("ana", f"complaint Acme part {number} is broken")
    first = await house.type("chloe", "complaints")
    assert "part 9" in said(await house.press("chloe", buttons(first)["More"]))


async def test_a_manager_sees_what_each_of_the_team_has_to_do(house, told):
    await house.type("ben", "log Globex asked about prices")
    await house.turn(at("2026-11-17 09:30"))
    team = await house.type("chloe", "team")
    assert "Ana Reyes · 3 customers · 1 reminder waits" in said(team)
    assert "Ben Okafor · 1 customer · 1 reminder waits" in said(team)
    assert "Chloe Martin · manager" in said(team)
    assert "Gil Novak" not in said(team)
    of_ben = next(item for item in team.items if "Ben" in str(item.line)).actions[0]
    assert "Globex" in said(await house.press("chloe", of_ben))
    mine = await told("ana", "team")
    assert "Ana Reyes · 3 customers" in mine
    assert "Ben Okafor\n" in mine

"""Two customers who are one: all of both under one name, and undone as if it had never been."""

import pytest

import features
from care import replies, searching
from care.replies import Reply
from domain.commands import MergedSince, UnknownWords
from domain.errors import BuiltUpon, Gone, NoSuchCustomer, Over, Wordless
from domain.forms import Source
from domain.permission_errors import OthersCustomer
from store.tables.base import Audited, Base
from tests.world import PLACE, at, buttons, said


def test_every_table_of_facts_about_customers_goes_along():
    mapped = {mapper.class_ for mapper in Base.registry.mappers}
    ours = [it for it in mapped if it.__module__.startswith(("store.", "features."))]
    facts = [it for it in ours if issubclass(it, Audited) and hasattr(it, "customer_id")]
    names = {it.__tablename__ for it in facts}
    assert names == {"contact", "touch", *features.build().belongings}


@pytest.fixture
async def two(world):
    """Acme, Ben's, has a promise that Dev has taken and an open complaint; Acme Ltd is Ana's."""
    await world.type("ben", "new Acme advocate Maria Lopez maria@acme.com")
    await world.type("ben", "edit Acme alias ACM")
    await world.type("ben", "edit Acme contact Jo Li 020 7946 0000")
    await world.type("ana", "new Acme Holdings prospect Maria Lopez 020 1111 2222")
    world.logged = await world.type("ben", "log Acme called Maria Lopez, she was happy")
    await world.type("ana", "log Acme Holdings emailed Maria Lopez about the offer")
    await world.type("ben", "promise Acme today 11:30am call Maria Lopez")
    await world.turn(at("2026-11-16 15:00"))
    await world.type("ben", "complaint Acme the lid is loose")
    world.asked_id, asked = world.post("We promised")
    world.complaint_id, _ = world.post("Complaint: Acme")
    await world.press("dev", buttons(asked)["I'll take it"])
    return world


async def merge(world, who="chloe", words="Acme into Acme Holdings", into="Acme Holdings"):
    asked = await world.type(who, f"merge {words}")
    return await world.press(who, buttons(asked)[f"Merge into {into}"])


async def seen(world):
    typed = (
        "list",
        "due team",
        "digest week",
        "complaints",
        "customer acm",
        "customer Acme Holdings",
    )
    cards = ("customer Acme Holdings", "customer acme")
    shown = [said(await world.type("chloe", each)) for each in (*typed, *cards)]
    return shown, [said(message) for _, message in world.posts()]


@pytest.mark.parametrize(
    "words",
    [
        "Acme into Acme Holdings",
        "“acm” INTO „acme holdings“",
        "Acme, Acme Holdings",
        "Acme and Acme Holdings",
        "Acme with Acme Holdings",
        "acm -> acme holdings",
    ],
)
async def test_it_is_asked_once_which_way_and_nothing_is_done_yet(two, words):
    asked = await two.type("chloe", f"merge {words}")
    assert "🔗 Are Acme and Acme Holdings one customer?" in said(asked)
    assert "Acme · advocate · Ben Okafor" in said(asked)
    assert list(buttons(asked)) == ["Merge into Acme Holdings", "Merge into Acme"]
    assert "🪪 Acme\n" in said(await two.type("ana", "customer acm"))


async def test_all_of_both_stands_under_one_name(two):
    told = await merge(two)
    assert "🔗 Acme is Acme Holdings now" in said(told)
    for name in ("acme", "ACM", "Acme Holdings"):
        card = said(await two.type("ana", f"customer {name}"))
        assert "🪪 Acme Holdings\n" in card
        assert "Advocate · Ana Reyes's" in card
        assert card.count("👤 Maria Lopez") == 1
        assert "maria@acme.com" in card
        assert "020 1111 2222" in card
        assert "👤 Jo Li" in card
        assert "Also known as Acme, ACM" in card or "Also known as Acme and ACM" in card
        assert "she was happy" in card
        assert "about the offer" in card
        assert "🔥 Complaint" in card
    listed = said(await two.type("chloe", "list"))
    assert listed.count("Acme") == 1
    offered = await two.do("ana", searching.search, Source.CUSTOMERS, "acme")
    known = [each.label for each in offered if "Create" not in each.label]
    assert known == ["Acme Holdings · Ana Reyes"]


async def test_what_is_open_goes_on_where_it_stands_and_each_need_is_asked_once(two):
    number = len(two.posts())
    await merge(two)
    posts = dict(two.posts())
    assert "Acme Holdings" in said(posts[two.asked_id])
    assert "Dev Patel has it" in said(posts[two.asked_id])
    assert "🔥 Complaint: Acme Holdings" in said(posts[two.complaint_id])
    assert "Ana Reyes" in said(posts[two.complaint_id])
    await two.turn(at("2026-11-17 12:00"))
    assert sum("We promised" in each for each in two.reminders()) == 1
    assert len([it for _, it in two.posts() if "Complaint:" in said(it)]) == 1
    assert len(two.posts()) - number <= 1
    noted = Reply(PLACE, two.asked_id, "r1", "called Maria, all is well", "1")
    assert (await two.do("ben", replies.heard, noted)).is_noted
    assert "all is well" in said(await two.type("ben", "customer Acme Holdings"))
    resolved = await two.resolve("ben", posts[two.complaint_id])
    assert "Acme Holdings" in said(resolved)


async def test_a_need_that_both_have_is_asked_once(world):
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} advocate Maria Lopez")
        await world.type("ana", f"log {name} called Maria Lopez, she was happy")
    await world.turn(at("2026-11-16 09:15"))
    assert sum("Thank" in each for each in world.reminders()) == 2
    await merge(world, words="Acme into Globex", into="Globex")
    thanks = [each for each in world.reminders() if "Thank" in each]
    assert sum("No longer needed" in each for each in thanks) == len(thanks) - 1
    assert "Thank" in said(await world.type("ana", "due"))
    await world.wait(days=3)
    asked = [each for each in world.reminders() if "Thank" in each and "No longer" not in each]
    assert len(asked) == 1


@pytest.mark.parametrize("way", ["button", "undo", "undo 1"])
async def test_undone_all_is_as_it_was(two, way):
    before = await seen(two)
    told = await merge(two)
    if way == "button":
        undone = await two.press("chloe", buttons(told)["Undo"])
    else:
        undone = await two.type("chloe", way)
    assert "That two customers are one – Acme Holdings" in said(undone)
    assert await seen(two) == before
    await two.type("ben", "log Acme sent Maria a card")
    assert "sent Maria a card" not in said(await two.type("ana", "customer Acme Holdings"))


async def test_what_was_said_since_stays_with_the_name_that_it_was_said_of(two):
    told = await merge(two)
    await two.type("ana", "log acme sent the contract")
    await two.press("chloe", buttons(told)["Undo"])
    assert "sent the contract" in said(await two.type("ana", "customer Acme Holdings"))
    assert "sent the contract" not in said(await two.type("ana", "customer acm"))


async def test_what_others_have_done_since_with_what_came_along_keeps_them_one(two):
    told = await merge(two)
    done = await two.press("dev", dict(two.posts())[two.asked_id].actions[0])
    with pytest.raises(BuiltUpon, match="Dev Patel"):
        await two.press("chloe", buttons(told)["Undo"])
    await two.press("dev", buttons(done)["Undo"])
    assert "are one" in said(await two.press("chloe", buttons(told)["Undo"]))


async def test_what_came_before_is_taken_back_only_once_they_are_two_again(two):
    told = await merge(two)
    with pytest.raises(MergedSince):
        await two.press("ben", buttons(two.logged)["Undo"])
    await two.press("chloe", buttons(told)["Undo"])
    assert "What you logged – Acme" in said(await two.press("ben", buttons(two.logged)["Undo"]))


async def test_a_name_changed_since_by_another_keeps_them_one(two):
    told = await merge(two)
    await two.type("ana", "edit Acme Holdings alias AH")
    with pytest.raises(BuiltUpon, match="Ana Reyes"):
        await two.press("chloe", buttons(told)["Undo"])


async def test_whoever_is_no_managers_may_give_up_their_own_alone(two):
    asked = await two.type("ben", "merge Acme into Acme Holdings")
    assert list(buttons(asked)) == ["Merge into Acme Holdings"]
    with pytest.raises(OthersCustomer, match="Only Chloe or Ben may do that with Acme"):
        await two.press("ana", buttons(asked)["Merge into Acme Holdings"])
    with pytest.raises(OthersCustomer):
        await two.type("dev", "merge Acme into Acme Holdings")
    assert "is Acme Holdings now" in said(
        await two.press("ben", buttons(asked)["Merge into Acme Holdings"])
    )
    with pytest.raises(Gone):
        await two.press("ben", buttons(asked)["Merge into Acme Holdings"])


async def test_names_that_are_near_are_asked_about_and_those_that_nobody_has_are_named(two):
    asked = await two.type("chloe", "merge Acmee into Acme Holdings")
    assert "🔗 Are Acme and Acme Holdings one" in said(asked) or "Which two" in said(asked)
    with pytest.raises(NoSuchCustomer, match="Umbrella"):
        await two.type("chloe", "merge Umbrella into Acme")
    with pytest.raises(UnknownWords, match="“quickly”"):
        await two.type("chloe", "merge Acme into Acme Holdings quickly")
    with pytest.raises(Wordless, match="Which two customers"):
        await two.type("chloe", "merge Acme")
    with pytest.raises(Over):
        await two.type("chloe", "merge Acme into ACM")


async def test_where_it_may_only_be_done_the_other_way_round_it_says_why(two):
    asked = await two.type("ben", "merge Acme Holdings into Acme")
    assert list(buttons(asked)) == ["Merge into Acme Holdings"]
    assert "or a manager may put Acme Holdings into another." in said(asked)

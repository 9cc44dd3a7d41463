"""Causes: what they ask for, when they are told of, and what follows once they are removed."""

import pytest

from domain.errors import Misfilled
from features.causes.rules import DEFAULT, policies
from features.complaints.rules import KIND
from tests.world import at, buttons, said


def test_each_cause_has_questions_and_steps():
    assert set(policies()) == set(DEFAULT)
    assert all(each.questions and each.steps for each in policies().values())


def heads(world):
    return [message for _, message in world.posts(kind=KIND)]


def step(message, words):
    """The button beside that step."""
    told = (each for each in message.items if words in getattr(each.line[-1], "text", ""))
    return next(each for each in told if each.actions).actions[0]


@pytest.fixture
async def three(world):
    """Two are Ana's and one is Chloe's; all wait for what is late."""
    words = ("the parcel is late", "where is it? It is overdue", "delayed once more")
    for name, owner, told in zip(
        ("Acme", "Globex", "Initech"), ("ana", "ana", "chloe"), words, strict=True
    ):
        await world.type(owner, f"new {name} customer")
        assert world.posts("U-chloe", kind="cause to remove") == []
        await world.type(owner, f"complaint {name} {told}")
        await world.wait(minutes=10)
    return world


async def test_its_policy_stands_in_the_complaint_and_its_steps_are_ticked(three):
    post = heads(three)[0]
    assert "❓ Ask: By when do they need it" in said(post)
    told = await three.press("ben", step(post, "Find out where it is"))
    assert "☑️ Acme: Find out where it is" in said(told)
    assert "☑️ Find out where it is, and tell them a day that holds · Ben" in said(heads(three)[0])
    await three.press("ben", buttons(told)["Undo"])
    assert "⬜ Find out where it is" in said(heads(three)[0])


async def test_the_third_of_one_cause_in_a_month_tells_the_managers_once(three):
    ((_, told),) = three.posts("U-chloe", kind="cause to remove")
    assert "🧩 3 complaints of one cause in 30 days: “late delivery”" in said(told)
    assert "Globex: “where is it? It is overdue”" in said(told)
    await three.type("ana", "complaint Acme and the next one is late, too")
    assert len(three.posts("U-chloe", kind="cause to remove")) == 1


async def test_what_the_managers_were_told_is_taken_back_with_a_complaint(three):
    await three.type("chloe", "undo")
    ((_, told),) = three.posts("U-chloe", kind="cause to remove")
    assert "↩️ Only 2 complaints of one cause in 30 days now: “late delivery”" in said(told)
    assert "Initech" not in said(told)


async def test_removed_everybody_who_raised_it_is_told_and_only_then_is_it_closed(three):
    _, told = three.posts("U-chloe", kind="cause to remove")[0]
    form = await three.press("chloe", buttons(told)["Removed …"])
    with pytest.raises(Misfilled):
        await three.fill("chloe", form)
    await three.fill("chloe", form, words="a new carrier since Monday")
    _, anas = three.posts("U-ana", kind="tick_share")[0]
    assert "You said, we did: late delivery. a new carrier since Monday" in said(anas)
    assert "⬜ Acme · “the parcel is late (16 Nov)”" in said(anas)
    first, second = (each for each in anas.items if each.actions)
    await three.press("ana", first.actions[0])
    assert "💬 Removed, 1 of 3 told: “late delivery”" in said(await three.type("ana", "causes"))
    assert "You said, we did: late delivery" in said(await three.type("ana", "customer acme"))
    await three.press("ana", second.actions[0])
    _, chloes = three.posts("U-chloe", kind="tick_share")[0]
    await three.press("chloe", buttons(chloes)["Done"])
    overview = said(await three.type("ana", "causes"))
    assert "✅ Removed, 3 of 3 told: closed: “late delivery”" in overview
    assert "🧩 “late delivery”: 3 complaints" in overview


async def test_what_was_told_of_before_is_not_told_of_again(three):
    _, told = three.posts("U-chloe", kind="cause to remove")[0]
    form = await three.press("chloe", buttons(told)["Removed …"])
    await three.fill("chloe", form, words="a new carrier")
    await three.turn(at("2026-11-25 09:00"))
    form = await three.press("chloe", buttons(await three.type("chloe", "causes"))["Removed …"])
    answer = said(await three.fill("chloe", form, cause="late delivery", words="another carrier"))
    assert "Nobody has to be told." in answer

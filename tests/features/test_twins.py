"""Who has complained about the same, and who may have it and says nothing."""

import pytest

from benchmarks.twins.__main__ import BY_HAND, measure
from features.causes.rules import DEFAULT, told
from features.complaints.rules import KIND
from features.twins.rules import Said, concerned, twins
from tests.world import at, buttons, said


def complaint(id_, words):
    return Said(id=id_, customer_id=id_, words=words, causes=told(words, DEFAULT))


def test_twins_are_about_the_same_thing_and_one_cause():
    others = [
        complaint(1, "boiler broke down on the first evening"),
        complaint(2, "the boiler came late"),
        complaint(3, "the sofa is broken"),
        complaint(4, "faulty boiler, no hot water"),
    ]
    found = twins(complaint(5, "the new boilr does not work"), others)
    assert {each.id for each in found} == {1, 4}


def test_of_thirty_written_by_hand_most_are_found_and_few_are_false():
    found = measure(BY_HAND)
    assert found.recall >= 0.8
    assert found.false <= 0.2


@pytest.mark.parametrize(
    ("words", "bought", "those"),
    [
        ("the boiler leaks", "lamps, boiler", ["boiler"]),
        ("it leaks", "boiler", ["boiler"]),
        ("it leaks", "lamps, boiler", []),
        ("it leaks", "", []),
    ],
)
def test_what_it_is_about_is_what_they_have_bought(words, bought, those):
    assert concerned(words, bought) == those


def head(world, place):
    return world.posts(kind=KIND)[place][1]


async def test_others_are_told_first_by_their_owners(world):
    for name, owner in (("Acme", "ana"), ("Globex", "ana"), ("Initech", "ben")):
        await world.type(owner, f"new {name} customer")
        await world.type(owner, f"edit {name} bought lamps, boiler")
    await world.type("ana", "complaint Acme the boiler broke on the first day")
    await world.wait(days=3)
    await world.type("ben", "complaint Globex our boiler is faulty")
    post = head(world, 1)
    assert "👯 Said by Acme: “the boiler broke on the first day”" in said(post)
    assert "🤫 May have it too: Initech: “boiler”" in said(post)
    first = next(each for each in post.items if "Initech" in said_line(each)).actions[0]
    assert first.label == "Tell them first"
    await world.press("ana", first)
    assert "Initech: “boiler” · on the list to be told first" in said(head(world, 1))
    await world.wait(hours=6)  # it is morning for Ben
    _, mine = world.posts("U-ben", kind="tick_share")[0]
    assert "Tell them first: our boiler is faulty" in said(mine)
    await world.press("ben", buttons(mine)["Done"])
    assert "Tell them first" in said(await world.type("ben", "customer initech"))
    await world.turn(at("2027-03-01 09:00"))
    await world.type("ana", "new Umbrella customer")
    await world.type("ana", "complaint Umbrella the boiler is faulty")
    assert "👯" not in said(head(world, 2))


def said_line(item):
    return "".join(getattr(part, "name", "") for part in item.line)

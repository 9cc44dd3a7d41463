"""One of us leaves: everything of theirs has somebody at once, who may pass it on."""

import pytest

from care import team
from domain.errors import Over
from domain.permission_errors import NotForAll
from store import teammates
from tests.world import buttons, said, teammate

pytestmark = pytest.mark.both_databases
NAMES = ("Acme", "Borg", "Cyberdyne", "Globex", "Hooli", "Initech")


@pytest.fixture
async def busy(world):
    """Ben's six customers; Ana has spoken with one of them, and tried two others in vain, as Dev
    has four.
    """
    for name in NAMES:
        await world.type_quietly("ben", f"new {name} customer")
    await world.type_quietly("ana", "log Acme called Maria about the renewal, she was happy")
    for name in ("Borg", "Globex"):
        await world.type_quietly("ana", f"log {name} called, no answer")
    for name in ("Borg", "Globex", "Hooli", "Cyberdyne"):
        await world.type_quietly("dev", f"log {name} called, no answer")
    await world.type("ana", "complaint Initech it broke")
    return world


async def ben(world, **more):
    person = teammate("ben", "Ben Okafor", "America/New_York", **more)
    await world.do_clock(team.introduce, (person,))


async def leaves(world):
    await ben(world, is_active=False)


async def owner(world, name="acme"):
    card = said(await world.type("dev", f"customer {name}"))
    return next((who for who in ("Ana", "Ben", "Chloe", "Dev") if f"· {who} " in card), "")


def told(world, who):
    ((_, message),) = [it for it in world.posts(f"U-{who}") if it[1].id == "left"]
    return message


async def test_whoever_they_heard_most_has_them_at_once_and_reads_who_waits_first(busy):
    await leaves(busy)
    assert [await owner(busy, each) for each in NAMES] == ["Ana"] * 6
    yours = told(busy, "ana")
    assert said(yours).startswith("🤝 Ben Okafor has left: 6 customers of theirs are yours now.")
    assert "\nThese wait first:\nInitech · customer\n" in said(yours)
    assert said(yours).count("· customer") == 5
    assert "Initech" in said(await busy.press("ana", yours.items[1].actions[0]))
    assert "6 customers of theirs are now Ana Reyes's" in said(told(busy, "chloe"))
    assert "Ana Reyes's customer" in said(busy.post("Complaint: Initech")[1])


async def test_whoever_has_them_may_decline_to_the_manager_and_take_that_back(busy):
    await leaves(busy)
    with pytest.raises(NotForAll, match="Only Ana Reyes or a manager"):
        await busy.press("dev", buttons(told(busy, "ana"))["They go to our manager instead"])
    declined = await busy.press("ana", buttons(told(busy, "ana"))["They go to our manager instead"])
    assert await owner(busy) == "Chloe"
    assert "that you had went to somebody else" in said(told(busy, "ana"))
    _, yours = busy.post("6 customers of theirs are yours now", "U-chloe")
    assert "They go to our manager instead" not in buttons(yours)
    await busy.press("ana", buttons(declined)["Undo"])
    assert await owner(busy) == "Ana"
    assert "are yours now" in said(told(busy, "ana"))


def name_dev(work, _):
    (ben,), (dev,) = (teammates.called(work, who) for who in ("ben", "dev"))
    teammates.change(work, ben.id, stand_in_id=dev.id)


async def test_whom_they_had_named_has_them_before_anybody_else(busy):
    await busy.do_clock(name_dev)
    await leaves(busy)
    assert await owner(busy) == "Dev"


async def test_a_manager_takes_them_without_asking(busy):
    await leaves(busy)
    await busy.press("chloe", buttons(told(busy, "chloe"))["I'll take them"])
    assert await owner(busy) == "Chloe"


async def test_where_nobody_knows_them_their_manager_has_them_and_is_told_once(world):
    await world.type("ben", "new Acme customer")
    await world.type("chloe", "team @ben manager @dev")
    await leaves(world)
    assert await owner(world) == "Dev"
    assert "1 customer of theirs is yours now" in said(told(world, "dev"))
    assert not world.posts("U-chloe", "left to you")


async def test_whoever_is_back_has_again_whom_nobody_has_passed_on(busy):
    await leaves(busy)
    await busy.type("chloe", "edit Borg owner @dev")
    await ben(busy)
    assert await owner(busy, "borg") == "Dev"
    assert await owner(busy, "initech") == "Ben"
    assert "Ben Okafor is back" in said(told(busy, "ana"))
    await leaves(busy)
    assert await owner(busy, "initech") == "Ana"


async def test_what_nobody_can_decline_to_stays_until_it_is_handed_over(busy):
    await leaves(busy)
    await busy.do_clock(
        team.introduce, (teammate("chloe", "Chloe Martin", "UTC", is_active=False),)
    )
    with pytest.raises(Over, match="No manager is there"):
        await busy.press("ana", buttons_before(busy, "ana"))


def buttons_before(world, who):
    """As somebody still sees it whose message was not edited yet."""
    return next(
        buttons(each.message)["They go to our manager instead"]
        for each in world.courier.sent
        if each.post.address == f"U-{who}" and each.message.id == "left"
    )

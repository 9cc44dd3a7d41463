"""What a platform has refused for good is not forgotten: it is asked elsewhere, and said."""

import pytest

from care import due_nudges, outbox, places, team
from care.courier import Refused
from handlers.console import checking
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, said, teammate

GUEST = teammate("ana", "Ana Reyes", "Europe/London", is_guest=True)


@pytest.fixture
def refuse(world, monkeypatch):
    """Whatever is new at these addresses is refused for good; where it was tried."""
    accept, closed, tried = world.courier.accept, set(), []

    async def send(delivery):
        if {delivery.post.address, delivery.post.kind} & closed:
            tried.append(delivery.post.address)
            raise Refused("invalid_blocks")
        return accept(delivery)

    def begin(*addresses_or_kinds):
        closed.clear()
        closed.update(addresses_or_kinds)
        return tried

    monkeypatch.setattr(world.courier, "send", send)
    return begin


async def enquire(world, who="ben"):
    await world.type("ana", "new Acme suspect")
    await world.type(who, "log Acme asked about prices")


def asked(world, who):
    return world.posts(f"U-{who}", kind="nudge")


async def test_its_owner_is_asked_in_private_once_and_can_answer_there(world, refuse):
    tried = refuse(PLACE)
    await enquire(world)
    ((id_, message),) = asked(world, "ana")
    await world.wait(days=1)
    assert (tried, len(asked(world, "ana")), asked(world, "chloe")) == ([PLACE], 1, [])
    await world.press("ana", buttons(message)["Answered"])
    assert "✅ Ana Reyes answered them" in said(dict(world.posts("U-ana"))[id_])


async def test_a_manager_is_asked_where_the_owner_can_not_be(world, refuse):
    refuse(PLACE, "U-ana")
    await enquire(world)
    assert asked(world, "ana") == []
    assert len(asked(world, "chloe")) == 1


async def test_an_owner_who_is_a_guest_by_now_is_never_asked(world, refuse):
    refuse(PLACE)
    await world.type("ana", "new Acme suspect")
    await world.do_clock(team.introduce, (GUEST,))
    await world.type("ben", "log Acme asked about prices")
    assert asked(world, "ana") == []
    assert len(asked(world, "chloe")) == 1


async def test_nor_is_who_becomes_one_before_it_is_sent(world, refuse):
    refuse(PLACE)
    await world.type("ana", "new Acme suspect")
    await world.type_quietly("ben", "log Acme asked about prices")
    await look_at_all(world)
    (post,) = await world.do_clock_quietly(outbox.claim, 30.0, 20)
    assert await world.do_clock_quietly(outbox.give_up, post, "invalid_blocks")
    await look_at_all(world)
    await world.heed.do(team.introduce, world.tenancy, (GUEST,))
    await world.settle()
    assert asked(world, "ana") == []
    assert len(asked(world, "chloe")) == 1


async def look_at_all(world):
    ids = [id_ for _, id_ in (await world.do_clock_quietly(due_nudges.due, 20)).nudges]
    assert await world.do_clock_quietly(due_nudges.look_all, ids) == []


async def test_what_nobody_can_be_asked_is_tried_again_each_morning(world, refuse):
    tried = refuse(PLACE, "U-ana", "U-chloe")
    await enquire(world)
    assert tried == [PLACE, "U-ana", "U-chloe"]
    await world.turn(at("2026-11-17 09:00"))
    digest = said(await world.type("chloe", "digest"))
    assert "⚠️ Refused by the channel: 1 reminder, not asked of anybody yet" in digest
    tried.clear()
    await world.turn(at("2026-11-17 09:15"))
    assert tried == [PLACE, "U-ana", "U-chloe"]
    refuse()
    await world.turn(at("2026-11-18 09:15"))
    assert len(world.reminders()) == 1
    assert "Refused" not in said(await world.type("chloe", "digest"))


async def test_the_digest_says_so_and_opens_them_and_check_says_why(world, refuse):
    refuse(PLACE)
    await enquire(world)
    told = await world.type("chloe", "digest")
    assert "⚠️ Refused by the channel: 1 reminder, asked in private instead" in said(told)
    line = next(fact for fact in told.items if "⚠️" in said_line(fact))
    opened = said(await world.press("chloe", line.actions[0]))
    assert "Acme" in opened
    assert "Ana Reyes" in opened
    found = (await checking.look_around(world.heed, world.tenancy))[-2]
    assert not found.is_good
    assert found.told.startswith("1 was refused for good in the last days (“invalid_blocks” 1×)")
    await world.type("ana", "log Acme emailed them")
    assert "Refused" not in said(await world.type("chloe", "digest"))


def said_line(fact):
    return "".join(str(part) for part in fact.line)


async def test_a_rep_reads_nothing_of_other_peoples_refusals(world, refuse):
    refuse(PLACE)
    await enquire(world)
    assert "Refused" not in said(await world.type("ben", "digest"))


async def test_the_step_of_a_complaint_whose_own_post_is_refused_comes_without_a_thread(
    world, refuse
):
    refuse("complaint")
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    ((id_, message),) = world.posts(kind="nudge")
    assert world.courier.shown[id_].thread is None
    await world.press("ben", buttons(message)["Acknowledged"])
    assert "✅" in said(dict(world.posts())[id_])


async def test_an_edit_that_was_refused_is_made_with_the_next_one(world):
    await enquire(world)
    ((id_, message),) = world.posts(kind="nudge")
    world.courier.troubles = [Refused("cant_update_message")]
    await world.press("ben", buttons(message)["I'll take it"])
    await world.press("ben", buttons(message)["Answered"])
    assert "✅ Ben Okafor answered them" in said(dict(world.posts())[id_])


@ON_SQLITE
async def test_what_is_refused_in_a_lost_channel_comes_when_it_is_won_back(world):
    """Two were on their way: the second is refused when the loss is known already."""
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} suspect")
        await world.type_quietly("ben", f"log {name} asked about prices")
    lost = Refused("not_in_channel", is_place_lost=True)
    world.courier.troubles = [lost, lost]
    await world.settle()
    assert asked(world, "ana") == []
    assert "Refused" not in said(await world.type("chloe", "digest"))
    members = ("U-ana", "U-ben")
    await world.do_clock(places.arrived, PLACE, "care", members, is_shared=False)
    await world.press("chloe", buttons(world.posts(PLACE)[-1][1])["Yes, post here"])
    assert len(world.reminders()) == 2

"""Who answers for a rep's customers while they are away, and for what."""

import pytest

from care import planning
from domain.errors import Over
from store import nudges
from tests.world import at, buttons, said


@pytest.fixture
async def away(world):
    """Ana from Tuesday to Friday week, and Ben stands in; Acme is asked about, Globex is not."""
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "new Globex shopper")
    await world.type("chloe", "team @ana stand-in @ben")
    told = said(await world.type("ana", "away 17 Nov - 27 Nov because of a trip"))
    assert "Ben Okafor stands in" in told
    await world.turn(at("2026-11-17 15:00"))  # ten o'clock in New York
    return world


async def test_whoever_stands_in_is_told_once_with_what_waits_and_hands_on_what_they_cannot(away):
    told = [said(message) for _, message in away.posts("U-ben", kind="stand-in told")]
    assert len(told) == 1
    assert "Ana Reyes is away from Tue 17 Nov 2026 until Fri 27 Nov 2026" in told[0]
    _, message = away.post("Ana Reyes is away", address="U-ben")
    with pytest.raises(Over):
        await away.press("chloe", buttons(message)["I can't"])
    done = said(await away.press("ben", buttons(message)["I can't"]))
    assert "Chloe Martin stands in for Ana Reyes" in done
    await away.type("dev", "log Acme asked about prices")
    assert "and Chloe Martin stands in" in away.reminders()[-1]
    assert len(away.posts("U-chloe", kind="stand-in told")) == 1


async def test_the_word_to_the_stand_in_opens_the_five_that_wait_first(world):
    for number in range(6):
        await world.type_quietly("ana", f"new Client {number} suspect")
        await world.type_quietly("dev", f"log Client {number} asked about prices")
    await world.type("ana", "away 17 Nov - 20 Nov stand-in @ben")
    await world.turn(at("2026-11-17 15:00"))
    _, word = world.post("Ana Reyes is away", address="U-ben")
    assert said(word).count("Client") == 5
    assert said(word).count("💬 “asked about prices”") == 5
    assert "🪪 Client" in said(await world.press("ben", buttons(word)["Open"]))


async def test_what_cannot_wait_is_asked_of_the_stand_in_and_the_rest_of_nobody(away):
    await away.type("dev", "log Acme asked about prices")
    assert "Ana Reyes's customer, and Ben Okafor stands in" in away.reminders()[-1]
    assert "Acme" in said(await away.type("ben", "due"))
    assert "Nothing waits" in said(await away.type("ana", "due"))
    await away.type("ana", "away off")
    assert "stands in" not in away.reminders()[-1]
    assert "Acme" in said(await away.type("ana", "due"))
    assert "Nothing waits" in said(await away.type("ben", "due"))


async def test_a_stand_in_who_is_away_passes_it_to_the_manager_who_is_told(away):
    await away.type("dev", "log Acme asked about prices")
    await away.type("ben", "away today")
    await away.turn(at("2026-11-17 15:05"))
    assert "and Chloe Martin stands in" in away.reminders()[-1]
    away.post("Ana Reyes is away", address="U-chloe")
    await away.turn(at("2026-11-18 15:05"))
    assert "and Ben Okafor stands in" in away.reminders()[-1]


async def test_what_cannot_wait_is_asked_in_the_channel_though_nobody_is_there(world):
    await world.type("ana", "new Acme suspect")
    for who in ("ana", "chloe"):
        await world.type(who, "away 16 Nov - 20 Nov")
    await world.type("ben", "log Acme asked about prices")
    assert "Ana Reyes's customer" in world.reminders()[-1]


async def test_an_absence_that_is_taken_back_gives_all_of_it_back_at_once(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "away 16 Nov - 20 Nov stand-in @chloe")
    await world.type("dev", "log Acme asked about prices")
    assert "Chloe Martin stands in" in world.reminders()[-1]
    await world.type("ana", "undo")
    assert "stands in" not in world.reminders()[-1]
    assert "Acme" in said(await world.type("ana", "due"))


async def test_what_the_owner_had_taken_is_let_go_when_it_cannot_wait(world):
    await world.type("ana", "new Acme suspect")
    await world.type("dev", "log Acme asked about prices")
    _, post = world.post("Answer Acme")
    await world.press("ana", buttons(post)["I'll take it"])
    await world.type("ana", "away 16 Nov - 20 Nov stand-in @ben")
    await world.turn(at("2026-11-16 09:01"))
    assert "Ana Reyes has it" not in world.reminders()[-1]
    assert "Acme" in said(await world.type("ben", "due"))


async def test_a_complaint_stays_with_the_stand_in_until_it_is_resolved_or_taken_back(away):
    await away.type("dev", "complaint Acme it broke")
    await away.turn(at("2026-11-30 10:00"))
    assert all("Ben Okafor stands in" in each for each in away.reminders())
    (_, first), *_, (_, last) = away.posts(kind="nudge")
    await away.press("ben", buttons(first)["Acknowledged"])
    await away.turn(at("2026-12-01 12:00"))
    assert "Ben Okafor stands in" in away.reminders()[-1]
    await away.press("ana", buttons(last)["I'll take it"])
    assert "stands in" not in "".join(away.reminders())


async def test_whoever_stands_in_takes_nothing_over_but_another_colleague_does(away):
    await away.type("dev", "log Acme asked about prices")
    _, post = away.posts(kind="nudge")[-1]
    await away.press("ben", buttons(post)["I'll take it"])
    assert away.posts("U-ana", kind="taken over") == []
    await away.type("dev", "new Zeta suspect")
    await away.type("dev", "edit Zeta owner ana")
    await away.type("ben", "log Zeta asked about prices")
    _, post = away.posts(kind="nudge")[-1]
    await away.press("dev", buttons(post)["I'll take it"])
    assert len(away.posts("U-ana", kind="taken over")) == 1


async def test_planning_twice_changes_nothing_for_whoever_is_away(away):
    await away.type("dev", "log Acme asked about prices")
    await away.type("dev", "complaint Globex it broke")

    async def planned():
        return [
            await away.ask(lambda work, _, id_=id_: nudges.waiting_of(work, id_)) for id_ in (1, 2)
        ]

    before = await planned()
    assert {each.stand_in_id for it in before for each in it} == {2}
    for _ in range(2):
        await away.do_clock_quietly(planning.replan_all, [1, 2])
        assert await planned() == before


async def test_the_alarm_of_a_complaint_waits_until_the_stand_in_had_an_hour(world):
    await world.type("ana", "new Acme customer")
    await world.type("chloe", "team @ana stand-in @ben")
    await world.turn(at("2026-11-16 10:00"))
    await world.type("dev", "complaint Acme it broke")
    await world.type("ana", "away 17 Nov - 20 Nov")
    await world.turn(at("2026-11-17 14:59"))
    assert world.posts("U-chloe", kind="complaint late") == []
    await world.turn(at("2026-11-17 15:01"))
    assert len(world.posts("U-chloe", kind="complaint late")) == 1


async def test_who_knows_the_customers_best_stands_in_where_nobody_is_named(world):
    await world.type("ana", "new Acme suspect")
    await world.type("dev", "log Acme called Maria about the boiler")
    told = said(await world.type("ana", "away 17 Nov - 20 Nov"))
    assert "Dev Patel stands in" in told
    told = said(await world.type("ben", "away 17 Nov - 20 Nov"))
    assert "Chloe Martin stands in" in told

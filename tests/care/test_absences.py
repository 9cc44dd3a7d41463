"""A rep is away and comes back: what is theirs waits meanwhile, and is nobody's neglect."""

import pytest

from domain.commands import UnknownWords
from domain.errors import NotUnderstood, Over
from domain.permission_errors import TheirsOnly
from store import nudges
from tests.world import at, buttons, said


async def test_who_is_away_stands_in_the_list_of_the_team_until_they_are_back(world):
    told = said(await world.type("chloe", "away 20-24 Nov @ana because of a wedding"))
    assert "Ana Reyes is away from Fri 20 Nov 2026 until Tue 24 Nov 2026" in told
    assert "Because: “of a wedding”" in told or "a wedding" in told
    assert "away from Fri 20 Nov 2026" in said(await world.type("ben", "team"))
    await world.turn(at("2026-11-23 10:00"))
    assert "away until Tue 24 Nov 2026" in said(await world.type("ben", "team"))
    told = said(await world.type("ana", "away off"))
    assert "Ana Reyes is back Mon 23 Nov 2026" in told
    assert "away" not in said(await world.type("ben", "team"))
    await world.type("ana", "undo")
    assert "away until Tue 24 Nov 2026" in said(await world.type("ben", "team"))
    await world.turn(at("2026-11-25 10:00"))
    assert "away" not in said(await world.type("ben", "team"))


async def test_one_says_so_of_oneself_and_only_a_manager_of_others(world):
    with pytest.raises(TheirsOnly):
        await world.type("ben", "away tomorrow @ana")
    for wrong, error in (("some day", UnknownWords), ("20 Dec - 3 Nov 2026", NotUnderstood)):
        with pytest.raises(error):
            await world.type("ana", f"away {wrong}")
    await world.type("ana", "away tomorrow")
    for over in ("away 17 Nov - 20 Nov", "away tomorrow"):
        with pytest.raises(Over):
            await world.type("ana", over)
    await world.type("ana", "undo")
    with pytest.raises(Over):
        await world.type("ana", "away off")


async def test_the_form_keeps_what_a_line_does_and_says_what_is_wrong(world):
    form = await world.press("ana", buttons(await world.type("ana", "away"))["I'll be away"])
    told = await world.fill("ana", form, first="2026-11-18", last="2026-11-20", why="the sea")
    assert "away from Wed 18 Nov 2026 until Fri 20 Nov 2026" in said(told)
    assert "Away from Wed 18 Nov 2026" in said(await world.type("ana", "away"))


async def test_what_somebody_has_taken_is_theirs_until_they_have_been_back_for_a_day(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "log Acme bought 2 lamps for 80 €")
    await world.turn(at("2026-11-17 09:20"))
    _, post = world.posts(kind="nudge")[-1]
    await world.press("ana", buttons(post)["I'll take it"])
    await world.type("ana", "away 18 Nov - 20 Nov")
    lists = len(world.posts("U-ana"))
    await world.turn(at("2026-11-22 20:00"))
    assert len(world.posts("U-ana")) == lists
    assert "Ana Reyes has it" in world.reminders()[-1]
    await world.turn(at("2026-11-23 17:30"))
    assert "Ana Reyes has it" not in world.reminders()[-1]


async def test_days_of_absence_are_not_counted_until_a_reminder_is_given_up(world):
    await world.type("ana", "new Acme shopper")
    await world.turn(at("2026-12-09 10:00"))

    async def given_up_on():
        (nudge,) = await world.ask(lambda work, _: nudges.waiting_of(work, 1))
        assert nudge.sent_at
        return nudge.due_at.date().isoformat()

    assert await given_up_on() == "2026-12-29"
    await world.type("ana", "away 17 Dec - 22 Dec")
    assert await given_up_on() == "2027-01-04"
    await world.type("ana", "undo")
    assert await given_up_on() == "2026-12-29"

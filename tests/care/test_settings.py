"""What a workspace sets holds for whatever is planned already; nobody keeps the old hours."""

import pytest
from sqlalchemy import text

from care import replanning, settings, team, undo
from care.heed import NOWHERE
from domain.errors import BadSetting, NoSuchSetting, NotAllowed, NothingToUndo, Over
from store import replannings
from tests.world import LONDON, PEOPLE, ZoneInfo, at, buttons, said, teammate

KOLKATA, PARIS = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/Paris")


@pytest.fixture
async def planned(world):
    """Ana, in London, is to thank Acme on Tuesday at a quarter past nine."""
    await world.turn(at("2026-11-16 12:00"))
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "log Acme called Maria, she was happy")
    assert world.reminders() == []
    return world


async def moves(world, handle, zone):
    name = next(name for known, name, _ in PEOPLE if known == handle)
    await world.do_clock(team.introduce, (teammate(handle, name, zone),))


async def is_asked_at(world, moment):
    """Not a minute sooner, and on the minute."""
    await world.turn(moment.replace(minute=moment.minute - 1))
    assert world.reminders() == []
    await world.turn(moment)
    return len(world.reminders()) == 1


async def put(world, name, value):
    return said(await world.do_clock(settings.put, name, value))


class TestNobodyKeepsTheOldHours:
    async def test_an_owner_who_moves_is_asked_on_the_new_clock(self, planned):
        await moves(planned, "ana", "Asia/Kolkata")
        assert await is_asked_at(planned, at("2026-11-17 09:15", KOLKATA))

    async def test_so_is_a_new_owner(self, planned):
        await planned.type("ana", "edit Acme owner @dev")
        assert await is_asked_at(planned, at("2026-11-17 09:15", KOLKATA))

    async def test_and_the_old_one_when_that_is_taken_back(self, planned):
        await planned.type("ana", "edit Acme owner @dev")
        await planned.type("ana", "undo")
        assert await is_asked_at(planned, at("2026-11-17 09:15", LONDON))

    async def test_what_was_held_back_waits_for_the_new_clocks_morning(self, planned):
        """Her day is full, so that a second word of thanks waits for tomorrow."""
        await put(planned, "attention.reminders_a_day", "2")
        await planned.type("ana", "new Zeta customer Kim Park")
        await planned.type("ana", "log Zeta called Kim, she was happy")
        await planned.turn(at("2026-11-17 10:00"))
        await planned.type("ana", "new Globex suspect")
        await planned.type("ben", "log Globex asked about prices")
        await moves(planned, "ana", "Europe/Paris")
        await planned.turn(at("2026-11-18 09:14", PARIS))
        assert len(planned.reminders()) == 2
        await planned.turn(at("2026-11-18 09:15", PARIS))
        assert len(planned.reminders()) == 3

    async def test_what_nobody_acts_on_rests_after_the_new_number_of_days(self, planned):
        await planned.turn(at("2026-11-17 12:00"))
        await put(planned, "reminders.words_lapse_days", "1")
        await planned.turn(at("2026-11-18 18:00"))
        assert "Nobody got to it" in planned.reminders()[0]

    async def test_new_working_hours_hold_for_what_is_planned(self, planned):
        await put(planned, "hours.week", "mon-fri 7:00-15:30")
        assert await is_asked_at(planned, at("2026-11-17 07:15"))
        assert "Late" not in "".join(planned.reminders())

    @pytest.mark.parametrize(("of", "which"), [("holidays", "2026-11-17"), ("country", "CZ")])
    async def test_on_a_holiday_nobody_is_asked_and_no_digest_comes(self, planned, of, which):
        await put(planned, f"hours.{of}", which)
        await planned.turn(at("2026-11-17 23:00"))
        assert planned.reminders() == []
        assert planned.posts("U-chloe", "digest") == []
        await planned.turn(at("2026-11-18 09:15"))
        assert len(planned.reminders()) == 1
        assert len(planned.posts("U-chloe", "digest")) == 1

    async def test_the_digest_comes_at_its_new_time(self, planned):
        await put(planned, "digest.at", "7:45")
        await planned.turn(at("2026-11-17 07:45", PARIS))
        assert len(planned.posts("U-chloe", "digest")) == 1


class TestSetting:
    async def test_a_number_changes_the_promise_and_can_be_taken_back(self, world):
        await world.type("ana", "new Acme customer")
        answer = await world.do("chloe", settings.put, "fix.acknowledge_hours", "2")
        assert "fix.acknowledge_hours is 2 now; it was 4" in said(answer)
        complaint = said(await world.type("ana", "complaint Acme it broke"))
        assert "11:00" in complaint
        told = said(await world.press("chloe", buttons(answer)["Undo"]))
        assert "Your setting: “fix.acknowledge_hours”" in told
        shown = {each.name: value for each, value in await world.ask(settings.show)}
        assert shown["fix.acknowledge_hours"] == "4"

    async def test_each_is_shown_as_it_may_be_typed(self, world):
        for each, value in await world.ask(settings.show):
            assert each.read(value, each.kind()) == each.read(each.default, each.kind())
            with pytest.raises(Over):
                await world.do_clock(settings.put, each.name, value)

    async def test_reset_brings_back_what_it_comes_as(self, world):
        await put(world, "follow_up.try_again_days", "2 5")
        told = said(await world.do_clock(settings.reset, "follow_up.try_again_days"))
        assert "is 1, 3, 7, 14 now; it was 2, 5" in told
        with pytest.raises(Over):
            await world.do_clock(settings.reset, "follow_up.try_again_days")
        assert "it was 1, 3, 7, 14" in await put(world, "follow_up.try_again_days", "3")

    @pytest.mark.parametrize(
        ("name", "value", "why"),
        [
            ("fix.acknowledge_hours", "0", "a whole number from 1 to 80"),
            ("fix.acknowledge_hours", "soon", "a whole number from 1 to 80"),
            ("follow_up.try_again_days", "1, x", "whole numbers, like 1, 3, 7, 14"),
            ("follow_up.try_again_days", "400", "like 1, 3, 7, 14"),
            ("attention.place", "nowhere", "one of both, private, channel"),
            ("hours.week", "mon-fri", "days and then their hours"),
            ("hours.holidays", "Christmas", "like 2026-12-25"),
            ("digest.at", "25:00", "no time of the day"),
        ],
    )
    async def test_what_is_out_of_bounds_is_refused_with_what_to_write(
        self, world, name, value, why
    ):
        with pytest.raises(BadSetting, match=why) as refused:
            await put(world, name, value)
        assert "nothing was changed" in str(refused.value)

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("fix.acknowlege_hours", "fix.acknowledge_hours"),
            ("parked-day", "follow_up.parked_days"),
        ],
    )
    async def test_a_name_that_is_not_known_suggests_the_nearest(self, world, typed, meant):
        with pytest.raises(NoSuchSetting, match=f"did you mean {meant}"):
            await put(world, typed, "3")

    async def test_the_end_of_a_name_is_enough_where_it_is_the_only_one(self, world):
        assert "follow_up.parked_days is 60 now" in await put(world, "Parked-Days", "60")
        with pytest.raises(NoSuchSetting, match="did you mean"):
            await put(world, "late_after_days", "9")  # of thanks, or of first days

    async def test_a_guest_sets_nothing(self, world):
        with pytest.raises(NotAllowed):
            await world.do("gil", settings.put, "digest.at", "7:45")

    async def test_the_last_one_is_taken_back_by_nobody_in_particular_too(self, planned):
        with pytest.raises(NothingToUndo):
            await planned.do_clock(undo.last_setting)
        await put(planned, "hours.week", "mon-fri 7:00-15:30")
        await planned.do_clock(undo.last_setting)
        assert await is_asked_at(planned, at("2026-11-17 09:15"))

    async def test_one_workspaces_settings_are_not_anothers(self, world):
        await put(world, "fix.acknowledge_hours", "2")
        tenancy = await world.heed.do(
            team.settle_in, NOWHERE, "test", "T2", "U-heed", "Europe/London"
        )
        shown = await world.heed.ask(settings.show, tenancy)
        assert {value for each, value in shown if each.name == "fix.acknowledge_hours"} == {"4"}


class TestSomeAtATime:
    @pytest.fixture
    async def many(self, planned, monkeypatch):
        monkeypatch.setattr(replanning, "SLICE", 2)
        for number in range(3):
            await planned.type("ana", f"new Customer{number} customer Kim Park")
            await planned.type("ana", f"log Customer{number} called Kim, she was happy")
        return planned

    async def test_it_goes_on_where_it_stopped(self, many):
        await many.do_clock_quietly(settings.put, "hours.week", "mon-fri 7:00-15:30")
        ((_, row),) = await many.ask(lambda work, _: replannings.pending(work, 9))
        assert await many.ask(lambda work, _: replannings.lock(work, row).reached) == 0
        await many.do_clock_quietly(replanning.go_on, row)
        assert await many.ask(lambda work, _: replannings.lock(work, row).reached) > 0
        await many.settle()
        assert await many.ask(lambda work, _: replannings.pending(work, 9)) == []
        await many.turn(at("2026-11-17 07:15"))
        assert len(many.reminders()) == 4

    async def test_one_that_cannot_be_planned_keeps_the_others_from_nothing(self, many, caplog):
        break_one = text("UPDATE customer SET rung = 'no such rung' WHERE name = 'Customer1'")
        await many.do_clock_quietly(lambda work, _: work.connection.execute(break_one) and None)
        await put(many, "hours.week", "mon-fri 7:00-15:30")
        assert "could not be planned anew" in caplog.text
        assert await many.ask(lambda work, _: replannings.pending(work, 9)) == []

    async def test_wanted_twice_it_is_done_once(self, many):
        await many.do_clock_quietly(replanning.want, 1)
        await many.do_clock_quietly(replanning.want, 1)
        await many.do_clock_quietly(replanning.want, 2)
        assert len(await many.ask(lambda work, _: replannings.pending(work, 9))) == 2
        await many.do_clock_quietly(replanning.want)
        assert len(await many.ask(lambda work, _: replannings.pending(work, 9))) == 1

"""Each rep's morning: few rows, each done where it stands, and nothing where there is nothing."""

import pytest

from care import reactions, settings
from tests.world import PLACE, at, buttons, said


def lists(world, who="ana"):
    return [message for _, message in world.posts(f"U-{who}", kind="morning list")]


async def fans(world, who, number, name="Fan"):
    """So many who praised nobody, and are to be thanked once a month."""
    for each in range(number):
        await world.type(who, f"new {name}{each:02} raving fan")


@pytest.fixture
async def private(world):
    """Nothing routine goes to the channel; twelve are to be thanked on 9 December."""
    await world.do_clock(settings.put, "attention.place", "private")
    await fans(world, "ana", 12)
    await world.leap(at("2026-12-08 08:00"))
    await world.turn(at("2026-12-08 12:00"))
    return world


async def test_a_list_comes_a_quarter_of_an_hour_before_work_with_four_rows(private):
    await private.turn(at("2026-12-09 08:44"))
    assert lists(private) == []
    await private.turn(at("2026-12-09 09:30"))
    assert len(private.reminders()) == 0
    (told,) = lists(private)
    assert said(told).startswith("☀️ Good morning, Ana. Four things today, about 20 minutes;")
    assert "nothing else needs you before two." in said(told)
    assert [label for label in buttons(told) if label != "More"] == ["Thanked"]
    assert len([item for item in told.items if item.actions]) == 4


async def test_the_kept_place_goes_to_what_waits_at_two_if_nothing_came(private):
    await private.turn(at("2026-12-09 13:59"))
    assert len(lists(private)) == 1
    await private.turn(at("2026-12-09 14:00"))
    assert said(lists(private)[-1]).startswith("☀️ Good afternoon, Ana. One more thing today")
    await private.turn(at("2026-12-10 13:00"))
    await private.type("ana", "new Globex")
    await private.type("ana", "log Globex asked about prices")
    await private.turn(at("2026-12-10 16:00"))
    assert len(lists(private)) == 3  # what came took the place


async def test_a_row_done_is_edited_and_the_rest_stands_behind_more(private):
    await private.turn(at("2026-12-09 09:00"))
    (told,) = lists(private)
    await private.press("ana", told.items[0].actions[0])
    (told,) = lists(private)
    assert said(told).splitlines()[1].startswith("✅ 🎁 Thank Fan")
    more = await private.press("ana", buttons(told)["More"])
    assert len(more.items) == 3
    assert {"Thanked", "I'll take it", "Later", "Not needed", "Card"} <= set(buttons(more))
    why = await private.press("ana", buttons(more)["Why this first?"])
    assert "3.0: 2 (thanks once in a while)" in said(why)
    for item in told.items[1:]:
        await private.press("ana", item.actions[0])
    assert said(lists(private)[0]).startswith("✅ All done, Ana. Thank you.")


async def test_nobody_is_thanked_for_what_has_only_gone(private):
    await private.turn(at("2026-12-09 09:00"))
    for number in range(12):
        await private.type("ana", f"lost Fan{number:02} moved away")
    assert said(lists(private)[0]).startswith("🌿 Nothing of this list waits any more, Ana.")


async def test_what_was_passed_over_twice_rests_three_working_days(private):
    days = ("09", "10", "11", "14", "15", "16", "17", "18", "21")
    stood = {f"Fan{number:02}": [] for number in range(12)}
    for number, day in enumerate(days):
        known = len(lists(private))
        await private.turn(at(f"2026-12-{day} 16:00"))
        for told in lists(private)[known:]:
            assert len(told.items) <= 5
            for name in stood:
                stood[name] += [number] if name in said(told) else []
    assert all(stood.values())
    assert any(len(each) > 2 for each in stood.values())
    for each in stood.values():
        assert all(
            third - second > 3 for second, third in zip(each[1::2], each[2::2], strict=False)
        )


async def test_a_reaction_on_a_list_of_one_acts_and_on_several_it_is_asked_which(world):
    await world.do_clock(settings.put, "attention.place", "private")
    await fans(world, "ana", 1)
    await fans(world, "ben", 2, "Friend")
    await world.leap(at("2026-12-08 08:00"))
    await world.turn(at("2026-12-09 15:30"))
    (mine,) = world.posts("U-ana", kind="morning list")
    told = await world.do("ana", reactions.came, "U-ana", mine[0], "done", "1")
    assert "Done: 🎁 Thank Fan00" in said(told)
    (theirs,) = world.posts("U-ben", kind="morning list")
    asked = await world.do("ben", reactions.came, "U-ben", theirs[0], "done", "1")
    assert said(asked).startswith("👆 Which of these")
    assert len(asked.items) == 2
    done = await world.press("ben", asked.items[0].actions[0])
    assert "Done: 🎁 Thank Friend" in said(done)


async def test_a_small_team_has_all_in_its_channel_and_no_list_of_nothing_but_links(world):
    await fans(world, "ana", 3)
    await world.leap(at("2026-12-08 08:00"))
    await world.turn(at("2026-12-09 09:30"))
    assert len(world.reminders()) == 3
    assert lists(world) == []


async def test_a_manager_who_sells_has_both_in_one_message(world):
    await world.do_clock(settings.put, "attention.place", "private")
    await fans(world, "chloe", 2)
    await world.type("ana", "new Acme customer")
    await world.leap(at("2026-12-08 08:00"))
    await world.turn(at("2026-12-08 17:00"))
    await world.type("ana", "complaint Acme it broke")
    await world.turn(at("2026-12-09 12:00"))
    assert lists(world, "chloe") == []
    told = world.posts("U-chloe", kind="digest")[-1][1]
    assert said(told).startswith("☀️ Good morning, Chloe. Two things today")
    assert "🔥 Acme: complaint" in said(told)
    assert "Done yesterday" not in said(told)
    whole = await world.press("chloe", buttons(told)["Whole digest"])
    assert "Done yesterday" in said(whole)
    await world.press("chloe", told.items[0].actions[0])
    assert "✅ 🎁 Thank Fan" in said(world.posts("U-chloe", kind="digest")[-1][1])
    await world.turn(at("2026-12-10 12:00"))
    assert "gap" not in said(world.posts("U-chloe", kind="digest")[-1][1])


async def test_what_nobody_touched_in_the_channel_moves_to_its_owners_list(world):
    await fans(world, "ana", 1)
    await world.leap(at("2026-12-08 08:00"))
    await world.turn(at("2026-12-09 10:00"))
    ((post, told),) = world.posts(PLACE, kind="nudge")
    assert "Thanked" in buttons(told)
    await world.turn(at("2026-12-14 17:00"))
    assert lists(world) == []  # it rests three working days
    await world.turn(at("2026-12-15 10:00"))
    (listed,) = lists(world)
    assert "Thanked" in buttons(listed)
    ((same, told),) = world.posts(PLACE, kind="nudge")
    assert same == post
    assert "📋 It is in Ana Reyes's list now." in said(told)
    assert list(buttons(told)) == ["I'll take it"]
    await world.press("ana", listed.items[0].actions[0])
    assert "✅ Ana Reyes thanked them" in said(world.posts(PLACE, kind="nudge")[0][1])

"""What waits for whom, in which order, and what hands on a reminder change about that."""

import pytest

from care import replies, team
from care.feature import Reply
from domain.errors import Over
from store import tables
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, said, teammate


def reminder(world):
    return world.post("Thank Maria Lopez at Acme")[1]


async def due(world, who="ana"):
    return said(await world.type(who, "due")).splitlines()


async def test_complaints_come_first_and_else_what_is_due_sooner(asked):
    await asked.type("ana", "new Hasty suspect")
    await asked.type("ben", "log Hasty asked about prices")  # late at 10:15
    await asked.type("ana", "new Broken customer")
    await asked.type("ana", "complaint Broken it broke")  # late at 13:15
    names = [name for line in await due(asked) for name in NAMES if name in line]
    assert names == ["Broken", "Hasty", "Acme"]


async def test_whoever_waits_for_an_answer_comes_before_what_is_late_by_days(asked):
    await asked.wait(days=4)
    await asked.type("ana", "new Hasty suspect")
    await asked.type("ben", "log Hasty asked about prices")
    names = [name for line in await due(asked) for name in NAMES if name in line]
    assert names == ["Hasty", "Acme"]


NAMES = ("Broken", "Hasty", "Acme")


async def test_what_was_put_off_waits_for_nobody_until_it_is_back_and_is_told_of(asked):
    await asked.press("ana", buttons(reminder(asked))["Later"], "hour")
    told = ["🌿 Nothing waits for you.", "1 reminder is put off until Mon 16 Nov, 10:15."]
    assert await due(asked) == told
    await asked.type("ana", "new Hasty suspect")
    await asked.type("ben", "log Hasty asked about prices")
    await asked.press("ana", buttons(asked.post("Answer Hasty")[1])["Later"], "days")
    assert (await due(asked))[1] == "2 reminders are put off, the first until Mon 16 Nov, 10:15."
    digest = said(await asked.type("ana", "digest"))
    assert "📌 Due today: 2 reminders – Ana Reyes 2" in digest  # they are back today
    await asked.turn(at("2026-11-16 10:16"))
    assert (await due(asked))[0] == "📌 2 things wait for you"


async def test_what_comes_later_is_counted_and_not_listed(asked):
    await asked.wait(minutes=5)
    await asked.type("ana", "new Globex")
    await asked.type("ana", "log Globex called, no answer")  # tomorrow morning
    await asked.type("ana", "new Initech")
    await asked.type("ana", "log Initech called them, she was happy")  # tomorrow morning, too
    await asked.type("ana", "new Far")
    await asked.type("ana", "log Far called them, all good")  # in two weeks
    lines = await due(asked)
    assert lines[0] == "📌 1 thing waits for you"
    assert lines[-1] == "2 more reminders will come within a week."
    assert not any("Globex" in line for line in lines)


async def test_others_customers_wait_for_others(asked):
    assert await due(asked, "ben") == ["🌿 Nothing waits for you."]


async def test_more_than_ten_are_counted(world):
    for number in range(13):
        await world.type("ana", f"new Prospect{number:02} suspect")
        await world.type("ben", f"log Prospect{number:02} asked about prices")
    lines = await due(world)
    assert lines[0] == "📌 13 things wait for you"
    assert len([line for line in lines if "Answer Prospect" in line]) == 10
    assert "and 3 more things: do these first." in lines
    second = await world.press("ana", buttons(await world.type("ana", "due"))["More"])
    assert said(second).count("Answer Prospect") == 3
    assert "more thing" not in said(second)
    first = await world.press("ana", buttons(second)["Back"])
    assert said(first).splitlines()[:11] == lines[:11]
    for number in range(3):
        await world.type("ben", f"log Prospect{number:02} emailed them")
    again = said(await world.press("ana", buttons(first)["More"]))  # there is no second page now
    assert again.startswith("📌 10 things wait for you\n")


async def test_what_was_done_in_the_list_is_gone_from_it(asked):
    listed = await asked.type("ana", "due")
    await asked.press("ana", buttons(listed)["Thanked"])
    assert (await due(asked))[0] == "🌿 Nothing waits for you."


async def test_taking_twice_is_no_mistake(asked):
    message = reminder(asked)
    for _ in range(2):
        assert "It's yours" in said(await asked.press("ben", buttons(message)["I'll take it"]))
    with pytest.raises(Over, match="Ben Okafor has it already"):
        await asked.press("ana", buttons(message)["I'll take it"])


async def test_what_was_put_off_and_then_taken_is_open_again_and_does_not_come_back(asked):
    message = reminder(asked)
    await asked.press("ben", buttons(message)["Later"], "hour")
    await asked.press("ana", buttons(message)["I'll take it"])
    shown = said(reminder(asked))
    assert "👀 Ana Reyes has it." in shown
    assert "💤" not in shown
    await asked.wait(hours=3)
    assert asked.posts(kind="back") == []


async def test_it_comes_back_in_its_own_thread(asked):
    id_, message = asked.post("Thank Maria Lopez at Acme")
    await asked.press("ben", buttons(message)["Later"], "hour")
    await asked.wait(hours=1)
    back = [each for each in asked.courier.sent if each.post.kind == "back"]
    assert [each.thread for each in back] == [id_]


async def test_tomorrow_is_the_morning_of_whoever_puts_it_off(asked):
    told = said(await asked.press("ben", buttons(reminder(asked))["Later"], "tomorrow"))
    assert "Put off until Tue 17 Nov, 09:15" in told
    assert "back Tue 17 Nov, 14:15" in said(reminder(asked))  # on the clock of Ana's customer


async def test_put_off_it_is_not_late_until_it_is_back(asked):
    await asked.press("ana", buttons(reminder(asked))["Later"], "days")
    await asked.turn(at("2026-11-18 12:00"))  # it was to be done by the 16th, at five
    assert "late since" not in "\n".join(await due(asked))
    digest = said(await asked.type("ana", "digest"))
    assert "nothing is late" in digest
    await asked.turn(at("2026-11-19 12:00"))
    assert "⏰ Late: 1 customer" in said(await asked.type("ana", "digest"))


async def test_what_somebody_took_who_has_left_waits_for_the_owner_and_may_be_taken(asked):
    message = reminder(asked)
    await asked.press("ben", buttons(message)["I'll take it"])
    assert (await due(asked))[0] == "🌿 Nothing waits for you."
    await leave(asked, "ben", "Ben Okafor")
    assert (await due(asked))[0] == "📌 1 thing waits for you"
    assert "It's yours" in said(await asked.press("dev", buttons(message)["I'll take it"]))
    assert (await due(asked, "dev"))[0] == "📌 1 thing waits for you"


async def test_what_waits_for_an_owner_who_has_left_waits_for_nobody(asked):
    await asked.do_clock(team.appoint, ())
    await leave(asked, "ana", "Ana Reyes")
    await asked.do_clock(team.appoint, ("chloe",))
    digest = said(await asked.type("chloe", "digest"))
    assert "📌 Due today: 1 reminder – nobody 1" in digest


async def leave(world, who, name):
    gone = teammate(who, name, "Europe/London", is_active=False)
    await world.do_clock(team.introduce, (gone,))


async def test_a_routine_reminder_gets_a_better_reason_and_nobody_did_it(world):
    await world.type("ana", "new Acme raving fan")
    await world.leap(at("2026-12-15 08:00"))
    await world.turn(at("2026-12-16 09:15"))
    id_, _ = world.post("Thank Acme")
    await world.type("ben", "log Acme called, she was happy")
    assert "“called, she was happy”" in said(dict(world.posts())[id_])
    assert "Ben Okafor" not in said(dict(world.posts())[id_])


async def test_parking_logs_no_contact_and_gives_ninety_days_of_peace(world):
    await world.type("ana", "new Acme")
    for _ in range(5):
        await world.type("ana", "log Acme called, no answer")
    assert "Next: 🅿️ Park Acme? Tue 17 Nov" in said(await world.type("ana", "customer acme"))
    await world.turn(at("2026-11-17 09:15"))
    id_, proposed = world.post("Park Acme?")
    assert "Tried 5 times without an answer, last time " in said(proposed)
    assert "Don't park" in buttons(proposed)
    await world.press("ben", buttons(proposed)["Park"])
    assert "✅ Ben Okafor parked them" in said(dict(world.posts())[id_])
    card = said(await world.type("ana", "customer acme"))
    assert "Prospect · Ana Reyes's customer · parked" in card
    assert "Next: 📞 Look in on Acme, Mon 15 Feb, 09:15" in card
    assert "logged by Ben" not in card


async def test_not_to_park_keeps_trying(world):
    await world.type("ana", "new Acme")
    for _ in range(5):
        await world.type("ana", "log Acme called, no answer")
    await world.turn(at("2026-11-17 09:15"))
    why = buttons(world.post("Park Acme?")[1])["Don't park"]
    await world.fill("ben", await world.press("ben", why))
    card = said(await world.type("ana", "customer acme"))
    assert "parked" not in card
    assert "Next: 📞 Follow up Acme, Tue 1 Dec, 09:15" in card


@pytest.mark.parametrize(
    ("typed", "at_first", "not_before"),
    [
        ("log Acme called, she was happy", "2026-11-17 09:15", "2026-11-17 09:14"),
        ("log Acme asked about prices", "2026-11-17 09:00", "2026-11-17 08:59"),
    ],
)
async def test_after_an_evening_without_heed_what_can_wait_comes_with_the_mornings_reminders(
    world, typed, at_first, not_before
):
    await world.type("ana", "new Acme customer")
    await world.type_quietly("ben", typed)
    world.clock.time = at("2026-11-16 20:00")  # nobody was there all day
    await world.settle()
    await world.turn(at(not_before))
    assert world.reminders() == []
    await world.turn(at(at_first))
    assert len(world.reminders()) == 1


async def test_thanks_for_words_are_given_up_five_working_days_after_they_were_late_and_not_before(
    asked,
):
    id_, _ = asked.post("Thank Maria Lopez at Acme")
    await asked.turn(at("2026-11-23 16:59"))  # late since the 16th, at five
    assert "Thanked" in buttons(dict(asked.posts())[id_])
    await asked.turn(at("2026-11-23 17:00"))
    assert "Nobody got to it" in said(dict(asked.posts())[id_])


async def test_somebody_who_has_left_sees_and_does_nothing(asked):
    gone = teammate("ben", "Ben Okafor", "America/New_York", is_active=False)
    await asked.do_clock(team.introduce, (gone,))
    with pytest.raises(Exception, match="members of the team only"):
        await asked.type("ben", "due")


async def parked(world):
    """Acme is parked on Tuesday at ten."""
    await world.type("ana", "new Acme")
    for _ in range(5):
        await world.type("ana", "log Acme called, no answer")
    await world.turn(at("2026-11-17 10:00"))
    await world.press("ben", buttons(world.post("Park Acme?")[1])["Park"])
    await world.turn(at("2026-11-17 10:30"))


async def test_an_enquiry_that_is_logged_after_a_parking_is_not_swallowed(world):
    await parked(world)
    await world.type("ben", "log Acme emailed us yesterday, they asked about prices")
    assert "📩 Answer Acme" in said(world.post("Answer Acme")[1])
    assert "parked" not in said(await world.type("ana", "customer acme"))


async def test_a_contact_that_is_logged_after_a_parking_ends_it(world):
    await parked(world)
    await world.type("ana", "log Acme met them yesterday")
    card = said(await world.type("ana", "customer acme"))
    assert "parked" not in card
    assert "Follow up Acme" in card


async def test_an_enquiry_logged_after_another_was_waved_off_waits_for_an_answer(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    await world.wait(hours=1)
    await world.waive("ana", world.post("Answer Acme")[1])
    await world.wait(minutes=1)
    await world.type("ben", "log Acme emailed us yesterday, they asked for the price list")
    assert "the price list" in "\n".join(world.reminders())


async def test_who_was_answered_is_tried_again_until_somebody_says_that_they_answered(world):
    await world.type("ana", "new Acme suspect Priya Shah")
    await world.type("ben", "log Acme Priya asked about prices")
    await world.press("ben", buttons(world.post("Answer Priya Shah")[1])["Answered"])
    assert "✅ Ben Okafor answered them" in said(world.post("Answer Priya Shah")[1])
    await world.turn(at("2026-11-18 12:00"))
    assert not [text for text in world.reminders() if "Try Priya" in text]
    await world.turn(at("2026-11-19 12:00"))
    id_, message = world.post("Try Priya Shah at Acme again")
    assert "Answered on Mon 16 Nov, and nothing heard since." in said(message)
    assert "Reply “they answered” here, and I stop asking." in said(message)
    assert "Tried again" in buttons(message)
    await world.do("ana", replies.heard, Reply(PLACE, id_, "m-reply", "they answered"))
    assert "✅ They got in touch, logged by Ana Reyes" in said(dict(world.posts())[id_])
    assert "Reply" not in said(dict(world.posts())[id_])
    card = said(await world.type("ana", "customer acme"))
    assert "Next: 📞 Follow up Priya Shah" in card


@pytest.mark.parametrize(
    ("tries", "said_so"), [(1, "Tried once "), (2, "Tried twice "), (3, "Tried 3 times ")]
)
async def test_how_often_they_were_tried_is_said_as_people_say_it(world, tries, said_so):
    await world.type("ana", "new Acme")
    for _ in range(tries):
        await world.type("ana", "log Acme called, no answer")
    await world.leap(at("2026-11-30 08:00"))
    await world.turn(at("2026-12-01 12:00"))
    assert said_so in said(world.post("Try Acme again")[1])


async def test_who_was_quiet_is_got_in_touch_with(world):
    await world.type("ana", "new Acme")
    await world.type("ana", "log Acme met Maria")
    await world.turn(at("2026-12-01 12:00"))
    id_, message = world.post("Follow up Acme")
    await world.press("ben", buttons(message)["Got in touch"])
    assert "✅ Ben Okafor got in touch" in said(dict(world.posts())[id_])


@ON_SQLITE
async def test_what_was_taken_and_put_off_may_be_taken_by_somebody_else(asked):
    message = reminder(asked)
    await asked.press("ben", buttons(message)["I'll take it"])
    await asked.press("ben", buttons(message)["Later"], "hour")
    assert "It's yours" in said(await asked.press("ana", buttons(message)["I'll take it"]))


async def _trail(world):
    def read(work, now):
        del now
        return work.connection.execute(tables.Action.__table__.select()).mappings().all()

    rows = await world.ask(read)
    return [(row["name"], row["nudge_id"], row["by_id"], row["why"]) for row in rows]


@ON_SQLITE
async def test_the_trail_tells_who_did_what_about_which_reminder_and_why(asked):
    message = reminder(asked)
    nudge = int(buttons(message)["Thanked"].ref)
    ana, ben = 1, 2
    await asked.press("ben", buttons(message)["I'll take it"])
    await asked.press("ana", buttons(message)["Later"], "hour")
    await asked.waive("ana", message)
    assert (await _trail(asked))[-3:] == [
        ("take", nudge, ben, ""),
        ("later", nudge, ana, ""),
        ("waive", nudge, ana, "Not the right moment"),
    ]


@ON_SQLITE
async def test_the_trail_tells_that_nobody_acted(asked):
    nudge = int(buttons(reminder(asked))["Thanked"].ref)
    await asked.turn(at("2026-11-30 17:00"))
    assert (await _trail(asked))[-1] == ("lapse", nudge, None, "nobody acted")


@ON_SQLITE
async def test_what_was_put_off_is_late_only_once_it_is_back(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")  # late at ten
    await world.turn(at("2026-11-16 09:30"))
    await world.press("ana", buttons(world.post("Answer Acme")[1])["Later"], "hour")
    await world.turn(at("2026-11-16 10:15"))
    digest = said(await world.type("ana", "digest"))
    assert "📌 Due today: 1 reminder" in digest
    assert "⏰ Late: nothing" in digest
    await world.turn(at("2026-11-16 10:30"))
    assert "⏰ Late: 1 customer" in said(await world.type("ana", "digest"))


async def test_what_was_held_back_has_its_time_from_when_it_was_asked(world):
    """Thanks beneath an answer that is owed are asked once it is given, with time to give them."""
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.turn(at("2026-11-16 10:00"))
    await world.type("ben", "log Acme Maria praised us in a five-star review")
    await world.type("ben", "log Acme they mailed asking about prices")
    await world.turn(at("2026-11-17 09:55"))
    assert not any(each.startswith("🎁 Thank") for each in world.reminders())
    await world.type("ana", "log Acme called Maria about prices")
    await world.turn(at("2026-11-17 10:30"))
    (told,) = (each for each in world.reminders() if each.startswith("🎁 Thank"))
    assert told.endswith("to be done by Tue 17 Nov, 17:00")
    await world.type("ben", "log Acme note the parking is behind the house")
    (told,) = (each for each in world.reminders() if each.startswith("🎁 Thank"))
    assert told.endswith("to be done by Tue 17 Nov, 17:00")

"""The reminder in the channel: what it says, what can be done about it, who was first."""

import pytest

from care import commands, customers, due_nudges, home, outbox, places
from care.putting_off import PutOffBefore
from domain.errors import Gone, NotAllowed, OutsidersHere, Over
from tests.databases import ON_SQLITE
from tests.world import at, buttons, open_world, said

MORNING = at("2026-11-16 09:15")


@pytest.fixture
async def asked(world):
    """Acme has recommended us; at a quarter past nine the channel is asked."""
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ana", "log Acme Maria recommended us to Globex")
    await world.turn(MORNING)
    return world


def reminder(world):
    return world.post("Thank Maria Lopez at Acme")


async def test_it_says_who_why_now_and_whose_customer_it_is(asked):
    _, message = reminder(asked)
    assert said(message).splitlines() == [
        "🎁 Thank Maria Lopez at Acme",
        "Referral on Mon 16 Nov; not thanked yet.",
        "“Maria recommended us to Globex”",
        "Ana Reyes's customer · to be done by Mon 16 Nov, 17:00",
    ]
    assert list(buttons(message)) == ["Thanked", "I'll take it", "Later", "Not needed"]
    assert [option.label for option in buttons(message)["Later"].options] == [
        "In 1 hour",
        "Tomorrow morning",
        "In 3 working days",
        "Another day …",
    ]


@ON_SQLITE
async def test_what_comes_by_itself_is_news_to_whoever_looks_at_home(world):
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    before = await world.ask(home.revision)
    await world.turn(MORNING)
    assert await world.ask(home.revision) > before


async def test_done_logs_the_thanks_and_the_post_says_who_and_when(asked):
    id_, message = reminder(asked)
    told = await asked.press("ben", buttons(message)["Thanked"])
    shown = said(dict(asked.posts())[id_])
    assert "✅ Ben Okafor thanked them, Mon 16 Nov, 09:15." in shown
    assert not buttons(dict(asked.posts())[id_])
    assert "Next: 🎁 Thank Maria Lopez at Acme, Thu 24 Dec" in said(told)
    assert "Thanks from us, logged by Ben Okafor" in said(await asked.type("ana", "customer acme"))


async def test_undo_opens_the_reminder_again(asked):
    id_, message = reminder(asked)
    told = await asked.press("ben", buttons(message)["Thanked"])
    await asked.press("ben", buttons(told)["Undo"])
    again = dict(asked.posts())[id_]
    assert "✅" not in said(again)
    assert "Thanked" in buttons(again)


async def test_taking_it_is_shown_and_it_waits_for_the_taker_from_then_on(asked):
    id_, message = reminder(asked)
    await asked.press("ben", buttons(message)["I'll take it"])
    shown = dict(asked.posts())[id_]
    assert "👀 Ben Okafor has it." in said(shown)
    assert "I'll take it" not in buttons(shown)
    assert "Thank Maria" in said(await asked.type("ben", "due"))
    assert "Nothing waits for you" in said(await asked.type("ana", "due"))


async def test_of_two_who_take_it_the_first_wins_and_the_second_is_told_who(asked):
    _, message = reminder(asked)
    await asked.press("ben", buttons(message)["I'll take it"])
    with pytest.raises(Over, match="Ben Okafor has it already"):
        await asked.press("ana", buttons(message)["I'll take it"])


async def test_of_two_who_have_done_it_the_second_is_told_who(asked):
    _, message = reminder(asked)
    await asked.press("ben", buttons(message)["Thanked"])
    with pytest.raises(Over, match="Ben Okafor has done that already"):
        await asked.press("ana", buttons(message)["Thanked"])
    with pytest.raises(Over, match="You have done that already"):
        await asked.press("ben", buttons(message)["Thanked"])


@pytest.mark.parametrize("label", ["I'll take it", "Later", "Not needed", "Thanked"])
async def test_acting_on_what_is_over_says_so_kindly(asked, label):
    _, message = reminder(asked)
    await asked.waive("ben", message)
    choice = "hour" if label == "Later" else ""
    with pytest.raises(Over, match="Ben Okafor said already that it isn't needed"):
        await asked.press("ana", buttons(message)[label], choice)


@pytest.mark.parametrize(
    ("choice", "back"),
    [
        ("hour", "2026-11-16 10:15"),
        ("tomorrow", "2026-11-17 09:15"),
        ("days", "2026-11-19 09:15"),
    ],
)
async def test_put_off_it_comes_back_when_it_was_asked_to(asked, choice, back):
    id_, message = reminder(asked)
    await asked.press("ana", buttons(message)["Later"], choice)
    assert "💤 Ana Reyes put it off" in said(dict(asked.posts())[id_])
    await asked.turn(at(back))
    back_word = [said(post) for _, post in asked.posts(kind="back")]
    assert back_word == ["⏰ Ana Reyes: as you asked, 🎁 Thank Maria Lopez at Acme"]
    assert "💤" not in said(dict(asked.posts())[id_])


async def test_put_off_it_does_not_come_back_before(asked):
    _, message = reminder(asked)
    await asked.press("ana", buttons(message)["Later"], "tomorrow")
    await asked.turn(at("2026-11-17 09:14"))
    assert asked.posts(kind="back") == []


async def test_tomorrow_on_a_friday_is_monday(asked):
    _, message = reminder(asked)
    await asked.turn(at("2026-11-20 10:00"))
    told = await asked.press("ana", buttons(message)["Later"], "tomorrow")
    assert "Mon 23 Nov, 09:15" in said(told)


async def test_put_off_twice_it_asks_why_and_comes_back_twice(asked):
    id_, message = reminder(asked)
    await asked.press("ana", buttons(message)["Later"], "hour")
    await asked.wait(hours=1, minutes=1)
    with pytest.raises(PutOffBefore):
        await asked.press("ana", buttons(message)["Later"], "hour")
    form = await asked.press("ana", buttons(dict(asked.posts())[id_])["Later"])
    await asked.fill("ana", form, day="2026-11-17", reason="Maria is away")
    await asked.turn(at("2026-11-17 09:16"))
    assert len(asked.posts(kind="back")) == 2
    assert "Thanked" in buttons(dict(asked.posts())[id_])


async def test_what_was_done_meanwhile_does_not_come_back(asked):
    _, message = reminder(asked)
    await asked.press("ana", buttons(message)["Later"], "tomorrow")
    await asked.type("ben", "thank Acme sent Maria a card")
    await asked.wait(days=3)
    assert asked.posts(kind="back") == []


async def test_not_needed_says_who_and_why(asked):
    id_, message = reminder(asked)
    form = await asked.press("ben", buttons(message)["Not needed"])
    reasons = next(field for field in form.fields if field.name == "reason").options
    await asked.fill("ben", form, reason=reasons[1].value, words="they moved to Peru")
    shown = said(dict(asked.posts())[id_])
    why = f"{reasons[1].label} – they moved to Peru"
    assert f"❌ Not needed, says Ben Okafor: “{why}”" in shown


async def test_a_line_that_answers_the_need_ends_it_wherever_it_waits(asked):
    id_, _ = reminder(asked)
    receipt = await asked.type("ben", "thank Acme sent Maria a card")
    assert "Over: 🎁 Thank Maria Lopez at Acme" in said(receipt)
    shown = said(dict(asked.posts())[id_])
    assert "✅ Ben Okafor did" in shown
    assert "“sent Maria a card”" in shown


async def test_a_line_that_does_not_answer_the_need_leaves_it(asked):
    id_, _ = reminder(asked)
    await asked.type("ben", "log Acme called Maria about an invoice")
    assert "Thanked" in buttons(dict(asked.posts())[id_])


async def test_a_reminder_answered_between_plan_and_delivery_sends_nothing(world):
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    world.clock.time = at("2026-11-16 09:16")
    await world.heartbeat.look()  # the post is wanted now
    await world.heed.do(_thank, world.caller("ana"))
    await world.settle()
    assert world.reminders() == []
    assert await world.ask(outbox.seconds_until_ready) is None  # nor is it tried again


def _thank(work, now):
    return commands.run(work, now, "thank", "Acme sent a card")


async def test_a_reminder_whose_customer_changed_rung_is_no_longer_called_for(world):
    await world.type("ana", "new Acme raving fan")
    await world.turn(at("2026-12-17 10:00"))
    id_, _ = world.post("Thank Acme")
    await world.type("ana", "edit Acme rung customer")
    assert "No longer needed" in said(dict(world.posts())[id_])


async def test_a_new_owner_gets_the_reminder_on_their_own_clock(world):
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    await world.type("ana", "edit Acme owner @ben")
    await world.turn(at("2026-11-16 14:00"))
    assert world.reminders() == []
    await world.turn(at("2026-11-16 14:15"))  # 09:15 in New York
    assert "Ben Okafor's customer" in world.reminders()[0]


async def test_what_a_customer_waits_for_comes_whatever_the_day_holds(world):
    for number in range(14):
        await world.type("ana", f"new Prospect{number:02} suspect")
        await world.type("ben", f"log Prospect{number:02} asked about prices")
    await world.wait(minutes=5)
    assert len(world.reminders()) == 14


async def test_a_persons_day_takes_five_one_of_them_in_the_afternoon_and_the_rest_waits(world):
    for number in range(12):
        await world.type("ana", f"new Fan{number:02} raving fan")
        await world.type("ana", f"log Fan{number:02} called, she was happy")
    await world.turn(at("2026-11-16 09:20"))
    assert len(world.reminders()) == 4
    assert "12 things wait for you" in said(await world.type("ana", "due"))
    await world.turn(at("2026-11-17 09:20"))
    assert len(world.reminders()) == 8
    assert world.posts("U-ana", kind="morning list") == []
    await world.turn(at("2026-11-17 14:20"))
    (_, fifth), *more = world.posts("U-ana", kind="morning list")
    assert more == []
    assert "One more thing today" in said(fifth)
    assert "12 things wait for you" in said(await world.type("ana", "due"))


async def test_complaints_come_on_top(world):
    for number in range(10):
        await world.type("ana", f"new Prospect{number:02} suspect")
        await world.type("ben", f"log Prospect{number:02} asked about prices")
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    assert len(world.posts(kind="complaint")) == 1
    assert "know that we heard them" in world.reminders()[-1]


async def test_the_most_pressing_comes_first_when_the_day_is_too_short(world):
    for number in range(9):
        await world.type("ana", f"new Fan{number:02} raving fan")
    await world.type("ana", "new Zed raving fan")
    await world.type("ana", "log Zed recommended us to Acme")
    await world.turn(at("2026-11-16 09:20"))
    assert "Zed" in world.reminders()[0]


async def test_nothing_is_asked_outside_working_hours(world):
    await world.type("ana", "new Acme suspect")
    await world.turn(at("2026-11-20 18:00"))
    await world.type("ben", "log Acme asked about prices")
    await world.turn(at("2026-11-23 08:59"))
    assert world.reminders() == []
    await world.turn(at("2026-11-23 09:00"))
    assert len(world.reminders()) == 1


async def test_after_a_night_without_heed_the_morning_is_not_flooded(world):
    for number in range(30):
        await world.type("ana", f"new Fan{number:02} raving fan")
        await world.type("ana", f"log Fan{number:02} called, she was happy")
    world.clock.time = at("2026-11-18 22:00")  # two days nobody was there
    await world.settle()
    assert world.reminders() == []
    await world.turn(at("2026-11-19 12:00"))
    assert len(world.reminders()) == 4


async def test_without_a_channel_reminders_wait_and_help_says_what_is_missing(database):
    async with open_world(database, place=None) as world:
        await world.type("ana", "new Acme suspect")
        await world.type("ben", "log Acme asked about prices")
        assert world.courier.sent == []
        assert "1 thing waits for you" in said(await world.type("ana", "due"))
        assert "invite Heed to a channel" in said(await world.type("ana", "help"))
        await world.do_clock(places.arrived, "C-new", "new", ("U-ana",), is_shared=False)
        _, question = world.posts("C-new")[0]
        assert "Post reminders here?" in said(question)
        await world.press("ana", buttons(question)["Yes, post here"])
        assert len(world.posts("C-new", kind="nudge")) == 1
        assert "invite Heed" not in said(await world.type("ana", "help"))


async def test_a_channel_that_says_no_gets_nothing(database):
    async with open_world(database, place=None) as world:
        await world.do_clock(places.arrived, "C-new", "new", ("U-ana",), is_shared=False)
        _, question = world.posts("C-new")[0]
        await world.press("ana", buttons(question)["No"])
        await world.type("ana", "new Acme suspect")
        await world.type("ben", "log Acme asked about prices")
        assert world.posts("C-new", kind="nudge") == []
        assert "No reminders here, says Ana Reyes" in said(world.posts("C-new")[0][1])


async def test_a_reminder_goes_to_the_channel_where_its_owner_is(world):
    await world.do_clock(places.arrived, "C-dev", "dev", ("U-dev",), is_shared=False)
    _, question = world.posts("C-dev")[0]
    await world.press("dev", buttons(question)["Yes, post here"])
    await world.do_clock(places.left, "C-care", "U-dev")
    await world.type("dev", "new Acme suspect")
    await world.type("ana", "log Acme asked about prices")
    assert len(world.posts("C-dev", kind="nudge")) == 1


async def test_a_channel_shared_with_outsiders_is_told_why_it_gets_nothing(world):
    await world.do_clock(places.arrived, "C-out", "out", ("U-ana",), is_shared=True)
    _, told = world.posts("C-out")[0]
    assert "People of another company read this channel" in said(told)
    place_id = 2
    with pytest.raises(OutsidersHere):
        await world.do("ana", places.accept, place_id)


async def test_a_channel_that_outsiders_join_gets_no_more_reminders(world):
    await world.do_clock(places.shared, "C-care", is_shared=True)
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    assert world.reminders() == []


async def test_guests_see_and_do_nothing(asked):
    _, message = reminder(asked)
    for deed in (
        asked.type("gil", "customer acme"),
        asked.type("gil", "log Acme called"),
        asked.press("gil", buttons(message)["Thanked"]),
        asked.do("gil", customers.card, 1),
    ):
        with pytest.raises(NotAllowed):
            await deed


async def test_a_button_of_a_reminder_that_was_planned_away_says_so(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    action = buttons(world.posts(kind="nudge")[0][1])["Answered"]
    with pytest.raises(Gone):
        await world.press("ana", type(action)(action_id=action.action_id, ref="999", label="x"))


async def test_put_off_for_weeks_it_comes_back_before_it_is_red(world):
    await world.type("ana", "new Acme prospect")
    await world.type("ana", "log Acme called, no answer")
    await world.turn(at("2026-11-17 09:20"))
    _, message = world.post("without an answer")
    form = await world.press("ana", buttons(message)["Later"], "day")
    told = said(await world.fill("ana", form, day="2026-12-08"))
    assert "for as long as it can wait, until Tue 24 Nov, 09:15" in told
    await world.turn(at("2026-11-24 09:20"))
    _, back = world.post("without an answer")
    assert "Nobody got to it" not in said(back)
    assert "Not needed" in buttons(back)
    await world.turn(at("2026-12-09 09:20"))
    assert "Nobody got to it" in said(world.post("without an answer")[1])


async def test_of_what_a_customer_waits_for_an_hour_and_of_what_is_red_a_working_day(world):
    await world.type("ana", "new Acme prospect")
    await world.type("ana", "log Acme asked about prices")
    await world.wait(hours=1)
    told = await world.press("ana", buttons(world.post("Answer Acme")[1])["Later"], "days")
    assert "for as long as it can wait, until Mon 16 Nov, 11:00" in said(told)
    await world.type("ana", "new Globex")
    await world.type("ana", "log Globex called, no answer")
    await world.turn(at("2026-11-26 10:00"))  # red since the 24th
    listed = world.posts("U-ana", kind="morning list")[-1][1]
    more = await world.press("ana", buttons(listed)["More"])
    told = await world.press("ana", buttons(more)["Later"], "days")
    assert "for as long as it can wait, until Fri 27 Nov, 09:15" in said(told)


@ON_SQLITE
async def test_a_new_owners_morning_may_come_before_the_old_ones(world):
    await world.type("ana", "new Acme advocate")
    await world.turn(at("2026-11-16 18:00"))
    await world.type("ana", "log Acme called, she was happy")
    await world.type("ana", "edit Acme owner @chloe")
    await world.turn(at("2026-11-17 08:14"))
    assert world.reminders() == []
    await world.turn(at("2026-11-17 08:15"))  # a quarter past nine in Paris
    assert len(world.reminders()) == 1


@ON_SQLITE
async def test_whoever_looks_too_early_asks_nothing(world):
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    assert await world.do_clock(due_nudges.look_all, [1, 2]) == []
    assert world.reminders() == []


@ON_SQLITE
async def test_what_they_say_meanwhile_is_told_in_the_reminder_that_stands_there(asked):
    id_, _ = reminder(asked)
    told = said(await asked.type("ana", "log Acme called, they referred Initech to us"))
    assert "“called, they referred Initech to us”" in said(dict(asked.posts())[id_])
    assert "Next" not in told  # it is the same reminder

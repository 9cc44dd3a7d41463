"""A complaint from its first word to the question whether all is well again."""

import pytest

from care import places, reactions, replies, settings
from care.feature import Reply
from domain.errors import BuiltUpon, Over
from domain.reactions import Meaning
from features.complaints import handling
from features.complaints.words import OnlySteps
from store import tables
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, open_world, said

CAUSE = ("It was: defective", "Cause", "Done")


@pytest.fixture
async def broken(world):
    """Acme's complaint is open since Monday at nine."""
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "complaint Acme it broke")
    return world


def late(world, who="chloe"):
    return [said(message) for _, message in world.posts(f"U-{who}", kind="complaint late")]


async def take(world, who, message, label):
    """A step; resolved, with how."""
    if label == "Resolved":
        return await world.resolve(who, message)
    return await world.press(who, buttons(message)[label])


def shown(world):
    return world.post("Complaint: Acme")[1]


async def test_it_is_what_the_customer_said(broken):
    card = said(await broken.type("ana", "customer acme"))
    assert "Note from them, logged by Ana Reyes: “it broke”" in card
    assert "🔥 Complaint, opened today: “it broke”" in card


@pytest.mark.parametrize("is_at_once", [False, True])
async def test_at_night_it_waits_for_the_morning_unless_severe_by_a_setting(world, is_at_once):
    await world.type("ana", "new Acme customer")
    if is_at_once:
        await world.do_clock(settings.put, "attention.complaints_at_any_hour", "yes")
    await world.turn(at("2026-11-16 23:30"))
    await world.type("ana", "complaint Acme it broke")
    assert world.posts(kind="complaint") == []
    await world.do("ana", handling.raise_, 1)
    assert len(world.posts(kind="complaint")) == is_at_once
    await world.turn(at("2026-11-17 09:00"))
    _, asked = world.post("know that we heard them")
    assert "to be done by Tue 17 Nov, 13:00" in said(asked)


async def test_its_steps_are_replies_under_its_post(broken):
    post_id, _ = broken.post("Complaint: Acme")
    await broken.turn(at("2026-11-20 12:00"))
    steps = [each for each in broken.courier.sent if each.post.kind == "nudge"]
    assert len(steps) == 3
    assert {delivery.thread for delivery in steps} == {post_id}


async def test_late_it_is_told_to_the_managers_once(broken):
    await broken.turn(at("2026-11-17 07:59"))  # told at five, and in Paris that is six
    assert late(broken) == []
    await broken.turn(at("2026-11-17 08:00"))
    (told,) = late(broken)
    assert told.splitlines() == [
        "⏰ A complaint is late: Acme",
        "“it broke”",
        "Waiting since Mon 16 Nov, 13:00: 📣 Let Acme know that we heard them",
        "Ana Reyes's customer",
        "You are told this once; from now on it stands in your digest.",
    ]
    await broken.turn(at("2026-11-27 12:00"))
    assert len(late(broken)) == 1
    assert await escalations(broken) == 1


async def escalations(world):
    def count(work, now):
        del now
        verbs = work.connection.execute(tables.Action.__table__.select()).mappings()
        return len([row for row in verbs if row["name"] == "escalate"])

    return await world.ask(count)


async def test_whoever_opens_the_word_to_managers_sees_the_customer(broken):
    await broken.turn(at("2026-11-17 08:00"))
    _, told = broken.posts("U-chloe", kind="complaint late")[0]
    assert "🪪 Acme" in said(await broken.press("chloe", buttons(told)["Open"]))


async def test_late_without_a_channel_the_managers_are_told_all_the_same(database):
    async with open_world(database, place=None) as world:
        await world.type("ana", "new Acme customer")
        await world.type("ana", "complaint Acme it broke")
        await world.turn(at("2026-11-17 08:59"))
        assert late(world) == []
        await world.turn(at("2026-11-17 09:00"))
        assert "Let Acme know that we heard them" in late(world)[0]
        await world.turn(at("2026-11-20 12:00"))
        assert len(late(world)) == 1
        await world.do_clock(places.arrived, "C-new", "new", ("U-ana",), is_shared=False)
        _, question = world.posts("C-new", kind="question")[0]
        await world.press("ana", buttons(question)["Yes, post here"])
        assert world.posts("C-new", kind="nudge")


async def test_late_while_heed_is_put_out_of_the_channel_the_managers_are_told(world):
    await world.do_clock(places.lost, PLACE, "not_in_channel")
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await world.turn(at("2026-11-17 09:00"))
    assert len(late(world)) == 1


async def test_acknowledged_in_time_nobody_is_told_until_the_update_is_late(broken):
    await broken.press("ben", buttons(shown(broken))["Acknowledged"])
    await broken.turn(at("2026-11-18 07:59"))  # late at five, when her manager is at home
    assert late(broken) == []
    await broken.turn(at("2026-11-18 08:00"))
    assert "Tell Acme where their complaint stands" in late(broken)[0]


async def test_resolved_in_time_nobody_is_told(broken):
    await broken.resolve("ben", shown(broken))
    await broken.turn(at("2026-11-24 12:00"))
    assert late(broken) == []


async def test_its_buttons_are_what_comes_next(broken):
    steps = ["Acknowledged", "Updated", "Resolved"]
    assert [*buttons(shown(broken))] == [*steps, "More", *CAUSE]
    await broken.press("ben", buttons(shown(broken))["Acknowledged"])
    assert [*buttons(shown(broken))] == [*steps[1:], "More", *CAUSE]
    assert {"Updated", "Resolved"} <= set(buttons(await broken.type("ana", "customer acme")))
    await broken.type("ben", "undo")
    assert [*buttons(shown(broken))] == [*steps, "More", *CAUSE]


@pytest.mark.parametrize("label", ["Acknowledged", "Updated", "Resolved"])
async def test_its_buttons_stand_on_the_customers_card_too(broken, label):
    card = await broken.type("ben", "customer acme")
    told = said(await take(broken, "ben", card, label))
    did = {"Acknowledged": "acknowledged", "Updated": "brought up to date", "Resolved": "resolved"}
    assert f"✅ Acme: complaint {did[label]}" in told
    word = "Resolved" if label == "Resolved" else "Acknowledged"
    assert f"{word} by Ben Okafor" in said(shown(broken))


async def test_each_step_is_a_contact_of_ours(broken):
    await broken.press("ben", buttons(shown(broken))["Acknowledged"])
    card = said(await broken.type("ana", "customer acme"))
    assert "We reached them today by Ben Okafor" in card
    assert "Message from us about their complaint, logged by Ben Okafor" in card


async def test_what_was_said_after_the_resolution_is_no_part_of_it(broken):
    await broken.resolve("ben", shown(broken))
    before = said(shown(broken))
    await broken.wait(hours=1)
    await broken.type("ana", "log Acme called Maria about something else")
    await broken.wait(days=8)  # it is shown anew when its check-back is asked
    assert said(shown(broken)) == before


@pytest.mark.parametrize("label", ["Acknowledged", "Updated", "Resolved"])
async def test_a_resolved_one_is_over_and_says_by_whom(broken, label):
    open_ = shown(broken)
    await broken.resolve("ben", open_)
    with pytest.raises(Over, match="Ben Okafor has resolved that complaint already"):
        await take(broken, "ana", open_, label)
    assert [*buttons(shown(broken))] == ["Thanked", "Reopen", "Cause"]


async def test_a_line_in_which_they_complain_offers_to_open_one(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "log Acme called us, the parcel came broken")
    told = await world.press("ana", buttons(receipt)["Open a complaint"])
    assert "🔥 Complaint opened for Acme" in said(told)
    assert "called us, the parcel came broken" in said(shown(world))


async def test_checking_back_is_over_when_they_get_in_touch(broken):
    await broken.resolve("ana", shown(broken))
    await broken.wait(days=8)
    id_, _ = broken.post("whether all is well again")
    await broken.type("ben", "log Acme Maria called us, all fine now")
    assert "They got in touch, logged by Ben Okafor" in said(dict(broken.posts())[id_])


@pytest.mark.parametrize(
    "told",
    ["Arjun says its broken AGAIN, want my money back", "they may complain to us about it again"],
)
async def test_who_complains_again_ends_no_check_back_and_it_is_reopened_by_a_click(broken, told):
    await broken.resolve("ana", shown(broken))
    await broken.wait(days=8)
    id_, _ = broken.post("whether all is well again")
    receipt = await broken.type("ben", f"log Acme {told}")
    assert "They got in touch" not in said(dict(broken.posts())[id_])
    reopened = await broken.press("ben", buttons(receipt)["Reopen “it broke”"])
    assert "🔥 Complaint reopened: Acme" in said(reopened)
    assert "No longer needed" in said(dict(broken.posts())[id_])


async def test_two_complaints_of_one_customer_are_two_posts(broken):
    await broken.type("ben", "complaint Acme and it was late")
    posts = [said(message) for _, message in broken.posts(kind="complaint")]
    assert len(posts) == 2
    await broken.resolve("ana", broken.post("it was late")[1])
    assert "Resolved by" not in said(broken.posts(kind="complaint")[0][1])


async def test_a_step_counts_for_its_own_complaint_and_a_typed_line_for_all(broken):
    await broken.type("ben", "complaint Acme and it was late")
    for label in ("Acknowledged", "Updated"):
        first = broken.post("“it broke”")[1]
        await broken.press("ana", buttons(first)[label])
    second = said(broken.post("and it was late")[1])
    assert "Acknowledged by" not in second
    assert len([each for each in broken.reminders() if "know that we heard them" in each]) == 2
    await broken.wait(hours=1)
    await broken.type("ana", "log Acme called Maria, told her that we are on it")
    assert "Acknowledged by Ana Reyes" in said(broken.post("and it was late")[1])


async def test_by_its_reminder_too(broken):
    await broken.type("ben", "complaint Acme and it was late")
    asked = [m for _, m in broken.posts(kind="nudge") if "heard them" in said(m)]
    await broken.press("ana", buttons(asked[0])["Acknowledged"])
    posts = [said(message) for _, message in broken.posts(kind="complaint")]
    assert ["Acknowledged by Ana Reyes" in each for each in posts] == [True, False]


async def test_of_two_who_acknowledge_it_the_first_wins_and_the_second_is_told_who(broken):
    before = shown(broken)
    await broken.press("ana", buttons(before)["Acknowledged"])
    with pytest.raises(Over, match="Ana Reyes has let them know already"):
        await broken.press("ben", buttons(before)["Acknowledged"])
    assert "Updated" not in said(shown(broken))
    await broken.press("ben", buttons(before)["Updated"])
    assert "Updated by Ben Okafor" in said(shown(broken))


async def test_a_second_click_opens_no_second_complaint(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "log Acme called us, the parcel came broken")
    await world.press("ana", buttons(receipt)["Open a complaint"])
    with pytest.raises(Over, match="Ana Reyes has opened that complaint already"):
        await world.press("ben", buttons(receipt)["Open a complaint"])
    assert len(world.posts(kind="complaint")) == 1
    receipt = await world.press("ana", buttons(receipt)["Kind"], "mail")
    assert "Open a complaint" not in buttons(receipt)


async def test_taken_back_nobody_is_said_to_have_acknowledged_it(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "log Acme called us, the parcel came broken")
    await world.press("ana", buttons(receipt)["Open a complaint"])
    await world.type("ana", "undo")
    step = said(world.post("know that we heard them")[1])
    assert "No longer needed" in step
    assert "got in touch" not in step


async def test_a_step_that_its_post_took_says_so_without_words_of_nobodys(broken):
    await broken.press("ben", buttons(shown(broken))["Acknowledged"])
    step = said(broken.post("know that we heard them")[1])
    assert "✅ Ben Okafor did" in step
    assert "“”" not in step


async def test_a_reply_under_one_complaint_says_nothing_of_another(broken):
    first, _ = broken.post("“it broke”")
    await broken.type("ben", "complaint Acme and it was late")
    await broken.wait(hours=1)
    assert (
        await broken.do(
            "ana", replies.heard, Reply(PLACE, first, "m-reply", "called Maria, on its way")
        )
    ).is_noted
    assert "Acknowledged by Ana Reyes" in said(broken.post("“it broke”")[1])
    assert "Acknowledged by" not in said(broken.post("and it was late")[1])


async def test_where_they_were_told_and_are_glad_one_click_resolves_it(broken):
    first, _ = broken.post("“it broke”")
    await broken.wait(hours=1)
    words = "spoke to them, sent a new one, they r happy now"
    told = await broken.do("ana", replies.heard, Reply(PLACE, first, "m-reply", words))
    assert "Acknowledged by Ana Reyes" in said(shown(broken))
    await broken.press("ana", buttons(told.message)["Resolved?"])
    assert "Resolved by Ana Reyes" in said(shown(broken))


async def test_with_the_line_goes_the_complaint_that_was_opened_on_it(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "log Acme called us, the parcel came broken")
    opened = await world.press("ana", buttons(receipt)["Open a complaint"])
    await world.press("ana", buttons(opened)["Undo"])
    await world.press("ana", buttons(receipt)["Open a complaint"])
    await world.press("ana", buttons(receipt)["Undo"])
    posts = [said(message) for _, message in world.posts(kind="complaint")]
    assert all("Withdrawn: it was taken back." in each for each in posts)


async def test_nobody_pulls_the_contact_from_under_anothers_complaint(world):
    await world.type("ana", "new Acme customer")
    receipt = await world.type("ana", "log Acme called us, the parcel came broken")
    await world.press("ben", buttons(receipt)["Open a complaint"])
    with pytest.raises(BuiltUpon, match="Ben Okafor"):
        await world.press("ana", buttons(receipt)["Undo"])


async def test_its_steps_are_no_attempts_to_sell(world):
    await world.type("ana", "new Acme")
    await world.type("ana", "complaint Acme it broke")
    for label in ("Acknowledged", "Updated", "Updated", "Updated", "Resolved"):
        await take(world, "ana", shown(world), label)
        await world.wait(hours=1)
    assert "Park" not in said(await world.type("ana", "customer acme"))
    await world.wait(days=20)
    assert not [each for each in world.reminders() if "without an answer" in each]


async def test_its_steps_answer_no_enquiry(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "complaint Acme it broke")
    await world.type("ben", "log Acme emailed us, they asked about prices")
    await world.press("ana", buttons(shown(world))["Acknowledged"])
    assert "✅" not in said(world.post("Answer Acme")[1])


@ON_SQLITE
async def test_of_two_complaints_the_word_to_managers_names_its_own_step(broken):
    await broken.turn(at("2026-11-16 11:00"))
    await broken.type("ana", "complaint Acme and it was late")
    await broken.turn(at("2026-11-17 11:00"))
    assert "Waiting since Mon 16 Nov, 15:00" in late(broken)[1]


@ON_SQLITE
async def test_a_check_back_that_is_late_is_told_to_nobody(broken):
    await broken.resolve("ben", shown(broken))
    await broken.turn(at("2026-12-01 12:00"))
    assert broken.post("whether all is well again")
    assert late(broken) == []
    assert await escalations(broken) == 0


@ON_SQLITE
async def test_a_step_put_off_comes_back_under_the_complaint(broken):
    root, _ = broken.post("Complaint: Acme")
    _, asked = broken.post("know that we heard them")
    await broken.press("ben", buttons(asked)["Later"], "hour")
    await broken.wait(hours=1)
    (back,) = [each for each in broken.courier.sent if each.post.kind == "back"]
    assert back.thread == root


@ON_SQLITE
async def test_what_is_promised_is_promised_on_the_clock_of_the_customers_owner(broken):
    await broken.turn(at("2026-11-16 16:00"))  # eleven in the morning for Ben
    told = said(await broken.type("ben", "complaint Acme and it was late"))
    assert "that we heard by Tue 17 Nov, 07:00" in told  # noon in London, told on Ben's clock


@ON_SQLITE
async def test_it_is_told_now_whenever_it_broke(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke last week")
    told = said(await world.type("ana", "customer acme"))
    assert "Not reached yet · they turned to us today" in told


@ON_SQLITE
@pytest.mark.parametrize("line", ["sent them flowers", "called them, no answer"])
async def test_what_told_them_nothing_is_not_shown_as_told(broken, line):
    await broken.type("ben", f"log Acme {line}")
    await broken.type("ana", "edit Acme owner @ben")
    assert "Ben Okafor, " not in said(shown(broken))
    assert "cknowledged by" not in said(shown(broken))


@ON_SQLITE
async def test_what_they_heard_before_is_no_part_of_it(world):
    await world.type("ana", "new Acme customer")
    await world.type("ben", "log Acme called them, all fine")
    await world.wait(minutes=1)
    await world.type("ana", "complaint Acme it broke")
    assert "cknowledged by" not in said(shown(world))


@ON_SQLITE
async def test_the_trail_tells_by_which_reminder_a_step_was_taken(broken):
    _, asked = broken.post("know that we heard them")
    await broken.press("ben", buttons(asked)["Acknowledged"])

    def read(work, now):
        del now
        rows = work.connection.execute(tables.Action.__table__.select()).mappings()
        return [(row["name"], row["nudge_id"]) for row in rows]

    nudge = int(buttons(asked)["Acknowledged"].ref)
    assert (await broken.ask(read))[-1] == ("acknowledge", nudge)


@ON_SQLITE
async def test_whoever_complains_is_known_to_have_complained_whatever_the_words(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme the invoice of May")

    def read(work, now):
        del now
        return work.connection.execute(tables.Touch.__table__.select()).mappings().one()

    assert "complaint" in (await world.ask(read))["signs"]


async def react(world, who, meaning, ordinal="1", act=reactions.came):
    id_, _ = world.post("Complaint: Acme")
    return await world.do(who, act, PLACE, id_, meaning, ordinal)


async def test_eyes_on_its_post_take_the_step_that_waits_and_give_it_back(broken):
    await react(broken, "ben", Meaning.TAKE)
    assert "👀 Ben Okafor has it." in said(broken.post("know that we heard them")[1])
    with pytest.raises(Over, match="Ben Okafor has it already"):
        await react(broken, "ana", Meaning.TAKE)
    await react(broken, "ben", Meaning.TAKE, "2", reactions.went)
    assert "has it" not in said(broken.post("know that we heard them")[1])


async def test_eyes_on_its_post_take_one_step_after_the_other(broken):
    await react(broken, "ben", Meaning.TAKE)
    await broken.press("ben", buttons(shown(broken))["Acknowledged"])
    with pytest.raises(Over, match="waits"):
        await react(broken, "ana", Meaning.TAKE)
    await broken.turn(at("2026-11-18 09:15"))
    await react(broken, "ben", Meaning.TAKE, "2", reactions.went)
    await react(broken, "ben", Meaning.TAKE, "3")
    assert "👀 Ben Okafor has it." in said(broken.post("where their complaint stands")[1])


@pytest.mark.parametrize("meaning", [Meaning.LATER, Meaning.WAIVE])
async def test_only_its_steps_can_be_put_off_or_waved_off_and_whoever_tries_is_told(
    broken, meaning
):
    before = said(shown(broken))
    with pytest.raises(OnlySteps):
        await react(broken, "ben", meaning)
    assert said(shown(broken)) == before
    await react(broken, "ben", Meaning.DONE)
    with pytest.raises(Over, match="Ben Okafor has resolved that complaint already"):
        await react(broken, "ben", meaning, "2")

"""The whole story, through the wire: what a team types, presses and sees."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from care import sample
from store import customers
from tests.stories.conftest import CARE, enquiry, find, open_office, read

LONDON = ZoneInfo("Europe/London")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


async def the_story(office):
    await office.type("ana", "/heed new Acme advocate Maria Lopez maria@acme.com")

    receipt = await office.type(
        "ana", "/heed log Acme called Maria about the renewal, she was happy"
    )
    assert "Logged for Acme" in read(receipt)
    assert "Call · we began · praise" in read(receipt)
    assert "Next: 🎁 Thank Maria Lopez at Acme" in read(receipt)

    await office.turn(to=at("2026-11-16 09:20"))
    reminder = await office.post("🎁 Thank Maria Lopez at Acme")
    assert "<@U0ANAREYES>'s customer" in read(reminder)

    await office.react("ben", reminder, "white_check_mark")
    shown = await office.post("🎁 Thank Maria Lopez at Acme")
    assert "✅ <@U0BENOKAFR> thanked them" in read(shown)
    card = await office.type("ana", "/heed customer acme")
    assert "Next: 🎁 Thank Maria Lopez at Acme, Thu 24 Dec, 09:15" in read(card)

    await office.type("ben", "/heed complaint Acme the parcel came broken")
    complaint = await office.post("🔥 Complaint: Acme")
    asked = await office.post("know that we heard them", thread=complaint["ts"])
    await office.press("ana", asked, "Acknowledged")
    assert "Acknowledged by <@U0ANAREYES>" in read(await office.post("🔥 Complaint: Acme"))
    await office.press("ana", complaint, "Updated")
    form = (await office.act("ana", complaint, "Resolved"))["sees"]["forms"][-1]
    values = {"remedy": "a new one by courier"}
    await office.town.do("ana", "submit", view=form["id"], values=values)
    assert "Resolved by <@U0ANAREYES>" in read(await office.post("✅ Complaint: Acme"))

    await office.turn(to=at("2026-11-17 08:31"))
    digest = await office.post("Good morning, Chloe", who="chloe", channel="dm")
    assert "✅ Done yesterday: 5 contacts – Ana Reyes 4, Ben Okafor 1[Open]" in read(digest)
    opened = await office.press("chloe", digest, "Open", channel="dm")
    assert "Acme" in read(opened)


@pytest.mark.parametrize("over_http", [False, True], ids=["socket", "http"])
async def test_a_day_with_heed(database, over_http):
    async with open_office(database, over_http=over_http) as office:
        await the_story(office)
        assert office.town.complaints == []


async def test_a_week_shows_a_digest_each_working_morning(office):
    await office.turn(by=timedelta(days=7))
    posts = await office.channel("chloe", "dm")
    assert len([post for post in posts if "Good morning, Chloe" in read(post)]) == 5


async def test_the_clock_stops_at_what_was_planned_a_moment_ago(office):
    await office.type("ana", "/heed new Acme advocate")
    await office.type("ana", "/heed log Acme called, she was happy")
    stops = await office.town.turn(to=at("2026-11-16 12:00"))
    assert at("2026-11-16 09:15") in stops


async def test_two_people_press_at_once_and_the_second_is_told(office):
    await office.type("ana", "/heed new Globex suspect")
    await office.type("ben", "/heed log Globex asked about prices")
    await office.wait(seconds=5)
    post = await office.post("Answer Globex")
    pressed = {"channel": CARE, "ts": post["ts"], "action_id": find(post, "I'll take it")}
    await office.town.do("ana", "act", settle=False, **pressed)
    seen = await office.town.do("ben", "act", **pressed)
    told = [read(m) for m in seen["sees"]["messages"] if m.get("is_ephemeral")]
    assert told == ["Ana Reyes has it already.\nNothing was changed."]


async def test_a_reply_is_marked_and_followed(office):
    post = await enquiry(office)
    reply = {"channel": CARE, "thread_ts": post["ts"]}
    done = await office.town.do("ben", "type", text="emailed them the price list", **reply)
    noted = await thread_message(office, post, done["ts"])
    assert [(r["name"], r["users"]) for r in noted["reactions"]] == [("memo", ["U0HEEDBOT0"])]
    assert "✅ <@U0BENOKAFR> did" in read(await office.post("Answer Globex"))

    await office.town.do("ben", "edit", channel=CARE, ts=done["ts"], text="will do it tomorrow")
    talk = await thread_message(office, post, done["ts"])
    assert not talk.get("reactions")
    assert "[Answered]" in read(await office.post("Answer Globex"))

    await office.town.do("ben", "edit", channel=CARE, ts=done["ts"], text="called them, all good")
    assert "✅ <@U0BENOKAFR> did" in read(await office.post("Answer Globex"))
    await office.town.do("ben", "edit", channel=CARE, ts=done["ts"], text="called them, all fine")
    assert (await thread_message(office, post, done["ts"]))["reactions"]  # nothing is asked twice
    await office.town.do("ben", "delete", channel=CARE, ts=done["ts"])
    assert "[Answered]" in read(await office.post("Answer Globex"))


async def test_a_reply_taken_back_is_no_longer_marked(office):
    post = await enquiry(office)
    reply = {"channel": CARE, "thread_ts": post["ts"]}
    done = await office.town.do("ben", "type", text="emailed them the price list", **reply)
    await office.type("ben", "/heed undo")
    again = await thread_message(office, post, done["ts"])
    assert not again.get("reactions")
    await office.town.do("ben", "edit", channel=CARE, ts=done["ts"], text="emailed the price list")
    assert not (await thread_message(office, post, done["ts"])).get("reactions")
    assert "[Answered]" in read(await office.post("Answer Globex"))


async def thread_message(office, post, ts):
    thread = await office.channel(thread=post["ts"])
    return next(message for message in thread if message["ts"] == ts)


async def test_several_signs_are_chosen_on_the_receipt_and_none(office):
    await office.type("ana", "/heed new Acme customer Maria Lopez")
    receipt = await office.type("ana", "/heed log Acme called Maria about the boiler")
    receipt = await office.press("ana", receipt, "It was …", ["praise", "complaint"])
    assert "Call · we began · praise · complaint" in read(receipt)
    receipt = await office.press("ana", receipt, "It was …", [])
    assert "Call · we began · Mon" in read(receipt)


async def test_a_direct_message_is_a_command_without_its_slash(office):
    await office.town.do("ana", "type", channel="dm", text="new Acme advocate")
    await office.town.do("ana", "type", channel="dm", text="customer acme")
    posts = await office.channel("ana", "dm")
    assert "🪪 Acme" in read(posts[-1])


async def test_an_invited_heed_asks_where_it_is(office):
    await office.town.do("ana", "invite", channel="general", user="heed")
    question = await office.post("Post reminders here?", channel="general")
    await office.press("ana", question, "No", channel="general")
    assert "No reminders here, says <@U0ANAREYES>" in read(
        await office.post("No reminders here", channel="general")
    )


async def test_a_heed_that_was_put_out_tells_whoever_had_let_it_in(office):
    await office.post("Reminders are posted here")
    await office.town.do("ana", "remove", channel=CARE, user="heed")
    told = await office.post("I can't post in #customer-care", who="chloe", channel="dm")
    assert "I was taken out of it." in read(told)


async def test_an_owner_is_named_by_a_mention(office):
    await office.type("ana", "/heed new Acme advocate")
    told = await office.type("ana", "/heed edit Acme owner @ben")
    assert "Acme: now <@U0BENOKAFR>'s customer" in read(told)
    assert "<@U0BENOKAFR>'s customer" in read(await office.type("ana", "/heed customer acme"))


async def test_somebody_hired_today_is_known_at_once(office):
    await office.town.admin("hire", handle="eve", name="Eve Ito", mail="eve.ito@example.com")
    await office.town.do("eve", "join", channel="general")
    assert "🪪 Acme" in read(await office.type("eve", "/heed new Acme", channel="general"))


async def test_the_sample_team_has_fourteen_customers_over_all_rungs(office):
    await office.house.heed.do(
        sample.fill, office.house.platform_apps[0].tenancy, "customer-care", "chloe"
    )

    def rungs(work, now):
        del now
        return [row.rung for row in customers.by_ids(work, range(1, 100)).values()]

    found = await office.house.heed.ask(rungs, office.house.platform_apps[0].tenancy)
    assert len(found) == 14
    assert len(set(found)) == 7

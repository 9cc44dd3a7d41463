"""@Heed in a channel, in a thread, and what is said to it in a direct message."""

import itertools
import json

import pytest
from sqlalchemy import text

from handlers.slack.http import PATH
from tests.stories.conftest import CARE, enquiry, open_office
from tests.stories.reading import read
from tests.stories.test_bad_input import knocking, signed

ME = "U0HEEDBOT0"
HELP = "Here is what you can type"


@pytest.fixture
async def slack(sqlite):
    async with open_office(sqlite) as office:
        yield office


async def touches(office):
    def ask(work, now):
        del now
        asked = text("SELECT words FROM touch WHERE NOT gone ORDER BY id")
        return [row.words for row in work.connection.execute(asked)]

    return await office.house.heed.ask(ask, office.house.platform_apps[0].tenancy)


async def told_alone(office, who, line, channel=CARE, **more):
    """What a line leads to for whoever said it: words, and the message itself."""
    done = await office.town.do(who, "type", channel=channel, text=line, **more)
    seen = done["sees"].get("messages", [])
    mark = "bot_id" if channel == "dm" else "is_ephemeral"
    answers = [each for each in seen if each.get(mark)]
    assert len(answers) <= 1, [read(each) for each in answers]
    return answers[0] if answers else None


async def test_a_mention_does_what_the_command_does_and_whoever_spoke_alone_is_answered(office):
    added = await told_alone(office, "ana", "@heed new Globex prospect")
    assert added["is_ephemeral"]
    assert "🪪 Globex" in read(added)
    receipt = await told_alone(office, "ana", "@heed log Globex asked about prices")
    assert "Logged for Globex" in read(receipt)
    await office.wait(minutes=45)
    await office.post("Answer Globex")
    assert "Answer Globex" in read(await told_alone(office, "ana", "hey @heed: due"))
    owner = await told_alone(office, "ana", "@heed edit Globex owner @ben")
    assert "<@U0BENOKAFR>" in read(owner)
    await office.town.town.courier.again("events_api")
    assert await touches(office) == ["asked about prices"]
    assert "Taken back" in read(await office.press("ana", receipt, "Undo"))
    assert await touches(office) == []


async def test_where_a_form_is_needed_a_button_opens_it(slack):
    asked = await told_alone(slack, "ana", "@heed new")
    done = await slack.act("ana", asked, "Fill in a form")
    assert done["sees"]["forms"][-1]["title"]["text"] == "Add a customer"


async def test_in_the_thread_of_a_reminder_the_customer_is_known(office):
    post = await enquiry(office)
    await office.type("ana", "/heed new Acme")
    under = {"thread_ts": post["ts"]}
    card = await told_alone(office, "ana", "@heed customer", **under)
    assert "🪪 Globex" in read(card)
    assert card["thread_ts"] == post["ts"]
    form = await told_alone(office, "ana", "@heed log", **under)
    opened = (await office.act("ana", form, "Fill in a form"))["sees"]["forms"][-1]
    assert "Globex" in json.dumps(opened)
    assert "Logged for Acme" in read(
        await told_alone(office, "ana", "@heed log Acme rang", **under)
    )
    receipt = await told_alone(office, "ana", "@heed log told Acme that it rains", **under)
    assert "Logged for Acme" in read(receipt)
    receipt = await told_alone(office, "ben", "@heed log emailed her the prices", **under)
    assert "Logged for Globex" in read(receipt)
    assert "emailed her the prices" in await touches(office)
    assert "✅ <@U0BENOKAFR>" in read(await office.post("Answer Globex"))


async def test_what_is_no_command_there_is_a_reply_or_asked_about(slack):
    post = await enquiry(slack)
    under = {"thread_ts": post["ts"]}
    asked = await told_alone(slack, "ben", "@heed ooh, nice weather", **under)
    assert "Did you mean to log this?" in read(asked)
    logged = await told_alone(slack, "ben", "@heed called her, all good", **under)
    assert "Logged for Globex" in read(logged)
    assert await touches(slack) == ["asked about prices", "called her, all good"]
    await slack.press("ben", asked, "This one")
    assert (await touches(slack))[-1] == "ooh, nice weather"


async def test_a_reply_in_the_thread_does_what_a_button_does_and_is_taken_back(slack):
    post = await enquiry(slack)
    under = {"thread_ts": post["ts"]}
    taken = await told_alone(slack, "ben", "on it", **under)
    assert "It's yours" in read(taken)
    assert taken["thread_ts"] == post["ts"]
    assert "👀 <@U0BENOKAFR> has it." in read(await slack.post("Answer Globex"))
    await slack.press("ben", taken, "Undo")
    assert "has it" not in read(await slack.post("Answer Globex"))
    assert await told_alone(slack, "ana", "@ben can you take this?", **under) is None
    asked = await told_alone(slack, "ben", "not now, later", **under)
    assert "Until when?" in read(asked)
    await told_alone(slack, "ben", "she left, not needed", **under)
    assert "❌ Not needed" in read(await slack.post("Answer Globex"))


async def test_a_mention_counts_once_in_whatever_order_slack_tells_of_it(sqlite):
    async with open_office(sqlite, over_http=True) as office, knocking(office) as at:
        post = await enquiry(office)
        lines = ["log Globex called her", "called her, all good"]
        told = ["message", "app_mention", "message", "app_mention"]
        orders = [told[:2], told[1:3], told]
        for number, (line, order) in enumerate(itertools.product(lines, orders)):
            ts = f"1800000004.{number:06}"
            said = {"user": "U0BENOKAFR", "ts": ts, "event_ts": ts, "thread_ts": post["ts"]}
            said |= {
                "channel": post["channel"],
                "text": f"<@{ME}> {line}",
            }
            for turn, kind in enumerate(order):
                more = {"channel_type": "channel"} if kind == "message" else {}
                whole = {"type": "event_callback", "event_id": f"E{number}-{turn}", "team_id": "T"}
                body = json.dumps(whole | {"event": said | more | {"type": kind}})
                answer = await at.post(PATH, content=body, headers=signed(body, "application/json"))
                assert answer.status_code == 200, answer.text
            assert len(await touches(office)) == number + 2, (line, order)


async def test_a_command_stays_done_when_its_message_is_edited(slack):
    post = await enquiry(slack)
    done = await slack.town.do(
        "ben", "type", channel=CARE, text="@heed log called her", thread_ts=post["ts"]
    )
    await slack.town.do(
        "ben", "edit", channel=CARE, ts=done["ts"], text="@heed log called her, she was angry"
    )
    assert await touches(slack) == ["asked about prices", "called her"]


async def test_what_was_not_understood_is_done_when_it_is_put_right(slack):
    await slack.type("ana", "/heed new Globex")
    said = {"channel": CARE, "ts": ""}
    for words in ("@heed lgo Globex called her", "@heed log Globex called her", "@heed log Globex"):
        deed = "edit" if said["ts"] else "type"
        said["ts"] = (await slack.town.do("ana", deed, **{**said, "text": words}))["ts"]
    assert await touches(slack) == ["called her"]


async def test_where_outsiders_read_along_a_mention_names_no_customer(slack):
    await slack.type("ana", "/heed new Globex")
    await slack.town.admin("share", channel=CARE, team="T0PARTNER0")
    told = await told_alone(slack, "ana", "@heed customer globex")
    assert "keeps customers out of it" in read(told)
    assert HELP in read(await told_alone(slack, "ana", "@heed hello"))


async def test_a_guest_who_mentions_heed_is_told_why_there_is_no_answer(slack):
    await slack.town.do("ana", "invite", channel=CARE, user="gil")
    told = await told_alone(slack, "gil", "@heed customer acme")
    assert "you are here as a guest" in read(told)


async def test_a_direct_message_is_understood_with_and_without_heeds_name(slack):
    for said in ("due", "heed due", "@heed due", "Heed, due", "/heed due"):
        answer = await told_alone(slack, "ana", said, "dm")
        assert "Nothing waits for you" in read(answer), said
    for said in ("hi", "hello", "Hello Heed!", "help", "?", "@heed", "heed help"):
        assert HELP in read(await told_alone(slack, "ana", said, "dm")), said


async def test_in_a_thread_of_a_direct_message_heed_answers_there(slack):
    first = await told_alone(slack, "ana", "due", "dm")
    answer = await told_alone(slack, "ana", "new Globex suspect", "dm", thread_ts=first["ts"])
    assert "🪪 Globex" in read(answer)
    assert answer["thread_ts"] == first["ts"]

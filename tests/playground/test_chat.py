"""chat.*: saying, changing and taking back, and what Slack refuses of it."""

import asyncio
from dataclasses import replace

import pytest

from playground import read
from tests.playground.conftest import (
    ANA,
    BEN,
    CARE,
    GENERAL,
    GIL,
    PARTNERS,
    client_of,
    error_of,
    refused,
    rules,
    served,
)

pytestmark = pytest.mark.usefixtures("ears")

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Thank *Acme*"}}
METADATA = {"event_type": "nudge", "event_payload": {"delivery": "42"}}


async def test_a_message_is_stored_as_it_was_sent(slack):
    said = "a &lt; b, <@U0ANAREYES>, <https://x.example|x> & more"
    posted = await slack.chat_postMessage(channel=CARE, text=said, blocks=[SECTION])
    [found] = (await slack.conversations_history(channel=CARE))["messages"]

    assert found["text"] == said
    assert (found["ts"], found["user"]) == (posted["ts"], "U0HEEDBOT0")
    assert (found["bot_id"], found["app_id"]) == ("B0HEEDBOT0", "A0HEEDAPP0")


async def test_blocks_come_back_with_what_slack_adds(slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi", blocks=[SECTION])
    [block] = posted["message"]["blocks"]

    assert block["block_id"]
    assert block["text"] == SECTION["text"] | {"verbatim": False}


async def test_a_message_of_blocks_alone_gets_their_text(slack):
    said = {"channel": CARE, "blocks": [SECTION]}
    posted = await slack.api_call("chat.postMessage", json=said)

    assert posted["message"]["text"] == "Thank *Acme*"


async def test_times_are_unique_and_rise_even_while_the_clock_stands(town, slack):
    town.town.clock.halt()
    posted = await asyncio.gather(
        *(slack.chat_postMessage(channel=CARE, text=str(n)) for n in range(20))
    )
    stamps = [message["ts"] for message in posted]

    assert len(set(stamps)) == 20
    history = (await slack.conversations_history(channel=CARE))["messages"]
    assert [m["ts"] for m in history] == sorted(stamps, reverse=True)


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("C0NOWHERE0", "channel_not_found"),
        (GENERAL, "not_in_channel"),
        ("#general", "not_in_channel"),
        ("U0NOBODY00", "channel_not_found"),
        ("U0HEEDBOT0", "channel_not_found"),
    ],
)
async def test_the_bot_speaks_only_where_it_is(slack, channel, error):
    assert await error_of(slack.chat_postMessage(channel=channel, text="hi")) == error


async def test_a_channel_can_be_named_and_a_person_written_to(slack):
    named = await slack.chat_postMessage(channel="#customer-care", text="hi")
    direct = await slack.chat_postMessage(channel=ANA, text="hi")

    assert named["channel"] == CARE
    assert direct["channel"] == (await slack.conversations_open(users=ANA))["channel"]["id"]


async def test_nothing_is_said_in_an_archived_channel(town, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    await town.admin("archive", channel="customer-care")

    assert await error_of(slack.chat_postMessage(channel=CARE, text="hi")) == "is_archived"
    update = slack.chat_update(channel=CARE, ts=posted["ts"], text="ho")
    assert await error_of(update) == "is_inactive"
    react = slack.reactions_add(channel=CARE, timestamp=posted["ts"], name="eyes")
    assert await error_of(react) == "is_archived"


async def test_nobody_who_has_left_can_be_written_to(town, slack):
    await town.admin("deactivate", person="ben")

    assert await error_of(slack.chat_postMessage(channel=BEN, text="hi")) == "is_archived"
    assert await error_of(slack.conversations_open(users=BEN)) == "user_disabled"


async def test_without_a_messages_tab_there_are_no_direct_messages():
    team = read()
    without = replace(team, bot=replace(team.bot, has_messages_tab=False))
    async with served(team=without) as town:
        call = client_of(town).chat_postMessage(channel=ANA, text="hi")
        assert await error_of(call) == "messages_tab_disabled"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "  "}, "no_text"),
        ({"text": ["x"]}, "invalid_arguments"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": "{"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": '{"type": "divider"}'}, "invalid_blocks_format"),
        ({"text": "x", "attachments": "{"}, "invalid_attachments"),
        ({"text": "x", "attachments": ["x"]}, "invalid_attachments"),
        ({"text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"text": "x", "thread_ts": "soon"}, "invalid_thread_ts"),
        ({"text": "x", "metadata": "{"}, "invalid_metadata_format"),
        ({"text": "x", "metadata": "[1]"}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "nudge"}}, "invalid_metadata_schema"),
        ({"text": "x", "metadata": METADATA | {"event_type": "a b"}}, "invalid_metadata_schema"),
        ({"text": "x", "metadata": METADATA | {"event_payload": 1}}, "invalid_metadata_schema"),
        ({"text": "x", "metadata": METADATA | {"more": 1}}, "invalid_metadata_schema"),
        (
            {"text": "x", "metadata": METADATA | {"event_payload": {"k": "x" * 16_384}}},
            "metadata_too_large",
        ),
    ],
)
async def test_what_slack_does_not_take_is_refused(slack, said, error):
    call = slack.api_call("chat.postMessage", json={"channel": CARE, **said})
    assert await error_of(call) == error


async def test_metadata_is_told_only_to_those_who_ask(slack):
    await slack.chat_postMessage(channel=CARE, text="hi", metadata=METADATA)
    [plain] = (await slack.conversations_history(channel=CARE))["messages"]
    asked = await slack.conversations_history(channel=CARE, include_all_metadata=True)

    assert "metadata" not in plain
    assert asked["messages"][0]["metadata"] == METADATA


async def test_a_reply_stands_in_its_thread(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    reply = await slack.chat_postMessage(channel=CARE, text="reply", thread_ts=parent["ts"])
    again = await slack.chat_postMessage(channel=CARE, text="again", thread_ts=reply["ts"])

    assert reply["message"]["thread_ts"] == again["message"]["thread_ts"] == parent["ts"]
    [top] = (await slack.conversations_history(channel=CARE))["messages"]
    assert (top["ts"], top["reply_count"], top["latest_reply"]) == (parent["ts"], 2, again["ts"])


async def test_a_reply_to_what_is_gone_is_taken_out_of_the_thread_without_a_word(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    await slack.chat_delete(channel=CARE, ts=parent["ts"])
    reply = await slack.chat_postMessage(channel=CARE, text="reply", thread_ts=parent["ts"])

    assert "thread_ts" not in reply["message"]
    [top] = (await slack.conversations_history(channel=CARE))["messages"]
    assert top["text"] == "reply"


async def test_a_reply_can_be_shown_in_the_channel_too(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    await slack.chat_postMessage(
        channel=CARE, text="reply", thread_ts=parent["ts"], reply_broadcast=True
    )
    shown = (await slack.conversations_history(channel=CARE))["messages"]

    assert [(m["text"], m.get("subtype")) for m in shown] == [
        ("reply", "thread_broadcast"),
        ("post", None),
    ]


async def test_an_update_keeps_what_it_does_not_name(slack):
    posted = await slack.chat_postMessage(
        channel=CARE, text="hi", blocks=[SECTION], metadata=METADATA
    )
    updated = await slack.chat_update(channel=CARE, ts=posted["ts"], text="ho")
    emptied = await slack.chat_update(
        channel=CARE, ts=posted["ts"], text="ho", blocks=[], metadata={}
    )

    assert updated["message"]["blocks"] == posted["message"]["blocks"]
    assert updated["message"]["metadata"] == METADATA
    assert updated["message"]["edited"]["user"] == "U0HEEDBOT0"
    assert not {"blocks", "metadata"} & emptied["message"].keys()


async def test_an_update_has_less_room_than_a_message(slack):
    posted = await slack.chat_postMessage(channel=CARE, text="x" * 40_000)
    update = slack.chat_update(channel=CARE, ts=posted["ts"], text="x" * 4_001)

    assert await error_of(update) == "msg_too_long"


async def test_somebody_elses_message_is_left_alone(town, slack):
    theirs = await town.do("ana", "type", channel="customer-care", text="mine")
    there = {"channel": CARE, "ts": theirs["ts"]}

    assert await error_of(slack.chat_update(**there, text="yours")) == "cant_update_message"
    assert await error_of(slack.chat_delete(**there)) == "cant_delete_message"
    nowhere = {"channel": CARE, "ts": "1.000001"}
    assert await error_of(slack.chat_update(**nowhere, text="x")) == "message_not_found"
    assert await error_of(slack.chat_delete(**nowhere)) == "message_not_found"


async def test_what_the_bot_said_where_it_is_no_more_is_out_of_its_reach(town, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    there = {"channel": CARE, "ts": posted["ts"]}
    await town.do("ana", "remove", channel=CARE, user="heed")

    assert await error_of(slack.chat_update(**there, text="ho")) == "channel_not_found"
    assert await error_of(slack.chat_delete(**there)) == "channel_not_found"


async def test_a_direct_message_is_updated_by_its_own_id_not_by_the_persons(slack):
    posted = await slack.chat_postMessage(channel=ANA, text="hi")
    call = slack.chat_update(channel=ANA, ts=posted["ts"], text="ho")

    assert await error_of(call) == "channel_not_found"
    await slack.chat_update(channel=posted["channel"], ts=posted["ts"], text="ho")


async def test_only_one_person_sees_an_ephemeral_and_no_method_finds_it(town, slack):
    sent = await slack.chat_postEphemeral(channel=CARE, user=ANA, text="psst")
    there = {"channel": CARE, "ts": sent["message_ts"]}

    assert not (await slack.conversations_history(channel=CARE))["messages"]
    assert await error_of(slack.chat_update(**there, text="x")) == "message_not_found"
    assert await error_of(slack.chat_delete(**there)) == "message_not_found"
    [shown] = (await town.look("ana", "read", channel="customer-care"))["messages"]
    assert (shown["text"], shown["is_ephemeral"]) == ("psst", True)
    assert not (await town.look("ben", "read", channel="customer-care"))["messages"]


async def test_an_ephemeral_goes_only_to_members(slack):
    call = slack.chat_postEphemeral(channel=CARE, user=GIL, text="psst")
    assert await error_of(call) == "user_not_in_channel"


async def test_a_permalink_names_the_thread(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    reply = await slack.chat_postMessage(channel=CARE, text="reply", thread_ts=parent["ts"])
    link = await slack.chat_getPermalink(channel=CARE, message_ts=reply["ts"])

    assert link["permalink"].startswith("https://playground.slack.com/archives/C0CUSTCARE/p")
    assert f"thread_ts={parent['ts']}" in link["permalink"]


async def test_more_than_one_message_a_second_and_channel_is_too_fast():
    async with served(rules=rules(rate=10)) as town:
        slack = client_of(town)
        await slack.chat_postMessage(channel=CARE, text="one")
        answer = await refused(slack.chat_postMessage(channel=CARE, text="two"))

        assert (answer.status_code, answer["error"]) == (429, "ratelimited")
        assert answer.headers["Retry-After"] == "1"
        await slack.chat_postMessage(channel=ANA, text="elsewhere")
        await asyncio.sleep(0.1)
        await slack.chat_postMessage(channel=CARE, text="two")
        assert town.complaints == []


async def test_a_message_that_is_refused_costs_no_time():
    async with served(rules=rules(rate=1)) as town:
        slack = client_of(town)
        await refused(slack.api_call("chat.postMessage", json={"channel": CARE}))
        await slack.chat_postMessage(channel=CARE, text="one")


async def test_the_bot_does_not_see_partners_talk_until_it_is_there(town, slack):
    assert await error_of(slack.conversations_history(channel=PARTNERS)) == "not_in_channel"
    await town.do("ana", "invite", channel="partners", user="heed")

    history = await slack.conversations_history(channel=PARTNERS)
    assert [m["subtype"] for m in history["messages"]] == ["channel_join"]

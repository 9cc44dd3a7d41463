"""Socket Mode, with a real Bolt app at the other end."""

import asyncio

import pytest
from aiohttp import ClientSession, WSMsgType

from tests.playground.conftest import (
    ANA,
    CARE,
    KEYS,
    client_of,
    connected,
    plugged_in,
    rules,
    served,
)


def echo(app):
    """A tiny bot: it answers a command, a mention and a button."""

    @app.command("/heed")
    async def command(ack, command, respond):
        await ack(f"you typed {command['text']}")
        await respond("and later")

    @app.event("app_mention")
    async def mention(event, say):
        await say(f"you said {event['text']}", thread_ts=event["ts"])

    @app.event("message")
    async def message():
        pass


async def socket_url(town):
    opened = await client_of(town).apps_connections_open(app_token=KEYS.app_token)
    return opened["url"]


async def test_a_bolt_app_hears_and_answers(town):
    async with connected(town, echo):
        done = await town.do("ana", "type", channel="general", text="/heed log Acme")

    assert done["is_answered"] is True
    assert {m["text"] for m in done["sees"]["messages"]} == {"you typed log Acme", "and later"}
    assert all(m["is_ephemeral"] for m in done["sees"]["messages"])
    assert town.complaints == []


async def test_a_bolt_app_hears_what_is_said_in_its_channel(town):
    async with connected(town, echo):
        said = await town.do("ana", "type", channel="customer-care", text="@heed hello")

    [reply] = said["sees"]["messages"]
    assert reply["text"] == "you said <@U0HEEDBOT0> hello"
    assert reply["thread_ts"] == said["ts"]


async def test_the_greeting_comes_first_and_a_ticket_is_good_once(town):
    url = await socket_url(town)
    async with ClientSession() as session:
        async with session.ws_connect(url) as socket:
            hello = await socket.receive_json()
        async with session.ws_connect(await socket_url(town)) as again:
            second = await again.receive_json()
        with pytest.raises(Exception, match="403"):
            await session.ws_connect(url)

    assert (hello["type"], hello["connection_info"]["app_id"]) == ("hello", "A0HEEDAPP0")
    assert (hello["num_connections"], second["num_connections"]) == (1, 1)


async def test_an_envelope_says_what_it_holds_and_an_ack_carries_the_answer(town):
    async with plugged_in(town) as socket:
        doing = asyncio.create_task(
            town.do("ana", "type", channel="customer-care", text="/heed help", settle=False)
        )
        envelope = await socket.receive_json()
        payload = {"text": "help yourself", "response_type": "in_channel"}
        answer = {"envelope_id": envelope["envelope_id"], "payload": payload}
        await socket.send_json(answer)
        done = await doing

    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["command"] == "/heed"
    [seen] = done["sees"]["messages"]
    assert (seen["text"], seen["is_ephemeral"]) == ("help yourself", False)


async def test_an_event_takes_no_answer_and_tells_its_retries(town):
    async with plugged_in(town) as socket:
        await town.admin("zone", person="ana", zone="Asia/Tokyo", settle=False)
        envelope = await socket.receive_json()

    assert (envelope["type"], envelope["accepts_response_payload"]) == ("events_api", False)
    assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
    assert envelope["payload"]["event"]["type"] == "user_change"


async def test_an_unacknowledged_event_is_sent_again_and_complained_of():
    quick = rules(acknowledge_within=0.05, retry_after=(0.0, 0.01, 0.01))
    async with served(rules=quick) as town, plugged_in(town) as socket:
        await town.admin("zone", person="ana", zone="Asia/Tokyo", settle=False)
        sent = [await socket.receive_json(timeout=2) for _ in range(4)]
        await asyncio.sleep(0.1)

    assert [e["retry_attempt"] for e in sent] == [0, 1, 2, 3]
    assert {e["retry_reason"] for e in sent[1:]} == {"timeout"}
    assert len({e["payload"]["event_id"] for e in sent}) == 1
    assert len({e["envelope_id"] for e in sent}) == 4
    assert [(c.what, c.words) for c in town.complaints] == [
        ("user_change", "not acknowledged in time")
    ] * 4


async def test_retries_end_with_the_acknowledgement():
    quick = rules(acknowledge_within=0.05, retry_after=(0.0, 0.01, 0.01))
    async with served(rules=quick) as town, plugged_in(town) as socket:
        await town.admin("zone", person="ana", zone="Asia/Tokyo", settle=False)
        await socket.receive_json()
        again = await socket.receive_json()
        await socket.send_json({"envelope_id": again["envelope_id"]})
        with pytest.raises(TimeoutError):
            await socket.receive_json(timeout=0.2)


async def test_a_slow_bot_is_told_on_and_the_person_sees_slacks_words():
    async with served(rules=rules(acknowledge_within=0.1)) as town:

        def slow(app):
            @app.command("/heed")
            async def command(ack):
                await asyncio.sleep(0.3)
                await ack("too late")

        async with connected(town, slow):
            done = await town.do("ana", "type", channel="customer-care", text="/heed due")
            await asyncio.sleep(0.3)

        [seen] = done["sees"]["messages"]
        assert seen["text"] == '/heed failed with the error "operation_timeout"'
        assert (seen["from"], seen["is_ephemeral"]) == ("Slackbot", True)
        [complaint] = town.complaints
        assert (complaint.about, complaint.what) == ("acknowledgement", "/heed")
        assert complaint.detail["reason"] == "timeout"


async def test_without_any_connection_a_command_cannot_be_dispatched():
    async with served(rules=rules(acknowledge_within=0.05)) as town:
        done = await town.do("ana", "type", channel="customer-care", text="/heed due")

        [seen] = done["sees"]["messages"]
        assert seen["text"] == '/heed failed with the error "dispatch_failed"'


async def test_a_connection_that_is_just_being_opened_is_waited_for(town):
    doing = asyncio.create_task(town.do("ana", "type", channel="customer-care", text="/heed due"))
    await asyncio.sleep(0.05)
    async with connected(town, echo):
        assert (await doing)["is_answered"] is True


async def test_a_bot_that_is_asked_to_refresh_comes_back_by_itself(town):
    async with connected(town, echo):
        assert (await town.admin("refresh"))["connections"] == 1
        done = await town.do("ana", "type", channel="customer-care", text="/heed due")

        assert done["is_answered"] is True
        assert town.town.socket.count == 1


async def test_a_warning_comes_before_the_end_of_a_connection(town):
    async with plugged_in(town) as socket:
        await town.admin("refresh", reason="warning")
        warned = await socket.receive_json()
        await town.admin("zone", person="ana", zone="Asia/Tokyo", settle=False)
        still = await socket.receive_json()

    assert (warned["type"], warned["reason"]) == ("disconnect", "warning")
    assert still["type"] == "events_api"


async def test_what_is_no_acknowledgement_is_not_listened_to(town):
    async with plugged_in(town) as socket:
        await town.admin("zone", person="ana", zone="Asia/Tokyo", settle=False)
        envelope = await socket.receive_json()
        for said in ("{", "[]", '{"envelope_id": "other"}'):
            await socket.send_str(said)
        assert town.town.stir.is_busy
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
        assert await town.settle()


async def test_a_connection_lost_on_the_way_leaves_the_command_unanswered(town):
    async with plugged_in(town) as socket:
        doing = asyncio.create_task(
            town.do("ana", "type", channel="customer-care", text="/heed due")
        )
        await socket.receive_json()
        await socket.close()

        assert (await doing)["is_answered"] is False


async def test_the_eleventh_connection_is_one_too_many():
    async with (
        served(rules=rules(connections=1)) as town,
        plugged_in(town),
        ClientSession() as session,
        session.ws_connect(await socket_url(town)) as second,
    ):
        refusal = await second.receive_json()
        end = await second.receive()

    assert (refusal["type"], refusal["reason"]) == ("disconnect", "too_many_websockets")
    assert end.type is WSMsgType.CLOSE


async def test_envelopes_go_to_the_connections_in_turn(town):
    async with plugged_in(town) as one, plugged_in(town) as two:
        for zone in ("Asia/Tokyo", "Asia/Seoul"):
            await town.admin("zone", person="ana", zone=zone, settle=False)
        events = [(await socket.receive_json())["payload"]["event"] for socket in (one, two)]

    assert {event["user"]["tz"] for event in events} == {"Asia/Tokyo", "Asia/Seoul"}


async def test_the_bots_own_messages_come_back_to_it(town, slack):
    async with plugged_in(town) as socket:
        await slack.chat_postMessage(channel=CARE, text="hi")
        event = (await socket.receive_json())["payload"]["event"]

    assert (event["type"], event["bot_id"]) == ("message", "B0HEEDBOT0")
    assert (event["user"], event.get("subtype")) == ("U0HEEDBOT0", None)
    assert event["channel_type"] == "channel"


async def test_a_delivery_can_be_made_a_second_time(town, http):
    seen = []

    def listen(app):
        @app.event("user_change")
        async def change(body):
            seen.append((body["event_id"], body["event"]["user"]["id"]))

    async with connected(town, listen):
        await town.admin("zone", person="ana", zone="Asia/Tokyo")
        async with http.post("/deliver", json={"kind": "event"}) as response:
            assert await response.json() == {"is_acknowledged": True, "what": "user_change"}

    assert len(seen) == 2
    assert seen[0] == seen[1]
    assert seen[0][1] == ANA


async def test_it_ends_beside_a_bot_that_dies_at_that_very_moment(town):
    """Each turn of the loop until it has noticed is tried."""
    async with ClientSession() as session:
        for turns in range(10):
            socket = await session.ws_connect(await socket_url(town))
            await socket.receive_json()
            socket._response.connection.transport.abort()
            for _ in range(turns):
                await asyncio.sleep(0)
            await town.close()

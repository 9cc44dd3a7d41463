"""Pressing, choosing and searching, and answering through a response_url."""

import asyncio
from dataclasses import replace

import aiohttp
import pytest

from playground import Fault
from playground.delivery.envelope import Answer
from playground.refusals import Impossible
from tests.playground.conftest import ANA, BEN, CARE, client_of, connected, listen, rules, served

GO = {"type": "button", "text": {"type": "plain_text", "text": "Go"}, "action_id": "go"}
OPTIONS = [
    {"text": {"type": "plain_text", "text": text}, "value": value}
    for text, value in (("In an hour", "1h"), ("Tomorrow", "1d"))
]


def actions(*elements):
    return [{"type": "actions", "block_id": "act", "elements": list(elements)}]


async def offer(town, *elements):
    posted = await client_of(town).chat_postMessage(
        channel=CARE, text="choose", blocks=actions(*elements)
    )
    return {"channel": CARE, "ts": posted["ts"]}


async def test_a_button_tells_what_where_and_who(town, ears):
    there = await offer(town, GO | {"value": "42", "style": "primary"})
    done = await town.do("ana", "act", **there, action_id="go")

    payload = ears.envelopes[-1].payload
    assert done["is_dispatched"] is True
    assert (payload["type"], payload["user"]["id"]) == ("block_actions", ANA)
    assert payload["container"] == {
        "type": "message",
        "message_ts": there["ts"],
        "channel_id": CARE,
        "is_ephemeral": False,
    }
    assert payload["channel"] == {"id": CARE, "name": "customer-care"}
    assert payload["message"]["text"] == "choose"
    [action] = payload["actions"]
    assert (action["action_id"], action["block_id"], action["value"]) == ("go", "act", "42")
    assert (action["type"], action["text"]["text"]) == ("button", "Go")
    assert payload["response_url"].startswith(f"{town.address}/response/T0PLAYGRND/")
    assert (payload["team"]["id"], payload["is_enterprise_install"]) == ("T0PLAYGRND", False)


async def test_of_an_ephemeral_only_the_container_is_told(town, ears):
    blocks = actions(GO)
    sent = await client_of(town).chat_postEphemeral(
        channel=CARE, user=ANA, text="psst", blocks=blocks
    )
    await town.do("ana", "act", channel=CARE, ts=sent["message_ts"], action_id="go")

    payload = ears.envelopes[-1].payload
    assert payload["container"]["is_ephemeral"] is True
    assert "message" not in payload


CHOICES = [
    (
        {"type": "static_select", "options": OPTIONS},
        "1d",
        {"selected_option": OPTIONS[1] | {"text": OPTIONS[1]["text"] | {"emoji": True}}},
    ),
    ({"type": "overflow", "options": OPTIONS}, "Tomorrow", None),
    ({"type": "datepicker"}, "2026-12-01", {"selected_date": "2026-12-01"}),
    ({"type": "timepicker"}, "09:15", {"selected_time": "09:15"}),
    (
        {"type": "datetimepicker"},
        "2026-12-01T09:00:00+00:00",
        {"selected_date_time": 1796115600},
    ),
    ({"type": "users_select"}, "ben", {"selected_user": BEN}),
    ({"type": "channels_select"}, "#general", {"selected_channel": "C0GENERAL0"}),
    ({"type": "conversations_select"}, CARE, {"selected_conversation": CARE}),
    ({"type": "multi_users_select"}, ["ana", "ben"], {"selected_users": [ANA, BEN]}),
]


@pytest.mark.parametrize(("element", "value", "told"), CHOICES)
async def test_a_choice_is_told_and_stays_in_the_state(town, ears, element, value, told):
    there = await offer(town, element | {"action_id": "choose"})
    await town.do("ana", "act", **there, action_id="choose", value=value)

    payload = ears.envelopes[-1].payload
    [action] = payload["actions"]
    if told is None:
        assert action["selected_option"]["value"] == "1d"
        assert payload["state"]["values"] == {}
    else:
        assert action.items() >= told.items()
        assert payload["state"]["values"]["act"]["choose"].items() >= told.items()


async def test_the_state_is_each_persons_own(town, ears):
    there = await offer(town, {"type": "datepicker", "action_id": "day"}, GO)
    await town.do("ana", "act", **there, action_id="day", value="2026-12-01")
    await town.do("ben", "act", **there, action_id="go")

    bens = ears.envelopes[-1].payload["state"]["values"]["act"]["day"]
    assert bens == {"type": "datepicker", "selected_date": None}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"action_id": "stop"}, "there is nothing called stop here"),
        ({"action_id": "go", "block_id": "other"}, "there is nothing called go here"),
        ({"action_id": "later", "value": "2w"}, "there is no option '2w'"),
        ({"action_id": "day", "value": "soon"}, "a date like 2026-11-20 is expected"),
        ({"action_id": "who", "value": "nobody"}, "there is nobody called nobody"),
        ({"action_id": "when", "value": "soon"}, "a moment like"),
        ({"action_id": "where", "value": "nowhere"}, "there is no channel nowhere"),
        ({"action_id": "all", "value": "ana"}, "a list is expected"),
        ({"action_id": "all", "value": ["ana", "ben"]}, "no more than 1 can be chosen"),
        ({"action_id": "hour", "value": "noon"}, "a time like 14:30 is expected"),
        ({"action_id": "flow"}, "a workflow_button cannot be pressed"),
        ({"action_id": "who"}, None),
    ],
)
async def test_nobody_presses_what_is_not_there(town, ears, said, words):
    there = await offer(
        town,
        GO,
        {"type": "static_select", "action_id": "later", "options": OPTIONS},
        {"type": "datepicker", "action_id": "day"},
        {"type": "users_select", "action_id": "who"},
        {"type": "datetimepicker", "action_id": "when"},
        {"type": "channels_select", "action_id": "where"},
        {"type": "multi_users_select", "action_id": "all", "max_selected_items": 1},
        {"type": "timepicker", "action_id": "hour"},
        GO
        | {
            "type": "workflow_button",
            "action_id": "flow",
            "workflow": {"trigger": {"url": "https://x.example"}},
        },
    )
    ears.envelopes.clear()
    if words is None:
        await town.do("ana", "act", **there, **said)
        return
    with pytest.raises(Impossible, match=words):
        await town.do("ana", "act", **there, **said)

    assert ears.envelopes == []


async def test_a_button_that_gets_no_answer_shows_a_toast():
    async with served(rules=rules(acknowledge_within=0.05)) as town:
        there = await offer(town, GO)
        done = await town.do("ana", "act", **there, action_id="go")

        assert done["is_dispatched"] is False
        [toast] = done["sees"]["toasts"]
        assert toast["words"] == "This app did not respond. Try again in a moment."
        assert (await town.look("ana", "toasts"))["toasts"] == [toast]


async def test_a_bolt_app_replaces_and_deletes_its_message(town):
    def build(app):
        @app.action("go")
        async def go(ack, respond):
            await ack()
            await respond(text="gone ahead", replace_original=True)

        @app.action("bin")
        async def throw_away(ack, respond):
            await ack()
            await respond(delete_original=True)

    async with connected(town, build):
        there = await offer(town, GO, GO | {"action_id": "bin"})
        replaced = await town.do("ana", "act", **there, action_id="go")
        [changed] = replaced["sees"]["changed"]
        assert (changed["text"], changed["ts"]) == ("gone ahead", there["ts"])
        assert "blocks" not in changed

        there = await offer(town, GO | {"action_id": "bin"})
        deleted = await town.do("ana", "act", **there, action_id="bin")
        assert deleted["sees"]["deleted"] == [{"channel": CARE, "ts": there["ts"]}]


async def response_url(town, ears, **said):
    await town.do("ana", "type", **({"channel": "general", "text": "/heed due"} | said))
    return ears.envelopes[-1].payload["response_url"]


async def post(url, **body):
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
        return response.status, await response.text()


async def test_a_response_url_speaks_where_the_bot_is_not(town, ears):
    url = await response_url(town, ears)
    assert await post(url, text="for you") == (200, "ok")
    assert await post(url, text="for all", response_type="in_channel") == (200, "ok")

    seen = (await town.look("ana", "read", channel="general"))["messages"]
    assert [(m["text"], m["is_ephemeral"]) for m in seen] == [("for you", True), ("for all", False)]
    others = (await town.look("ben", "read", channel="general"))["messages"]
    assert [m["text"] for m in others] == ["for all"]


async def test_the_sixth_use_of_a_response_url_is_refused(town, ears):
    url = await response_url(town, ears)
    for _ in range(5):
        assert (await post(url, text="again"))[0] == 200
    status, body = await post(url, text="again")

    assert (status, body) == (404, '{"ok":false,"error":"used_url"}')
    assert [(c.what, c.words) for c in town.complaints] == [("response_url", "used_url")]


async def test_a_response_url_expires_by_real_time():
    async with served(rules=rules(response_url_lives=0.05)) as town:
        url = await response_url(town, listen(town))
        await asyncio.sleep(0.06)

        assert await post(url, text="late") == (404, '{"ok":false,"error":"expired_url"}')


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "no_text"),
        ({"text": ["x"]}, "invalid_arguments"),
        ({"text": "x", "blocks": [{"type": "poem"}]}, "invalid_blocks"),
        ({"delete_original": True}, "message_not_found"),
    ],
)
async def test_a_response_is_held_to_the_same_limits(town, ears, body, error):
    url = await response_url(town, ears)

    assert await post(url, **body) == (400, f'{{"ok":false,"error":"{error}"}}')


@pytest.mark.parametrize("body", ["{", "[]"])
async def test_a_response_is_a_json_object(town, ears, body):
    url = await response_url(town, ears)
    async with aiohttp.ClientSession() as session, session.post(url, data=body) as response:
        assert response.status == 400
        assert (await response.json())["error"] == "invalid_payload"


async def test_a_response_for_all_is_refused_once_the_channel_is_archived(town, ears):
    url = await response_url(town, ears)
    await town.admin("archive", channel="general")

    told = '{"ok":false,"error":"is_archived"}'
    assert await post(url, text="x", response_type="in_channel") == (400, told)


async def test_an_unknown_response_url_leads_nowhere(town):
    status, _ = await post(f"{town.address}/response/T0PLAYGRND/nothing", text="x")

    assert status == 404


async def test_an_ephemeral_is_replaced_through_its_response_url(town, ears):
    sent = await client_of(town).chat_postEphemeral(
        channel=CARE, user=ANA, text="psst", blocks=actions(GO)
    )
    await town.do("ana", "act", channel=CARE, ts=sent["message_ts"], action_id="go")
    url = ears.envelopes[-1].payload["response_url"]
    await post(url, text="changed", replace_original=True)

    [seen] = (await town.look("ana", "read", channel=CARE))["messages"]
    assert (seen["text"], seen["ts"]) == ("changed", sent["message_ts"])
    await post(url, delete_original=True)
    assert (await town.look("ana", "read", channel=CARE))["messages"] == []


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (None, []),
        ("plain words", [("plain words", True)]),
        ({"text": "json"}, [("json", True)]),
        ({"text": "all", "response_type": "in_channel"}, [("all", False)]),
    ],
)
async def test_a_command_is_answered_in_its_acknowledgement(town, ears, answer, seen):
    ears.answer = Answer(body=answer)
    done = await town.do("ana", "type", channel="general", text="/heed due")

    shown = done["sees"].get("messages", [])
    assert [(m["text"], m["is_ephemeral"]) for m in shown] == seen


async def test_an_answer_that_slack_would_not_show_is_complained_of(town, ears):
    ears.answer = Answer(body={"blocks": [{"type": "poem"}]})
    done = await town.do("ana", "type", channel="general", text="/heed due")

    [seen] = done["sees"]["messages"]
    assert seen["from"] == "Slackbot"
    assert [(c.about, c.words) for c in town.complaints] == [("answer", "invalid_blocks")]


async def test_a_command_is_told_in_full(town, ears):
    await town.do("ana", "type", channel="dm", text="/heed log @ben called R&D")

    payload = ears.envelopes[-1].payload
    assert ears.envelopes[-1].kind == "slash_commands"
    assert (payload["command"], payload["text"]) == (
        "/heed",
        f"log <@{BEN}|ben> called R&amp;D",
    )
    assert (payload["channel_name"], payload["user_name"]) == ("directmessage", "ana")
    assert set(payload) >= {"team_id", "team_domain", "channel_id", "user_id", "api_app_id"}
    assert payload["trigger_id"]
    assert all(isinstance(value, str) for value in payload.values())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": "/weather"}, "/weather is not a valid command."),
        ({"text": "/heed due", "thread_ts": "THREAD"}, "/heed is not supported in threads. Sorry!"),
    ],
)
async def test_slack_itself_answers_what_is_no_command(town, ears, said, words):
    parent = await town.do("ana", "type", channel=CARE, text="post")
    if "thread_ts" in said:
        said = said | {"thread_ts": parent["ts"]}
    ears.envelopes.clear()
    done = await town.do("ana", "type", channel=CARE, **said)

    [seen] = done["sees"]["messages"]
    assert seen["text"].startswith(words)
    assert (seen["from"], ears.envelopes) == ("Slackbot", [])


async def test_the_options_of_a_menu_come_from_the_bot(town):
    def build(app):
        @app.options("customer")
        async def suggest(ack, payload):
            found = [o for o in OPTIONS if payload["value"] in o["value"]]
            await ack(options=found)

        @app.action("customer")
        async def choose(ack, action, respond):
            await ack()
            await respond(action["selected_option"]["value"])

    async with connected(town, build):
        there = await offer(
            town, {"type": "external_select", "action_id": "customer", "min_query_length": 1}
        )
        none = await town.do("ana", "search", **there, action_id="customer", query="")
        some = await town.do("ana", "search", **there, action_id="customer", query="1d")
        done = await town.do("ana", "act", **there, action_id="customer", value="1d")

    assert none["options"] == []
    assert [o["value"] for o in some["options"]] == ["1d"]
    assert done["sees"]["messages"][0]["text"] == "1d"


async def test_only_menus_that_ask_the_bot_can_be_searched(town, ears):
    there = await offer(town, {"type": "static_select", "action_id": "later", "options": OPTIONS})
    ears.envelopes.clear()
    with pytest.raises(Impossible, match="later has no search"):
        await town.do("ana", "search", **there, action_id="later", query="tomorrow")

    assert ears.envelopes == []


async def test_slack_asks_for_options_from_the_third_letter_on(town, ears):
    there = await offer(town, {"type": "external_select", "action_id": "customer"})
    ears.envelopes.clear()
    await town.do("ana", "search", **there, action_id="customer", query="ac")

    assert ears.envelopes == []


@pytest.mark.parametrize(
    "answer",
    [None, "words", {"options": [{"text": "x", "value": "y"}]}, {"options": OPTIONS * 51}],
)
async def test_options_that_slack_would_not_show_are_complained_of(town, ears, answer):
    there = await offer(town, {"type": "external_select", "action_id": "customer"})
    ears.answer = Answer(body=answer)
    found = await town.do("ana", "search", **there, action_id="customer", query="acme")

    assert found["options"] == []
    assert [c.what for c in town.complaints] == ["block_suggestion"]


async def test_grouped_options_are_taken_too(town, ears):
    there = await offer(town, {"type": "external_select", "action_id": "customer"})
    label = {"type": "plain_text", "text": "Yours"}
    ears.answer = Answer(body={"option_groups": [{"label": label, "options": OPTIONS}]})
    found = await town.do("ana", "search", **there, action_id="customer", query="acme")

    assert found["options"] == OPTIONS


async def test_shortcuts_are_told(town, ears):
    said = await town.do("ben", "type", channel=CARE, text="Acme called")
    await town.do("ana", "shortcut", callback_id="log")
    everywhere = ears.envelopes[-1].payload
    await town.do("ana", "shortcut", callback_id="log", channel=CARE, ts=said["ts"])
    on_message = ears.envelopes[-1].payload

    assert (everywhere["type"], everywhere["callback_id"]) == ("shortcut", "log")
    assert "response_url" not in everywhere
    assert (on_message["type"], on_message["message_ts"]) == ("message_action", said["ts"])
    assert on_message["message"]["text"] == "Acme called"
    assert {"response_url", "trigger_id", "channel"} <= on_message.keys()


async def test_feedback_buttons_tell_which_was_pressed(town, ears):
    def button(text, value):
        return {"text": {"type": "plain_text", "text": text}, "value": value}

    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": button("Good", "1"),
        "negative_button": button("Bad", "0"),
    }
    blocks = [{"type": "context_actions", "elements": [element]}]
    posted = await client_of(town).chat_postMessage(channel=CARE, text="x", blocks=blocks)
    there = {"channel": CARE, "ts": posted["ts"], "action_id": "feedback"}
    await town.do("ana", "act", **there, value="Bad")

    assert ears.envelopes[-1].payload["actions"][0]["value"] == "0"
    with pytest.raises(Impossible, match="there is no button So so"):
        await town.do("ana", "act", **there, value="So so")


async def test_a_response_url_can_be_made_to_fail(town, ears):
    url = await response_url(town, ears)
    town.fail(Fault(method="response_url", kind="ratelimited", retry_after=7))
    async with aiohttp.ClientSession() as session, session.post(url, json={}) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
    assert await post(url, text="now") == (200, "ok")


async def test_a_bot_without_the_scope_has_no_commands(town, ears):
    without = town.town.bot.scopes - {"commands"}
    town.town.bot = replace(town.town.bot, scopes=without)
    done = await town.do("ana", "type", channel=CARE, text="/heed due")

    assert "is not a valid command" in done["sees"]["messages"][0]["text"]
    assert ears.envelopes == []

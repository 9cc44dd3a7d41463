"""Tokens, scopes and arguments: what holds for every method."""

from dataclasses import replace

import aiohttp
import pytest

from playground import read
from tests.playground.conftest import ANA, CARE, KEYS, client_of, error_of, refused, rules, served


def with_scopes(*scopes):
    team = read()
    return replace(team, bot=replace(team.bot, scopes=frozenset(scopes)))


async def post(town, method, **kwargs):
    url = f"{town.address}/api/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, **kwargs) as response:
        return await response.json(), response


async def test_the_bot_is_told_who_it_is(slack):
    told = await slack.auth_test()

    assert (told["user_id"], told["bot_id"]) == ("U0HEEDBOT0", "B0HEEDBOT0")
    assert (told["team_id"], told["user"]) == ("T0PLAYGRND", "heed")


@pytest.mark.parametrize(
    ("token", "error"),
    [
        (None, "not_authed"),
        ("xoxb-other", "invalid_auth"),
        (KEYS.app_token, "not_allowed_token_type"),
    ],
)
async def test_a_wrong_token_is_refused(town, token, error):
    assert await error_of(client_of(town, token).auth_test()) == error


async def test_a_bot_token_opens_no_connection(slack):
    call = slack.apps_connections_open(app_token=KEYS.bot_token)
    assert await error_of(call) == "not_allowed_token_type"


async def test_a_revoked_token_is_good_for_nothing(slack):
    assert (await slack.auth_revoke(test=True))["revoked"] is False
    assert (await slack.auth_revoke())["revoked"] is True

    assert await error_of(slack.auth_test()) == "token_revoked"


async def test_an_unknown_method_is_refused(slack):
    assert await error_of(slack.api_call("chat.shout")) == "unknown_method"


@pytest.mark.parametrize(
    "sent",
    [
        {"params": {"channel": CARE, "text": "hi"}},
        {"data": {"channel": CARE, "text": "hi"}},
        {"json": {"channel": CARE, "text": "hi"}},
    ],
    ids=["query", "form", "json"],
)
async def test_arguments_come_as_query_form_or_json(town, sent):
    bearer = {"Authorization": f"Bearer {KEYS.bot_token}"}
    answer, _ = await post(town, "chat.postMessage", headers=bearer, **sent)

    assert answer["message"]["text"] == "hi"


@pytest.mark.parametrize(
    ("kind", "error"), [("data", None), ("params", None), ("json", "not_authed")]
)
async def test_a_token_counts_in_a_form_but_not_in_json(town, kind, error):
    answer, _ = await post(town, "auth.test", **{kind: {"token": KEYS.bot_token}})

    assert answer.get("error") == error


async def test_a_method_that_only_reads_looks_at_no_json_body(town):
    bearer = {"Authorization": f"Bearer {KEYS.bot_token}"}
    answer, _ = await post(town, "users.info", headers=bearer, json={"user": ANA})

    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: user"]


@pytest.mark.parametrize(("body", "error"), [("{", "invalid_json"), ("[]", "json_not_object")])
async def test_a_body_that_is_no_json_object_is_refused(town, body, error):
    headers = {"Authorization": f"Bearer {KEYS.bot_token}", "Content-Type": "application/json"}
    answer, _ = await post(town, "chat.postMessage", headers=headers, data=body)

    assert answer["error"] == error


async def test_the_scopes_are_told_with_each_answer():
    async with served(team=with_scopes("chat:write", "users:read")) as town:
        _, response = await post(town, "users.list", data={"token": KEYS.bot_token})

        assert response.headers["X-OAuth-Scopes"] == "chat:write,users:read"
        assert response.headers["X-Accepted-OAuth-Scopes"] == "users:read"


async def test_a_method_without_its_scope_is_refused_with_what_is_needed():
    async with served(team=with_scopes("users:read", "channels:read")) as town:
        answer = await refused(client_of(town).chat_postMessage(channel=CARE, text="hi"))

        assert answer["error"] == "missing_scope"
        assert (answer["needed"], answer["provided"]) == ("chat:write", "channels:read,users:read")


@pytest.mark.parametrize(
    ("types", "needed"), [("private_channel", "groups:read"), ("im,public_channel", "im:read")]
)
async def test_each_type_of_channel_has_a_scope_of_its_own(types, needed):
    async with served(team=with_scopes("channels:read")) as town:
        answer = await refused(client_of(town).conversations_list(types=types))

        assert (answer["error"], answer["needed"]) == ("missing_scope", needed)


async def test_a_direct_message_is_opened_with_a_scope_of_its_own():
    async with served(team=with_scopes("channels:manage")) as town:
        answer = await refused(client_of(town).conversations_open(users=ANA))

        assert (answer["error"], answer["needed"]) == ("missing_scope", "im:write")


async def test_mail_addresses_are_told_only_with_the_scope_for_them(slack):
    async with served(team=with_scopes("users:read")) as other:
        without = await client_of(other).users_info(user=ANA)
    with_it = await slack.users_info(user=ANA)

    assert "email" not in without["user"]["profile"]
    assert with_it["user"]["profile"]["email"] == "ana.reyes@example.com"


async def test_a_refused_call_is_complained_of_without_what_was_said(town, slack):
    await refused(slack.chat_postMessage(channel="C0NOWHERE0", text="the secret of Acme"))

    [complaint] = town.complaints
    assert (complaint.about, complaint.what) == ("call", "chat.postMessage")
    assert complaint.words == "channel_not_found"
    assert "Acme" not in str(complaint)


async def test_two_workspaces_stand_side_by_side(slack):
    async with served(rules=rules()) as other:
        await slack.chat_postMessage(channel=CARE, text="here")

        assert not (await client_of(other).conversations_history(channel=CARE))["messages"]

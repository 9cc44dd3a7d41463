"""Both couriers before a wall that answers for the platform: only the platform's own word counts.

The answers are what proxies, captive portals, gateways and broken lines really give.
"""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest
from aiohttp import web

from care.courier import Arrival, Dismissed, NotNow, Refused, Unsure
from care.heed import SystemCaller
from domain.messages import Message, line
from domain.posts import Delivery, Post
from domain.references import Kind, Reference
from handlers.slack import connect, refusals
from handlers.slack.courier import SlackCourier
from handlers.teams import courier as teams
from handlers.teams import sdk
from handlers.teams.addresses import Addresses
from handlers.teams.courier import TeamsCourier
from handlers.teams.wire import Wire
from playground import Keys

HOME = SystemCaller(workspace_id=1, installation_id=1)
ROOM = "C0CUSTCARE"
POST = Post(
    customer_id=1,
    id=1,
    workspace_id=1,
    installation_id=1,
    kind="nudge",
    subject_id=1,
    address=ROOM,
    parent_id=None,
    wanted=1,
    shown=0,
    place=None,
    message_id=None,
    delivery="d1",
    maybe_sent=False,
    attempt=1,
)
NEW = Delivery(post=POST, message=Message(id="reminder", headline=line("Call Acme"), items=()))
STANDING = replace(NEW, post=replace(POST, place=ROOM, message_id="1.000001"))
REPLY = replace(NEW, thread="1.000001")

PAGE = "<html><body>Sign in to the guest network</body></html>"
HTML, PLAIN, JSON = "text/html", "text/plain", "application/json"
ODD = [
    (200, HTML, PAGE),
    (200, HTML, ""),
    (200, JSON, ""),
    (200, JSON, '{"ok": tr'),
    (200, JSON, "[]"),
    (200, JSON, '["no"]'),
    (200, JSON, '"ok"'),
    (200, JSON, "null"),
    (200, JSON, "{}"),
    (200, JSON, PAGE),
    (200, PLAIN, "ok"),
    (200, PLAIN, ""),
    (200, "application/gzip", "not zipped"),
    (204, JSON, ""),
    (302, HTML, PAGE),
    *((status, HTML, PAGE) for status in (400, 403, 404, 407, 408, 410, 413, 500, 502, 503, 504)),
    *((status, JSON, "{}") for status in (400, 403, 404, 410, 500, 503)),
    *((status, JSON, '{"error": "no"}') for status in (400, 403, 404)),
    *((status, JSON, '{"error": {"message": "blocked"}}') for status in (403, 404)),
    *((status, PLAIN, "try later") for status in (403, 404, 429, 503)),
    (429, HTML, PAGE),
]
SLACKS_OWN = [
    *(
        (200, JSON, json.dumps({"ok": False} | more))
        for more in (
            {},
            {"error": None},
            {"error": ["channel_not_found"]},
            {"error": "something_new"},
            {"error": "internal_error"},
            {"error": "fatal_error"},
            {"error": "service_unavailable"},
            {"error": "update_failed"},
            {"error": "team_added_to_org"},
            {"error": "rate_limited"},
            {"error": "ratelimited"},
            {"error": "message_limit_exceeded"},
            {"error": "request_timeout"},
            {"error": "missing_scope"},
            {"error": "ekm_access_denied"},
        )
    ),
    (503, JSON, '{"ok": false, "error": "channel_not_found"}'),
    (200, JSON, '{"error": "channel_not_found"}'),
]
TEAMS_OWN = [
    (403, JSON, '{"error": {"code": "SomethingNew"}}'),
    (404, JSON, '{"error": {"code": ["ConversationNotFound"]}}'),
    (401, HTML, PAGE),
    (412, JSON, '{"error": {"code": "PreconditionFailed"}}'),
    (500, JSON, '{"error": {"code": "ConversationNotFound"}}'),
]


class Wall:
    """Gives one answer to everything."""

    def __init__(self):
        self.answer, self.headers = (200, JSON, "{}"), {}

    async def say(self, request):
        await request.read()
        status, kind, body = self.answer
        headers = self.headers | {"Content-Type": kind}
        return web.Response(status=status, body=body.encode(), headers=headers)


@asynccontextmanager
async def standing_wall():
    wall, app = Wall(), web.Application()
    app.router.add_route("*", "/{path:.*}", wall.say)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    wall.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield wall
    await runner.cleanup()


@pytest.fixture
async def wall():
    async with standing_wall() as stood:
        yield stood


@pytest.fixture
async def slack(wall):
    api_url = f"{wall.address}/api/"
    keys = connect.Keys(bot_token=Keys().bot_token, app_token=None, api_url=api_url)
    return SlackCourier(keys.posting_client(), HOME, pace=0)


async def unsigned():
    return ""


@pytest.fixture
async def on_teams(wall):
    where = Reference(
        address=ROOM,
        conversation=ROOM,
        kind=Kind.CHANNEL,
        service_url=wall.address,
        roster=ROOM,
    )
    async with httpx.AsyncClient() as client:
        wire, keys = Wire(client, unsigned), sdk.Keys(app_id="heed", stand_in=wall.address)
        addresses = Addresses(None, wire, keys, HOME)
        addresses._known[ROOM] = where
        yield TeamsCourier(wire, addresses, HOME, pace=0)


async def outcome(call, delivery):
    """What the courier makes of it: where it stands, or what it raises."""
    try:
        return await asyncio.wait_for(call(delivery), 5)
    except (Dismissed, NotNow, Refused, Unsure) as error:
        return error


def slack_calls(slack):
    return (slack.send, NEW), (slack.edit, STANDING), (slack.find, NEW), (slack.find, REPLY)


def teams_calls(on_teams):
    return (on_teams.send, NEW), (on_teams.send, REPLY), (on_teams.edit, STANDING)


@pytest.mark.parametrize("answer", [*ODD, *SLACKS_OWN])
async def test_nothing_but_slacks_own_word_is_final(wall, slack, answer):
    wall.answer = answer
    for call, delivery in slack_calls(slack):
        assert isinstance(await outcome(call, delivery), (NotNow, Unsure)), call


@pytest.mark.parametrize("answer", [*ODD, *TEAMS_OWN])
async def test_nothing_but_teams_own_word_is_final(wall, on_teams, answer):
    wall.answer = answer
    for call, delivery in teams_calls(on_teams):
        assert isinstance(await outcome(call, delivery), (NotNow, Unsure)), call


async def test_a_good_answer_without_the_message_in_it_is_no_arrival(wall, slack, on_teams):
    wall.answer = (200, JSON, '{"ok": true}')
    for call, delivery in ((slack.send, NEW), (slack.find, NEW), *teams_calls(on_teams)):
        assert isinstance(await outcome(call, delivery), Unsure), call


async def test_what_slack_documents_as_final_is_final(wall, slack):
    for code in refusals.PLACE_LOST | refusals.MESSAGE_REFUSED:
        wall.answer = (200, JSON, json.dumps({"ok": False, "error": code}))
        refused = await outcome(slack.send, NEW)
        assert isinstance(refused, Refused), code
        assert (refused.why, refused.is_place_lost) == (code, code in refusals.PLACE_LOST)


async def test_a_thread_that_slack_does_not_know_holds_no_message_of_ours(wall, slack):
    wall.answer = (200, JSON, '{"ok": false, "error": "thread_not_found"}')
    assert await outcome(slack.find, REPLY) is None


@pytest.mark.parametrize("code", sorted(teams.PLACE_LOST | teams.MESSAGE_REFUSED))
async def test_what_teams_documents_as_final_is_final(wall, on_teams, code):
    wall.answer = (403, JSON, json.dumps({"error": {"code": code}}))
    refused = await outcome(on_teams.send, NEW)
    assert isinstance(refused, Refused)
    assert (refused.why, refused.is_place_lost) == (code, code in teams.PLACE_LOST)


async def test_a_chat_that_is_blocked_is_told_of_in_either_form(wall, on_teams):
    wall.answer = (403, JSON, '{"subCode": "MessageWritesBlocked", "errorCode": 209}')
    assert (await outcome(on_teams.send, NEW)).is_place_lost


@pytest.mark.parametrize("gone", ["ActivityNotFoundInConversation", "MessageNotFound"])
async def test_on_teams_a_message_that_is_gone_needs_no_edit(wall, on_teams, gone):
    wall.answer = (404, JSON, json.dumps({"error": {"code": gone}}))
    assert await outcome(on_teams.edit, STANDING) is None


@pytest.mark.parametrize(
    ("told", "pause"),
    [("7", 7), ("0", 0), ("-3", 0), ("nan", 5), ("inf", 3600), ("soon", 5), (None, 5)],
)
async def test_both_wait_for_as_long_as_they_are_told(wall, slack, on_teams, told, pause):
    wall.answer, wall.headers = (429, HTML, PAGE), {"Retry-After": told} if told else {}
    for call in (slack.send, slack.edit, on_teams.send, on_teams.edit):
        delivery = STANDING if call in (slack.edit, on_teams.edit) else NEW
        assert (await outcome(call, delivery)).after == pause


async def test_slack_is_asked_whether_our_token_is_good(wall, slack):
    wall.answer = (200, JSON, '{"ok": false, "error": "invalid_auth"}')
    assert isinstance(await outcome(slack.send, NEW), Dismissed)
    assert await slack.is_let_in() is False
    wall.answer = (200, JSON, '{"ok": true}')
    assert await slack.is_let_in() is True
    wall.answer = (200, HTML, PAGE)
    with pytest.raises(Unsure):
        await slack.is_let_in()


async def test_microsoft_is_asked_whether_our_app_is_known(on_teams):
    async def refuse():
        raise ValueError("invalid_client")

    async def fail():
        raise OSError("no route to host")

    on_teams._wire._sign = refuse
    assert isinstance(await outcome(on_teams.send, NEW), Dismissed)
    assert await on_teams.is_let_in() is False
    on_teams._wire._sign = fail
    assert isinstance(await outcome(on_teams.send, NEW), NotNow)
    with pytest.raises(NotNow):
        await on_teams.is_let_in()
    on_teams._wire._sign = unsigned
    assert await on_teams.is_let_in() is True


async def test_whose_lease_ran_out_before_the_call_makes_none(wall, slack, on_teams):
    wall.answer = (200, JSON, '{"ok": true, "channel": "C0CUSTCARE", "ts": "1.1", "id": "1"}')
    for call in (slack.send, on_teams.send):
        assert isinstance(await outcome(call, NEW), Arrival)
        late = await outcome(call, replace(NEW, left=lambda: 0.0))
        assert isinstance(late, NotNow)

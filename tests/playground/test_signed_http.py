"""Signed HTTP, with a real Bolt app behind a request URL."""

import asyncio
import json
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.routing import Route

from playground.serving import bind, serve
from tests.playground.conftest import CARE, KEYS, client_of, rules, served


@asynccontextmanager
async def bolt(town, build, secret=KEYS.signing_secret):
    """A Bolt app over HTTP; yields its request URL."""
    app = AsyncApp(client=client_of(town), signing_secret=secret, process_before_response=True)
    build(app)
    handler = AsyncSlackRequestHandler(app)
    route = Route("/slack/events", handler.handle, methods=["POST"])
    bound = bind("127.0.0.1", 0)
    async with serve(Starlette(routes=[route]), bound):
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/slack/events"


class Endpoint:
    """A bare request URL: remembers requests, answers as it is told."""

    def __init__(self):
        self.requests = []
        self.status, self.headers, self.pause = 200, {}, 0.0

    async def answer(self, request):
        self.requests.append((dict(request.headers), await request.text()))
        await asyncio.sleep(self.pause)
        return web.Response(status=self.status, headers=self.headers)


@pytest.fixture
async def endpoint():
    endpoint = Endpoint()
    app = web.Application()
    app.router.add_post("/", endpoint.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    endpoint.url = f"http://{host}:{port}/"
    yield endpoint
    await runner.cleanup()


def listeners(app):
    @app.command("/heed")
    async def command(ack, command):
        await ack(f"you typed {command['text']}")

    @app.event("app_mention")
    async def mention(say):
        await say("here I am")

    @app.event("message")
    async def message():
        pass


async def test_a_bolt_app_behind_a_request_url_answers(town):
    async with bolt(town, listeners) as url:
        await town.admin("request-url", url=url)
        typed = await town.do("ana", "type", channel=CARE, text="/heed due & more")
        said = await town.do("ana", "type", channel=CARE, text="@heed?")

    assert [m["text"] for m in typed["sees"]["messages"]] == ["you typed due &amp; more"]
    assert [m["text"] for m in said["sees"]["messages"]] == ["here I am"]
    assert town.complaints == []


async def test_an_address_that_does_not_prove_itself_is_not_taken(town, endpoint):
    with pytest.raises(Exception, match="challenge"):
        await town.admin("request-url", url=endpoint.url)
    with pytest.raises(Exception, match="challenge"):
        await town.admin("request-url", url="http://127.0.0.1:1/")


async def test_a_bot_with_another_secret_refuses_what_it_is_sent(town):
    async with bolt(town, listeners, secret="other") as url:  # noqa: S106 -- opens nothing
        town.town.call_at(url)
        typed = await town.do("ana", "type", channel=CARE, text="/heed due")

    assert typed["is_answered"] is False
    [seen] = typed["sees"]["messages"]
    assert seen["text"] == '/heed failed with the error "http_client_error"'


async def test_requests_are_signed_at_real_time_and_packed_as_slack_does(town, endpoint):
    town.town.call_at(endpoint.url)
    await town.do("ana", "type", channel=CARE, text="/heed due")
    await town.do("ana", "shortcut", callback_id="log")
    await town.do("ana", "type", channel=CARE, text="hi")

    verifier = SignatureVerifier(KEYS.signing_secret)
    for headers, body in endpoint.requests:
        assert verifier.is_valid_request(body, headers)
    command, shortcut, event = endpoint.requests
    assert parse_qs(command[1])["command"] == ["/heed"]
    assert json.loads(parse_qs(shortcut[1])["payload"][0])["type"] == "shortcut"
    assert json.loads(event[1])["type"] == "event_callback"
    assert event[0]["Content-Type"] == "application/json"
    assert "X-Slack-Retry-Num" not in event[0]


async def test_an_event_that_is_answered_with_an_error_is_sent_again(endpoint):
    quick = rules(retry_after=(0.0, 0.01, 0.01))
    async with served(rules=quick, request_url=endpoint.url) as town:
        endpoint.status = 500
        await town.do("ana", "type", channel=CARE, text="hi")
        await asyncio.sleep(0.1)

    numbers = [headers.get("X-Slack-Retry-Num") for headers, _ in endpoint.requests]
    assert numbers == [None, "1", "2", "3"]
    assert endpoint.requests[1][0]["X-Slack-Retry-Reason"] == "http_error"
    assert [c.detail["status"] for c in town.complaints] == [500] * 4


async def test_a_bot_can_ask_not_to_be_tried_again(endpoint):
    async with served(rules=rules(retry_after=(0.0,)), request_url=endpoint.url) as town:
        endpoint.status, endpoint.headers = 500, {"X-Slack-No-Retry": "1"}
        await town.do("ana", "type", channel=CARE, text="hi")

    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(
    ("status", "pause", "code"),
    [
        (500, 0, "http_service_error"),
        (404, 0, "http_client_error"),
        (200, 0.3, "operation_timeout"),
    ],
)
async def test_a_person_sees_how_a_command_failed(endpoint, status, pause, code):
    quick = rules(acknowledge_within=0.1)
    async with served(rules=quick, request_url=endpoint.url) as town:
        endpoint.status, endpoint.pause = status, pause
        typed = await town.do("ana", "type", channel=CARE, text="/heed due")

        [seen] = typed["sees"]["messages"]
        assert seen["text"] == f'/heed failed with the error "{code}"'
        assert len(endpoint.requests) == 1
        assert [c.what for c in town.complaints] == ["/heed"]


async def test_nobody_at_the_address_is_a_failed_dispatch():
    async with served(request_url="http://127.0.0.1:1/") as town:
        typed = await town.do("ana", "type", channel=CARE, text="/heed due")

    assert typed["sees"]["messages"][0]["text"] == '/heed failed with the error "dispatch_failed"'

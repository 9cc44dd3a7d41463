"""Faults which a test orders, as the SDK feels them."""

import asyncio
import time

import aiohttp
import pytest
import uvicorn
from slack_sdk.web.async_client import AsyncWebClient

from playground import Fault
from playground.serving import Server, bind
from tests.playground.conftest import CARE, KEYS, refused


async def texts(slack):
    history = await slack.conversations_history(channel=CARE)
    return [message["text"] for message in history["messages"]]


async def test_a_server_error_does_nothing(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="error"))
    answer = await refused(slack.chat_postMessage(channel=CARE, text="one"))

    assert answer.status_code == 500
    assert await texts(slack) == []
    await slack.chat_postMessage(channel=CARE, text="two")
    assert await texts(slack) == ["two"]


async def test_a_limit_tells_when_to_come_back(town, slack):
    town.fail(Fault(method="*", kind="ratelimited", retry_after=30, times=2))
    for _ in range(2):
        answer = await refused(slack.auth_test())
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")

    assert (await slack.auth_test())["ok"] is True


async def test_a_reset_does_nothing(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="reset"))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await slack.chat_postMessage(channel=CARE, text="one")

    assert await texts(slack) == []


async def test_an_answer_is_lost_after_the_message_was_taken(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="lost", seconds=0))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await slack.chat_postMessage(channel=CARE, text="one")

    assert await texts(slack) == ["one"]


async def test_a_lost_answer_keeps_the_client_waiting_for_so_long(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="lost", seconds=0.1))
    began = time.monotonic()
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await slack.chat_postMessage(channel=CARE, text="one")

    assert time.monotonic() - began >= 0.1


async def test_on_another_server_a_broken_answer_never_ends(town):
    bound = bind("127.0.0.1", 0)
    server = Server(uvicorn.Config(town.app(), lifespan="off", log_level="critical"))
    running = asyncio.create_task(server.serve(sockets=[bound]))
    await server.ready.wait()
    town.fail(Fault(method="auth.test", kind="reset"))
    url = f"http://127.0.0.1:{bound.getsockname()[1]}/api/auth.test"
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientPayloadError):
            async with session.get(url) as response:
                await response.read()
    server.told_to_stop.set()
    await running


async def test_an_answer_that_never_comes_runs_into_the_clients_time_out(town):
    impatient = AsyncWebClient(
        token=KEYS.bot_token, base_url=f"{town.address}/api/", timeout=1, retry_handlers=[]
    )
    town.fail(Fault(method="chat.postMessage", kind="lost"))
    with pytest.raises(TimeoutError):
        await impatient.chat_postMessage(channel=CARE, text="one")

    assert await texts(impatient) == ["one"]


async def test_the_sdk_by_itself_posts_twice_what_was_lost(town):
    trusting = AsyncWebClient(token=KEYS.bot_token, base_url=f"{town.address}/api/")
    town.fail(Fault(method="chat.postMessage", kind="lost", seconds=0))
    await trusting.chat_postMessage(channel=CARE, text="one")

    assert await texts(trusting) == ["one", "one"]


async def test_faults_are_ordered_over_http(town, http, slack):
    order = {"method": "chat.postMessage", "kind": "error", "times": 2}
    async with http.post("/faults", json=order) as response:
        assert response.status == 200
    await refused(slack.chat_postMessage(channel=CARE, text="one"))
    async with http.get("/faults") as response:
        [left] = (await response.json())["faults"]
    async with http.delete("/faults"):
        pass
    await slack.chat_postMessage(channel=CARE, text="two")

    assert (left["method"], left["times"]) == ("chat.postMessage", 1)
    assert town.town.faults.ordered == []


@pytest.mark.parametrize("order", [{"kind": "error"}, {"method": "*", "kind": "flood"}])
async def test_an_unknown_fault_is_refused(http, order):
    async with http.post("/faults", json=order) as response:
        assert response.status == 400


async def test_a_second_delivery_of_nothing_is_refused(http):
    async with http.post("/deliver", json={}) as response:
        assert response.status == 404


async def test_several_hundred_messages_a_second_are_taken(slack):
    for _ in range(5):
        await asyncio.gather(*(slack.chat_postMessage(channel=CARE, text="x") for _ in range(50)))

    assert len(await texts(slack)) == 100

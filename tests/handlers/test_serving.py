"""The web side's door: what is too large, too slow or never comes."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import FastAPI, Request

from handlers import bodies
from handlers.web import serving


@asynccontextmanager
async def door():
    web, seen = FastAPI(), []

    @web.post("/")
    async def take(request: Request) -> int:
        seen.append(await bodies.read(request))
        return len(seen[-1])

    async with serving.serve(web, "127.0.0.1", 0) as port:
        yield port, seen


async def test_more_than_a_message_can_be_is_refused_before_all_of_it_is_there():
    async with door() as (port, seen):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 300000000\r\n\r\n")
        writer.write(b"x" * (bodies.MOST_BYTES + 1))
        assert (await reader.readline()).startswith(b"HTTP/1.1 413")
        writer.close()
    assert seen == []


async def test_a_body_that_does_not_come_is_given_up(monkeypatch):
    monkeypatch.setattr(bodies, "SECONDS", 0.2)
    async with door() as (port, seen):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nhalf")
        assert (await reader.readline()).startswith(b"HTTP/1.1 408")
        writer.close()
    assert seen == []


@pytest.mark.parametrize("begun", [b"", b"POST / HTTP/1.1\r\nHost:"], ids=["nothing", "half"])
async def test_a_connection_on_which_nothing_is_asked_is_closed(monkeypatch, begun):
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.2)
    async with door() as (port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()


async def test_one_that_has_asked_may_ask_again(monkeypatch):
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.2)
    async with door() as (port, _), httpx.AsyncClient() as client:
        for _ in range(3):
            answer = await client.post(f"http://127.0.0.1:{port}/", content=b"word")
            assert answer.json() == 4
            await asyncio.sleep(0.15)

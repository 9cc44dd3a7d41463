"""Slash commands as Slack sends them: signed, each once, over connections that stay open."""

import asyncio
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode

SECRET = "bench"  # noqa: S105 - it guards nothing
PATH = "/slack/events"
CHANNEL = "C-care"
_numbers = count(int(time.time()) * 1000)
"""Each request has its own: one that comes twice counts once."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """What `/heed` is followed by, on which port; `says` stands in each answer."""

    port: int
    says: bytes
    text: Callable[[], str] = field(default=lambda: "")

    def request(self) -> bytes:
        form = {
            "command": "/heed",
            "text": self.text(),
            "user_id": "U-ana",
            "team_id": "T1",
            "channel_id": CHANNEL,
            "trigger_id": f"{next(_numbers)}.1",
            "response_url": "http://127.0.0.1:9/unused",
        }
        body, stamp = urlencode(form), str(int(time.time()))
        signed = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), "sha256").hexdigest()
        head = (
            f"POST {PATH} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            "Content-Type: application/x-www-form-urlencoded",
            f"X-Slack-Request-Timestamp: {stamp}",
            f"X-Slack-Signature: v0={signed}",
            f"Content-Length: {len(body)}",
        )
        return "\r\n".join((*head, "", body)).encode()


@dataclass(frozen=True, kw_only=True)
class Measured:
    seconds: float
    runs: list[float]

    @property
    def rate(self) -> float:
        return len(self.runs) / self.seconds

    @property
    def middle(self) -> float:
        return sorted(self.runs)[len(self.runs) // 2]


async def measure(command: Command, connections: int, seconds: float) -> Measured:
    """That many people who type one command after the other."""
    began = time.perf_counter()
    until = began + seconds
    told = await asyncio.gather(*(_type(command, until) for _ in range(connections)))
    runs = [run for each in told for run in each]
    return Measured(seconds=time.perf_counter() - began, runs=runs)


async def _type(command: Command, until: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", command.port)
    runs = []
    while (began := time.perf_counter()) < until:
        writer.write(command.request())
        answer = await _answer(reader)
        if command.says not in answer:
            raise RuntimeError(answer.decode())
        runs.append(time.perf_counter() - began)
    writer.close()
    return runs


async def _answer(reader: asyncio.StreamReader) -> bytes:
    """Raises RuntimeError for any but a good one."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, _, rest = head.partition(b"content-length: ")
    body = await reader.readexactly(int(rest.partition(b"\r\n")[0] or 0))
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError((head + body).decode())
    return body

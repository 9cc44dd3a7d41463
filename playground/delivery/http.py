"""Signed HTTP: what happens is posted to the bot's request URL, as Slack posts it."""

import hashlib
import hmac
import json
import time
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp

from playground.delivery.envelope import Answer, Envelope, Reason, Retry, Unanswered

AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
FORM = "application/x-www-form-urlencoded"
REASONS: dict[Reason, str] = {
    "timeout": "http_timeout",
    "connection_failed": "connection_failed",
    "http_error": "http_error",
}


class HttpLine:
    def __init__(self, *, url: str, secret: str, acknowledge_within: float) -> None:
        self._url = url
        self._secret = secret
        self._timeout = aiohttp.ClientTimeout(total=acknowledge_within)
        self._session: aiohttp.ClientSession | None = None

    async def send(self, envelope: Envelope, retry: Retry | None) -> Answer:
        """The request is broken off when the time is up, as Slack does."""
        body, content_type = pack(envelope)
        headers = {"User-Agent": AGENT, "Content-Type": content_type}
        headers |= sign(body, self._secret, str(int(time.time()))) | told(retry)
        try:
            async with self._client().post(self._url, data=body, headers=headers) as response:
                return await understand(response)
        except TimeoutError:
            raise Unanswered("timeout") from None
        except aiohttp.ClientError:
            raise Unanswered("connection_failed") from None

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        return self._session


async def verify(url: str, *, secret: str, token: str) -> bool:
    """Whether the address gives back the challenge that Slack sends when it is first entered."""
    challenge = uuid4().hex
    asked = {"type": "url_verification", "token": token, "challenge": challenge}
    body = json.dumps(asked).encode()
    headers = {"Content-Type": "application/json", **sign(body, secret, str(int(time.time())))}
    async with aiohttp.ClientSession() as session:
        try:
            async with session.post(url, data=body, headers=headers) as response:
                return challenge in await response.text()
        except aiohttp.ClientError:
            return False


async def understand(response: aiohttp.ClientResponse) -> Answer:
    text = await response.text()
    if not HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
        is_final = response.headers.get("X-Slack-No-Retry") == "1"
        raise Unanswered("http_error", status=response.status, is_final=is_final)
    if response.content_type == "application/json" and text:
        return Answer(body=read(text))
    return Answer(body=text or None)


def read(text: str) -> str | dict[str, Any] | None:
    try:
        body = json.loads(text)
    except ValueError:
        return text
    return body if isinstance(body, dict) else text


def pack(envelope: Envelope) -> tuple[bytes, str]:
    if envelope.kind == "events_api":
        return json.dumps(envelope.payload).encode(), "application/json"
    if envelope.kind == "slash_commands":
        return urlencode(envelope.payload).encode(), FORM
    return urlencode({"payload": json.dumps(envelope.payload)}).encode(), FORM


def sign(body: bytes, secret: str, timestamp: str) -> dict[str, str]:
    """The signature that proves a request to come from Slack, always at real time."""
    base = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def told(retry: Retry | None) -> dict[str, str]:
    if retry is None:
        return {}
    return {"X-Slack-Retry-Num": str(retry.number), "X-Slack-Retry-Reason": REASONS[retry.reason]}

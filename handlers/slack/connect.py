"""Letting Slack in: who we are there, and by which of the two ways it talks to us."""

import asyncio
import contextlib
from dataclasses import dataclass, field

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from care import team
from care.heed import NOWHERE, Heed
from handlers.dispatcher import Dispatcher
from handlers.slack import shapes
from handlers.slack.company import Company
from handlers.slack.installed import Installed
from handlers.slack.register import without_secrets

PLATFORM = "slack"
QUICK_SECONDS = 2
"""For what a person is waiting on."""

POSTING_SECONDS = 10
PING_SECONDS = 2
"""An aborted connection is noticed within that, not ten
(docs/sources.md#what-the-platforms-ask-for).
"""


@dataclass(frozen=True, kw_only=True)
class Keys:
    """Slack's secrets, and where its Web API is."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(repr=False)
    api_url: str

    def quick_client(self) -> AsyncWebClient:
        """For reading, and for answers; it repeats nothing that could act twice."""
        return self._client(QUICK_SECONDS)

    def patient_client(self) -> AsyncWebClient:
        """For reading a lot: it waits when Slack says so."""
        client = self._client(POSTING_SECONDS)
        client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=5))
        return client

    def posting_client(self) -> AsyncWebClient:
        """Never repeats by itself: the courier looks first."""
        return self._client(POSTING_SECONDS)

    def _client(self, timeout: int) -> AsyncWebClient:
        return AsyncWebClient(
            token=self.bot_token,
            base_url=self.api_url,
            timeout=timeout,
            retry_handlers=[],
            trust_env_in_session=True,
        )


async def settle_in(heed: Heed, keys: Keys, zone: str) -> Installed:
    """Asks Slack who we are; raises SlackApiError where the token is not accepted."""
    client = keys.patient_client()
    me = await client.auth_test()
    company = Company(team_id=str(me["team_id"]), enterprise_id=str(me.get("enterprise_id") or ""))
    tenant = company.enterprise_id or company.team_id
    tenancy = await heed.do(team.settle_in, NOWHERE, PLATFORM, tenant, str(me["user_id"]), zone)
    return Installed(
        tenancy=tenancy,
        company=company,
        client=keys.quick_client(),
        patient=client,
        bot_token=keys.bot_token,
        bot_user=str(me["user_id"]),
        bot_id=str(me.get("bot_id") or ""),
    )


class Listener(AsyncSocketModeHandler):
    """What is malformed is as malformed when it is sent again: it is taken, and set aside."""

    dispatcher: Dispatcher

    async def handle(  # type: ignore[override] # as slack_bolt's own
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        if shapes.is_whole(req.payload):
            await super().handle(client, req)
            return
        kept = without_secrets(req.payload)
        about = f"malformed {shapes.kind(kept)}"[:80]
        await self.dispatcher.set_aside(about, about, kept)
        taken = SocketModeResponse(envelope_id=req.envelope_id)
        await client.send_socket_mode_response(taken)


class Socket:
    """Socket Mode: Slack talks to us over a connection that we open."""

    def __init__(self, app: AsyncApp, keys: Keys, dispatcher: Dispatcher) -> None:
        self._handler = Listener(
            app, keys.app_token, web_client=keys.patient_client(), ping_interval=PING_SECONDS
        )
        self._handler.dispatcher = dispatcher

    async def open(self) -> None:
        await self._handler.connect_async()  # type: ignore[no-untyped-call] # slack_bolt's own

    def is_open(self) -> bool:
        client: SocketModeClient = self._handler.client
        session = client.current_session
        return session is not None and not session.closed

    async def close(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await self._handler.close_async()  # type: ignore[no-untyped-call] # slack_bolt's own

"""How a person is told something, wherever they asked for it."""

import asyncio
from typing import Any
from uuid import uuid4

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from care.courier import NotNow
from domain.errors import NotOpened
from domain.forms import Form
from domain.messages import Message
from handlers.slack.blocks import render
from handlers.slack.home import Homes
from handlers.slack.modals import Way, form_view, message_view
from handlers.slack.refusals import meaning, word

TOO_LATE = {"expired_trigger_id", "exchanged_trigger_id"}
"""Slack opens a window within three seconds of a click, and one only."""

ANSWER_SECONDS = 5
"""For an answer by its response URL: nobody waits for it with a window open."""

PATIENCE = 4
"""How often an answer in direct messages waits for Slack, which certainly did not take it."""


def fresh() -> str:
    """Of a private answer no revisions are counted: each is another."""
    return uuid4().hex[:8]


async def whisper(
    client: AsyncWebClient, place: str, user_id: str, message: Message, thread: str | None = None
) -> None:
    """Says it to that person alone, where everybody else talks."""
    rendered = render(message)
    await client.chat_postEphemeral(
        channel=place,
        user=user_id,
        text=rendered.text,
        blocks=rendered.blocks,
        thread_ts=thread,
    )


class Ways:
    def __init__(self, client: AsyncWebClient, homes: Homes) -> None:
        self._client = client
        self._homes = homes

    async def tell(self, way: Way, user_id: str, message: Message) -> None:
        if way.window:
            await self._client.views_update(view_id=way.window, view=message_view(message, fresh()))
        elif way.is_home:
            await self._homes.tell(user_id, message)
        elif way.url:
            await self._respond(way, message)
        else:
            await self._write(user_id, message)

    async def ask(self, form: Form, trigger: str, way: Way) -> None:
        """Opens a form, above the window that is open already."""
        await self._show(form_view(form, way), trigger, way)

    async def open(self, message: Message, trigger: str, way: Way) -> None:
        """Opens a window with an answer to be read."""
        await self._show(message_view(message), trigger, way)

    async def _show(self, view: dict[str, Any], trigger: str, way: Way) -> None:
        """Raises NotOpened where Slack has no time for it, or the click is too long ago."""
        show = self._client.views_push if way.window else self._client.views_open
        try:
            await show(trigger_id=trigger, view=view)
        except SlackApiError as error:
            if word(error.response.data) in TOO_LATE or isinstance(meaning(error.response), NotNow):
                raise NotOpened("Slack") from error
            raise

    async def _respond(self, way: Way, message: Message) -> None:
        rendered = render(message, fresh())
        webhook = AsyncWebhookClient(way.url, timeout=ANSWER_SECONDS, trust_env_in_session=True)
        await webhook.send(
            text=rendered.text,
            blocks=rendered.blocks,
            replace_original=way.replaces and message.id != "error",
            response_type="ephemeral",
        )

    async def _write(self, user_id: str, message: Message) -> None:
        """Raises SlackApiError. What Slack is too busy for is said as soon as it says."""
        rendered = render(message)
        for last in (*[False] * PATIENCE, True):
            try:
                await self._client.chat_postMessage(
                    channel=user_id, text=rendered.text, blocks=rendered.blocks
                )
            except SlackApiError as error:
                busy = meaning(error.response)
                if last or not isinstance(busy, NotNow) or busy.why:
                    raise
                await asyncio.sleep(busy.after)
            else:
                return

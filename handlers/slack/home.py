"""App Home: drawn from the same facts as everywhere, and drawn anew while somebody looks."""

import asyncio
import logging
import time
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from care import home
from domain.errors import HeedError, NotAllowed
from domain.messages import Message
from handlers.dispatcher import Dispatcher
from handlers.slack.blocks import blocks_of
from handlers.slack.people import UNREACHABLE

OPEN_SECONDS = 900
"""Slack does not say when Home is left: so long after the last look it is kept fresh."""

LOOK_SECONDS = 2
"""How often Home is compared with what has happened, on whichever machine."""

NOTICE_SECONDS = 120
"""How long the answer to what was done in Home stands above it."""

BLOCKS = 100
log = logging.getLogger("heed.slack")


@dataclass(frozen=True, kw_only=True)
class Look:
    """What one person has before their eyes: `revision` is what had happened by then."""

    page: int = 0
    revision: int = -1
    seen: float = 0.0
    drawn: float = 0.0
    notice: Message | None = None
    noticed: float = 0.0


class Homes:
    """Whoever looks at Home right now, and what they see there."""

    def __init__(self, dispatcher: Dispatcher, client: AsyncWebClient) -> None:
        self._dispatcher = dispatcher
        self._client = client
        self._looks: dict[str, Look] = {}
        self._something = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None

    async def opened(self, event: dict[str, Any]) -> None:
        """Slack is told at once that it arrived: it waits for no drawing."""
        if event.get("tab") == "home":
            self._dispatcher.keep(self.turn(event["user"], 0))

    async def turn(self, user_id: str, page: int) -> None:
        """To another page of somebody's customers."""
        look = self._looks.get(user_id, Look())
        await self._draw(user_id, replace(look, page=page, seen=time.monotonic()))

    async def tell(self, user_id: str, message: Message) -> None:
        """The answer to what was done there stands above everything, for a while."""
        now = time.monotonic()
        look = self._looks.get(user_id, Look())
        await self._draw(user_id, replace(look, notice=message, noticed=now, seen=now))

    def start(self) -> None:
        """From now on what is looked at is kept fresh."""
        self._dispatcher.heed.when_stirred.append(self._something.set)
        self._watch = asyncio.create_task(self._keep_fresh())

    def stop(self) -> None:
        if self._watch:
            self._watch.cancel()

    async def _draw(self, user_id: str, look: Look) -> None:
        """Whatever came between reading and drawing is drawn the next time."""
        caller = self._dispatcher.caller(user_id)
        try:
            revision = await self._dispatcher.ask(home.revision, caller)
            shown = await self._dispatcher.ask(home.show, caller, look.page)
        except HeedError as error:
            if isinstance(error, NotAllowed):
                self._looks.pop(user_id, None)
            await self._publish(user_id, [error.say()])
            return
        self._looks[user_id] = replace(look, revision=revision, drawn=time.monotonic())
        notice = [look.notice] if look.notice else []
        await self._publish(user_id, [*notice, *shown.sections()])

    async def _publish(self, user_id: str, sections: list[Message]) -> None:
        blocks: list[dict[str, Any]] = []
        for section in sections:
            blocks += [{"type": "divider"}] if blocks else []
            blocks += blocks_of(section)
        view = {"type": "home", "blocks": blocks[:BLOCKS]}
        await self._client.views_publish(user_id=user_id, view=view)

    async def _keep_fresh(self) -> None:
        while True:
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._something.wait()
            except TimeoutError:
                pass
            self._something.clear()
            await self._draw_anew()
            await asyncio.sleep(0.2)

    async def _draw_anew(self) -> None:
        now = time.monotonic()
        for user_id, look in list(self._looks.items()):
            if now - look.seen > OPEN_SECONDS:
                del self._looks[user_id]
                continue
            await self._draw_if_stale(user_id, look, now)

    async def _draw_if_stale(self, user_id: str, look: Look, now: float) -> None:
        is_old = look.notice is not None and now - look.noticed > NOTICE_SECONDS
        fresh = replace(look, notice=None) if is_old else look
        try:
            if is_old or await self._is_stale(user_id, look, now):
                await self._draw(user_id, fresh)
        except (HeedError, *UNREACHABLE) as error:
            log.info("Home could not be drawn anew: %s", type(error).__name__)
        except Exception:
            log.exception("a Home could not be drawn anew; the others are")

    async def _is_stale(self, user_id: str, look: Look, now: float) -> bool:
        """Also where they are of the team no more, and must not go on seeing it."""
        try:
            revision = await self._dispatcher.heed.ask(
                home.revision, self._dispatcher.caller(user_id)
            )
        except NotAllowed:
            return True
        return revision != look.revision and now - look.drawn > LOOK_SECONDS

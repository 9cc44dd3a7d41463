"""Brings things to the bot: events again and again, commands and interactions once."""

import asyncio
from time import monotonic
from typing import Any

from playground.complaints import Complaints
from playground.delivery.envelope import Answer, Envelope, Kind, Line, Reason, Retry, Unanswered
from playground.rules import Rules
from playground.stir import Stir

WORDS: dict[Reason, str] = {
    "timeout": "not acknowledged in time",
    "connection_failed": "the bot could not be reached",
    "http_error": "answered with an HTTP error",
}


class Courier:
    """Goes by one line at a time; all that were used are closed in the end."""

    def __init__(self, *, rules: Rules, complaints: Complaints, stir: Stir, line: Line) -> None:
        self._rules = rules
        self._complaints = complaints
        self._stir = stir
        self._lines = [line]
        self._last: dict[Kind, Envelope] = {}
        self._newest: Envelope | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def ask(self, envelope: Envelope) -> Answer:
        """A command or an interaction: tried once, since a person is waiting."""
        self._newest = self._last[envelope.kind] = envelope
        return await self._attempt(envelope, None)

    def tell(self, payload: dict[str, Any]) -> None:
        """An event: delivered in the background, and retried until it is acknowledged."""
        envelope = Envelope(kind="events_api", payload=payload)
        self._newest = self._last["events_api"] = envelope
        task = asyncio.get_running_loop().create_task(self._persist(envelope))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def again(self, kind: Kind | None) -> Envelope | None:
        """The newest delivery (of that kind) a second time, as if its answer had been lost."""
        envelope = self._last.get(kind) if kind else self._newest
        if envelope:
            is_event = envelope.kind == "events_api"
            retry = Retry(number=1, reason="timeout") if is_event else None
            await self._attempt(envelope, retry)
        return envelope

    def use(self, line: Line) -> None:
        """From now on the bot is reached in this way."""
        self._lines.append(line)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in self._lines:
            await line.close()

    async def _persist(self, envelope: Envelope) -> None:
        retry: Retry | None = None
        for number, wait in enumerate((*self._rules.retry_after, None), start=1):
            try:
                await self._attempt(envelope, retry)
            except Unanswered as missed:
                if missed.is_final or wait is None:
                    return
                retry = Retry(number=number, reason=missed.reason)
                await asyncio.sleep(wait)
            else:
                return

    async def _attempt(self, envelope: Envelope, retry: Retry | None) -> Answer:
        began = monotonic()
        with self._stir.under_way():
            try:
                return await self._lines[-1].send(envelope, retry)
            except Unanswered as missed:
                self._complain(envelope, retry, missed, monotonic() - began)
                raise

    def _complain(
        self, envelope: Envelope, retry: Retry | None, missed: Unanswered, took: float
    ) -> None:
        self._complaints.add(
            "acknowledgement",
            envelope.what,
            WORDS[missed.reason],
            reason=missed.reason,
            status=missed.status,
            retry=retry.number if retry else 0,
            seconds=round(took, 3),
        )

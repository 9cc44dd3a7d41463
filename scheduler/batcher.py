"""What is asked for at the same time is done together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Batcher(Generic[T, R]):
    """One batch after the other: whatever comes meanwhile is in the next. Nobody waits for more to
    come.
    """

    def __init__(
        self, do: Callable[[Sequence[T]], Awaitable[Sequence[R | Exception]]], most: int
    ) -> None:
        self._do = do
        self._most = most
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._task: asyncio.Task[None] | None = None

    def put(self, item: T) -> asyncio.Future[R]:
        """What comes of it; raises what it failed with."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        return future

    def cancel(self) -> None:
        """Nobody waits for what is under way any more."""
        if self._task:
            self._task.cancel()

    async def _run(self) -> None:
        while batch := self._waiting[: self._most]:
            del self._waiting[: self._most]
            outcomes = await self._outcomes([item for item, _ in batch])
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                _tell(future, outcome)
        self._task = None

    async def _outcomes(self, items: Sequence[T]) -> Sequence[R | Exception]:
        try:
            return await self._do(items)
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            return [error for _ in items]


def _tell(future: asyncio.Future[R], outcome: R | Exception) -> None:
    """Unless nobody waits for it any more."""
    if future.done():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)

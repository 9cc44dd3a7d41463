"""One piece of work for the store's threads, and what became of it."""

import asyncio
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Connection

R = TypeVar("R")


class Job(Generic[R]):
    """Begun once or cancelled before, never both; its outcome is told to the loop that asked."""

    def __init__(self, run: Callable[[Connection], R]) -> None:
        self.run = run
        self.future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._lock = threading.Lock()
        self._is_begun = False
        self._is_cancelled = False
        self._outcome: tuple[R | None, BaseException | None] = (None, None)

    def begin(self) -> bool:
        """False when it was cancelled while it waited."""
        with self._lock:
            self._is_begun = not self._is_cancelled
            return self._is_begun

    def cancel(self) -> bool:
        """False when it has begun: then it will be finished."""
        with self._lock:
            self._is_cancelled = not self._is_begun
            return self._is_cancelled

    def succeed(self, result: R) -> None:
        self._outcome = (result, None)

    def fail(self, error: BaseException) -> None:
        self._outcome = (None, error)

    def tell(self) -> None:
        """Hands the outcome to the loop; called from the store's thread, after the commit."""
        loop = self.future.get_loop()
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._settle)

    def _settle(self) -> None:
        result, error = self._outcome
        if self.future.done():
            return
        if error is not None:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)  # type: ignore[arg-type] # a success has one

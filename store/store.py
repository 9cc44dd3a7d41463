"""The store: work goes in, its outcome comes back after the commit."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from alembic.util import CommandError
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from domain.errors import NoStore, NotBegun, StillSaving, StoreAway, StoreLocked
from store import schema
from store.engine import open_engine
from store.jobs import Job
from store.writers import translated, writer_for

R = TypeVar("R")
READERS = 4
log = logging.getLogger("heed.store")


class Store:
    """Writes and reads each have their own threads and connections; reads wait for no writer."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = writer_for(engine)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="heed-reader")

    async def write(self, run: Callable[[Connection], R], patience: float | None = None) -> R:
        """Runs in one transaction and answers after its commit.

        After `patience` seconds what has not begun is cancelled (NotBegun), and what has begun
        goes on (StillSaving, which brings the outcome).
        """
        job = Job(run)
        self._writer.submit(job)
        try:
            async with asyncio.timeout(patience):
                return await asyncio.shield(job.future)
        except TimeoutError:
            if job.cancel():
                raise NotBegun from None
            raise StillSaving(job.future) from None
        except asyncio.CancelledError:
            job.cancel()
            raise

    async def read(self, run: Callable[[Connection], R]) -> R:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._read, run)

    def _read(self, run: Callable[[Connection], R]) -> R:
        """Everything it reads is of one moment."""
        try:
            with self.engine.connect() as connection, self._snapshot(connection):
                return run(connection)
        except SQLAlchemyError as error:
            raise translated(error) from error

    @contextmanager
    def _snapshot(self, connection: Connection) -> Iterator[None]:
        if not self._is_embedded:
            snapshot = connection.execution_options(isolation_level="REPEATABLE READ")
            with snapshot.begin():
                yield
            return
        connection.exec_driver_sql("BEGIN")
        try:
            yield
        finally:
            connection.exec_driver_sql("ROLLBACK")

    async def probe(self) -> str | None:
        """What is wrong with the database, in words; None when it answers, at today's schema."""
        try:
            is_current = await self.read(schema.is_current)
        except StoreAway:
            return "it can't be reached"
        return None if is_current else "its schema is not today's"

    @property
    def _is_embedded(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Finishes what has been asked for."""
        self._writer.close()
        self._readers.shutdown()
        self.engine.dispose()


def open_store(address: str) -> Store:
    """At today's schema; raises NoStore, with the database's own word why, or StoreLocked."""
    try:
        engine = open_engine(address)
        schema.migrate(engine)
    except (SQLAlchemyError, CommandError, OSError) as error:
        log.debug("the database can't be opened", exc_info=error)
        told = translated(error)
        raise told if isinstance(told, StoreLocked) else NoStore(_reason(error)) from error
    return Store(engine)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    words = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return words.splitlines()[0].rstrip(".")

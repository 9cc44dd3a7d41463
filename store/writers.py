"""How work is committed: in groups on SQLite, side by side on PostgreSQL.

Why, stands in docs/design.md#what-was-measured.
"""

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from domain.errors import HeedError, StoreAway, StoreLocked
from store.engine import database_file
from store.jobs import Job

GROUP = 64
"""How much work one SQLite transaction may hold."""

WRITERS = 4
"""PostgreSQL connections that write."""

RETRIES = 3
LOST_RACES = {"40001", "40P01", "23505"}
"""PostgreSQL's codes for a serialization failure, a deadlock, and a row that somebody else has just
added: begun anew, the work sees what they did.
"""


class Writer(Protocol):
    def submit(self, job: Job[Any]) -> None: ...

    def close(self) -> None:
        """Finishes what has been submitted."""


class GroupCommit:
    """One thread; all that waits is committed together, each piece under its own savepoint."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._file = database_file(engine)
        self._queue: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="heed-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[Any]) -> None:
        self._queue.put(job)

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join()

    def _serve(self) -> None:
        for batch in self._batches():
            begun = self._commit(batch)
            for job in begun:
                job.tell()

    def _batches(self) -> Iterator[list[Job[Any]]]:
        while (job := self._queue.get()) is not None:
            batch = [job]
            while len(batch) < GROUP and not self._queue.empty():
                following = self._queue.get()
                if following is None:
                    yield batch
                    return
                batch.append(following)
            yield batch

    def _commit(self, batch: list[Job[Any]]) -> list[Job[Any]]:
        """What was begun or could not begin; what was cancelled meanwhile is left out."""
        begun: list[Job[Any]] = []
        try:
            self._look_for_file()
            with self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                begun = [job for job in batch if job.begin()]
                self._run_all(connection, begun)
        except (SQLAlchemyError, HeedError) as error:
            begun = begun or [job for job in batch if job.begin()]
            for job in begun:
                job.fail(translated(error))
        return begun

    def _run_all(self, connection: Connection, jobs: list[Job[Any]]) -> None:
        try:
            for job in jobs:
                _run_saved(connection, job)
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            with suppress(SQLAlchemyError):
                connection.exec_driver_sql("ROLLBACK")
            raise

    def _look_for_file(self) -> None:
        """A deleted file would swallow every write without a word."""
        if self._file is not None and not self._file.exists():
            raise StoreAway


def _run_saved(connection: Connection, job: Job[Any]) -> None:
    connection.exec_driver_sql("SAVEPOINT job")
    try:
        job.succeed(job.run(connection))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this job's alone
        connection.exec_driver_sql("ROLLBACK TO job")
        job.fail(translated(error))
    connection.exec_driver_sql("RELEASE job")


class SideBySide:
    """A small pool of threads, one transaction each; rows are locked where it matters."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pool = ThreadPoolExecutor(WRITERS, thread_name_prefix="heed-writer")

    def submit(self, job: Job[Any]) -> None:
        self._pool.submit(self._do, job)

    def close(self) -> None:
        self._pool.shutdown()

    def _do(self, job: Job[Any]) -> None:
        if not job.begin():
            return
        try:
            job.succeed(self._committed(job.run))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this job's alone
            job.fail(translated(error))
        job.tell()

    def _committed(self, run: Callable[[Connection], Any]) -> Any:
        """Whoever has lost a race begins anew."""
        for _ in range(RETRIES):
            try:
                with self._engine.begin() as connection:
                    return run(connection)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in LOST_RACES:
                    raise
        with self._engine.begin() as connection:
            return run(connection)


def writer_for(engine: Engine) -> Writer:
    return GroupCommit(engine) if engine.dialect.name == "sqlite" else SideBySide(engine)


def translated(error: BaseException) -> BaseException:
    """The database's troubles in words; a mistake in a statement stays what it is, a bug."""
    if not isinstance(error, DBAPIError):
        return error
    if not (error.connection_invalidated or isinstance(error, OperationalError)):
        return _discreet(error)
    words = str(error.orig).lower()
    is_locked = "locked" in words or "busy" in words
    return _because(StoreLocked() if is_locked else StoreAway(), error)


def _discreet(error: DBAPIError) -> DBAPIError:
    """Its first line names the rule that was broken; what PostgreSQL adds would quote the row."""
    for each in filter(None, (error, error.orig)):
        each.args = (str(each.args[0]).partition("\n")[0],) if each.args else ()
    return error


def _because(told: HeedError, cause: BaseException) -> HeedError:
    told.__cause__ = cause
    return told

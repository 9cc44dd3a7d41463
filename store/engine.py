"""The database: SQLite in a file by default, PostgreSQL by its address."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import Float

BUSY_SECONDS = 5
"""How long one SQLite connection waits for another program's write."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 4000",
)


def open_engine(address: str) -> Engine:
    """Its errors quote no values of a statement: what people typed belongs in no log."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    psycopg = url.set(drivername="postgresql+psycopg")
    return create_engine(psycopg, pool_pre_ping=True, pool_size=8, hide_parameters=True)


def database_file(engine: Engine) -> Path | None:
    """Where SQLite keeps it; None for a server."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name else None


def _sqlite(url: URL) -> Engine:
    if url.database:
        _keep_private(Path(url.database))
    connect_args = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(
        url, connect_args=connect_args, isolation_level="AUTOCOMMIT", hide_parameters=True
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _keep_private(file: Path) -> None:
    """What is made anew is for whoever runs Heed alone; SQLite gives what it lays beside it the
    same rights. A folder that is there already may be others', too, and stays as it is.
    """
    if not file.parent.exists():
        file.parent.mkdir(parents=True, mode=0o700)
    file.touch(mode=0o600)


def _set_pragmas(connection: sqlite3.Connection, _: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


class database_seconds(GenericFunction[float]):  # noqa: N801 - it is a function in SQL
    """The database's own clock, in seconds since 1970: what leases are measured by."""

    type = Float()
    inherit_cache = True


@compiles(database_seconds, "sqlite")
def _sqlite_seconds(element: Any, compiler: Any, **options: Any) -> str:
    del element, compiler, options
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(database_seconds, "postgresql")
def _postgresql_seconds(element: Any, compiler: Any, **options: Any) -> str:
    del element, compiler, options
    return "extract(epoch from clock_timestamp())::float8"

"""Databases for tests, made quickly: a worker builds the schema once, and empties it often."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, inspect, text

from store import engine, schema
from store.tables import Base

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what is turned away before any database is asked, and for many cases of one rule."""

_shared = {}


def share(address):
    """From now on this worker opens that database with one engine: it keeps the statements it has
    compiled, and whoever closes it only lets its connections go.
    """
    if address not in _shared:
        _shared[address] = engine.open_engine(address)
    return _shared[address]


@contextmanager
def shared_connections(address):
    """The same, and the connections stay as well, whoever closes it: a new one costs PostgreSQL a
    process and all that it has learned of the tables.
    """
    found = share(address)
    found.dispose = lambda: None
    yield found
    Engine.dispose(found)


def open_engine(address):
    """In the place of the store's own: one engine for a shared address, a new one for any other."""
    return _shared.get(address) or engine.open_engine(address)


def opened(address):
    """The engine of a database at today's schema, which is built where there is none."""
    found = open_engine(address)
    if not inspect(found).has_table("alembic_version"):
        schema.migrate(found)
    return found


def empty_postgresql(address):
    """Every row goes and every number begins anew; fifty times as quick as TRUNCATE."""
    deletions = [str(delete(table)) for table in Base.metadata.tables.values()]
    with share(address).begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(";".join(deletions)))
        connection.execute(text("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"))


def lay_sqlite(file):
    """An empty database at today's schema there, whatever there was; its address."""
    address = f"sqlite:///{file}"
    share(address).dispose()
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    template = file.with_name("template.db")
    if not template.exists():
        opened(f"sqlite:///{template}").dispose()
    shutil.copy(template, file)
    return address

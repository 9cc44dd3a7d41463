"""Databases for tests, made quickly: a worker builds the schema once, and empties it often."""

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from zlib import crc32

import pytest
from sqlalchemy import Engine, delete, inspect, text
from sqlalchemy.engine import make_url

from store import engine, schema
from store.tables import Base

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what is turned away before any database is asked, and for many cases of one rule."""

BOTH = ("sqlite", pytest.param("postgresql", marks=pytest.mark.no_cover))
"""Coverage is measured once: its tracing takes a third of the time, and the lines are the same."""

SERVED = 4
"""A test takes three times as long with a server, which works beside it."""

_shared = {}
_empty = set()
_kept = {}
_templates = []


def chosen_for(test, *, needs_both):
    """Where a test is tried. `HEED_TEST_DATABASES=hashed` tries it on one database, which its name
    decides, unless it is about locks, leases or SQL of our own: on PostgreSQL one in `SERVED`.
    """
    if needs_both or os.environ.get("HEED_TEST_DATABASES", "both") != "hashed":
        return BOTH
    return (BOTH[hashed(test) % SERVED == 0],)


def hashed(test):
    """A number that depends on its name alone."""
    return crc32(test.encode())


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
    if _file(address) and not _file(address).exists() and _templates:
        _copy(_templates[0], _file(address))
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
    _empty.add(address)


def lay_sqlite(file):
    """An empty database at today's schema there, whatever there was; its address."""
    address = f"sqlite:///{file}"
    template = file.with_name("template.db")
    if not template.exists():
        opened(f"sqlite:///{template}").dispose()
        _templates.append(template)
    share(address).dispose()
    _copy(template, file)
    _empty.add(address)
    return address


def take_empty(address):
    """Whether nothing stands in it yet; from now on it counts as written."""
    is_empty = address in _empty or not (_file(address) or Path("/")).exists()
    _empty.discard(address)
    return is_empty


def keep(address, begun, remembered):
    """A picture of what stands in a database, and what to remember with it."""
    file = _file(address)
    if not file:
        _kept["postgresql", begun] = _refilling(address), remembered
    elif _templates:
        picture = _templates[0].with_name(f"begun-{len(_kept)}.db")
        with closing(sqlite3.connect(file)) as whole, closing(sqlite3.connect(picture)) as copy:
            whole.backup(copy)
        _kept["sqlite", begun] = picture, remembered


def restore(address, begun):
    """What was remembered, once the empty database holds what stood there; None if nothing is."""
    file = _file(address)
    picture, remembered = _kept.get(("sqlite" if file else "postgresql", begun), (None, None))
    if file and picture:
        open_engine(address).dispose()
        _copy(picture, file)
    elif picture:
        with share(address).begin() as connection:
            connection.exec_driver_sql(picture)
    return remembered


def _refilling(address):
    """The statements that put every row and every number back into an empty PostgreSQL."""
    told = ["SET LOCAL session_replication_role = replica"]
    rows = "SELECT quote_literal(json_agg(one)) FROM {0} one"
    refill = "INSERT INTO {0} SELECT * FROM json_populate_recordset(NULL::{0}, {1})"
    numbers = (
        "SELECT 'SELECT setval(' || quote_literal(sequencename) || ',' || last_value || ')'"
        " FROM pg_sequences WHERE last_value IS NOT NULL"
    )
    with share(address).connect() as connection:
        tables = [f'"{name}"' for name in Base.metadata.tables]
        found = {name: connection.exec_driver_sql(rows.format(name)).scalar() for name in tables}
        told += [refill.format(name, rows) for name, rows in found.items() if rows]
        told += connection.exec_driver_sql(numbers).scalars()
    return ";".join(told).replace("%", "%%")


def _file(address):
    """Where SQLite keeps it; None for a server."""
    url = make_url(address)
    return Path(url.database) if url.get_backend_name() == "sqlite" else None


def _copy(whole, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    shutil.copy(whole, file)

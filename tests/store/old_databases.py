"""Databases as earlier versions of Heed have left them.

`before/rows.json` holds every row of one that the version with the schema `BEFORE` kept for three
weeks; `before/buttons.json` what stood under each of its messages: label, action, what it is about,
and the choices of a menu.
"""

import json
import shutil
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from alembic import command
from sqlalchemy import Date, DateTime, MetaData, create_engine, func, select, text
from sqlalchemy.engine import make_url

from store import schema
from store.engine import open_engine
from tests.world import at

BEFORE = "0004"
LEFT_AT = at("2026-12-09 09:45")
"""When that database was left as it is."""

LIVED = Path(__file__).parent / "before"


def rows():
    """Every row by its table, as the version before had written it."""
    told = json.loads((LIVED / "rows.json").read_text())
    return {
        name: [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
        for name, table in told.items()
    }


def buttons():
    return json.loads((LIVED / "buttons.json").read_text())


def made(request, folder, revision):
    """The address of an empty database whose schema is that one."""
    if request.param == "sqlite":
        address = _fresh_sqlite(folder / f"{revision}.db")
    else:
        address = _fresh_postgresql(request.getfixturevalue("postgresql"), revision)
    with opened(address) as engine, engine.begin() as connection:
        config = schema._config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return address


def copied(address):
    """The address of another database that holds the same."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return _fresh_postgresql(address, "copy", url.database)
    copy = _fresh_sqlite(Path(f"{url.database}.copy"))
    shutil.copy(url.database, make_url(copy).database)
    return copy


@contextmanager
def opened(address):
    engine = open_engine(address)
    yield engine
    engine.dispose()


def _fresh_sqlite(file):
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    return f"sqlite:///{file}"


def _fresh_postgresql(address, ending, template="template1"):
    shared = make_url(address)
    name = f"{shared.database}_{ending}"
    url = shared.set(drivername="postgresql+psycopg")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    admin.dispose()
    return shared.set(database=name).render_as_string(hide_password=False)


def fill(engine):
    """Every row of the version before goes in, and each number goes on behind them."""
    known = MetaData()
    known.reflect(engine)
    unhindered = {
        "sqlite": "PRAGMA foreign_keys = OFF",
        "postgresql": "SET LOCAL session_replication_role = replica",
    }
    with engine.begin() as connection:
        connection.execute(text(unhindered[engine.dialect.name]))
        for name, each in rows().items():
            table = known.tables[name]
            connection.execute(table.insert(), [_typed(table, row) for row in each])
            if engine.dialect.name == "postgresql":
                numbers = func.pg_get_serial_sequence(name, "id")
                connection.execute(select(func.setval(numbers, func.max(table.c.id))))
    engine.dispose()


def _typed(table, row):
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(kind, value):
    if value is not None and isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(kind, Date):
        return date.fromisoformat(value)
    return value

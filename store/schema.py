"""Brings a database to today's schema, and tells whether it is there."""

from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from store import statistics
from store.tables import Base

MIGRATIONS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 20261116
"""An advisory lock of PostgreSQL: replicas that start together migrate one after the other."""


def migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _migrate_alone(connection)
        else:
            _migrate_locked(connection)


def _migrate_alone(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        _upgrade(connection)
        statistics.tell(connection)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise


def _migrate_locked(connection: Connection) -> None:
    with connection.begin():
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    if not is_current(connection):
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    return set(MigrationContext.configure(connection).get_current_heads()) == _heads()


@cache
def _heads() -> set[str]:
    """The newest of the migrations, which are files of the program's own."""
    return set(ScriptDirectory.from_config(_config()).get_heads())


def differences(connection: Connection) -> list[Any]:
    """Where the tables in the code and those in the database differ; for tests."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config

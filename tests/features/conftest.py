"""Heed with one feature more, whose table stands beside those of the migrations."""

from contextlib import asynccontextmanager, contextmanager

import pytest

import features
from store.tables import Base
from tests import databases
from tests.features.example.feature import FEATURE
from tests.features.example.rows import Loans
from tests.world import open_world

TABLE = Loans.__table__
Base.metadata.remove(TABLE)  # it is no table of the program's schema


@contextmanager
def laid(database):
    """The feature's table is there as long as it is worked with."""
    engine = databases.open_engine(database)
    with engine.begin() as connection:
        TABLE.create(connection)
    try:
        yield
    finally:
        with engine.begin() as connection:
            TABLE.drop(connection)


@pytest.fixture
def register(monkeypatch):
    """One line in the list of features."""

    def add(feature=FEATURE):
        monkeypatch.setattr(features, "ALL", (*features.ALL, feature))

    return add


@pytest.fixture
def opening(database, register):
    """A team that works with the example, or with what is left of it."""

    @asynccontextmanager
    async def opened(feature=FEATURE):
        register(feature)
        async with open_world(database) as world:
            with laid(database):
                yield world

    return opened

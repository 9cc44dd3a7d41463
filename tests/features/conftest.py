"""Heed with one feature more, whose tables stand beside those of the migrations."""

from contextlib import asynccontextmanager, contextmanager

import pytest

import features
from store.tables import Base
from tests import databases
from tests.features.example.feature import FEATURE
from tests.features.example.rows import Deposits, Loans
from tests.world import open_world

TABLES = (Loans.__table__, Deposits.__table__)
for each in TABLES:
    Base.metadata.remove(each)  # they are no tables of the program's schema


@contextmanager
def laid(database):
    """The feature's tables are there as long as they are worked with."""
    engine = databases.open_engine(database)
    with engine.begin() as connection:
        for table in TABLES:
            table.create(connection)
    try:
        yield
    finally:
        with engine.begin() as connection:
            for table in TABLES:
                table.drop(connection)


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

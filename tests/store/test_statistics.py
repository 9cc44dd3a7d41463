"""However many customers there are, what people do looks only at the rows it is about."""

import re

import pytest
from sqlalchemy import event

from tests.world import at, buttons, open_world

GROWING = "action|contact|customer|draft|known_name|nudge|post|reaction|seen|touch"
WHOLE = re.compile(rf"SCAN ({GROWING})\b(?! USING)|SEARCH \w+ .*\(workspace_id=\?\)")
"""Steps that read a table, or all of a workspace, from one end to the other."""


@pytest.fixture
async def watched(tmp_path):
    """A small team on SQLite, and every statement from here on, each with its values."""
    async with open_world(f"sqlite:///{tmp_path}/heed.db") as world:
        await world.type("ana", "new Acme advocate Maria Lopez")
        asked = {}

        @event.listens_for(world.heed.store.engine, "before_cursor_execute")
        def note(connection, cursor, statement, values, *_):
            del connection, cursor
            asked.setdefault(statement, values)

        yield world, asked


def whole_reads(world, asked):
    """Each statement that reads more than it must, with the step that does."""
    found = {}
    with world.heed.store.engine.connect() as connection:
        for statement, values in list(asked.items()):
            if statement.split()[0] not in {"SELECT", "UPDATE", "DELETE"}:
                continue
            steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
            bad = [step[3] for step in steps if WHOLE.search(step[3])]
            if bad and "teammate" not in bad[0]:
                found[statement] = bad
    return found


async def test_what_people_do_reads_no_table_as_a_whole(watched):
    world, asked = watched
    await world.type("ana", "log Acme called Maria, she was happy")
    await world.turn(at("2026-11-16 09:15"))
    _, reminder = world.post("Thank Maria Lopez at Acme")
    await world.press("ana", buttons(reminder)["Later"], "hour")
    await world.wait(hours=2)
    await world.press("ben", buttons(reminder)["Thanked"])
    await world.type("ben", "undo")
    await world.type("ana", "complaint Acme it broke")
    await world.wait(hours=6)
    await world.type("ana", "edit Acme rung customer")
    for typed in ("customer acme", "due", "log Acmee called", "thank Acme sent a card"):
        await world.type("ana", typed)
    assert len(asked) > 50
    assert whole_reads(world, asked) == {}


async def test_without_statistics_it_would(watched):
    """What the test above would see: SQLite by itself reads all of a workspace."""
    world, asked = watched
    await world.type("ana", "log Acme called Maria, she was happy")
    with world.heed.store.engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM sqlite_stat1")
        connection.exec_driver_sql("ANALYZE sqlite_schema")
    world.heed.store.engine.dispose()
    assert whole_reads(world, asked)

"""A workspace that an import has begun, before any platform was there."""

import pytest
from sqlalchemy import text

from care import exports, imports, team
from care.heed import NOWHERE, SystemCaller
from handlers.console import tables as files
from tests.care.test_importing import LONDON, table


@pytest.mark.parametrize("is_named", [True, False])
async def test_whoever_comes_first_settles_in_there_with_a_clock_of_their_own(
    world, tmp_path, is_named
):
    begun = await world.heed.do(team.begin, NOWHERE, "UTC")
    rows = files.read(table(tmp_path, "name\nAcme\n"), LONDON).rows
    agenda = await world.heed.ask(imports.look_through, begun, rows)
    await world.heed.do(imports.carry_out, begun, agenda, lambda _: None)
    joins = begun.workspace_id if is_named else 0
    facts = ("some platform", "T2", "U-heed", "Asia/Tokyo")
    settled = await world.heed.do(team.settle_in, NOWHERE, *facts, joins=joins)
    assert settled.workspace_id == begun.workspace_id
    there = SystemCaller(workspace_id=settled.workspace_id)
    assert [row["name"] for row in await world.heed.ask(exports.rows, there)] == ["Acme"]

    def clocks(work, now):
        del now
        query = text("SELECT zone FROM workspace ORDER BY id")
        return work.connection.execute(query).scalars().all()

    assert await world.ask(clocks) == ["Europe/London", "Asia/Tokyo"]
    another = await world.heed.do(team.settle_in, NOWHERE, "some platform", "T3", "U-heed", "UTC")
    assert another.workspace_id not in {begun.workspace_id, world.tenancy.workspace_id}

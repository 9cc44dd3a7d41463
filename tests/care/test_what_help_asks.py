"""*help* asks the database only what it says: who asks, and what is still to be set up."""

import pytest

from tests.statements import counted
from tests.world import PLACE, open_world, said

pytestmark = pytest.mark.both_databases


@pytest.mark.parametrize(
    ("typed", "most"), [("help", 2), ("", 2), ("log", 1), ("edit", 1), ("complaint", 1)]
)
async def test_what_changes_nothing_is_answered_with_a_question_or_two(database, typed, most):
    async with open_world(database) as world:
        await world.type_quietly("ana", typed)
        with counted(world) as asked:
            await world.type_quietly("ana", typed)
    assert len(asked) <= most, asked
    assert all(statement.startswith("SELECT") for statement in asked)


@pytest.mark.parametrize("place", [None, PLACE])
@pytest.mark.parametrize("managers", [(), ("chloe",)])
async def test_help_says_what_is_still_to_be_set_up_and_nothing_else(database, place, managers):
    async with open_world(database, place=place, managers=managers) as world:
        told = said(await world.type_quietly("ana", "help"))
    assert ("Reminders have nowhere to go yet" in told) is (place is None)
    assert ("No managers are named" in told) is (not managers)

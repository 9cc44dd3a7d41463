"""What `check` says of the managers."""

from dataclasses import replace

import pytest

from care import team
from handlers.console import checking
from tests.world import said, teammate


@pytest.mark.parametrize(
    ("names", "is_good", "told"),
    [
        (("chloe", "ben"), True, "the digest goes to Chloe Martin, Ben Okafor"),
        (("chloe", "gil"), False, "HEED_MANAGERS names gil: a guest, who gets no digest"),
        (("zorro",), False, "HEED_MANAGERS names zorro, whom nobody goes by"),
        ((), False, "the digest goes to nobody"),
    ],
)
async def test_whom_the_digest_reaches_and_whom_it_never_will(world, names, is_good, told):
    found = await checking.appoint(world.heed, world.tenancy, names)
    assert found.is_good is is_good
    assert told in found.told


async def test_an_outsider_of_that_name_does_not_stand_before_the_manager_who_is_meant(world):
    for guest in (True, False):
        user_id = "U-outside" if guest else "U-inside"
        person = replace(teammate("nora", "Nora Roy", "Europe/Paris"), user_id=user_id)
        await world.do_clock(team.introduce, (replace(person, is_guest=guest),))
    found = await checking.appoint(world.heed, world.tenancy, ("nora",))
    assert (found.is_good, found.told) == (True, "the digest goes to Nora Roy")
    await world.type("ana", "new Globex")
    assert "Nora Roy" in said(await world.type("ana", "edit Globex owner @nora"))

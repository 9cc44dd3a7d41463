"""What `check` says of the managers."""

import pytest

from handlers.console import checking


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
    found = await checking.appoint(world.heed, world.home, names)
    assert found.is_good is is_good
    assert told in found.told

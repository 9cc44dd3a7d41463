"""A line names somebody: whether that is one of us, of theirs, or another customer, counts."""

import pytest

from domain.touches import Sign
from tests.databases import ON_SQLITE
from tests.world import said


@ON_SQLITE
@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("happy with Ben", "praise"),  # a colleague
        ("happy with Zofia", "praise"),  # a contact
        ("happy with Novak", ""),  # a guest, who may be of another company
        ("happy with Zorbo", ""),  # a product, or a rival's
        ("not happy with Zorbo", "complaint"),
        ("not happy with Globex", ""),  # another customer
    ],
)
async def test_a_feeling_is_a_sign_where_it_may_be_about_us(world, words, sign):
    await world.type("ana", "new Globex")
    await world.type("ana", "new Acme customer Zofia Nowak")
    receipt = said(await world.type("ana", f"log Acme {words}")).splitlines()[1]
    kind, *told = receipt.split(" · ")
    assert kind == "Note"
    assert ([each for each in told if each in set(Sign)] or [""]) == [sign]
    assert "we began" not in told

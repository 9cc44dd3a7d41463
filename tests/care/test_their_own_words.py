"""A message that the customer wrote is theirs: who began, and whose feelings its words tell."""

import pytest

from care import form_submissions, forms
from care.forms import Original
from domain.forms import Filled
from store import customers
from tests.databases import ON_SQLITE
from tests.world import said

LINK = "https://example.com/archives/C1/p1"
pytestmark = ON_SQLITE


async def begun(world, author):
    original = Original(link=LINK, author=author)
    form = await world.do("ana", forms.log, "Acme we are unhappy", None, original)
    return {field.name: getattr(field, "value", "") for field in form.fields}


async def test_what_nobody_of_the_team_wrote_is_begun_as_theirs(world):
    await world.type("ana", "new Acme customer")
    assert (await begun(world, "U-stranger"))["direction"] == "theirs"
    assert (await begun(world, "U-ben"))["direction"] == ""


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("we are not happy with the invoice you sent us", "complaint"),
        ("I love the new app", "praise"),
        ("I was charged twice", "complaint"),
    ],
)
async def test_its_signs_are_read_from_their_side(world, words, sign):
    """The same words of ours tell of us."""
    await world.type("ana", "new Acme customer")
    customer = await world.ask(lambda work, _: customers.named(work, "Acme").id)
    values = {"customer": (str(customer),), "words": (words,), "direction": ("theirs",)}
    receipt = await world.do("ana", form_submissions.log, Filled(values=values, carried=LINK))
    assert sign in receipt.touch.signs
    assert receipt.touch.direction == "theirs"


@pytest.mark.parametrize(
    "words",
    [
        "> we are not happy with the invoice",
        "From: Maria, we are not happy with the invoice",
        "fwd: I am fed up with waiting",
        "Dear all, we were rather disappointed",
    ],
)
async def test_so_is_what_is_quoted_or_forwarded(world, words):
    await world.type("ana", "new Acme customer")
    receipt = said(await world.type("ana", f"log Acme: {words}"))
    assert "they began · complaint" in receipt

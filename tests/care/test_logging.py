"""One typed line, and what becomes of it."""

from tests.world import buttons, said


async def test_a_line_becomes_a_touch_and_the_receipt_says_how_it_was_read(world):
    await world.type("ana", "new Acme advocate Maria Lopez")
    receipt = await world.type("ana", "log Acme called Maria about the renewal, she was happy")
    assert "Logged for Acme" in said(receipt)
    assert "Call · we began · praise" in said(receipt)
    assert "“called Maria about the renewal, she was happy”" in said(receipt)
    assert "Next: 🎁 Thank Maria Lopez at Acme, Mon 16 Nov, 09:15" in said(receipt)
    assert set(buttons(receipt)) == {"Kind", "Who began", "Undo"}

"""A shopper of whom nothing is heard: a word is asked for in time, and the next one after it."""

from tests.world import at, buttons, said


async def test_a_word_is_asked_for_before_the_interval_is_over_and_done_opens_the_next(world):
    await world.type("ana", "new Acme shopper")
    await world.type("ana", "log Acme called Maria about the boiler")
    await world.turn(at("2026-12-10 10:00"))
    _, asked = world.post("A word with Acme")
    assert "You last spoke on Mon 16 Nov about the boiler" in said(asked)
    done = await world.press("ben", buttons(asked)["Spoke with them"])
    assert "Done: 🌿 A word with Acme?" in said(done)
    card = said(await world.type("ana", "customer Acme"))
    assert "We reached them today by Ben Okafor" in card
    assert "Next: 🌿 A word with Acme?" in card

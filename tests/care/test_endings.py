"""However a reminder ends, the next one exists: nobody is forgotten because of a button."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from store import nudges as store_nudges
from tests.world import buttons, said


@dataclass
class Start:
    """How a customer comes to wait for somebody: what is typed, and what the post then says."""

    typed: tuple[str, ...]
    asks: str


STARTS = {
    "thank, for praise": Start(("new Acme advocate", "log Acme called, she was happy"), "Thank"),
    "thank, routinely": Start(("new Acme raving fan", "thank Acme sent a card"), "Thank"),
    "follow up, an enquiry": Start(("new Acme suspect", "log Acme asked about prices"), "Answer"),
    "follow up, an attempt": Start(("new Acme", "log Acme called, no answer"), "Try"),
    "follow up, gone quiet": Start(("new Acme", "log Acme called us"), "Follow up"),
    "follow up, park?": Start(("new Acme", *["log Acme called, no answer"] * 5), "Park"),
    "fix, acknowledge": Start(("new Acme customer", "complaint Acme it broke"), "know that we"),
    "fix, update": Start(
        ("new Acme customer", "complaint Acme it broke", "log Acme called them"), "stands"
    ),
    "fix, resolve": Start(
        ("new Acme customer", "complaint Acme it broke", "log Acme called them"), "Put it right"
    ),
}


async def _done(world, id_, message):
    del id_
    label = next(iter(buttons(message)))
    await world.press("ben", buttons(message)[label])


async def _waived(world, id_, message):
    del id_
    why = next(
        action for action in buttons(message).values() if action.action_id == "nudge.ask_waive"
    )
    await world.fill("ben", await world.press("ben", why))


async def _undone(world, id_, message):
    await _done(world, id_, message)
    await world.type("ben", "undo")


async def _waived_and_undone(world, id_, message):
    await _waived(world, id_, message)
    await world.type("ben", "undo")


async def _answered(world, id_, message):
    del id_, message
    await world.type("ben", "log Acme called us, all fine")


async def _snoozed(world, id_, message):
    del id_
    await world.press("ben", buttons(message)["Later"], "days")


ENDINGS = {
    "done": _done,
    "not needed": _waived,
    "done and undone": _undone,
    "not needed and undone": _waived_and_undone,
    "answered by a line": _answered,
    "put off": _snoozed,
}


STORIES = {
    "thank, for praise": "done and undone",
    "thank, routinely": "not needed",
    "follow up, an enquiry": "answered by a line",
    "follow up, an attempt": "put off",
    "follow up, gone quiet": "not needed and undone",
    "follow up, park?": "done",
    "fix, acknowledge": "done",
    "fix, update": "not needed",
    "fix, resolve": "done",
}
"""Each start and each ending once; all of them together stand in the rules' own tests."""


@pytest.mark.parametrize(("start", "ending"), STORIES.items())
async def test_after_every_ending_the_next_reminder_exists(world, start, ending):
    for typed in STARTS[start].typed:
        await world.type("ana", typed)
        await world.wait(minutes=1)
    id_, message = await _asked(world, STARTS[start].asks)
    await ENDINGS[ending](world, id_, message)
    waiting = await _waiting(world)
    assert waiting, "somebody was forgotten"
    assert all(nudge.due_at for nudge in waiting if nudge.status == "planned")


@pytest.mark.parametrize("start", ["thank, for praise", "follow up, park?"])
async def test_a_reminder_that_nobody_acts_on_lapses_and_the_next_one_exists(world, start):
    for typed in STARTS[start].typed:
        await world.type("ana", typed)
        await world.wait(minutes=1)
    id_, _ = await _asked(world, STARTS[start].asks)
    await world.wait(days=22)
    lapsed = said(dict(world.posts())[id_])
    assert "Nobody got to it" in lapsed
    waiting = await _waiting(world)
    assert [nudge.status for nudge in waiting] in (["planned"], ["sent"])


async def test_a_complaint_never_lapses(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await world.wait(days=7)
    await world.leap(world.clock.time + timedelta(days=53))
    assert "fix:1:resolve:" in [nudge.key for nudge in await _waiting(world)]


async def test_a_resolved_complaint_is_checked_back_on_and_then_over(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    _, post = world.post("Complaint: Acme")
    await world.resolve("ana", post)
    (nudge,) = await _waiting(world)
    assert nudge.about["step"] == "check back"
    await world.wait(days=8)
    _, asked = world.post("whether all is well again")
    await world.press("ana", buttons(asked)["Checked back"])
    assert "fix" not in {each.play for each in await _waiting(world)}


async def _asked(world, words):
    """Waits until the channel is asked for it."""
    for _ in range(180):
        found = [
            (id_, message)
            for id_, message in world.posts(kind="nudge")
            if words in said(message) and message.actions
        ]
        if found:
            return found[-1]
        await world.wait(hours=8)
    raise AssertionError(f"never asked: {words}")


async def _waiting(world):
    def waiting(work, now):
        del now
        return store_nudges.waiting_of(work, 1)

    return await world.ask(waiting)


async def test_what_ends_by_other_news_is_nobodys_doing(asked):
    id_, _ = asked.post("Thank Maria Lopez")
    await asked.type("ben", "log Acme wrote that they want to cancel")
    ended = said(dict(asked.posts())[id_])
    assert "Ben Okafor" not in ended
    assert "No longer needed" in ended

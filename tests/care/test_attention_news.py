"""Whoever comes from an earlier version is told once, in the channel and in the digest."""

from care import attention_news
from store import alarms
from tests.world import PLACE, at, buttons, said

HEADLINE = "📬 From now on you are asked for less at once"


async def test_it_is_told_once_and_one_button_puts_it_back(world):
    await world.do_clock(
        lambda work, now: alarms.put(work, attention_news.KIND, work.workspace_id, now)
    )
    (_, told) = world.posts(PLACE, kind=attention_news.KIND)[0]
    assert said(told).startswith(HEADLINE)
    line = "📬 Reminders come in fewer, shorter messages now"
    assert line not in said(await world.type("chloe", "digest"))
    await world.turn(at("2026-11-17 10:00"))
    assert line in said(await world.type("chloe", "digest"))
    await world.turn(at("2026-11-18 10:00"))
    assert line not in said(await world.type("chloe", "digest"))
    await world.press("chloe", buttons(told)["Put it back"])
    told = [said(message) for _, message in world.posts(PLACE, kind=attention_news.KIND)]
    assert told == ["📬 All reminders are posted here, as before."]

"""What to know before a call: at most ten lines, the most important first, each with its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care import settings
from domain.briefs import MOST, About, BriefLine, chosen
from domain.messages import Button, line
from tests.world import at, buttons, said

LINES = st.lists(st.sampled_from(About), max_size=30)


def lines(abouts):
    source = Button(action_id="customer.card", ref="1", label="Open")
    return [BriefLine(about=it, line=line(str(n)), source=source) for n, it in enumerate(abouts)]


@given(LINES)
def test_never_more_than_ten_in_order_and_nothing_hides_what_is_told_of_once(abouts):
    shown = chosen(lines(abouts))
    assert len(shown) == min(MOST, len(abouts))
    assert [it.about for it in shown] == sorted(it.about for it in shown)
    assert {it.about for it in shown} == set(abouts)


@pytest.fixture
async def acme(world):
    await world.do("chloe", settings.put, "offers", "lamps, maintenance")
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "edit Acme bought lamps")
    await world.type("ana", "log Acme sent Maria a card")
    await world.type("ana", "log Acme called Maria about the fair")
    await world.type("ana", "pulse Acme 6 the portal is slow")
    await world.type("ana", "promise Acme Thursday 3pm call Maria")
    await world.type("ben", "complaint Acme the parcel came broken")
    await world.type("ana", "date Acme renewal 3 January")
    return world


TOLD = {
    "🤝 promised for Thu 19 Nov, 15:00: “call Maria”, by Ana Reyes": "call Maria",
    "🔥 Open complaint, opened today: “the parcel came broken”": "the parcel came broken",
    "💬 “the parcel came broken” · note from them, noted by Ben Okafor, today": "broken",
    "🙁 “the portal is slow” · dissatisfied, 6 of 10, noted by Ana Reyes, today": "6 of 10",
    "🎁 We gave a call today, a card today": "gave a card",
    "🔁 Renewal, on Sun 3 Jan 2027": "Renewal, on Sun 3 Jan 2027",
    "👤 Maria Lopez · the only one we know there": "Maria Lopez",
    "💡 Never offered: maintenance": "Never offered: maintenance",
}
"""Each line, and what of it stands behind its button."""


async def test_every_line_of_a_brief_opens_what_it_is_told_from(acme):
    told = await acme.type("ana", "brief Acme")
    assert said(told).splitlines() == ["📋 Before you speak with Acme", *TOLD]
    for item, behind in zip(told.items, TOLD.values(), strict=True):
        opened = await acme.press("ana", item.actions[0])
        assert behind in said(opened)
    on_card = buttons(await acme.type("ana", "customer Acme"))["Brief"]
    assert said(await acme.press("ana", on_card)) == said(told)


async def test_it_stands_in_the_promises_own_post_without_what_that_says_itself(acme):
    await acme.turn(at("2026-11-19 13:00"))
    _, post = acme.post("🤝 We promised Acme a call")
    assert "🙁 “the portal is slow”" in said(post)
    assert said(post).count("call Maria") == 1
    await acme.press("ana", buttons(post)["Kept"])
    _, post = acme.post("🤝 We promised Acme a call")
    assert "portal" not in said(post)

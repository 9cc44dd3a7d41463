"""What holds after any history: the channel asks once of a customer, and no neglect is lost."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.errors import HeedError
from store import neglect
from store.tables import Nudge
from tests.databases import ON_SQLITE
from tests.world import buttons

NAMES = ("Acme", "Globex", "Initech")
LINES = (
    "log {} called Maria, we spoke about the order",
    "log {} called, no answer",
    "log {} mailed Maria the new prices",
    "log {} asked about prices",
    "log {} wrote that she loved the demo",
    "log {} bought 12 lamps",
    "log {} recommended us to a friend",
    "complaint {} it broke",
)
TYPED = st.tuples(st.sampled_from(NAMES), st.sampled_from(LINES), st.sampled_from(["ana", "ben"]))
PRESSED = st.tuples(st.just("press"), st.integers(0, 9), st.sampled_from(["done", "I'll take it"]))
WAITED = st.tuples(st.just("wait"), st.integers(1, 12))
HISTORY = st.lists(st.one_of(TYPED, PRESSED, WAITED, WAITED), min_size=2, max_size=9)


@pytest.fixture
async def team(world):
    for name, rung in zip(NAMES, ("prospect", "shopper", "advocate"), strict=True):
        await world.type("ana", f"new {name} {rung} Maria Lopez")
    return world


def _late(work, now):
    return {nudge.customer_id for _, nudge in neglect.behind(work, now)}


def _whose(work, now, ids):
    del now
    rows = work.all(select(Nudge.id, Nudge.customer_id, Nudge.subject_id).where(Nudge.id.in_(ids)))
    return {row.id: (row.customer_id, row.subject_id) for row in rows}


def offered(message):
    """The reminders that can be done there."""
    actions = [*message.actions, *(each for item in message.items for each in item.actions)]
    return [int(each.ref) for each in actions if each.action_id == "nudge.done"]


async def check(world):
    """The channel asks of a customer for one thing besides complaints, and nothing can be done in
    the channel and in a list.
    """
    channel = [id_ for _, message in world.posts(kind="nudge") for id_ in offered(message)]
    lists = [world.posts(f"U-{who}", kind="morning list")[-1:] for who in ("ana", "ben")]
    ids = [*channel, *(id_ for every in lists for _, message in every for id_ in offered(message))]
    assert max(Counter(ids).values(), default=1) == 1
    whose = await world.ask(_whose, channel)
    apart = Counter(whose[each][0] for each in channel if whose[each][1] is None)
    assert max(apart.values(), default=1) == 1, apart


async def live(world, event):
    match event:
        case ("wait", days):
            for _ in range(days):
                known = await world.ask(_late)
                await world.turn(world.clock.time + timedelta(days=1))
                assert known <= await world.ask(_late)
        case ("press", number, label):
            offered = [message for _, message in world.posts() if buttons(message)]
            if offered:
                message = offered[number % len(offered)]
                wanted = buttons(message).get(label) or next(iter(buttons(message).values()))
                with suppress(HeedError):
                    await world.press("ana", wanted)
        case (str(name), str(line), str(who)):
            with suppress(HeedError):
                await world.type(who, line.format(name))


async def go_through(world, history):
    """Late never falls without a deed, and a customer is asked about once."""
    for event in history:
        await live(world, event)
        await check(world)


def some(number):
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=number, deadline=None, suppress_health_check=checks)


@ON_SQLITE
@some(4)
@given(history=HISTORY)
async def test_a_few_histories_lose_no_neglect_and_ask_once(team, history):
    await go_through(team, history)


@pytest.mark.slow
@some(40)
@given(history=HISTORY)
async def test_many_histories_lose_no_neglect_and_ask_once(team, history):
    await go_through(team, history)

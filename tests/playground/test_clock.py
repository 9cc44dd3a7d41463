"""The clock to turn, with schedulers that wait for it as the README asks them to."""

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from playground import Playground
from playground.refusals import Impossible
from tests.playground.conftest import CARE, START, connected, listen, rules, served

pytestmark = pytest.mark.usefixtures("ears")


def moment(text):
    return datetime.fromisoformat(text)


class Scheduler:
    """Wakes at its alarms, does what is due, and says when it wants to be woken next."""

    def __init__(self, http, alarms=(), name="s", work=None):
        self.http, self.name, self.work = http, name, work
        self.alarms = sorted(alarms)
        self.woken = []

    async def run(self):
        async with self.http.get("/clock") as response:
            told = await response.json()
        while True:
            await self.do_what_is_due(moment(told["now"]))
            said = {"listener": self.name, "turn": told["turn"], "next": self.next()}
            async with self.http.post("/clock/wait", json=said) as response:
                told = await response.json()

    async def do_what_is_due(self, now):
        while self.alarms and self.alarms[0] <= now:
            self.woken.append(self.alarms.pop(0))
            if self.work:
                await self.work(self, now)

    def next(self):
        return self.alarms[0].isoformat() if self.alarms else None


@asynccontextmanager
async def running(*schedulers):
    tasks = [asyncio.create_task(scheduler.run()) for scheduler in schedulers]
    await asyncio.sleep(0.05)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def turn(http, **far):
    async with http.post("/clock/turn", json=far) as response:
        return response.status, await response.json()


def at(**later):
    return START + timedelta(**later)


async def test_the_clock_runs_at_real_speed(http):
    async with http.get("/clock") as response:
        first = await response.json()
    await asyncio.sleep(0.05)
    async with http.get("/clock") as response:
        second = await response.json()

    passed = moment(second["now"]) - moment(first["now"])
    assert timedelta(seconds=0.04) < passed < timedelta(seconds=1)
    assert (first["turn"], first["running"]) == (0, True)
    assert first["now"].endswith("+00:00")
    assert len(first["now"]) == len("2026-11-20T14:00:00.000000+00:00")


async def test_by_itself_it_begins_with_the_real_now():
    now = Playground().town.clock.now()

    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


async def test_it_is_turned_by_seconds_or_to_a_moment(http, town):
    status, by = await turn(http, seconds=3600)
    assert (status, len(by["stops"])) == (200, 1)
    assert at(hours=1) <= moment(by["now"]) < at(hours=1, minutes=1)

    goal = "2026-11-21T08:30:00+00:00"
    _, to = await turn(http, to=goal)
    assert to["stops"] == [goal]
    assert town.town.clock.turn == 2


@pytest.mark.parametrize(
    "far",
    [
        {},
        {"seconds": -1},
        {"seconds": "an hour"},
        {"seconds": True},
        {"to": "2026-11-20T13:00:00+00:00"},
        {"to": "tomorrow"},
        {"to": "2026-11-21T08:30:00"},
    ],
)
async def test_it_never_goes_back_and_takes_no_riddles(http, far):
    status, answer = await turn(http, **far)

    assert status == 400
    assert answer["error"]


@pytest.mark.parametrize("said", [{}, {"listener": "s"}, {"listener": 1, "turn": 0}])
async def test_a_wait_names_its_listener_and_its_turn(http, said):
    async with http.post("/clock/wait", json=said) as response:
        assert response.status == 400


async def test_turning_stops_at_every_alarm_on_the_way(http):
    mornings = [at(days=n) for n in range(1, 9)]
    scheduler = Scheduler(http, mornings)
    async with running(scheduler):
        _, answer = await turn(http, to=at(days=7, hours=1).isoformat())

    assert scheduler.woken == mornings[:7]
    assert [moment(stop) for stop in answer["stops"]] == [*mornings[:7], at(days=7, hours=1)]


async def test_an_alarm_at_the_goal_is_the_last_stop(http):
    scheduler = Scheduler(http, [at(hours=1)])
    async with running(scheduler):
        _, answer = await turn(http, to=at(hours=1).isoformat())

    assert scheduler.woken == [at(hours=1)]
    assert len(answer["stops"]) == 1


async def test_what_is_planned_on_the_way_is_stopped_at_too(http):
    async def again(scheduler, now):
        if len(scheduler.woken) < 3:
            scheduler.alarms.append(now + timedelta(hours=1))

    scheduler = Scheduler(http, [at(hours=1)], work=again)
    async with running(scheduler):
        await turn(http, to=at(hours=5).isoformat())

    assert scheduler.woken == [at(hours=1), at(hours=2), at(hours=3)]


async def test_several_listeners_are_all_waited_for(http):
    async def slowly(_, __):
        await asyncio.sleep(0.1)

    quick = Scheduler(http, [at(hours=1), at(hours=3)], name="quick")
    slow = Scheduler(http, [at(hours=2)], name="slow", work=slowly)
    async with running(quick, slow):
        _, answer = await turn(http, to=at(hours=3).isoformat())

    assert [moment(stop) for stop in answer["stops"]] == [at(hours=n) for n in (1, 2, 3)]
    assert slow.woken == [at(hours=2)]


async def test_time_stands_still_while_a_turn_is_under_way(http, town):
    seen = []

    async def look(_, __):
        for _ in range(2):
            seen.append((town.town.clock.now(), town.town.clock.running))
            await asyncio.sleep(0.02)

    async with running(Scheduler(http, [at(hours=1)], work=look)):
        await turn(http, to=at(hours=2).isoformat())

    assert seen == [(at(hours=1), False)] * 2
    assert town.town.clock.running is True


async def test_an_alarm_brought_forward_just_before_is_not_missed(http, slack):
    """A bot that hears something may plan anew a moment after it has answered."""
    scheduler = Scheduler(http, [at(hours=5)])

    async def plan():
        await asyncio.sleep(0.01)
        said = {"listener": "s", "turn": 0, "next": at(hours=1).isoformat()}
        scheduler.alarms.insert(0, at(hours=1))
        async with http.post("/clock/wait", json=said):
            pass

    async with running(scheduler):
        planning = asyncio.create_task(plan())
        await slack.chat_postMessage(channel=CARE, text="hi")
        _, answer = await turn(http, to=at(hours=2).isoformat())
        await planning

    assert moment(answer["stops"][0]) == at(hours=1)


async def test_only_the_newest_wait_of_a_listener_counts(http):
    async def wait(alarm):
        said = {"listener": "s", "turn": 0, "next": alarm.isoformat()}
        async with http.post("/clock/wait", json=said) as response:
            return await response.json()

    older = asyncio.create_task(wait(at(hours=1)))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(wait(at(hours=2)))
    assert (await asyncio.wait_for(older, 1))["turn"] == 0

    turning = asyncio.create_task(turn(http, to=at(hours=3).isoformat()))
    assert moment((await newer)["now"]) == at(hours=2)
    turning.cancel()


async def test_a_wait_for_a_turn_that_is_over_is_answered_at_once(http):
    await turn(http, seconds=60)
    said = {"listener": "s", "turn": 0, "next": None}
    async with http.post("/clock/wait", json=said) as response:
        assert (await response.json())["turn"] == 1


async def test_a_wait_ends_after_a_while_by_itself():
    async with served(rules=rules(listener_waits=0.05)) as town:
        began = time.monotonic()
        await town.turning.wait(town.turning.arrive("s", 0, None))

        assert 0.04 < time.monotonic() - began < 1


async def test_a_listener_that_hangs_up_is_not_waited_for(http):
    async with running(Scheduler(http, [at(hours=1)])):
        pass
    began = time.monotonic()
    _, answer = await turn(http, seconds=7200)

    assert len(answer["stops"]) == 1
    assert time.monotonic() - began < 2


async def test_an_old_wait_that_hangs_up_takes_no_newer_one_with_it(http, town):
    async def wait(alarm):
        said = {"listener": "s", "turn": 0, "next": alarm.isoformat()}
        async with http.post("/clock/wait", json=said) as response:
            return await response.json()

    older = asyncio.create_task(wait(at(hours=1)))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(wait(at(hours=2)))
    older.cancel()
    await asyncio.sleep(0.05)
    turning = asyncio.create_task(town.turn(to=at(hours=3)))

    assert moment((await asyncio.wait_for(newer, 1))["now"]) == at(hours=2)
    turning.cancel()


async def test_a_listener_left_over_from_an_earlier_turn_is_not_waited_for_either():
    async with served(rules=rules(listener_gone=0.05)) as town:
        town.turning.arrive("s", 7, at(hours=1))
        await asyncio.sleep(0.06)
        began = time.monotonic()

        assert await town.turn(to=at(hours=2)) == [at(hours=2)]
        assert time.monotonic() - began < 2


async def test_a_listener_that_takes_too_long_counts_as_gone():
    async with served(rules=rules(turn_takes=0.1)) as town:
        listen(town)
        waiting = asyncio.create_task(town.turning.wait(town.turning.arrive("s", 0, at(hours=1))))
        stops = await town.turn(to=at(hours=2))
        await waiting

        assert stops == [at(hours=1), at(hours=2)]


async def test_a_listener_that_is_not_heard_of_counts_as_gone():
    async with served(rules=rules(listener_gone=0.05, listener_waits=0.01)) as town:
        town.turning.arrive("s", 0, at(hours=1))
        await asyncio.sleep(0.06)

        assert await town.turn(to=at(hours=2)) == [at(hours=2)]


async def test_turns_come_one_after_the_other(town):
    first = asyncio.create_task(town.turn(by=timedelta(hours=1)))
    second = asyncio.create_task(town.turn(by=timedelta(hours=1)))
    await asyncio.gather(first, second)

    assert at(hours=2) <= town.town.clock.now() < at(hours=2, minutes=1)


async def test_to_the_moment_that_it_is_there_is_nothing_to_walk(town):
    town.town.clock.halt()
    now = town.town.clock.now()

    assert await town.turn(to=now) == []
    with pytest.raises(Impossible):
        await town.turn(to=now - timedelta(hours=1))


async def test_messages_and_events_follow_the_turned_clock(town, slack, ears):
    await town.turn(to=at(days=7))
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    await town.settle()

    assert at(days=7) <= datetime.fromtimestamp(float(posted["ts"]), UTC) < at(days=7, minutes=1)
    assert ears.envelopes[-1].payload["event_time"] == int(float(posted["ts"]))


async def test_time_outs_stay_on_real_time(town, slack, ears):
    await town.do("ana", "shortcut", callback_id="log")
    name = ears.envelopes[-1].payload["trigger_id"]
    await town.turn(by=timedelta(days=7))
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []}

    assert (await slack.views_open(trigger_id=name, view=view))["ok"] is True


async def test_events_under_way_are_waited_for_before_the_clock_goes_on(http, town):
    heard = []

    def build(app):
        @app.event("message")
        async def message():
            await asyncio.sleep(0.2)
            heard.append(town.town.clock.now())

    town.town.courier.use(town.town.socket)
    async with connected(town, build):
        await town.do("ana", "type", settle=False, channel=CARE, text="hi")
        await turn(http, to=at(days=1).isoformat())

    assert len(heard) == 1
    assert heard[0] < at(hours=1)

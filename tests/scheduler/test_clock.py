"""A clock that somebody else turns never runs past an alarm, however slow the work is."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from playground import Playground, Rules
from scheduler.clock import TurnedClock

START = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("late", [0.0, 0.01, 0.02, 0.03, 0.04])
async def test_no_alarm_is_run_past_while_the_last_one_is_still_being_reported(late):
    """Something stirs again `late` seconds after the work of an hour is done."""
    town = Playground(rules=Rules(quiet=0.01), start=START)
    async with town.serve() as address:
        clock, stirred, done = TurnedClock(f"{address}/clock"), asyncio.Event(), []
        await clock.set()

        async def work():
            alarm = START + HOUR * (len(done) + 1)
            if alarm <= clock.now():
                done.append(clock.now())
                alarm += HOUR
                asyncio.get_running_loop().call_later(late, stirred.set)
            await asyncio.sleep(0.03)
            return alarm

        following = asyncio.create_task(clock.follow(work, stirred))
        async with asyncio.timeout(5):
            while not town.turning._listeners:  # noqa: ASYNC110 - it has no event for that
                await asyncio.sleep(0.01)
        await town.turn(to=START + 8.5 * HOUR)
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following
    assert done == [START + HOUR * (number + 1) for number in range(8)]


async def test_the_clock_runs_on_at_once_when_its_turning_is_over():
    """What is done next happened later than what was done while it stood still."""
    town, end = Playground(rules=Rules(quiet=0.01), start=START), START + HOUR
    async with town.serve() as address:
        clock, stirred = TurnedClock(f"{address}/clock"), asyncio.Event()

        async def work():
            return None

        following = asyncio.create_task(clock.follow(work, stirred))
        async with asyncio.timeout(5):
            while not town.turning._listeners:  # noqa: ASYNC110 - it has no event for that
                await asyncio.sleep(0.01)
            await town.turn(to=end)
            while clock.now() <= end:  # noqa: ASYNC110 - nor for that
                await asyncio.sleep(0.01)
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following

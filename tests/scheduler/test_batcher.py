"""What is asked for at the same time is done together, one batch after the other."""

import asyncio

import pytest

from scheduler.batcher import Batcher


class Slow:
    """Notes what came together, and waits until it may go on."""

    def __init__(self):
        self.batches, self.go = [], asyncio.Event()

    async def do(self, items):
        self.batches.append(list(items))
        await self.go.wait()
        return [ValueError(item) if item == "bad" else item.upper() for item in items]


async def test_what_comes_while_one_is_under_way_goes_together_and_not_more_than_fits():
    slow = Slow()
    batcher = Batcher(slow.do, most=3)
    first = [batcher.put(each) for each in "ab"]
    await asyncio.sleep(0)
    second = [batcher.put(each) for each in "cdef"]
    slow.go.set()
    assert await asyncio.gather(*first, *second) == list("ABCDEF")
    assert slow.batches == [["a", "b"], ["c", "d", "e"], ["f"]]
    assert await batcher.put("g") == "G"  # and it begins again


async def test_what_fails_is_told_to_whoever_asked_for_it_alone():
    slow = Slow()
    slow.go.set()
    batcher = Batcher(slow.do, most=3)
    good, bad = batcher.put("good"), batcher.put("bad")
    assert await good == "GOOD"
    with pytest.raises(ValueError, match="bad"):
        await bad


async def test_what_fails_as_a_whole_is_told_to_each_and_is_not_the_last():
    async def fail(items):
        raise KeyError(*items)

    batcher = Batcher(fail, most=1)
    for each in "ab":
        with pytest.raises(KeyError, match=each):
            await batcher.put(each)


async def test_whoever_waits_no_more_keeps_nobody_else_from_an_answer():
    slow = Slow()
    batcher = Batcher(slow.do, most=3)
    gone, there = batcher.put("gone"), batcher.put("there")
    await asyncio.sleep(0)
    gone.cancel()
    slow.go.set()
    assert await there == "THERE"

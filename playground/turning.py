"""Turning the clock: it walks through every moment at which somebody is due to do something.

Listeners, the bot's schedulers, say after each turn that they have done what was due, and when
their next alarm is. README.md has the protocol.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from playground.happenings import Turned
from playground.refusals import Impossible
from playground.town import Town


@dataclass(eq=False, kw_only=True)
class Listener:
    """Has done all that was due at `turn`; `alarm` is when it wants to be woken next."""

    turn: int
    alarm: datetime | None
    heard: float = field(default_factory=monotonic)
    released: asyncio.Event = field(default_factory=asyncio.Event)


class Turning:
    def __init__(self, town: Town) -> None:
        self._town = town
        self._listeners: dict[str, Listener] = {}
        self._heard = asyncio.Event()
        self._one_walk = asyncio.Lock()

    def arrive(self, name: str, turn: int, alarm: datetime | None) -> Listener:
        """Only the newest wait of a listener counts: an older one ends at once, and so does one
        for another turn than the present one.
        """
        if name in self._listeners:
            self._listeners[name].released.set()
        listener = self._listeners[name] = Listener(turn=turn, alarm=alarm)
        if turn != self._town.clock.turn:
            listener.released.set()
        self._town.stir.note()
        self._heard.set()
        return listener

    async def wait(self, listener: Listener) -> None:
        """Until the clock is turned or runs again, or for as long as a listener may wait."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._town.rules.listener_waits):
                await listener.released.wait()

    def leave(self, name: str, listener: Listener) -> None:
        """It has hung up; if it waits anew meanwhile, it has not left."""
        if self._listeners.get(name) is listener:
            del self._listeners[name]
            self._heard.set()

    def release(self) -> None:
        for listener in self._listeners.values():
            listener.released.set()

    async def walk(self, goal: Callable[[datetime], datetime]) -> list[datetime]:
        """To the goal, which is made from the moment at which the clock was halted.

        Returns the moments at which it stopped on the way.
        """
        clock = self._town.clock
        async with self._one_walk:
            clock.halt()
            try:
                end = goal(clock.now())
                if end < clock.now():
                    raise Impossible("the clock goes forward only")
                self._forget_the_silent()
                await self._all_back()
                return await self._steps(end)
            finally:
                clock.go_on()
                self.release()

    async def _steps(self, end: datetime) -> list[datetime]:
        stops = []
        while self._town.clock.now() < end:
            stops.append(await self._step(end))
        return stops

    async def _step(self, end: datetime) -> datetime:
        clock = self._town.clock
        alarms = (listener.alarm for listener in self._listeners.values() if listener.alarm)
        stop = min((alarm for alarm in alarms if clock.now() < alarm < end), default=end)
        clock.set(stop)
        self._town.feed.tell(Turned(now=stop.isoformat(), turn=clock.turn))
        self.release()
        await self._all_back()
        return stop

    async def _all_back(self) -> None:
        """Until every living listener has come back with this turn, and all is quiet.

        What is planned while things settle may bring an alarm forward, so both are asked again.
        """
        end = monotonic() + self._town.rules.turn_takes
        while True:
            late = self._late()
            if late and monotonic() > end:
                for name, listener in late.items():
                    self.leave(name, listener)
            elif late:
                await self._hear(end - monotonic())
            else:
                await self._town.settle()
                if not self._late():
                    return

    def _late(self) -> dict[str, Listener]:
        turn = self._town.clock.turn
        return {name: each for name, each in self._listeners.items() if each.turn != turn}

    def _forget_the_silent(self) -> None:
        """Once a turn is under way nobody is given up for silence, only for taking too long."""
        oldest = monotonic() - self._town.rules.listener_gone
        living = {name: each for name, each in self._listeners.items() if each.heard >= oldest}
        self._listeners = living

    async def _hear(self, within: float) -> None:
        self._heard.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, within)):
                await self._heard.wait()

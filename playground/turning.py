"""Turning the clock: it walks through every moment at which somebody is due to do something.

Listeners, the bot's schedulers, say after each turn that they have done what was due, and when
their next alarm is. README.md has the protocol.
"""

import asyncio
from collections.abc import Callable
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

    async def wait(self, name: str, turn: int, alarm: datetime | None) -> None:
        """Until the next turn, or for as long as a listener may wait at most.

        Only the newest wait of a listener counts: an older one ends at once, and so does one for
        another turn than the present one.
        """
        if name in self._listeners:
            self._listeners[name].released.set()
        mine = self._listeners[name] = Listener(turn=turn, alarm=alarm)
        self._town.stir.note()
        self._heard.set()
        if turn != self._town.clock.turn:
            return
        try:
            async with asyncio.timeout(self._town.rules.listener_waits):
                await mine.released.wait()
        except TimeoutError:
            pass

    def forget(self, name: str) -> None:
        """It has hung up."""
        self._listeners.pop(name, None)
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
                await self._all_back()
                return await self._steps(end)
            finally:
                clock.go_on()

    async def _steps(self, end: datetime) -> list[datetime]:
        stops = []
        while self._town.clock.now() < end:
            stops.append(await self._step(end))
        return stops

    async def _step(self, end: datetime) -> datetime:
        clock = self._town.clock
        alarms = (listener.alarm for listener in self._living().values() if listener.alarm)
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
                for name in late:
                    self.forget(name)
            elif late:
                await self._hear(end - monotonic())
            else:
                await self._town.settle()
                if not self._late():
                    return

    def _late(self) -> list[str]:
        turn = self._town.clock.turn
        return [name for name, listener in self._living().items() if listener.turn != turn]

    def _living(self) -> dict[str, Listener]:
        """While a turn is under way nobody is given up for being silent, only for taking long."""
        oldest = monotonic() - self._town.rules.listener_gone
        gone = [n for n, each in self._listeners.items() if self._is_silent(each, oldest)]
        for name in gone:
            del self._listeners[name]
        return self._listeners

    def _is_silent(self, listener: Listener, oldest: float) -> bool:
        return listener.heard < oldest and listener.turn == self._town.clock.turn

    async def _hear(self, within: float) -> None:
        self._heard.clear()
        try:
            async with asyncio.timeout(max(0.0, within)):
                await self._heard.wait()
        except TimeoutError:
            pass

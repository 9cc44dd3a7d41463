"""The same world with Heed in it: its real code, on a real database, on a clock that is turned."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.bases import Company, bring_in, settle_in
from benchmarks.simulate import baselines, shown
from benchmarks.simulate.baselines import Tally
from benchmarks.simulate.events import Customer, Day, Theirs, dice
from benchmarks.simulate.ledger import Ledger
from benchmarks.simulate.parameters import Parameters
from benchmarks.simulate.shown import Shown
from benchmarks.simulate.week import Diary
from care import commands, handing_over, nudges, team
from care.courier import Arrival
from care.heed import Caller, Heed, SystemCaller
from care.registry import Registry
from domain.errors import HeedError, Over
from domain.messages import Button, Message
from domain.posts import Delivery
from domain.teammates import Teammate
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from store.store import open_store

ZONE = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 2, tzinfo=ZONE)
MOMENTS = tuple((hour, 20) for hour in range(9, 17))
"""When a rep looks at what has come: each hour. Somebody who turns to us does so before the second
of these and is answered unasked before the third; what else is done is logged before the last.
"""

A_ROOM = 10
ANSWERED = "called back, answered her question"


class TurnedClock:
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at.astimezone(UTC)


@dataclass
class QuietCourier:
    """A platform that takes whatever it is given at once."""

    tenancy: SystemCaller
    pace: float = 0.0
    sent: int = 0

    async def send(self, delivery: Delivery) -> Arrival:
        self.sent += 1
        return Arrival(place=delivery.post.address, message_id=f"m{self.sent}")

    async def edit(self, delivery: Delivery) -> None:
        del delivery

    async def find(self, delivery: Delivery) -> Arrival | None:
        del delivery
        return None

    async def is_let_in(self) -> bool:
        return True


@dataclass
class Team:
    """A simulated team with Heed in its channels."""

    world: Parameters
    every: Sequence[Customer]
    heed: Heed
    clock: TurnedClock
    tenancy: SystemCaller
    heartbeat: Heartbeat
    ledger: Ledger
    tally: Tally = field(default_factory=Tally)
    rank: Counter[int] = field(default_factory=Counter)
    diary: Diary = field(default_factory=lambda: defaultdict(list))
    last_post: int = 0

    def __post_init__(self) -> None:
        self.places = {who.name: place for place, who in enumerate(self.every)}

    async def live(self, day: Day) -> None:
        self.rank.clear()
        if day.number == self.world.quits_on:
            await self._leave(self.world.reps - 1)
        for part, (hour, minute) in enumerate(MOMENTS):
            self.clock.at = MONDAY + timedelta(days=day.number, hours=hour, minutes=minute)
            await self._log(day, part)
            await self.heartbeat.until_idle()
            if day.is_working:
                await self._act(day, hour + minute / 60)
        await self.heartbeat.until_idle()
        self.ledger.end(day.number)

    async def _leave(self, rep: int) -> None:
        user = f"U-rep{rep}"
        gone = Teammate(
            id=0, name=f"Rep{rep}", zone=ZONE.key, user_id=user, handle=user[2:], is_active=False
        )
        await self.heed.do(team.introduce, self.tenancy, (gone,))
        await self._hand_over()

    async def _hand_over(self) -> None:
        """What comes to the manager goes at once to whoever sat beside them; else a colleague whom
        these customers know has it already.
        """
        beside = f"rep{self.world.reps - 2}"
        lead = Caller(installation_id=self.tenancy.installation_id, user_id="U-lead")
        try:
            asked = await self.heed.do(handing_over.typed, lead, f"me to {beside}")
        except Over:
            return
        one, other = (int(each) for each in _button(asked).ref.split(":"))
        await self.heed.do(handing_over.hand_over, lead, one, other)

    async def _log(self, day: Day, part: int) -> None:
        if part == 1:
            self.ledger.turn(day)
            for theirs in day.theirs:
                await self._turn(theirs)
        if part == 2:  # noqa: PLR2004 - an hour later
            self.ledger.answer(day)
            for theirs in day.theirs:
                if theirs.is_answered:
                    await self._type(theirs.by, theirs.customer, ANSWERED)
        if part == len(MOMENTS) - 1:
            self.ledger.work(day)
            for ours in day.ours:
                if ours.is_logged:
                    await self._type(ours.rep, ours.customer, ours.words)

    async def _turn(self, theirs: Theirs) -> None:
        """A complaint is asked about before it is opened: whoever logs it says that it is one."""
        name = "complaint" if theirs.what == "complain" else "log"
        await self._type(theirs.by, theirs.customer, theirs.words, name)

    async def _type(self, rep: int, customer: int, words: str, name: str = "log") -> None:
        line = f"{self.every[customer].name} {words}"
        await self._ask(rep, commands.run, name, line)

    async def _ask(self, rep: int, capability: Any, *facts: Any) -> None:
        try:
            await self.heed.do(capability, self._caller(rep), *facts)
        except HeedError:
            self.tally.refused += 1

    def _caller(self, rep: int) -> Caller:
        return Caller(installation_id=self.tenancy.installation_id, user_id=f"U-rep{rep}")

    async def _act(self, day: Day, hour: float) -> None:
        """On what has come since they last looked: one reminder a customer."""
        come = await self.heed.ask(shown.come, self.tenancy, self.last_post)
        self.last_post = come.last
        for told in come.told:
            self.tally.messages[told.rep, day.number] += 1
            self.diary[told.rep, day.number // 7].append((day.number % 7, hour, told))
        asked: dict[str, Shown] = {}
        for each in come.shown:
            asked.setdefault(each.customer, each)
        for each in asked.values():
            self._count(day, each)
            await self._remind(day, hour, each)

    def _count(self, day: Day, each: Shown) -> None:
        self.tally.shown += 1
        self.tally.reminders[each.rep, day.number] += each.is_new

    async def _remind(self, day: Day, hour: float, each: Shown) -> None:
        place = self.places[each.customer]
        rep = self._reader(day, place, each)
        rank, self.rank[rep] = self.rank[rep], self.rank[rep] + 1
        if rep in day.away or not baselines.accepts(self.world, rank, place, day.number):
            return
        self.tally.acted += 1
        if not baselines.is_heard(self.world, place, day.number):
            await self._type(rep, place, "called, no answer")
            return
        if each.is_word:
            self.ledger.reach(place, day.number, hour)
        await self._ask(rep, nudges.done, each.nudge_id)

    def _reader(self, day: Day, place: int, each: Shown) -> int:
        """Of a line that asks everybody, one of those beside the owner; they do not all answer."""
        first = each.rep - each.rep % A_ROOM
        room = range(first, min(first + A_ROOM, self.world.reps))
        beside = [rep for rep in room if rep != each.rep and rep not in day.away]
        if not (each.is_everybody and beside):
            return each.rep
        return dice(self.world, "beside", place, day.number).choice(beside)


@asynccontextmanager
async def team_with_heed(
    world: Parameters, every: Sequence[Customer], address: str, registry: Registry
) -> AsyncIterator[Team]:
    """On an empty database."""
    store, clock = open_store(address), TurnedClock(MONDAY - timedelta(hours=16))
    try:
        heed = Heed(store, clock, registry, patience=None)
        tenancy = await settle_in(heed, company(world))
        await bring_in(heed, tenancy, _rows(every))
        courier = QuietCourier(tenancy)
        heartbeat = Heartbeat(heed, [Deliverer(heed, courier)])
        yield Team(
            world=world,
            every=every,
            heed=heed,
            clock=clock,
            tenancy=tenancy,
            heartbeat=heartbeat,
            ledger=Ledger(world, every),
        )
    finally:
        store.close()


def company(world: Parameters) -> Company:
    """One who manages and has no customers, and reps in rooms."""
    reps = [f"rep{number}" for number in range(world.reps)]
    rooms = {f"C-{at}": tuple(reps[at : at + A_ROOM]) for at in range(0, world.reps, A_ROOM)}
    return Company(rooms={"C-lead": ("lead",), **rooms})


def _rows(every: Sequence[Customer]) -> Iterable[Sequence[str]]:
    for who in every:
        known = (MONDAY - timedelta(days=who.since)).date().isoformat() if who.is_known else ""
        yield who.name, f"rep{who.rep}", who.rung.value, "Maria Lopez", "", known


def _button(asked: Message) -> Button:
    return next(each for each in asked.actions if isinstance(each, Button))

"""The same world with Heed in it: its real code, on a real database, on a clock that is turned."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

import features
from benchmarks.bases import Company, bring_in, settle_in
from benchmarks.simulate import baselines
from benchmarks.simulate.baselines import Tally
from benchmarks.simulate.events import Customer, Day
from benchmarks.simulate.ledger import Ledger
from benchmarks.simulate.parameters import Parameters
from care import commands, handing_over, nudges, team
from care.courier import Arrival
from care.heed import Caller, Heed, SystemCaller
from domain.errors import HeedError
from domain.messages import Button, Message
from domain.nudges import Status
from domain.posts import Delivery
from domain.teammates import Teammate
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from store import tables, teammates
from store.store import open_store
from store.work import Work

ZONE = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 2, tzinfo=ZONE)
MOMENTS = tuple((hour, 20) for hour in range(9, 17))
"""When a rep looks at what has come: each hour. Somebody who turns to us does so before the second
of these and is answered unasked before the third; what else is done is logged before the last.
"""

A_ROOM = 10
ANSWERED = "called back, answered her question"

_SHOWN = (
    select(
        tables.Nudge.id,
        tables.Nudge.customer_id,
        tables.Nudge.sent_at,
        tables.Nudge.urgency,
        tables.Nudge.play,
        tables.Post.id.label("post_id"),
        tables.Post.kind,
        tables.Post.subject_id,
        tables.Customer.name,
        tables.Customer.owner_id,
    )
    .join(tables.PostNudge, tables.PostNudge.post_id == tables.Post.id)
    .join(tables.Nudge, tables.Nudge.id == tables.PostNudge.nudge_id)
    .join(tables.Customer, tables.Customer.id == tables.Nudge.customer_id)
    .where(tables.Post.workspace_id == bindparam("ws"), tables.Post.id > bindparam("after"))
    .where(tables.Nudge.status.in_((Status.SENT, Status.TAKEN)))
    .order_by(tables.Post.id, tables.Nudge.urgency, tables.Nudge.late_at)
)
_PRIVATE = select(tables.Post.id, tables.Post.address, tables.Post.kind).where(
    tables.Post.workspace_id == bindparam("ws"), tables.Post.id > bindparam("after")
)


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
    last_post: int = 0

    def __post_init__(self) -> None:
        self.places = {who.name: place for place, who in enumerate(self.every)}

    async def live(self, day: Day) -> None:
        self.rank.clear()
        if day.number == self.world.quits_on:
            await self._leave(self.world.reps - 1)
        baselines.live(self.ledger, day)
        for part, (hour, minute) in enumerate(MOMENTS):
            self.clock.at = MONDAY + timedelta(days=day.number, hours=hour, minutes=minute)
            await self._log(day, part)
            await self.heartbeat.until_idle()
            if day.is_working:
                await self._act(day)
        await self.heartbeat.until_idle()
        self.ledger.end(day.number)

    async def _leave(self, rep: int) -> None:
        user = f"U-rep{rep}"
        gone = Teammate(
            id=0, name=f"Rep{rep}", zone=ZONE.key, user_id=user, handle=user[2:], is_active=False
        )
        await self.heed.do(team.introduce, self.tenancy, (gone,))
        await self._hand_over(gone)

    async def _hand_over(self, gone: Teammate) -> None:
        """The manager says at once who cares for their customers now: whoever sits beside them."""
        beside = f"rep{self.world.reps - 2}"
        lead = Caller(installation_id=self.tenancy.installation_id, user_id="U-lead")
        asked = await self.heed.do(handing_over.typed, lead, f"{gone.handle} to {beside}")
        one, other = (int(each) for each in _button(asked).ref.split(":"))
        await self.heed.do(handing_over.hand_over, lead, one, other)

    async def _log(self, day: Day, part: int) -> None:
        if part == 1:
            for theirs in day.theirs:
                await self._type(theirs.by, theirs.customer, theirs.words)
        if part == 2:  # noqa: PLR2004 - an hour later
            for theirs in day.theirs:
                if theirs.is_answered:
                    await self._type(theirs.by, theirs.customer, ANSWERED)
        if part == len(MOMENTS) - 1:
            for ours in day.ours:
                if ours.is_logged:
                    await self._type(ours.rep, ours.customer, ours.words)

    async def _type(self, rep: int, customer: int, words: str) -> None:
        line = f"{self.every[customer].name} {words}"
        await self._ask(rep, commands.run, "log", line)

    async def _ask(self, rep: int, capability: Any, *facts: Any) -> None:
        try:
            await self.heed.do(capability, self._caller(rep), *facts)
        except HeedError:
            self.tally.refused += 1

    def _caller(self, rep: int) -> Caller:
        return Caller(installation_id=self.tenancy.installation_id, user_id=f"U-rep{rep}")

    async def _act(self, day: Day) -> None:
        """On what has come since they last looked: one reminder a customer."""
        rows = await self.heed.ask(_shown, self.tenancy, self.last_post)
        told = await self.heed.ask(_private, self.tenancy, self.last_post)
        self.last_post = max((row.id for row in told), default=self.last_post)
        for row in told:
            if row.address.startswith("U-rep"):
                self.tally.messages[int(row.address[5:]), day.number] += 1
        asked: dict[str, Any] = {}
        for row in rows:
            asked.setdefault(row.name, row)
        for name, row in asked.items():
            await self._remind(day, self.places[name], row)

    async def _remind(self, day: Day, place: int, row: Any) -> None:
        rep = await self.heed.ask(_rep, self.tenancy, row.owner_id)
        if rep is None:
            return
        is_new = row.sent_at >= self.clock.now() - timedelta(hours=20)
        self.tally.reminders[rep, day.number] += is_new
        if row.kind != "morning list" and row.urgency < 2:  # noqa: PLR2004 - it mentions them
            self.tally.messages[rep, day.number] += 1
        self.tally.shown += 1
        rank, self.rank[rep] = self.rank[rep], self.rank[rep] + 1
        if rep in day.away or not baselines.accepts(self.world, rank, place, day.number):
            return
        self.tally.acted += 1
        if baselines.is_heard(self.world, place, day.number):
            self.ledger.reach(place, day.number)
            await self._ask(rep, nudges.done, row.id)
        else:
            await self._type(rep, place, "called, no answer")


@asynccontextmanager
async def team_with_heed(
    world: Parameters, every: Sequence[Customer], address: str
) -> AsyncIterator[Team]:
    """On an empty database."""
    store, clock = open_store(address), TurnedClock(MONDAY - timedelta(hours=16))
    try:
        heed = Heed(store, clock, features.build(), patience=None)
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


def _shown(work: Work, now: datetime, after: int) -> list[Any]:
    del now
    return list(work.all(_SHOWN, after=after))


def _private(work: Work, now: datetime, after: int) -> list[Any]:
    del now
    return list(work.all(_PRIVATE, after=after))


def _rep(work: Work, now: datetime, owner_id: int | None) -> int | None:
    del now
    known = teammates.identities(work, owner_id) if owner_id else []
    return next((int(user[5:]) for _, user in known if user.startswith("U-rep")), None)

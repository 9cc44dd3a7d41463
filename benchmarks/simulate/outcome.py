"""What came of a simulated team, in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select

from benchmarks.simulate.baselines import Tally
from benchmarks.simulate.events import Day
from benchmarks.simulate.ledger import Ledger
from benchmarks.simulate.parameters import PAYING
from benchmarks.simulate.week import Week
from domain.customers import Rung
from domain.nudges import Status
from store import tables
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Of a person's working days: half of them have no more, and 95 of 100."""

    half: int = 0
    most: int = 0


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Shares are 0 to 1; `losses` are expected customers, `silence` days. None: does not apply."""

    name: str
    reached: float
    by_rung: Mapping[Rung, float]
    losses: float
    silence: int
    silences: Sequence[int] = ()
    reminders: Spread | None = None
    messages: Spread | None = None
    weeks: Spread | None = None
    acted: float | None = None
    steps_on_time: float | None = None
    answered_on_time: float | None = None
    given_up: int | None = None
    nobodys: int | None = None
    week: Week = ()
    plays: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def outcome(name: str, ledger: Ledger, tally: Tally | None, days: Sequence[Day]) -> Outcome:
    return Outcome(
        name=name,
        reached=ledger.coverage(),
        by_rung={rung: ledger.coverage(rung) for rung in (Rung.PROSPECT, *PAYING)},
        losses=ledger.losses,
        silence=max(ledger.silences),
        silences=tuple(ledger.silences),
        answered_on_time=ledger.answered_in_time / max(1, ledger.asked),
        reminders=_spread(tally.reminders, ledger, days) if tally else None,
        messages=_spread(tally.messages, ledger, days) if tally else None,
        weeks=_weekly(tally.messages, ledger, days) if tally else None,
        acted=tally.acted / max(1, tally.shown) if tally else None,
    )


def _spread(counted: Mapping[tuple[int, int], int], ledger: Ledger, days: Sequence[Day]) -> Spread:
    working = [day for day in days if day.is_working]
    reps = range(ledger.world.reps)
    every = sorted(
        counted.get((rep, day.number), 0) for day in working for rep in reps if rep not in day.away
    )
    return Spread(half=every[len(every) // 2], most=every[int(len(every) * 0.95)])


def _weekly(counted: Mapping[tuple[int, int], int], ledger: Ledger, days: Sequence[Day]) -> Spread:
    """Of whole weeks in which somebody was there."""
    whole = [days[at : at + 7] for at in range(0, len(days) - 6, 7)]
    every = sorted(
        sum(counted.get((rep, day.number), 0) for day in week)
        for week in whole
        for rep in range(ledger.world.reps)
        if not any(rep in day.away for day in week)
    )
    if not every:
        return Spread()
    return Spread(half=every[len(every) // 2], most=every[int(len(every) * 0.95)])


_N = tables.Nudge
_HERE = _N.workspace_id == bindparam("ws")
_IS_OVER = or_(_N.ended_at.is_not(None), _N.dismissed_at.is_not(None))
_STEPS = select(_N.late_at, _N.ended_at, _N.ended_touch_id).where(
    _HERE, _N.play == bindparam("play"), or_(_N.late_at <= bindparam("now"), _IS_OVER)
)
_GIVEN_UP = select(func.count()).where(_HERE, _N.dismissed_as.in_(("lapsed", "given up")))
_NOBODYS = select(func.count()).where(
    tables.Customer.workspace_id == bindparam("ws"),
    ~tables.Customer.gone,
    tables.Customer.owner_id.not_in(
        select(tables.Teammate.id).where(tables.Teammate.is_active).scalar_subquery()
    ),
)
_PLAYS = (
    select(
        _N.play,
        func.count().label("asked"),
        func.count(_N.ended_touch_id).label("done"),
    )
    .where(_HERE, _N.sent_at.is_not(None), _N.status != Status.PLANNED)
    .group_by(_N.play)
)


def taken_from(work: Work, now: datetime) -> dict[str, Any]:
    """What only the database tells."""
    return {
        "steps_on_time": _on_time(work, now, "fix"),
        "given_up": work.all(_GIVEN_UP)[0][0],
        "nobodys": work.all(_NOBODYS)[0][0],
        "plays": {row.play: (row.asked, row.done) for row in work.all(_PLAYS)},
    }


def _on_time(work: Work, now: datetime, play: str) -> float | None:
    rows = list(work.all(_STEPS, play=play, now=now))
    met = sum(bool(row.ended_touch_id and row.ended_at <= row.late_at) for row in rows)
    return met / len(rows) if rows else None

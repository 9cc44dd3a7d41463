"""What waits for somebody, put in the one order by which it is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from care import scenes
from care.heed import allow
from care.registry import registry
from domain import attention
from domain.attention import Rank
from domain.customers import Customer
from domain.messages import Message
from domain.nudges import Nudge
from domain.precedence import Need
from domain.teammates import Permission
from domain.wording import attention as wording
from store import customers, workload
from store.work import Work

MOST = 3000
"""Reminders that are put in order at once."""

EXPLAINED = 5


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A reminder with whom it waits for, and why it stands where it does."""

    nudge: Nudge
    customer: Customer
    whose: int | None
    need: Need
    rank: Rank


def queue(
    work: Work, now: datetime, until: datetime, teammate_ids: Collection[int]
) -> list[Ranked]:
    """All that was asked for by then and waits for one of them, the first in rank first."""
    return ranked(work, now, workload.of_teammates(work, until, teammate_ids, MOST))


def ranked(work: Work, now: datetime, found: Sequence[tuple[int | None, Nudge]]) -> list[Ranked]:
    there = customers.by_ids(work, {nudge.customer_id for _, nudge in found})
    plays = registry(work).plays
    every = [
        Ranked(
            nudge=nudge,
            customer=customer,
            whose=whose,
            need=(need := plays.need(nudge)),
            rank=attention.rank(nudge, need, customer, now),
        )
        for whose, nudge in found
        if (customer := there.get(nudge.customer_id))
    ]
    return sorted(every, key=lambda it: (-it.rank.value, it.nudge.late_at, it.nudge.id))


def why(work: Work, now: datetime) -> Message:
    """Why what comes first for me does."""
    person = allow(work, Permission.SEE)
    return explained(work, now, queue(work, now, now, [person.id])[:EXPLAINED])


def explained(work: Work, now: datetime, first: Sequence[Ranked]) -> Message:
    return wording.why(
        [
            (
                scenes.mine(work, now, each.customer).saying(each.nudge),
                each.need,
                each.customer.rung.value,
                each.rank,
            )
            for each in first
        ]
    )

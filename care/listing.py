"""Reminders as the rows of a list."""

from collections.abc import Sequence
from datetime import datetime

from care import people
from care.registry import registry
from domain.customers import Customer
from domain.messages import Line
from domain.nudges import Nudge
from domain.plays import Scene
from domain.teammates import Teammate
from domain.wording import lists
from store import customers
from store.work import Work


def reminders(
    work: Work, now: datetime, reader: Teammate, wanted: Sequence[tuple[int | None, Nudge]]
) -> list[tuple[Customer, Line]]:
    """Each with whom it waits for."""
    there = customers.by_ids(work, [nudge.customer_id for _, nudge in wanted])
    named = people.named(work, (owner for owner, _ in wanted))
    return [
        lists.asked(
            nudge,
            Scene(
                now=now,
                zone=reader.clock,
                customer=there[nudge.customer_id],
                plays=registry(work).plays,
            ),
            named.get(owner or 0),
        )
        for owner, nudge in wanted
    ]

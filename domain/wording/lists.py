"""Short lists of customers, and of what is behind a number."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.customers import Customer
from domain.messages import Button, Count, Fact, Line, Message, Named, Person, line
from domain.nudges import Nudge
from domain.plays import PLAYS
from domain.plays.play import Scene

LISTED = 10
"""Rows a list shows before it says how many more there are."""


def listed(
    headline: Line,
    rows: Sequence[tuple[Customer, Line]],
    total: int | None = None,
    noun: str = "customer",
) -> Message:
    """Rows, each with a way to its customer's card.

    `total` is how many there are, where not all of them are given; `noun` is what one of them is.
    """
    shown = tuple(
        Fact(
            line=told,
            actions=(Button(verb="customer.card", ref=str(customer.id), label="Open"),),
        )
        for customer, told in rows[:LISTED]
    )
    rest = (len(rows) if total is None else total) - len(shown)
    more = (line("and ", Count(rest, f"more {noun}"), "."),) if rest > 0 else ()
    return Message(id="customers", headline=headline, facts=shown, notes=more)


def about(customer: Customer, known: Line) -> tuple[Customer, Line]:
    """A row that begins with the customer's name."""
    return customer, line(Named(customer.name), " · ", *known)


def left_by(owner: Person | None) -> Line:
    """Whose they were, at the beginning of what is told of a customer without an owner."""
    return line(Named(owner.name), " left the team · ") if owner else ()


def asked(nudge: Nudge, scene: Scene, whose: Person | None) -> tuple[Customer, Line]:
    """A row of what is asked for, of whom, and how late that is."""
    headline = PLAYS[nudge.play].say(nudge, scene).headline
    late = (" · ", *_late(nudge.late_at, scene.now)) if nudge.is_late(scene.now) else ()
    return scene.customer, line(*headline, " · ", whose or "nobody's customer", *late)


def _late(since: datetime, now: datetime) -> Line:
    late = now - since
    hours = late // timedelta(hours=1)
    if hours < 1:
        return line("just late")
    return line(Count(late.days, "day") if late.days else Count(hours, "hour"), " late")

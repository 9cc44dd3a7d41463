"""Short lists of customers, and of what is behind a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.customers import Customer
from domain.messages import Button, Count, Item, Line, Message, Named, Person, line
from domain.nudges import Nudge
from domain.plays import Scene

LISTED = 10
"""Rows on a page."""

LAST_PAGE = 10_000


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some of a list: `ref` says of which one, and `number` counts from 0."""

    ref: str
    number: int = 0
    action_id: str = "digest.turn"

    @property
    def most(self) -> int:
        """Rows that have to be known to show it."""
        return (self.number + 1) * LISTED

    @property
    def first(self) -> int:
        return self.number * LISTED

    def within(self, total: int) -> "Page":
        """The last one, where the list has become shorter than that."""
        last = max(0, total - 1) // LISTED
        return replace(self, number=min(self.number, last))

    def turns(self, total: int) -> Iterable[Button]:
        if self.number:
            yield self._turn("Back", self.number - 1)
        if self.most < total:
            yield self._turn("More", self.number + 1)

    def _turn(self, label: str, number: int) -> Button:
        return Button(action_id=self.action_id, ref=f"{self.ref}:{number}", label=label)


def listed(
    headline: Line,
    rows: Sequence[tuple[Customer, Line]],
    page: Page,
    total: int | None = None,
    noun: str = "customer",
) -> Message:
    """Rows, each with a way to its customer's card; `rows` are all up to the end of the page.

    `total` is how many there are, where not all of them are given; `noun` is what one of them is.
    """
    every = [
        Item(
            line=told,
            actions=(Button(action_id="customer.card", ref=str(customer.id), label="Open"),),
        )
        for customer, told in rows
    ]
    return paged(headline, every, page, len(rows) if total is None else total, noun)


def paged(headline: Line, every: Sequence[Item], page: Page, total: int, noun: str) -> Message:
    """The same of rows of any kind."""
    page = page.within(total)
    shown = tuple(every[page.first : page.most])
    where = line(f"{page.first + 1} to {page.first + len(shown)} of ", Count(total, noun))
    return Message(
        id="customers",
        headline=headline,
        items=shown,
        notes=(where,) if len(shown) < total else (),
        actions=tuple(page.turns(total)),
    )


def about(customer: Customer, known: Line) -> tuple[Customer, Line]:
    """A row that begins with the customer's name."""
    return customer, line(Named(customer.name), " · ", *known)


def left_by(owner: Person | None) -> Line:
    """Whose they were, at the beginning of what is told of a customer without an owner."""
    return line(Named(owner.name), " left the team · ") if owner else ()


def asked(nudge: Nudge, scene: Scene, whose: Person | None) -> tuple[Customer, Line]:
    """A row of what is asked for, of whom, and how late that is."""
    headline = scene.saying(nudge).alone
    late = (" · ", *_late(nudge.late_from, scene.now)) if nudge.is_late(scene.now) else ()
    return scene.customer, line(*headline, " · ", whose or "nobody's customer", *late)


def _late(since: datetime, now: datetime) -> Line:
    late = now - since
    hours = late // timedelta(hours=1)
    if hours < 1:
        return line("just late")
    return line(Count(late.days, "day") if late.days else Count(hours, "hour"), " late")

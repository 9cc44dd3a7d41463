"""What planning, card and log look at: loaded at once, for one customer or for many."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from care import calendars, finding
from care.feature import Loader
from care.registry import registry
from domain.calendar import Calendar
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.nudges import Nudge
from domain.settings import Chosen
from domain.teammates import Teammate
from domain.touches import Touch, recent
from store import customers, installations, nudges, settings, teammates, touches
from store.parts import Told
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """The facts, whoever owns the customer (also one who has left), and the reminders: those that
    wait, and the keys of the latest that are over. A customer who `is_gone` has nothing planned.
    """

    facts: Facts
    owner: Teammate | None
    waiting: tuple[Nudge, ...]
    over: frozenset[str]
    is_gone: bool
    presence: Calendar
    """The owner's working time while they are there."""

    @property
    def customer(self) -> Customer:
        return self.facts.customer

    def may_know(self, key: str) -> bool:
        """Whether a reminder of that key may be over already."""
        return key in self.over or len(self.over) == nudges.OVER_KEPT

    def with_touch(self, touch: Touch) -> "Loaded":
        """After it has been kept."""
        facts = replace(self.facts, touches=recent((*self.facts.touches, touch)))
        return replace(self, facts=facts)


def load(work: Work, customer_ids: Sequence[int]) -> dict[int, Loaded]:
    """In one statement, besides whatever a feature asks by itself."""
    return {id_: make() for id_, make in load_each(work, customer_ids).items()}


def load_each(work: Work, customer_ids: Sequence[int]) -> dict[int, Callable[[], Loaded]]:
    """The same, and each is made of what was read when it is asked for: one may be broken."""
    told = registry(work).parts.of(work, customer_ids)
    loads = registry(work).loads
    more = {each.kind: each.load(work, customer_ids) for each in loads if each.load}
    return {id_: partial(_loaded, work, it, more) for id_, it in told.items()}


def need(work: Work, customer_id: int) -> Loaded:
    """Raises Gone."""
    return _there(load(work, (customer_id,)).get(customer_id))


def lately(work: Work, customer_id: int) -> Loaded | None:
    """As it is while the hooks of an action follow: loaded anew where one has changed something."""
    known = _known(work, customer_id) or load(work, (customer_id,)).get(customer_id)
    work.lately = (len(work.changes), known) if known else None
    return known


def told(work: Work, customer_id: int) -> Customer:
    """Of whom a receipt tells, as planning has seen them just now. Raises Gone."""
    known = _known(work, customer_id)
    return known.customer if known else finding.need(work, customer_id)


def _known(work: Work, customer_id: int) -> Loaded | None:
    changes, known = work.lately or (0, None)
    is_so = isinstance(known, Loaded) and known.customer.id == customer_id
    return cast("Loaded", known) if is_so and changes == len(work.changes) else None


def hold(work: Work, customer_ids: Iterable[int]) -> dict[int, Loaded]:
    """As they are now, and nobody else changes them until the commit."""
    return {id_: make() for id_, make in hold_each(work, customer_ids).items()}


def hold_each(work: Work, customer_ids: Iterable[int]) -> dict[int, Callable[[], Loaded]]:
    ids = sorted(set(customer_ids))
    customers.lock_all(work, ids)
    return load_each(work, ids)


def hold_one(work: Work, customer_id: int) -> Loaded:
    """Raises Gone."""
    return _there(hold(work, (customer_id,)).get(customer_id))


def _there(found: Loaded | None) -> Loaded:
    if found is None or found.is_gone:
        raise Gone
    return found


def _loaded(work: Work, told: Told, more: dict[type, Any]) -> Loaded:
    customer = customers.from_row(told.row)
    owner = told.of(teammates.OWNER)
    if work.chosen is None:
        work.chosen = Chosen(told.of(settings.VALUES))
    rows = {each.kind: _rows(each, told, more, customer.id) for each in registry(work).loads}
    endings = told.of(nudges.DISMISSALS)
    facts = Facts(
        customer=customer,
        calendar=calendars.of_owner(work, owner, told.of(installations.ZONE)),
        chosen=work.chosen,
        contacts=told.of(customers.PEOPLE),
        touches=recent((*told.of(touches.LAST_THANKS), *told.of(touches.RECENTLY))),
        dismissals=tuple(each for each in endings if not each.is_given_up),
        given_up=tuple(each for each in endings if each.is_given_up),
        rows=rows,
    )
    return Loaded(
        facts=facts,
        owner=owner,
        waiting=told.of(nudges.WAITING_NOW),
        over=told.of(nudges.OVER),
        is_gone=told.row.gone,
        presence=calendars.presence_of_owner(work, owner, told.of(installations.ZONE)),
    )


def _rows(
    loader: Loader[Any], told: Told, more: dict[type, Any], customer_id: int
) -> tuple[Any, ...]:
    if loader.part:
        return told.of(loader.part)
    found: tuple[Any, ...] = more[loader.kind].get(customer_id, ())
    return found

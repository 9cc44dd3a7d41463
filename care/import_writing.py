"""Many customers at once: added in bulk with their first reminders spread out, or merged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from care import calendars, hooks, import_easing, numbers, planning, post_refresh
from care.import_groups import Group
from care.registry import registry
from domain import coverage, customer_fields
from domain.calendar import Calendar
from domain.customer_fields import VALUES
from domain.customers import Customer
from domain.facts import Facts
from domain.nudges import Status
from domain.plays import Plays
from domain.settings import Chosen
from domain.subjects import columns
from domain.touches import IMPORTED, Direction, Kind, Touch
from store import actions, bulk_inserts, customers, installations, tables, touches
from store.bulk_inserts import Rows
from store.work import Change, Work, added

ACTION = "import"


class Trail:
    """What each customer's action is to say, so that many are written at once. `why` is the same
    for all of an import, and no other's.
    """

    def __init__(self, why: str) -> None:
        self._why = why
        self._changes: dict[int, list[Change]] = defaultdict(list)

    def note(
        self, table: type[tables.Base], whose: Iterable[int], ids: Iterable[int], rows: Rows
    ) -> None:
        """Rows that were added."""
        for customer_id, id_, row in zip(whose, ids, rows, strict=True):
            self._changes[customer_id].append(added(table, id_, row))

    def take(self, work: Work, customer_id: int) -> None:
        """Whatever has been changed since the last action."""
        self._changes[customer_id] += actions.taken(work)

    def write(self, work: Work, now: datetime) -> None:
        for customer_id in self._changes:
            self._follow(work, now, customer_id)
        actions.write_all(work, ACTION, now, self._changes, self._why)
        self._changes.clear()

    def _follow(self, work: Work, now: datetime, customer_id: int) -> None:
        """What a hook has changed is part of it, and planned for."""
        hooks.follow(work, now, customer_id, self._changes[customer_id])
        if work.changes:
            planning.replan(work, now, customer_id)
            self.take(work, customer_id)


def add_all(
    work: Work, now: datetime, groups: Sequence[Group], spread: import_easing.Spread, trail: Trail
) -> None:
    """Customers, contacts, names, touches, first reminders and the trail, a table at a time."""
    chosen = numbers.chosen(work)
    zone = installations.zone(work)
    theirs = [calendars.of_owner(work, group.owner, zone) for group in groups]
    facts = [
        _facts(now, group, spread.next(group.owner, calendar), calendar, chosen)
        for group, calendar in zip(groups, theirs, strict=True)
    ]
    plays = registry(work).plays
    facts = [plays.standing(each) for each in facts]
    rows = [_customer_row(now, group, fact) for group, fact in zip(groups, facts, strict=True)]
    ids = bulk_inserts.insert_all(work, tables.Customer, rows)
    trail.note(tables.Customer, ids, ids, rows)
    facts = [
        replace(fact, customer=replace(fact.customer, id=id_))
        for fact, id_ in zip(facts, ids, strict=True)
    ]
    facts = _with_contacts(work, facts, trail)
    facts = _with_touches(work, now, facts, trail)
    bulk_inserts.insert_all(work, tables.KnownName, [row for fact in facts for row in _names(fact)])
    bulk_inserts.insert_all(
        work, tables.Nudge, [row for each in facts for row in _nudges(plays, each)]
    )
    trail.write(work, now)


def merge(work: Work, now: datetime, customer_id: int, group: Group, trail: Trail) -> None:
    """What the table knows better; twice the same table changes nothing the second time."""
    customer = customers.lock(work, customer_id)
    if customer is None:
        return
    if group.owner:
        customers.change(work, customer_id, owner_id=group.owner.id)
    if group.aliases:
        customers.change(work, customer_id, aliases=[*customer.aliases, *group.aliases])
    for each in VALUES:
        value = group.values.get(each.name)
        if value is not None and value != each.of(customer):
            customers.change(work, customer_id, **each.kept(value, now))
    _merge_contacts(work, customer_id, group)
    if group.last_contact and group.last_contact > (customer.reached_at or EVER):
        touches.add(work, _touch(group.last_contact, customer_id), now)
    planning.reckon_anew(work, now, customer_id)
    post_refresh.follow(work, now, customer_id)
    trail.take(work, customer_id)


def _merge_contacts(work: Work, customer_id: int, group: Group) -> None:
    for contact in group.contacts:
        customers.meet(work, customer_id, contact)
    customers.learn_names(work, customer_id)


EVER = datetime.min.replace(tzinfo=ZoneInfo("UTC"))


def _facts(
    now: datetime, group: Group, eased_until: datetime, calendar: Calendar, chosen: Chosen
) -> Facts:
    """What never happened counts from the day when this customer's first reminder may come."""
    customer = Customer(
        id=0,
        name=group.name,
        aliases=group.aliases,
        rung_since=import_easing.begun(now, eased_until, group, chosen),
        eased_until=eased_until,
        created_at=now,
        owner_id=group.owner.id if group.owner else None,
        **customer_fields.fresh(group.values),
    )
    heard = (_touch(group.last_contact, 0),) if group.last_contact else ()
    return Facts(
        customer=customer,
        calendar=calendar,
        chosen=chosen,
        contacts=group.contacts,
        touches=heard,
    )


def _touch(at: datetime, customer_id: int) -> Touch:
    """How it was made is not known, only that somebody of us spoke with them."""
    return Touch(
        id=0,
        customer_id=customer_id,
        at=at,
        kind=Kind.CALL,
        direction=Direction.OURS,
        words=IMPORTED,
    )


def _customer_row(now: datetime, group: Group, facts: Facts) -> dict[str, object]:
    customer = facts.customer
    return {
        "name": customer.name,
        "name_key": group.key,
        "aliases": list(customer.aliases),
        **{each.name: each.of(customer) for each in VALUES},
        "rung_since": customer.rung_since,
        "eased_until": customer.eased_until,
        "owner_id": customer.owner_id,
        **asdict(coverage.care(facts)),
        "created_at": now,
        "gone": False,
    }


def _with_contacts(work: Work, facts: Sequence[Facts], trail: Trail) -> list[Facts]:
    rows = [
        {
            "customer_id": fact.customer.id,
            "name": contact.name,
            "mail": contact.mail,
            "phone": contact.phone,
            "role": contact.role,
            "gone": False,
        }
        for fact in facts
        for contact in fact.contacts
    ]
    ids = bulk_inserts.insert_all(work, tables.Contact, rows)
    whose = [fact.customer.id for fact in facts for _ in fact.contacts]
    trail.note(tables.Contact, whose, ids, rows)
    fresh = iter(ids)
    return [
        replace(fact, contacts=tuple(replace(each, id=next(fresh)) for each in fact.contacts))
        for fact in facts
    ]


def _with_touches(work: Work, now: datetime, facts: Sequence[Facts], trail: Trail) -> list[Facts]:
    rows = [
        touches.row(replace(touch, customer_id=fact.customer.id), now)
        for fact in facts
        for touch in fact.touches
    ]
    ids = bulk_inserts.insert_all(work, tables.Touch, rows)
    whose = [fact.customer.id for fact in facts for _ in fact.touches]
    trail.note(tables.Touch, whose, ids, rows)
    fresh = iter(ids)
    return [
        replace(fact, touches=tuple(replace(each, id=next(fresh)) for each in fact.touches))
        for fact in facts
    ]


def _names(facts: Facts) -> list[dict[str, object]]:
    people = [contact.name for contact in facts.contacts if contact.name]
    known = customers.keys_of(facts.customer.name, facts.customer.aliases, people)
    return [
        {"customer_id": facts.customer.id, "key": key, "is_full": is_full}
        for key, is_full in known.items()
    ]


def _nudges(plays: Plays, facts: Facts) -> list[dict[str, object]]:
    return [
        {
            "customer_id": facts.customer.id,
            **columns(call.subject),
            "urgency": call.urgency,
            "play": call.play,
            "key": key,
            "about": dict(call.about),
            "ask_at": call.ask_at,
            "late_at": call.late_at,
            "due_at": call.ask_at,
            "status": Status.PLANNED,
            "reason": "",
        }
        for key, call in plays.plan(facts).items()
    ]

"""Customers: added, shown, changed."""

from datetime import datetime

from care import finding, people, planning, trail
from care.finding import Unclear
from care.heed import allow
from domain import coverage, newcomers, unknown
from domain.customers import Customer, Rung
from domain.errors import Gone, NameTaken, NoSuchCustomer, NotUnderstood
from domain.forms import NEW, number
from domain.messages import Line, Message, Named, line
from domain.newcomers import Newcomer
from domain.teammates import Teammate, Verb
from domain.wording import cards, receipts
from store import complaints, customers, nudges, teammates, touches
from store.work import Work


def create(work: Work, now: datetime, newcomer: Newcomer) -> Message:
    """Owned by whoever typed it; likely duplicates are named, and Undo offered."""
    person = allow(work, Verb.EDIT)
    return added(work, now, add(work, now, newcomer, owner_id=person.id))


def added(work: Work, now: datetime, customer_id: int) -> Message:
    """The rows are there: plans, and writes the trail."""
    closed = trail.close(work, now, "new", customer_id)
    same = finding.likely_same(work, finding.need(work, customer_id).name, customer_id)
    names = tuple(each.name for each in same)
    return _card(work, now, customer_id, names, closed.action_id)


def add(work: Work, now: datetime, newcomer: Newcomer, owner_id: int | None) -> int:
    """The rows alone, without planning or trail; raises NameTaken, NotUnderstood."""
    if not newcomer.name.strip():
        raise NotUnderstood("A customer needs a name.")
    if taken := customers.named(work, newcomer.name):
        raise NameTaken(taken.name)
    customer_id = customers.add(
        work,
        name=newcomer.name,
        aliases=[],
        rung=newcomer.rung,
        rung_since=now,
        eased_until=now,
        owner_id=owner_id,
        zone=newcomer.zone,
        created_at=now,
    )
    if newcomer.contact != newcomers.NOBODY:
        customers.add_contact(work, customer_id, newcomer.contact)
    customers.learn_names(work, customer_id)
    return customer_id


def show(work: Work, now: datetime, name: str) -> Message:
    """The card of the customer called so."""
    allow(work, Verb.SEE)
    found = finding.find(work, name)
    if isinstance(found, Unclear):
        return finding.ask_which(work, now, "customer", name, found)
    return card(work, now, found.customer.id)


def card(work: Work, now: datetime, customer_id: int) -> Message:
    allow(work, Verb.SEE)
    return _card(work, now, customer_id)


def _card(
    work: Work,
    now: datetime,
    customer_id: int,
    likely_same: tuple[str, ...] = (),
    undoes: int | None = None,
) -> Message:
    customer = finding.need(work, customer_id)
    facts = planning.facts_of(work, customer)
    recent = touches.latest(work, customer_id)
    named = {customer.owner_id, *(touch.by_id for touch in recent)}
    return cards.Card(
        customer=customer,
        now=now,
        zone=work.person.clock,
        people=people.named(work, named),
        contacts=facts.contacts,
        touches=recent,
        complaints=complaints.open_of(work, customer_id),
        waiting=tuple(nudges.waiting_of(work, customer_id)),
        is_parked=coverage.is_parked(facts),
        likely_same=likely_same,
        undoes=undoes,
    ).say()


def chosen(work: Work, now: datetime, choice: str) -> Message:
    """The card of whoever was found by searching, or a new customer of that name."""
    if choice.startswith(NEW):
        return create(work, now, Newcomer(name=choice.removeprefix(NEW)))
    customer_id = number(choice)
    if customer_id is None:
        raise Gone
    return card(work, now, customer_id)


def edit(work: Work, now: datetime, line_: str) -> Message:
    """`Acme owner @ana`: a customer, a field, its new value."""
    allow(work, Verb.EDIT)
    found = finding.find(work, line_)
    if isinstance(found, Unclear) and not found.candidates:
        raise NoSuchCustomer(unknown.called(line_, now)[0])
    if isinstance(found, Unclear):
        return finding.ask_which(work, now, "edit", line_, found)
    return edit_field(work, now, found.customer, found.words)


def edit_field(work: Work, now: datetime, customer: Customer, words: str) -> Message:
    field, _, value = words.strip().partition(" ")
    change = _change(work, now, customer, field, value)
    after = receipts.changes(change.outcome, customer, now, work.person.clock)
    told = _changed(work, customer, field, value)
    return receipts.told(told, tuple(after), receipts.undo(change.action_id))


def edit_by_hand(work: Work, now: datetime, name: str, field: str, value: str) -> Message:
    """From the command line, where nobody in particular asks; raises NoSuchCustomer."""
    customer = customers.named(work, name)
    if customer is None:
        raise NoSuchCustomer(name)
    _change(work, now, customer, field, value)
    return receipts.told(_changed(work, customer, field, value))


def _change(work: Work, now: datetime, customer: Customer, field: str, value: str) -> trail.Closed:
    change = FIELDS.get(field.casefold())
    if change is None or not value.strip():
        known = ", ".join(sorted(set(FIELDS)))
        raise NotUnderstood(
            f"Say which field of {customer.name} is to change, and to what: {known}."
        )
    customers.lock(work, customer.id)
    change(work, now, customer, value.strip())
    customers.learn_names(work, customer.id)
    return trail.close(work, now, "edit", customer.id)


def set_field(work: Work, now: datetime, customer: Customer, field: str, value: str) -> None:
    """The fact alone, without planning or trail; raises NotUnderstood, NameTaken."""
    FIELDS[field](work, now, customer, value)


def _changed(work: Work, customer: Customer, field: str, value: str) -> Line:
    shown = finding.need(work, customer.id).name
    return line("✏️ ", Named(shown), f": {field.casefold()} is now ", Named(value.strip()))


def _name(work: Work, now: datetime, customer: Customer, value: str) -> None:
    del now
    taken = customers.named(work, value)
    if taken and taken.id != customer.id:
        raise NameTaken(taken.name)
    customers.change(work, customer.id, name=value)


def _alias(work: Work, now: datetime, customer: Customer, value: str) -> None:
    """Adds some, parted by commas; one that it has already is left alone."""
    del now
    added = aliases_in(work, customer, value)
    known = [alias for alias in customer.aliases if alias not in added]
    customers.change(work, customer.id, aliases=[*known, *added])


def aliases_in(work: Work, customer: Customer, value: str) -> list[str]:
    """Each once; raises NameTaken, NotUnderstood where a new one is somebody's name already."""
    aliases = list(dict.fromkeys(filter(None, map(str.strip, value.split(",")))))
    for alias in [each for each in aliases if each not in customer.aliases]:
        taken = customers.named(work, alias)
        if taken and taken.id == customer.id:
            raise NotUnderstood(f"{taken.name} is its own name, so {alias} finds it already.")
        if taken:
            raise NameTaken(taken.name)
    return aliases


def _no_alias(work: Work, now: datetime, customer: Customer, value: str) -> None:
    del now
    aliases = [alias for alias in customer.aliases if alias.casefold() != value.casefold()]
    if len(aliases) == len(customer.aliases):
        raise NotUnderstood(f"{customer.name} isn't known as {value}.")
    customers.change(work, customer.id, aliases=aliases)


def _owner(work: Work, now: datetime, customer: Customer, value: str) -> None:
    del now
    customers.change(work, customer.id, owner_id=owner_called(work, value).id)


def owner_called(work: Work, who: str) -> Teammate:
    """Raises NotUnderstood where nobody, or more than one, goes by that."""
    found = [mate for mate in teammates.called(work, who) if mate.is_active and not mate.is_guest]
    if len(found) != 1:
        many = "More than one teammate goes" if found else "No teammate goes"
        raise NotUnderstood(f"{many} by {who}: give their mail address, or @name.")
    return found[0]


def _rung(work: Work, now: datetime, customer: Customer, value: str) -> None:
    rung = newcomers.rung_called(value)
    if rung is None:
        known = ", ".join(Rung)
        raise NotUnderstood(f"{value} is no rung of the ladder: {known}.")
    if rung is not customer.rung:
        customers.change(work, customer.id, rung=rung, rung_since=now)


def _zone(work: Work, now: datetime, customer: Customer, value: str) -> None:
    del now
    zone = newcomers.zone_called(value)
    if zone is None:
        raise NotUnderstood(f"{value} is no time zone: write one like Europe/London.")
    customers.change(work, customer.id, zone=zone)


def _contact(work: Work, now: datetime, customer: Customer, value: str) -> None:
    """Adds a person, or renews one who is known."""
    del now
    customers.meet(work, customer.id, newcomers.read_contact(value))


FIELDS = {
    "name": _name,
    "alias": _alias,
    "aliases": _alias,
    "unalias": _no_alias,
    "owner": _owner,
    "rung": _rung,
    "zone": _zone,
    "contact": _contact,
}

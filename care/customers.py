"""Customers: added, shown, changed."""

from dataclasses import replace
from datetime import datetime, timedelta

from care import actions, field_edits, finding, loading, naming, people, scenes
from care.feature import Said
from care.heed import allow
from care.registry import registry
from domain import coverage, customer_fields, newcomers, shares
from domain.coverage import CareNumbers
from domain.customers import Customer
from domain.errors import Gone, NoSuchCustomer, NotUnderstood, Over
from domain.facts import Facts
from domain.forms import NEW, number
from domain.messages import Line, Message, Named, line
from domain.newcomers import Newcomer
from domain.teammates import Permission
from domain.touches import RECENT
from domain.wording import cards, receipts
from domain.wording import coverage as wording
from store import customers
from store.work import Work


def new(work: Work, now: datetime, words: str) -> Message:
    """As it was typed: a name, and whatever else is known of them."""
    return create(work, now, newcomers.read(words))


def create(work: Work, now: datetime, newcomer: Newcomer) -> Message:
    """Owned by whoever typed it; likely duplicates are named, and Undo offered."""
    person = allow(work, Permission.EDIT)
    customer_id = add(work, now, newcomer, owner_id=person.id)
    return added(work, now, customer_id, newcomer.troubles)


def added(work: Work, now: datetime, customer_id: int, left_out: tuple[str, ...] = ()) -> Message:
    """The rows are there: plans, and writes the trail."""
    closed = actions.record(work, now, "new", customer_id)
    same = finding.likely_same(work, finding.need(work, customer_id).name, customer_id)
    told = _card(work, now, customer_id, tuple(each.name for each in same), closed.action_id)
    return replace(told, items=(*told.items, *cards.left_out(left_out)))


def add(work: Work, now: datetime, newcomer: Newcomer, owner_id: int | None) -> int:
    """The rows alone, without planning or trail; raises NameTaken, AliasTaken, NotUnderstood."""
    if not newcomer.name.strip():
        raise NotUnderstood("A customer needs a name.")
    naming.claim(work, newcomer.name)
    customer_id = customers.add(
        work,
        name=newcomer.name,
        aliases=[],
        rung_since=now,
        eased_until=now,
        owner_id=owner_id,
        created_at=now,
        **customer_fields.fresh(newcomer.values),
    )
    if newcomer.contact != newcomers.NOBODY:
        customers.add_contact(work, customer_id, newcomer.contact)
    customers.learn_names(work, customer_id)
    return customer_id


def show(work: Work, now: datetime, customer: Customer, _: Said) -> Message:
    return _card(work, now, customer.id)


def card(work: Work, now: datetime, customer_id: int) -> Message:
    allow(work, Permission.SEE)
    return _card(work, now, customer_id)


def _card(
    work: Work,
    now: datetime,
    customer_id: int,
    likely_same: tuple[str, ...] = (),
    undoes: int | None = None,
) -> Message:
    loaded = loading.need(work, customer_id)
    facts, recent = loaded.facts, loaded.facts.touches[-RECENT:]
    return cards.Card(
        scene=scenes.mine(work, now, loaded.customer),
        whose=people.whose_of(loaded.owner),
        people=people.named(work, (touch.by_id for touch in recent)),
        contacts=facts.contacts,
        touches=recent,
        more=tuple(
            fact
            for feature in registry(work).features
            if feature.card
            for fact in feature.card(work, now, facts)
        ),
        waiting=loaded.waiting,
        is_parked=coverage.is_parked(facts),
        begun=_begun(facts, now),
        chosen=facts.chosen,
        likely_same=likely_same,
        undoes=undoes,
    ).say()


def _begun(facts: Facts, now: datetime) -> Line:
    """Nothing, where they never had to begin."""
    care = facts.number(CareNumbers)
    told = shares.begun(facts.touches, now - timedelta(days=care.chase_days))
    return wording.begun(told, care) if told.theirs else ()


def chosen(work: Work, now: datetime, choice: str) -> Message:
    """The card of whoever was found by searching, or a new customer of that name."""
    if choice.startswith(NEW):
        return create(work, now, Newcomer(name=choice.removeprefix(NEW)))
    customer_id = number(choice)
    if customer_id is None:
        raise Gone
    return card(work, now, customer_id)


def edit(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """`Acme owner @ana`: a customer, a field, its new value."""
    field, _, value = said.words.strip().partition(" ")
    headline, closed = _edit(work, now, customer, field, value)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return receipts.told(headline, tuple(after), receipts.undo(closed.action_id))


def edit_by_hand(work: Work, now: datetime, name: str, field: str, value: str) -> Message:
    """From the command line, where nobody in particular asks; raises NoSuchCustomer."""
    customer = customers.named(work, name)
    if customer is None:
        raise NoSuchCustomer(name)
    headline, _ = _edit(work, now, customer, field, value)
    return receipts.told(headline)


def _edit(
    work: Work, now: datetime, customer: Customer, field: str, value: str
) -> tuple[Line, actions.Recorded]:
    customer = finding.hold(work, customer.id)
    told = field_edits.change(work, now, customer, field, value)
    if not work.changes:
        raise Over(f"{customer.name} has it so already.")
    customers.learn_names(work, customer.id)
    closed = actions.record(work, now, "edit", customer.id)
    shown = finding.need(work, customer.id).name
    return line("✏️ ", Named(shown), ": ", *told), closed

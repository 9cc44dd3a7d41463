"""Commands typed in the thread of a post: they are about its customer, unless they name another."""

from datetime import datetime
from typing import NamedTuple

from care import commands, drafts, finding
from care.feature import Said, Telling
from care.finding import Found
from care.heed import allow
from domain import names
from domain.customers import Customer
from domain.forms import number
from domain.messages import Message, Sayable
from domain.teammates import Permission
from domain.wording import help as wording
from store import customers, name_keys, posts
from store.work import Work


class Thread(NamedTuple):
    """By where it is and the message at its head."""

    place: str
    head: str


def run(work: Work, now: datetime, name: str, line: str, place: str, head: str) -> Sayable:
    """Raises whatever the command raises, and NoSuchCustomer."""
    command = commands.named(work, name)
    customer = _customer(work, place, head)
    if not line and (customer is None or command.telling is Telling.REQUIRED):
        return wording.incomplete(command.usage, _begun(customer))
    if customer is None or _names_somebody(work, line, customer):
        return commands.run(work, now, name, line)
    allow(work, command.needs)
    if command.needs is not Permission.SEE:
        customer = finding.hold(work, customer.id)
    return commands.carry_out(work, now, command, customer, Said(words=line, at=now))


def ask(work: Work, now: datetime, line: str, place: str, head: str) -> Message:
    """Whether what was said to Heed there, and is no command, was a contact with them."""
    allow(work, Permission.LOG)
    customer = _customer(work, place, head)
    if customer is None:
        return wording.not_understood(line)
    return drafts.ask_whether(work, now, line, customer)


def _customer(work: Work, place: str, head: str) -> Customer | None:
    post = posts.by_message(work, place, head)
    return customers.by_id(work, post.customer_id) if post and post.customer_id else None


def _names_somebody(work: Work, line: str, customer: Customer) -> bool:
    """Whether it names them first, or others in it and not them."""
    if isinstance(finding.find(work, line, anywhere=False), Found):
        return True
    inside = names.within(line)
    known = name_keys.found(work, inside) if inside else {}
    ids = {each for found in known.values() for each in found}
    return bool(ids) and customer.id not in ids


def _begun(customer: Customer | None) -> str:
    """What a form begins with; a reference can't hold every name."""
    name = customer.name if customer else ""
    return "" if ":" in name or number(name) is not None else name

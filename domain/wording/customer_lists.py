"""Lists of customers as they are told: whose they are, and what to do where nobody is on one."""

from datetime import datetime

from domain import phrases
from domain.customer_lists import Standing, Wanted
from domain.customers import Customer
from domain.messages import Command, Line, Message, Named, Person, items, line
from domain.teammates import Teammate
from domain.wording import lists
from domain.wording.lists import Page

ACTION = "list.turn"


def page(whose_id: int, wanted: Wanted, number: int) -> Page:
    ref = f"{whose_id}:{wanted.rung or 'any'}:{wanted.standing}"
    return Page(ref=ref, number=min(number, lists.LAST_PAGE), action_id=ACTION)


def headline(wanted: Wanted, whose: Teammate | None, reader: Teammate) -> Line:
    """Say "Your prospects, quiet for too long"."""
    what = f"{wanted.rung}s" if wanted.rung else "customers"
    told = {
        Standing.EVERY: "",
        Standing.QUIET: ", waiting too long to hear from us",
        Standing.NOBODYS: " without an owner",
    }[wanted.standing]
    if whose is None:
        return line(f"📇 {what.capitalize()}{told}")
    if whose.id == reader.id:
        return line(f"📇 Your {what}{told}")
    return line(f"📇 {what.capitalize()} of ", Named(whose.name), told)


def row(
    customer: Customer, owner: Person | None, now: datetime, reader: Teammate
) -> tuple[Customer, Line]:
    last = phrases.reached(customer, now, reader.clock)
    whose = line(owner or "nobody's")
    return lists.about(customer, line(f"{customer.rung} · ", *whose, " · ", *last))


def empty(wanted: Wanted, headline: Line) -> Message:
    """What can be done about it."""
    if wanted.standing is Standing.QUIET:
        told = line("Everybody here has heard from us in time. What comes next: ", Command("due"))
    elif wanted.standing is Standing.NOBODYS:
        told = line("Everybody has an owner. To look at all: ", Command("list all"))
    elif wanted.rung:
        move = Command(f"edit Acme rung {wanted.rung}")
        told = line("To put somebody there: ", move)
    else:
        take = Command("edit Acme owner me")
        told = line("To add one: ", Command("new Initech prospect"), "; to take one over: ", take)
    return Message(id="customers", headline=line(*headline, ": nobody yet"), items=items(told))

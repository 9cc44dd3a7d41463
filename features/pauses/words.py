"""What is said of whoever is left alone: on the card, and to whoever says so."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Item, Line, Named, Words, line

KEPT = line("What they begin, and what we promised, I bring all the same.")


def resume(customer: Customer) -> Button:
    return Button(action_id="pause.resume", ref=str(customer.id), label="Resume")


def paused(customer: Customer, until: datetime, now: datetime, zone: ZoneInfo) -> Line:
    day = phrases.standing_day(until, now, zone)
    return line("⏸️ ", Named(customer.name), " is paused. I begin again ", day, ".")


def not_contacted(customer: Customer) -> Line:
    return line("🔕 ", Named(customer.name), " is not contacted any more, until you resume them.")


def resumed(customer: Customer) -> Line:
    return line("▶️ ", Named(customer.name), ": reminders come again.")


def because(words: str) -> tuple[Line, ...]:
    return (line("Because: ", Words(phrases.shorten(words))),) if words else ()


def on_card(customer: Customer, now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    why = phrases.shorten(customer.silent_because, 120)
    about = (": ", Words(why)) if why else ()
    if customer.no_contact_since:
        since = phrases.day(customer.no_contact_since, now, zone)
        said = line("🔕 Asked not to be contacted ", since, *about)
    elif customer.paused_until:
        until = phrases.standing_day(customer.paused_until, now, zone)
        said = line("⏸️ Paused, I begin again ", until, *about)
    else:
        return
    yield Item(line=said, actions=(resume(customer),))

"""What else could help: of what we offer, what somebody who buys from us was never told about."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer

from domain import products
from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers

NAME = "what else"
TABLE = "offer_made"
BUY = frozenset({Rung.CUSTOMER, Rung.MEMBER})


def _read(typed: object) -> object:
    """“none” for no offer at all."""
    if not isinstance(typed, str):
        return typed
    return tuple(each for each in products.listed(typed) if each.casefold() != "none")


def _tell(offers: tuple[str, ...]) -> str:
    return products.told(offers) or "none"


class OfferNumbers(Numbers):
    group: ClassVar[str] = "what_else"

    offers: Annotated[tuple[str, ...], BeforeValidator(_read), PlainSerializer(_tell)] = Field(
        default=(),
        max_length=products.MOST,
        title="what we offer, with commas between",
        description="none is guessed: without them nobody is asked what else could help",
    )
    every_days: int = Field(
        default=182,
        ge=30,
        le=730,
        title="days of the calendar after which a customer or member is told what else could help",
        description="twice a year: more often would be selling",
    )
    late_after_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days after which that is late",
        description="nobody waits for it",
    )


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What they were told about."""

    id: int
    customer_id: int
    what: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Chance:
    """`anchor` is what it counts from."""

    what: str
    bought: tuple[str, ...]
    anchor: str
    due: datetime


def never_offered(facts: Facts) -> list[str]:
    """Of what we offer, what they have not bought and were never told about."""
    known = products.listed(facts.customer.bought or "")
    made = [each.what for each in facts.of(Offered)]
    return products.missing(facts.number(OfferNumbers).offers, [*known, *made])


def chance(facts: Facts) -> Chance | None:
    """What is next; None where nothing is known of what they bought, or nothing is left."""
    numbers, customer = facts.number(OfferNumbers), facts.customer
    bought, made, left = (
        products.listed(customer.bought or ""),
        facts.of(Offered),
        never_offered(facts),
    )
    if customer.rung not in BUY or not bought or not left:
        return None
    anchors = [(customer.rung_since, f"r{customer.rung_since:%Y%m%d}")]
    anchors += [(each.at, f"o{each.id}") for each in made]
    anchors += [(rest.at, f"n{rest.nudge_id}") for rest in facts.dismissals_of(NAME)]
    since, anchor = max(anchors)
    due = since + timedelta(days=numbers.every_days)
    return Chance(what=left[0], bought=tuple(bought), anchor=anchor, due=due)

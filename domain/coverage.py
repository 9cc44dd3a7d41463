"""Until when a customer is cared for: the last contact plus the rung's care interval."""

from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers

DAYS = "days of the calendar after which "
REACHED_BY_THEN = "most who buy again have done so by then"


class CareNumbers(Numbers):
    """The care interval of each rung; a suspect has none."""

    group: ClassVar[str] = "care"

    prospect_days: int = Field(
        default=14,
        ge=1,
        le=365,
        title=DAYS + "a prospect should hear from us again",
        description="two weeks: interest cools soon",
    )
    shopper_days: int = Field(
        default=30,
        ge=1,
        le=365,
        title=DAYS + "a shopper should hear from us again",
        description="a month after a first purchase",
    )
    customer_days: int = Field(
        default=60,
        ge=1,
        le=365,
        title=DAYS + "a customer should hear from us again",
        description=REACHED_BY_THEN,
    )
    member_days: int = Field(
        default=60,
        ge=1,
        le=365,
        title=DAYS + "a member should hear from us again",
        description=REACHED_BY_THEN,
    )
    advocate_days: int = Field(
        default=45,
        ge=1,
        le=365,
        title=DAYS + "an advocate should hear from us again",
        description="as often as they are thanked",
    )
    raving_fan_days: int = Field(
        default=30,
        ge=1,
        le=365,
        title=DAYS + "a raving fan should hear from us again",
        description="as often as they are thanked",
    )

    def interval(self, rung: Rung) -> timedelta | None:
        days = {
            Rung.PROSPECT: self.prospect_days,
            Rung.SHOPPER: self.shopper_days,
            Rung.CUSTOMER: self.customer_days,
            Rung.MEMBER: self.member_days,
            Rung.ADVOCATE: self.advocate_days,
            Rung.RAVING_FAN: self.raving_fan_days,
        }.get(rung)
        return timedelta(days=days) if days else None


def last_heard(facts: Facts) -> datetime | None:
    """When we and they last heard from each other."""
    return max((touch.at for touch in facts.touches if touch.is_heard), default=None)


def cared_until(facts: Facts) -> datetime | None:
    """None where no interval applies: for suspects, and while a prospect is parked."""
    interval = facts.number(CareNumbers).interval(facts.customer.rung)
    if interval is None or is_parked(facts):
        return None
    return (last_heard(facts) or facts.customer.rung_since) + interval


def is_parked(facts: Facts) -> bool:
    """Any contact logged since brings a parked prospect back, whenever it was."""
    parked_at = facts.customer.parked_at
    contacts = (touch.known_at for touch in facts.touches if touch.is_contact)
    return parked_at is not None and not any(at > parked_at for at in contacts)

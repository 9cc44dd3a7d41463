"""Moments of Truth: what decides how we are thought of (docs/sources.md#the-ladder)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.settings import Numbers

TICK = "moment_tick"
SYSTEM = "moment_system"
GAP = "moment gap"
"""What a post is about, and the alarm at which it is sent: a gap whose day has come."""

LADDER = tuple(Rung)
LONGEST = 1000


def _questions(rung: str, default: str) -> str:
    questions: str = Field(
        default=default,
        max_length=LONGEST,
        title=f"what is asked of {rung}, with semicolons between",
        description="each is a moment in which they make up their minds about us",
    )
    return questions


class MomentNumbers(Numbers):
    """The questions of each rung."""

    group: ClassVar[str] = "moments"

    suspect: str = _questions(
        "a suspect",
        "Do they find us when they look for what we do?; Does our website answer their questions?;"
        " Does the phone sound as we would wish?; Is there a clear word on prices?",
    )
    prospect: str = _questions(
        "a prospect",
        "Did somebody get back to them quickly?; Do they feel well when they talk with us?;"
        " Do they know how to buy from us, without too much to choose from?",
    )
    shopper: str = _questions(
        "a shopper",
        "Was buying from us what they had expected?; Would we come back if we were treated so?",
    )
    customer: str = _questions(
        "a customer",
        "Do they know all that they could have from us?; Did their first 100 days go as planned?",
    )
    member: str = _questions(
        "a member",
        "Have we thanked and rewarded them for being with us?; Do they feel welcome among us?",
    )
    advocate: str = _questions(
        "an advocate",
        "Do we know what they say of us?; Do they know what we would love them to say?",
    )
    raving_fan: str = _questions(
        "a raving fan",
        "Are they thanked again and again?; Have they had something special from us lately?",
    )

    def of(self, rung: Rung) -> tuple[str, ...]:
        told: str = getattr(self, rung.value.replace(" ", "_"))
        return tuple(dict.fromkeys(each.strip() for each in told.split(";") if each.strip()))


@dataclass(frozen=True, kw_only=True)
class System:
    """What the company has for the moments of a rung: a `system`, what it lacks (`gap`), whose that
    is and by when. One a rung.
    """

    rung: Rung
    id: int = 0
    system: str = ""
    gap: str = ""
    owner_id: int | None = None
    due_at: datetime | None = None

    @property
    def has_gap(self) -> bool:
        return bool(self.gap)

"""Who has become a member, and what of ours has welcomed them."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from domain.facts import Facts
from domain.settings import Numbers
from domain.touches import Direction, Kind, Sign, Touch

NAME = "welcome member"
_SPOKEN = frozenset({Kind.CALL, Kind.MEETING})


class WelcomeNumbers(Numbers):
    group: ClassVar[str] = "welcome"

    within_days: int = Field(
        default=2,
        ge=1,
        le=20,
        title="days within which a new member is welcomed",
        description="while they remember why they have joined",
    )


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The contact that says so; `known_at` is when we learned of it."""

    touch: Touch

    @property
    def anchor(self) -> str:
        return f"t{self.touch.id}"

    @property
    def since(self) -> datetime:
        return self.touch.at

    @property
    def known_at(self) -> datetime:
        return self.touch.known_at

    def comes_before(self, touch: Touch) -> bool:
        return (touch.at, touch.id) > (self.touch.at, self.touch.id)


def joined(facts: Facts) -> Joined | None:
    """The first time, however often it is told."""
    told = [touch for touch in facts.touches if Sign.JOINED in touch.signs]
    return Joined(touch=told[0]) if told else None


def welcomed_by(facts: Facts) -> Touch | None:
    """What they heard, or got, from us first since they joined."""
    since = joined(facts)
    after = [touch for touch in facts.touches if since and since.comes_before(touch)]
    return next((touch for touch in after if welcomes(touch)), None)


def welcomes(touch: Touch) -> bool:
    """We told or gave them something, or spoke with them when they called."""
    if touch.direction is Direction.THEIRS:
        return touch.kind in _SPOKEN and touch.is_heard
    return touch.kind is not Kind.NOTE and touch.is_heard

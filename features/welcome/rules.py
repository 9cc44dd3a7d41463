"""Who has become a member, and what of ours has welcomed them."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers
from domain.touches import Sign, Touch
from features.ladder.rules import Move

NAME = "welcome member"
_BELONGS = frozenset({Rung.MEMBER, Rung.ADVOCATE, Rung.RAVING_FAN})


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
    """By a contact that says so, or because somebody of us does; `known_at` is when we learned of
    it.
    """

    anchor: str
    at: datetime
    known_at: datetime
    touch: Touch | None = None

    def comes_before(self, touch: Touch) -> bool:
        return (touch.at, touch.id) > (self.at, self.touch.id if self.touch else 0)


def joined(facts: Facts) -> Joined | None:
    """The first time, however often it is told."""
    told = [touch for touch in facts.touches if Sign.JOINED in touch.signs]
    if told:
        touch = told[0]
        anchor = f"t{touch.id}"
        return Joined(anchor=anchor, at=touch.at, known_at=touch.known_at, touch=touch)
    said = [move for move in facts.of(Move) if _says_so(move)]
    if not said or facts.customer.rung not in _BELONGS:
        return None
    return Joined(anchor=f"m{said[0].id}", at=said[0].at, known_at=said[0].at)


def _says_so(move: Move) -> bool:
    """A person does: an import only tells what was so before."""
    return move.to_rung is Rung.MEMBER and move.is_up and move.by_id is not None


def welcomed_by(facts: Facts) -> Touch | None:
    """What they heard, or got, from us first since they joined."""
    since = joined(facts)
    after = [touch for touch in facts.touches if since and since.comes_before(touch)]
    return next((touch for touch in after if touch.reaches), None)

"""A special occasion: whoever recommends us unasked gets something out of the ordinary at times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers
from domain.touches import Kind, Touch
from features.dates.rules import marks
from features.thanks.rules import Given, given

NAME = "special occasion"
SPECIAL = frozenset({Given.GIFT, Given.FAVOUR, Given.SURPRISE})
KINDS = {
    Kind.THANKS: r"thanks?|thank[- ]you",
    Kind.MESSAGE: r"invit\w+|messages?|wishes|greetings?|text",
    Kind.MAIL: r"e?-?mails?|newsletters?",
    Kind.CALL: r"calls?|ring|rings|phone",
    Kind.MEETING: r"visits?|meetings?|dinners?|lunch|breakfasts?|part(?:y|ies)|events?|drinks",
}
"""What a round of something is, by its name; a gift, where nothing of these is said."""


class OccasionNumbers(Numbers):
    group: ClassVar[str] = "occasion"

    every_days: int = Field(
        default=91,
        ge=14,
        le=365,
        title="days of the calendar after which a raving fan gets something special again",
        description="quarterly: often enough to be felt, and seldom enough to be special",
    )
    late_after_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days after which that is late",
        description="nobody waits for it",
    )


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """`anchor` is what it counts from, `special` what was special the last time."""

    due: datetime
    anchor: str
    special: Touch | None


def occasion(facts: Facts) -> Occasion | None:
    """The first since which they have not heard from us."""
    if facts.customer.rung is not Rung.RAVING_FAN:
        return None
    last = max((touch.at for touch in facts.touches if marks(touch)), default=None)
    return next(each for each in _every(facts) if last is None or facts.morning(each.due) > last)


def _every(facts: Facts) -> Iterator[Occasion]:
    special = [touch for touch in facts.touches if given(touch) in SPECIAL]
    anchors = [(facts.customer.rung_since, "r")]
    anchors += [(touch.at, f"t{touch.id}") for touch in special[-1:]]
    anchors += [(rest.at, f"n{rest.nudge_id}") for rest in facts.dismissals_of(NAME)[-1:]]
    since, anchor = max(anchors)
    apart = timedelta(days=facts.number(OccasionNumbers).every_days)
    due, number = since + apart, 1
    while True:
        last = special[-1] if special else None
        yield Occasion(due=due, anchor=f"{anchor}:{number}", special=last)
        due, number = due + apart, number + 1


def kind_of(name: str) -> Kind:
    """The contact that a round of that name is: "summer party", "thank-you calls"."""
    found = (
        kind for kind, words in KINDS.items() if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE)
    )
    return next(found, Kind.GIFT)

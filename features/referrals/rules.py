"""Who was recommended to whom, and whether they have bought."""

import re
from dataclasses import dataclass
from datetime import datetime

from domain.touches import Sign, Touch

KIND = "referral"
NAME = "thank again"
BOUGHT = "referral bought"
"""The alarm at which whoever recommended us is planned anew."""

_WORD = r"[A-Z0-9ÀÖØ-Þ][\w&'’.-]*"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?{_WORD}(?: (?:(?:of|and|&|the|de|van|von) )?{_WORD})*"
_WHOM = rf"(?:(?P<person>{_NAME}),? (?:at|from|with) )?(?P<company>{_NAME})"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:recommend|refer|introduc|mention|pass)\w* (?:us|me|our \w+)(?: \w+)? to {_WHOM}",
        rf"in touch with {_WHOM}",
        rf"(?:told|tells|sent|sends|brought|referred) {_WHOM}(?= (?:about us|to us|our way|along))",
    )
)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Whom a line names as somebody to whom we were recommended."""

    company: str
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Referral:
    """`customer_id` was recommended by `by_customer_id`. `name` is what the former is called."""

    id: int
    customer_id: int
    by_customer_id: int
    at: datetime
    touch_id: int | None = None
    bought_at: datetime | None = None
    bought_touch_id: int | None = None
    name: str = ""


def named(touch: Touch) -> Named | None:
    """As in "recommended us to Dr Chen at Oak Dental"."""
    if Sign.REFERRAL not in touch.signs:
        return None
    found = next((it for told in _TOLD if (it := told.search(touch.words))), None)
    if found is None:
        return None
    person = (found["person"] or "").rstrip(" .,")
    return Named(company=found["company"].rstrip(" .,"), person=person)

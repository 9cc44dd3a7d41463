"""Wishes and ideas of customers, until they have come and everybody was told."""

from dataclasses import dataclass
from datetime import datetime

NAME = "wishes"
TABLE = "wish_granted"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a contact said they would like; `owner` has it, whose customer they are."""

    touch_id: int
    customer_id: int
    customer: str
    words: str
    at: datetime
    owner_id: int | None

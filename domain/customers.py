"""Somebody we care for, and the rung of the Customer Loyalty Ladder they stand on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from domain.reading.spelling import KNOWN


class Rung(StrEnum):
    """The Customer Loyalty Ladder, lowest first (docs/sources.md#the-ladder)."""

    SUSPECT = "suspect"
    PROSPECT = "prospect"
    SHOPPER = "shopper"
    CUSTOMER = "customer"
    MEMBER = "member"
    ADVOCATE = "advocate"
    RAVING_FAN = "raving fan"


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A person at a customer's. Mail and phone are kept as they were typed; the role is one of
    `contact_roles`, or empty.
    """

    id: int = 0
    name: str = ""
    mail: str = ""
    phone: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Customer:
    """`eased_until`: an import's customers are not asked about before it, so nothing floods.

    `rung_since` is where counting begins for what never happened. `reached_at` is when they
    last heard from us, `turned_at` when they last began something. `cared_until` is the first
    plus the care interval, or None where `outside` says why no interval applies. `is_star`: one
    of our best; `worth` is what they bring in a year, in the workspace's currency. `bought` lists
    products, `carers` names who else of us cares for them, `channel` is the kind of contact that
    they like, and `hours` a week of theirs, as they may be typed. While they
    are paused, or asked not to be contacted, we begin nothing; `silent_because` says why.
    `created_at` is None of one that is not kept yet.
    """

    id: int
    name: str
    rung: Rung
    rung_since: datetime
    eased_until: datetime
    owner_id: int | None = None
    zone: str | None = None
    parked_at: datetime | None = None
    reached_at: datetime | None = None
    turned_at: datetime | None = None
    cared_until: datetime | None = None
    outside: str | None = None
    created_at: datetime | None = None
    aliases: tuple[str, ...] = ()
    is_star: bool = False
    worth: Decimal | None = None
    bought: str | None = None
    carers: str | None = None
    channel: str | None = None
    hours: str | None = None
    paused_until: datetime | None = None
    no_contact_since: datetime | None = None
    silent_because: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether we begin nothing."""
        return bool(self.paused_until or self.no_contact_since)

    @property
    def is_eased(self) -> bool:
        """An import has brought them, on the rung on which they are still."""
        was_imported = self.created_at is not None and self.eased_until > self.created_at
        return was_imported and self.rung_since <= self.eased_until


def mentioned(contacts: Sequence[Contact], words: str) -> Contact | None:
    """Who of a customer's people the words name, by full or first name; the first named."""
    found = [
        (place.start(), contact)
        for contact in contacts
        for name in (contact.name, contact.name.split(" ")[0])
        if len(name) > 1 and (place := _place(name, words))
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _place(name: str, words: str) -> re.Match[str] | None:
    """Where it stands alone; a name that is a word besides, like Will, with its capital only."""
    if name.isascii() and words.isascii() and name.casefold() not in words.casefold():
        return None
    is_word = name.casefold() in KNOWN
    asked = re.escape(name.capitalize() if is_word else name)
    alone = rf"(?<![^\W_]){asked}(?![^\W_])"
    return re.search(alone, words, re.NOFLAG if is_word else re.IGNORECASE)

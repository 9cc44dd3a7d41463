"""One customer of an import: what all lines about them say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.customers import Contact
from domain.import_rows import Gathered
from domain.teammates import Teammate


@dataclass(frozen=True, kw_only=True)
class Group:
    """All lines of one customer, made one. `customer_id` is who was there before, if anybody."""

    key: str
    lines: int
    name: str
    customer_id: int | None
    is_changed: bool
    owner: Teammate | None
    values: Mapping[str, Any]
    aliases: tuple[str, ...]
    contacts: tuple[Contact, ...]
    last_contact: datetime | None

    @classmethod
    def of(cls, key: str, name: str, lines: int, gathered: Gathered) -> "Group":
        known = gathered.known
        return cls(
            key=key,
            lines=lines,
            name=name,
            customer_id=known.id if known else None,
            is_changed=gathered.is_changed,
            owner=gathered.owner,
            values=gathered.values,
            aliases=tuple(gathered.aliases),
            contacts=tuple(gathered.brought if known else gathered.people.all),
            last_contact=gathered.last_contact,
        )

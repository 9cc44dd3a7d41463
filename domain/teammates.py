"""The people of the team, and what each of them may do."""

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import Week
from domain.customers import Customer


@dataclass(frozen=True, kw_only=True)
class Teammate:
    """`user_id` and `handle` are this person's identity where they are being talked to.

    A guest belongs to the platform's tenancy with limits, or to another company altogether.
    `budget` is how many new reminders a day they have asked for; None: as many as everybody.
    So are `week` and `country` (empty: no country's holidays) the workspace's where they are None.
    """

    id: int
    name: str
    zone: str
    user_id: str = ""
    handle: str = ""
    mail: str = ""
    is_guest: bool = False
    is_active: bool = True
    is_manager: bool = False
    budget: int | None = None
    week: Week | None = None
    country: str | None = None

    @property
    def is_of_team(self) -> bool:
        """Only whoever is owns customers; for one who comes back all is as it was."""
        return self.is_active and not self.is_guest

    @property
    def clock(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


class Permission(StrEnum):
    """What somebody wants to do with a customer."""

    SEE = "see"
    LOG = "log"
    ACT = "act"
    EDIT = "edit"
    SET_UP = "set up"
    REMOVE = "remove"


def may(teammate: Teammate, permission: Permission, customer: Customer | None = None) -> bool:
    """Everybody of the team may care for every customer; guests and strangers see nothing. A
    customer is removed by managers, and by whoever's they are.

    `permission` and `customer` are asked for by every caller so that a house with finer rules
    changes this one function.
    """
    if permission is Permission.REMOVE and customer:
        is_theirs = teammate.is_manager or customer.owner_id == teammate.id
        return teammate.is_of_team and is_theirs
    return teammate.is_of_team

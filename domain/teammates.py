"""The people of the team, and what each of them may do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain import absences
from domain.absences import Absence
from domain.calendar import Week
from domain.customers import Customer


@dataclass(frozen=True, kw_only=True)
class Teammate:
    """`user_id` and `handle` are this person's identity where they are being talked to.

    A guest belongs to the platform's tenancy with limits, or to another company altogether.
    `is_manager` of whom the settings name, and of whoever somebody of the team reports to
    (`manager_id`). `budget` is how many new reminders a day they have asked for; None: as many as
    everybody. So are `week` and `country` (empty: no country's holidays) the workspace's where they
    are None.
    `stand_in_id` is who has been named for whenever they are away.
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
    manager_id: int | None = None
    stand_in_id: int | None = None
    absences: tuple[Absence, ...] = ()

    @property
    def is_of_team(self) -> bool:
        """Only whoever is owns customers; for one who comes back all is as it was."""
        return self.is_active and not self.is_guest

    @property
    def clock(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def absence(self, now: datetime) -> Absence | None:
        """That which they are away for, if they are."""
        return absences.on(self.absences, now.astimezone(self.clock).date())

    def is_there(self, now: datetime) -> bool:
        return self.is_of_team and self.absence(now) is None


class Permission(StrEnum):
    """What somebody wants to do with a customer."""

    SEE = "see"
    LOG = "log"
    ACT = "act"
    EDIT = "edit"
    CHANNEL = "say where reminders are posted"
    SET_UP = "set up"
    REMOVE = "remove"


def may(teammate: Teammate, permission: Permission, customer: Customer | None = None) -> bool:
    """Everybody of the team sees every customer, logs for them, and acts for them: for a
    colleague's that is to *take over*, of which their owner gets a word. A customer is removed by
    managers, and by whoever's they are; what counts for all is for managers. Guests and strangers
    see nothing.
    """
    if not teammate.is_of_team or teammate.is_manager:
        return teammate.is_of_team
    match permission:
        case Permission.REMOVE if customer:
            return customer.owner_id == teammate.id
        case Permission.SET_UP:
            return False
        case _:
            return True


def takes_over(teammate: Teammate, customer: Customer) -> bool:
    """Whether they act there for a colleague."""
    return customer.owner_id not in {None, teammate.id}

"""What planning looks at: everything the plays may know of one customer, and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from domain.calendar import Calendar
from domain.complaints import Complaint
from domain.customers import Contact, Customer
from domain.nudges import Ending
from domain.settings import DEFAULTS, Chosen, N
from domain.touches import Touch


@dataclass(frozen=True, kw_only=True)
class Facts:
    """`calendar` is the owner's, or the workspace's where nobody owns the customer.

    `touches` are the latest fifty, oldest first, and the last thanks however long ago.
    `endings` are the latest reminders that ended without a touch, oldest first. `complaints`
    are all open ones and the latest few resolved. `chosen` are the numbers of the workspace.
    """

    customer: Customer
    calendar: Calendar
    chosen: Chosen = DEFAULTS
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    endings: tuple[Ending, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    def number(self, kind: type[N]) -> N:
        """A rule's numbers, as this workspace has set them."""
        return self.chosen.of(kind)

    def contact_name(self, touch: Touch | None = None) -> str:
        """Who to turn to: the person whom the touch names, else the first contact."""
        named = [each for each in self.contacts if touch and each.id == touch.contact_id]
        return next((each.name for each in (*named, *self.contacts)), "")

    def morning(self, due: datetime) -> datetime:
        """When something routine is asked that is due then: an import is eased in, and what a new
        rung asks for waits for its first morning, so that nothing is late when it begins.
        """
        eased = self.calendar.morning_of(max(due, self.customer.eased_until))
        return max(eased, self.calendar.morning(self.customer.rung_since))

    def endings_of(self, play: str) -> tuple[Ending, ...]:
        return tuple(ending for ending in self.endings if ending.play == play)

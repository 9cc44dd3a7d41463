"""What planning looks at: everything the plays may know of one customer, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from domain.calendar import Calendar
from domain.customers import Contact, Customer
from domain.nudges import Dismissal
from domain.settings import DEFAULTS, Chosen, N
from domain.touches import Touch

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """`calendar` is the owner's, or the workspace's where nobody owns the customer.

    `touches` are the latest fifty, oldest first, and the last thanks however long ago.
    `dismissals` are the latest reminders that were said not to be needed, oldest first, `given_up`
    those on which nobody acted. `chosen` are the numbers of the workspace, `rows` what the features
    have loaded. `states` is what stands about them besides, as the plays say
    (`domain/precedence.py:State`): while these are asked it is empty.
    """

    customer: Customer
    calendar: Calendar
    chosen: Chosen = DEFAULTS
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    given_up: tuple[Dismissal, ...] = ()
    rows: Mapping[type, tuple[Any, ...]] = field(default_factory=dict)
    states: frozenset[str] = frozenset()

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """A feature's own rows, as it loads them."""
        return self.rows.get(kind, ())

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

    def dismissals_of(self, play: str) -> tuple[Dismissal, ...]:
        return tuple(ending for ending in self.dismissals if ending.play == play)

"""What a play is: when it calls, how it sounds, and what *Done* means."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Line
from domain.nudges import Call, Nudge
from domain.settings import Numbers
from domain.touches import Kind, Touch


class Deed(StrEnum):
    """What *Done* does: log the touch that was asked for, take a complaint's step, or park."""

    TOUCH = "touch"
    STEP = "step"
    PARK = "park"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the words may use: the moment of rendering, on the clock of the customer's owner."""

    now: datetime
    zone: ZoneInfo
    customer: Customer


@dataclass(frozen=True, kw_only=True)
class Saying:
    """The words of one reminder. `done` labels its button, `did` says who has done it.

    `about` ends the headline wherever no thread around it says what it is about.
    `reasons` are what *Not needed* offers; empty where a reminder can't be waved off.
    """

    headline: Line
    why: tuple[Line, ...]
    done: str
    did: str
    reasons: tuple[str, ...]
    waive: str = "Not needed"
    about: Line = ()

    @property
    def alone(self) -> Line:
        """The headline as it stands in a list."""
        return (*self.headline, *self.about)


@dataclass(frozen=True, kw_only=True)
class Play:
    """`kind` is that of the touch that *Done* logs, `answers` which touches count as done.

    A reminder nobody acts on lapses, unless it is about a subject. `is_one_need` of a reminder
    that waits and a new call: whether the call only gives another reason for what is asked for
    already. `knows` is false of a nudge with facts of another version, for which it has no words.
    """

    name: str
    calls: Callable[[Facts], Iterable[Call]]
    say: Callable[[Nudge, Scene], Saying]
    kind: Callable[[Nudge], Kind]
    answers: Callable[[Touch], bool] = lambda touch: touch.is_contact
    deed: Callable[[Nudge], Deed] = lambda _: Deed.TOUCH
    numbers: type[Numbers] | None = None
    is_one_need: Callable[[Nudge, Call], bool] = lambda *_: False
    knows: Callable[[Nudge], bool] = lambda _: True

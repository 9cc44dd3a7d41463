"""The extension points: what a feature may register with the core. The core knows no feature.

A capability is a plain function that is given the open transaction and `now`; an `Act` answers
a person, and is given besides whatever the command, button or form says.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.commands import Usage
from domain.customers import Customer
from domain.forms import Form
from domain.messages import Sayable
from domain.teammates import Verb
from store.work import Work

Answer = Sayable | Form
Act = Callable[..., Answer]
"""(work, now, …): what stands behind a command, a button or a form."""


class Telling(StrEnum):
    """What stands behind a customer's name in a command."""

    NOTHING = "nothing"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was typed behind the customer's name, and when: "yesterday" counts from `at`."""

    words: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command about one customer: the core finds them, or asks which. Somebody new can be added
    on the way, unless it only changes.
    """

    usage: Usage
    needs: Verb
    act: Callable[[Work, datetime, Customer, Said], Sayable]
    telling: Telling = Telling.REQUIRED
    may_create: bool = True


@dataclass(frozen=True, kw_only=True)
class PlainCommand:
    """A command about no customer in particular: `act(work, now)`, or `act(work, now, words)`."""

    usage: Usage
    act: Act
    takes_words: bool = False
    changes: bool = True


@dataclass(frozen=True, kw_only=True)
class Press:
    """A button, or an option of a menu: `act(work, now, *reference, choice?)`. What `changes`
    nothing waits for no writer, and may come twice.
    """

    act: Act
    changes: bool = True


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One folder under `features/`, or the core itself.

    `commands` can be typed; `presses` are its buttons, `opens` the buttons and options
    ("action option") that open a form, `submits` the forms; each by its action.
    """

    name: str
    commands: tuple[Command | PlainCommand, ...] = ()
    presses: Mapping[str, Press] = field(default_factory=dict)
    opens: Mapping[str, Callable[..., Form]] = field(default_factory=dict)
    submits: Mapping[str, Act] = field(default_factory=dict)

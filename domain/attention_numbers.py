"""What a workspace may set of how much is asked of a person, and where."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from domain.settings import Numbers

LEAST, MOST = 2, 8
"""Within these a person's own budget lies."""


class Place(StrEnum):
    """Where routine is asked: in channel and list as they have room, or all of it in one of them.
    What a customer waits for is asked in the channel, unless all is private; a complaint always
    is, for its thread is the place where the team puts it right.
    """

    BOTH = "both"
    PRIVATE = "private"
    CHANNEL = "channel"


def _read_place(typed: object) -> object:
    """Raises ValueError, with what to write instead."""
    word = typed.casefold() if isinstance(typed, str) else typed
    if word not in set(Place):
        raise ValueError(f"write one of {', '.join(Place)}")
    return word


class AttentionNumbers(Numbers):
    group: ClassVar[str] = "attention"

    reminders_a_day: int = Field(
        default=5,
        ge=LEAST,
        le=MOST,
        title="new reminders a person and day; enquiries, promises and complaints may exceed them",
        description="of two reminders at once, people heed the second by a third less",
    )
    place: Annotated[Place, BeforeValidator(_read_place)] = Field(
        default=Place.BOTH,
        title="where it is asked: both, private, or channel; complaints always in the channel",
        description="a crowded channel is read by nobody, and a complaint is put right together",
    )
    complaints_at_any_hour: bool = Field(
        default=False,
        title="whether a complaint's step is asked for outside working hours, too: yes or no",
        description="its clock counts working hours, and whoever rests cares better in the morning",
    )
    untouched_lists: int = Field(
        default=2,
        ge=1,
        le=5,
        title="morning lists on which a reminder may stand untouched before it rests",
        description="whoever has passed over it twice has better to do for now",
    )
    rest_days: int = Field(
        default=3,
        ge=1,
        le=20,
        title="days that a reminder rests then, and before it first moves from channel to list",
        description="long enough for others to have their turn within the week",
    )

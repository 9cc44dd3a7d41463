"""How much is asked at once, how long something is asked for, and when all of it is summed up."""

from datetime import time
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer

from domain.settings import Numbers
from domain.working_hours import read_time, tell_time


class PaceNumbers(Numbers):
    group: ClassVar[str] = "reminders"

    posts_a_day: int = Field(
        default=10,
        ge=1,
        le=200,
        title="routine reminders a day in one channel; its owners have the others in lists",
        description="a channel that is read by nobody reminds nobody",
    )
    lapse_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days after which a late reminder is given up for a week if nobody acts on it",
        description="two weeks: whoever has not acted by then needs another occasion",
    )
    words_lapse_days: int = Field(
        default=5,
        ge=1,
        le=60,
        title="the same of thanks for kind words, which come along with what is asked next then",
        description="a week: nobody remembers by then what they said",
    )
    import_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days over which the first reminders of an import are spread",
        description="two weeks, so that nobody's first day begins with a flood",
    )


class DigestNumbers(Numbers):
    group: ClassVar[str] = "digest"

    at: Annotated[time, BeforeValidator(read_time), PlainSerializer(tell_time)] = Field(
        default=time(8, 30),
        title="when the managers' digest comes on working days, on each one's own clock",
        description="before the day's first meeting",
    )

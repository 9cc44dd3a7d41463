"""How much is asked at once, how long something is asked for, and when all of it is summed up."""

from datetime import time
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from domain.settings import Numbers
from domain.working_hours import read_time, tell_time


class PaceNumbers(Numbers):
    group: ClassVar[str] = "reminders"

    posts_a_day: int = Field(
        default=10,
        ge=1,
        le=200,
        title="reminders a day in one channel; complaints and promises come on top",
        description="of two reminders at once, people heed the second by a third less",
    )
    routine_posts_a_day: int = Field(
        default=8,
        ge=1,
        le=200,
        title="how many of those may be routine: the rest is kept for enquiries, which can't wait",
        description="a day rarely brings more than two enquiries that nobody answers by themselves",
    )
    lapse_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days after which a late reminder rests if nobody acts on it; complaints never do",
        description="two weeks: whoever has not acted by then needs another occasion",
    )
    import_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days over which the first reminders of an import are spread",
        description="two weeks, so that nobody's first day begins with a flood",
    )

    @model_validator(mode="after")
    def _fits(self) -> "PaceNumbers":
        if self.routine_posts_a_day > self.posts_a_day:
            raise ValueError("routine reminders are some of all: give them no more than the whole")
        return self


class DigestNumbers(Numbers):
    group: ClassVar[str] = "digest"

    at: Annotated[time, BeforeValidator(read_time), PlainSerializer(tell_time)] = Field(
        default=time(8, 30),
        title="when the managers' digest comes on working days, on each one's own clock",
        description="before the day's first meeting",
    )

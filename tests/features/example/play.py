"""Fetch: what was lent is asked for again once its days are over."""

from collections.abc import Iterable
from typing import ClassVar

from pydantic import Field

from domain import phrases
from domain.facts import Facts
from domain.messages import Named, Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.settings import Numbers
from domain.touches import Kind
from tests.features.example.rules import Loan

NAME = "fetch"


class LoanNumbers(Numbers):
    group: ClassVar[str] = "loan"

    days: int = Field(
        default=3,
        ge=1,
        le=60,
        title="days for which something is lent",
        description="long enough to be tried, and short enough to be remembered",
    )
    missed_days: int = Field(
        default=14,
        ge=1,
        le=365,
        title="days of the calendar after which what is still out is missed",
        description="by then somebody else wants it",
    )


def plans(facts: Facts) -> Iterable[Planned]:
    rested = {each.subject for each in facts.dismissals_of(NAME)}
    days = facts.number(LoanNumbers).days
    for loan in facts.of(Loan):
        if loan.is_out and loan.subject not in rested:
            due = facts.calendar.days_later(loan.lent_at, days)
            yield Planned(
                play=NAME,
                episode=str(loan.id),
                ask_at=due,
                late_at=facts.calendar.day_end(due),
                about={"what": phrases.shorten(loan.what)},
                subject=loan.subject,
            )


def say(nudge: Nudge, scene: Scene) -> Saying:
    what = Words(str(nudge.about["what"]))
    return Saying(
        headline=line("📦 Fetch ", what, " back from ", Named(scene.customer.name)),
        why=(),
        done="Fetched",
        did="fetched it",
        reasons=("They keep it",),
    )


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.MEETING,
    need=lambda _: Need.DATE,
    answers=lambda _: False,
)
PLAYS = (PLAY,)

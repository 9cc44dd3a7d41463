"""How far somebody has come, on their card."""

from collections.abc import Iterable
from datetime import datetime

from domain import phrases
from domain.facts import Facts
from domain.messages import Item, Part, line
from features.complaints.rules import Complaint
from features.first_days.play import asked_at
from features.first_days.rules import course
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    made = course(facts)
    if made is None:
        return
    at = asked_at(facts, made, made.step)
    then: tuple[Part | str, ...] = ("the next is due",)
    if any(each.is_open for each in facts.of(Complaint)):
        then = ("they rest while a complaint is open",)
    elif at > now:
        then = ("next ", phrases.day(at, now, work.person.clock))
    told = f"🌱 First {made.days[-1]} days: {made.over} of {len(made.days)} · "
    yield Item(line=line(told, *then))

"""What was given up comes back: the same need, a week later, until somebody acts on it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from domain.facts import Facts
from domain.nudges import Dismissal, Urgency
from domain.precedence import Call, Need

AFTER = timedelta(days=7)
LINE = "line"
"""Said in the facts of thanks for words that return: they stand beneath what is asked then."""

MARK = "~"
"""Between an episode and the reminder of it that was given up last."""


def again(facts: Facts, calls: Collection[Call]) -> list[Call]:
    """Those given up are called for as new episodes: a call stands as long as its facts do. Thanks
    for words come along with what is asked next of that customer, for their day is over. None of
    it can't wait: earlier versions gave up enquiries, too.
    """
    latest = {each.key.partition(MARK)[0]: each for each in facts.given_up}
    asked = [each.planned.ask_at for each in calls if each.planned.key not in latest]
    return [_again(facts, call, latest, asked) for call in calls]


def _again(
    facts: Facts, call: Call, latest: Mapping[str, Dismissal], asked: Collection[datetime]
) -> Call:
    given_up = latest.get(call.planned.key)
    if given_up is None:
        return call
    returns = facts.calendar.morning_of(given_up.at + AFTER)
    coming = [at for at in asked if at > given_up.at]
    if call.need is Need.PRAISE and coming:
        returns = min(coming)
    ask_at = max(call.planned.ask_at, returns)
    given = call.planned.late_at - call.planned.ask_at
    beneath = {LINE: 1} if call.need is Need.PRAISE else {}
    planned = replace(
        call.planned,
        episode=f"{call.planned.episode}{MARK}{given_up.nudge_id}",
        ask_at=ask_at,
        late_at=max(ask_at + given, facts.calendar.day_end(ask_at)),
        about={**call.planned.about, **beneath},
        urgency=Urgency.ROUTINE,
    )
    return replace(call, planned=planned)

"""What is shown of a cause: its policy in a complaint's post, and the word to managers."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from care import numbers, people
from domain.messages import Item, Message
from features.causes import rows, rules
from features.causes import words as wording
from features.causes.rules import CauseNumbers
from store import customers
from store.work import Work


def about(work: Work, now: datetime, complaint_id: int) -> Iterable[Item]:
    """Where the cause is named, or its words tell of one; of what is resolved what was done."""
    del now
    row = rows.one(work, complaint_id)
    if row is None or row.gone:
        return
    cause = row.cause or rules.suggested(row.words, numbers.of(work, CauseNumbers).causes)
    if cause:
        ticked = rows.ticked(work, complaint_id)
        named = people.named(work, ticked.values())
        there = rules.policy_of(cause)
        if row.resolved_at:
            there = rules.Policy(steps=tuple(each for each in there.steps if each in ticked))
        yield from wording.policy(complaint_id, there, ticked, named)


def say_warning(work: Work, now: datetime, warning_id: int) -> Message | None:
    warning = rows.warning(work, warning_id)
    if warning is None:
        return None
    there = numbers.of(work, CauseNumbers)
    since = min(now, warning.at) - timedelta(days=there.cause_days)
    every = [
        row
        for row in rows.since(work, since)
        if (row.cause or rules.suggested(row.words, there.causes)) == warning.cause
    ]
    known = customers.by_ids(work, [row.customer_id for row in every])
    told = [(known[it.customer_id].name, it.words) for it in every if it.customer_id in known]
    return wording.warning(warning.cause, told, there.cause_days)

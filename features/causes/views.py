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
    told = _those(work, warning.cause, min(now, warning.at))
    if len(told) < there.cause_number:
        return wording.fewer(warning.cause, told, there.cause_days)
    return wording.warning(warning.cause, told, there.cause_days)


def is_over(work: Work, warning_id: int) -> bool:
    """Some of them were taken back."""
    warning = rows.warning(work, warning_id)
    number = numbers.of(work, CauseNumbers).cause_number
    return warning is None or len(_those(work, warning.cause, warning.at)) < number


def _those(work: Work, cause: str, before: datetime) -> list[tuple[str, str]]:
    """Customers with their words: of that cause, from so many days before on."""
    there = numbers.of(work, CauseNumbers)
    every = [
        row
        for row in rows.since(work, before - timedelta(days=there.cause_days))
        if (row.cause or rules.suggested(row.words, there.causes)) == cause
    ]
    known = customers.by_ids(work, [row.customer_id for row in every])
    return [(known[it.customer_id].name, it.words) for it in every if it.customer_id in known]

"""Plays on which hardly anybody acts are named to the managers: fewer would be heeded more."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from care import calendars
from domain import calendar
from domain.messages import Item, Message, items, line
from domain.teammates import Teammate
from domain.wording import acceptance as wording
from domain.wording.digests import Asked
from domain.wording.lists import Page
from store import acceptance
from store.acceptance import Acceptance
from store.work import Work

SECTION = "unheeded"
DAYS = timedelta(days=30)
TO_BE_DONE = timedelta(days=1)
"""What was asked since may still be done today."""

LEAST = 0.2
ENOUGH = 10
"""Reminders from which on a share says anything."""


def unheeded(work: Work, now: datetime) -> list[Acceptance]:
    """Of which fewer than a fifth were acted on in 30 days, the least heeded first."""
    found = acceptance.by_play(work, now - DAYS, now - TO_BE_DONE)
    few = [it for it in found if it.asked >= ENOUGH and it.acted < LEAST * it.asked]
    return sorted(few, key=lambda it: (it.acted / it.asked, it.play))


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """On the first working day of a week."""
    theirs = calendars.of_teammate(work, reader)
    today = theirs.day(now)
    monday = calendar.monday_of(today)
    if asked.scope != "all" or theirs.last_working_day_before(today) >= monday:
        return ()
    found = unheeded(work, now)
    return wording.in_digest(found, today) if found and asked.most else ()


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    del reader, scope, page
    told = items(*(wording.told(each) for each in unheeded(work, now)))
    return Message(id="customers", headline=line("🎚️ Hardly anybody acts on these"), items=told)

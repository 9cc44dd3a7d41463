"""With whom we are late, told without shaming: a number a rep, by name only who waits longest."""

from collections.abc import Sequence
from datetime import datetime

from care import attention, listing
from care.attention import Ranked
from domain import attention as rules
from domain.messages import Item, Message, line
from domain.nudges import Nudge, Status
from domain.teammates import Teammate
from domain.wording import digests as wording
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from store import neglect
from store.work import Work

SECTION = "given up"
NAMED = 3


def tally(work: Work, now: datetime, reader: Teammate, scope: str) -> list[tuple[int | None, int]]:
    """Customers, by who is to act for them."""
    late = neglect.tally(work, now).items()
    return [pair for pair in late if scope == "all" or pair[0] == reader.id]


def longest(work: Work, now: datetime, reader: Teammate, scope: str) -> list[str]:
    """Who is red, the first in rank: at most three names."""
    every = attention.ranked(work, now, _scoped(neglect.behind(work, now), reader, scope))
    names = dict.fromkeys(each.customer.name for each in every if _is_red(each, now))
    return list(names)[:NAMED]


def _is_red(each: Ranked, now: datetime) -> bool:
    return each.nudge.status is Status.GIVEN_UP or rules.red_at(each.nudge, each.need) <= now


def opened_late(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    wanted = _scoped(neglect.behind(work, now), reader, scope)
    told = listing.reminders(work, now, reader, wanted[: page.most])
    return lists.listed(line("⏰ Late"), told, page, len(wanted), "reminder")


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """What nobody got to, as a number."""
    today = now.astimezone(reader.clock).date()
    number = len(_scoped(neglect.given_up(work, now), reader, asked.scope))
    return wording.given_up(number, asked.scope, today) if number else ()


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    wanted = _scoped(neglect.given_up(work, now), reader, scope)
    told = listing.reminders(work, now, reader, wanted[: page.most])
    return lists.listed(line("🕊️ Given up"), told, page, len(wanted))


def _scoped(
    every: Sequence[tuple[int | None, Nudge]], reader: Teammate, scope: str
) -> list[tuple[int | None, Nudge]]:
    return [pair for pair in every if scope == "all" or pair[0] == reader.id]

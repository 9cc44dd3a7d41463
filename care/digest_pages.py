"""Rows behind lines of a manager's digest: what was refused, and whose nobody is."""

from datetime import datetime

from care import listing, people
from domain import phrases
from domain.messages import Message, line
from domain.teammates import Teammate
from domain.wording import lists
from store import customers, refusals
from store.work import Work


def refused(work: Work, now: datetime, reader: Teammate, page: lists.Page) -> Message:
    told = listing.reminders(work, now, reader, refusals.behind(work, page.most))
    total = sum(refusals.tally(work))
    return lists.listed(line("⚠️ Refused by the channel"), told, page, total, "reminder")


def nobodys(work: Work, now: datetime, reader: Teammate, page: lists.Page) -> Message:
    total, ownerless = customers.nobodys(work, page.most)
    left = people.named(work, (each.owner_id for each in ownerless))
    about = [
        lists.about(
            each,
            line(
                *lists.left_by(left.get(each.owner_id or 0)),
                *phrases.reached(each, now, reader.clock),
            ),
        )
        for each in ownerless
    ]
    return lists.listed(line("🫥 Without an owner"), about, page, total)

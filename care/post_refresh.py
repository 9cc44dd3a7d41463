"""What stands about customers says whose they are and what they are called: it follows both."""

from datetime import datetime, timedelta

from care import planning, tick_shares
from care.registry import registry
from store import nudges, posts
from store.work import Work

SOON = timedelta(days=1)

SAID = {"name", "owner_id", "gone", "channel", "hours", "zone"}
"""What a standing post says of the customer, beside what planning tells it."""


def follow(work: Work, now: datetime, customer_id: int) -> None:
    """After an action, as long as its changes are noted: anew, if it changed what is said."""
    for change in work.changes:
        is_theirs = (change.table, change.id) == ("customer", customer_id)
        if is_theirs and change.before and SAID & change.before.keys():
            if "owner_id" in change.before:
                planning.look_anew(work, now, customer_id)
            anew(work, customer_id)
            return


def of_owner(work: Work, now: datetime, teammate_id: int) -> None:
    """Everything about their customers: they have left, or are back. What is asked within a day is
    on another clock now; what comes later moves when it is next looked at.
    """
    for customer_id in sorted(nudges.asked_of(work, teammate_id, now + SOON)):
        planning.replan(work, now, customer_id)
        anew(work, customer_id)
    tick_shares.share_all_out(work, now)


def anew(work: Work, customer_id: int) -> None:
    """Every reminder that waits, and every subject that is not closed."""
    for nudge in nudges.waiting_of(work, customer_id):
        planning.show(work, nudge)
    for kind, subject in registry(work).subjects.items():
        for id_ in subject.standing(work, customer_id):
            posts.show_anew(work, kind, id_)

"""What stands about customers says whose they are and what they are called: it follows both."""

from care import planning
from store import complaints, nudges, posts
from store.work import Work

SAID = {"name", "owner_id"}
"""What a standing post says of the customer, beside what planning tells it."""


def follow(work: Work, customer_id: int) -> None:
    """After an action, as long as its changes are noted: anew, if it changed what is said."""
    for change in work.changes:
        is_theirs = (change.table, change.id) == ("customer", customer_id)
        if is_theirs and change.before and SAID & change.before.keys():
            anew(work, customer_id)
            return


def of_owner(work: Work, teammate_id: int) -> None:
    """Everything about their customers: they have left, or are back."""
    for customer_id in nudges.asked_of(work, teammate_id):
        anew(work, customer_id)


def anew(work: Work, customer_id: int) -> None:
    """Every reminder that waits, and every open complaint."""
    for nudge in nudges.waiting_of(work, customer_id):
        planning.show(work, nudge)
    for complaint in complaints.open_of(work, customer_id):
        posts.show_anew(work, "complaint", complaint.id)

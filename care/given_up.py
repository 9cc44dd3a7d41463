"""What nobody got to can still be taken by whoever comes by, until it returns."""

from datetime import datetime

from care import actions, planning, scenes
from care.heed import allow
from care.plans import Cause
from domain.errors import Gone, Over
from domain.messages import Message, line
from domain.nudges import Nudge, Status
from domain.returning import MARK
from domain.teammates import Permission
from domain.wording import receipts
from store import customers, nudges
from store.work import Work

ACTION = "take up"


def take(work: Work, now: datetime, nudge_id: int) -> Message:
    """Raises Gone, and Over where it has returned, or somebody has acted."""
    allow(work, Permission.ACT)
    nudge = nudges.need(work, nudge_id)
    customer = customers.lock(work, nudge.customer_id)
    nudge = nudges.need(work, nudge_id)
    if customer is None:
        raise Gone
    if nudge.status is not Status.GIVEN_UP:
        raise Over("Somebody has taken that already.")
    if _has_returned(work, nudge):
        raise Over("It has returned already: take the new one.")
    values = {"dismissed_as": None, "dismissed_at": None}
    nudges.change(work, nudge.id, **values, taken_by_id=work.person.id, taken_at=now)
    planning.refresh(work, nudge.id)
    closed = actions.record(work, now, ACTION, customer.id, Cause(nudge_id=nudge.id))
    headline = scenes.mine(work, now, customer).saying(nudge).headline
    return receipts.told(line("👀 It's yours: ", *headline), (), receipts.undo(closed.action_id))


def _has_returned(work: Work, nudge: Nudge) -> bool:
    ends = f"{MARK}{nudge.id}"
    waiting = nudges.waiting_of(work, nudge.customer_id)
    return any(each.key.endswith(ends) and each.sent_at for each in waiting)

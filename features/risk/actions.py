"""A risk is over: somebody says so, or no complaint has come for long enough."""

from collections.abc import Sequence
from datetime import datetime

from care import actions, finding, loading, scenes
from care.heed import allow
from domain.errors import Over
from domain.messages import Message
from domain.teammates import Permission
from domain.touches import Sign
from domain.wording import receipts
from features.risk import rows, rules
from features.risk import words as wording
from features.risk.play import WELL
from features.risk.rules import NAME, PASSES, Reason
from store import alarms, customers, nudges
from store.work import Change, Work

ACTION = "risk over"
UNDO = {ACTION: "that all is well with them"}
"""How it is called when it is taken back."""


def well(work: Work, now: datetime, customer_id: int) -> Message:
    """Raises Gone, Over."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, customer_id)
    there = rules.risk(loading.need(work, customer.id).facts)
    if there is None or there.as_of(now) is None:
        raise Over(f"{customer.name} is not at risk.")
    rows.add(work, customer.id, now, work.person.id)
    closed = actions.record(work, now, ACTION, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.over(customer, after, closed.action_id)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """Whoever waves its reminder off because all is well says so of the customer."""
    for each in changes:
        if each.table == "nudge" and each.after.get("dismissed_as") and not each.after.get("gone"):
            nudge = nudges.by_id(work, each.id)
            if nudge and nudge.play == NAME and nudge.reason == WELL:
                rows.add(work, customer_id, now, nudge.dismissed_by_id)
        if each.table == "touch" and Sign.COMPLAINT in (each.after.get("signs") or ()):
            _set_alarm(work, customer_id)


def _set_alarm(work: Work, customer_id: int) -> None:
    loaded = loading.lately(work, customer_id)
    passes = rules.passes_at(loaded.facts) if loaded else None
    if passes:
        alarms.put(work, PASSES, customer_id, passes)


def pass_(work: Work, now: datetime, customer_id: int) -> None:
    """Looked at again where another complaint has come."""
    if customers.by_id(work, customer_id) is None:
        return
    passes = rules.passes_at(loading.need(work, customer_id).facts)
    if passes and passes <= now:
        rows.add(work, customer_id, now, None, Reason.COMPLAINTS)
        actions.record(work, now, ACTION, customer_id)
    elif passes:
        alarms.put(work, PASSES, customer_id, passes)

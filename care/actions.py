"""Closing a deed: plan the customer anew, and write the action that *undo* can reverse."""

from dataclasses import dataclass
from datetime import datetime

from care import hooks, loading, planning, post_refresh, taking_over
from care.loading import Loaded
from care.plans import NO_CAUSE, Cause
from domain.wording.receipts import Outcome
from store import actions
from store.work import Work

NOTHING = Outcome()


@dataclass(frozen=True, kw_only=True)
class Recorded:
    action_id: int
    outcome: Outcome = NOTHING


def record(
    work: Work,
    now: datetime,
    name: str,
    customer_id: int,
    cause: Cause = NO_CAUSE,
    held: Loaded | None = None,
) -> Recorded:
    """The last thing that a capability about a customer does. `held` are the facts as they are by
    now, where they were loaded; what a feature's hook adds to them is loaded anew.
    """
    hooks.follow(work, now, customer_id, work.changes, held)
    fresh = loading.lately(work, customer_id) if held else None
    outcome = planning.replan(work, now, customer_id, cause, fresh)
    post_refresh.follow(work, now, customer_id)
    action_id = actions.write(
        work, name, now, customer_id=customer_id, nudge_id=cause.nudge_id, why=cause.why
    )
    taking_over.tell(work, now, name, customer_id, cause.nudge_id)
    work.lately = (len(work.changes), fresh) if fresh else None
    return Recorded(action_id=action_id, outcome=outcome)

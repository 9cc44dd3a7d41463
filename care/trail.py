"""Closing a deed: plan the customer anew, and write the action that *undo* can reverse."""

from dataclasses import dataclass
from datetime import datetime

from care import planning, showing
from care.planning import Cause
from domain.wording.receipts import Outcome
from store import actions
from store.work import Work

NOTHING = Outcome()


@dataclass(frozen=True, kw_only=True)
class Closed:
    action_id: int
    outcome: Outcome = NOTHING


def close(
    work: Work, now: datetime, verb: str, customer_id: int, cause: Cause = planning.NO_CAUSE
) -> Closed:
    """The last thing that a capability about a customer does."""
    outcome = planning.replan(work, now, customer_id, cause)
    showing.follow(work, now, customer_id)
    action_id = actions.write(
        work, verb, now, customer_id=customer_id, nudge_id=cause.nudge_id, why=cause.why
    )
    return Closed(action_id=action_id, outcome=outcome)

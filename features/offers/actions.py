"""They were told what else could help."""

from dataclasses import replace
from datetime import datetime

from care import nudges as care_nudges
from care.plans import Cause
from domain.customers import Customer
from domain.messages import Message
from domain.nudges import Nudge
from domain.touches import Direction, Kind, Touch
from features.offers import rows
from features.offers.rules import Offered
from store import nudges, touches
from store.work import Work


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message:
    """With the contact in which they were told."""
    nudges.mention(work, nudge.id)
    offered, by_id = str(nudge.about["what"]), work.person.id
    touch = Touch(
        id=0,
        customer_id=customer.id,
        at=now,
        kind=Kind.CALL,
        direction=Direction.OURS,
        words=f"Told them about {offered}",
        by_id=by_id,
        nudge_id=nudge.id,
    )
    touch = replace(touch, id=touches.add(work, touch, now))
    made = Offered(id=0, customer_id=customer.id, what=offered, at=now)
    rows.add(work, made, by_id, touch.id)
    cause = Cause(by_id=by_id, touch=touch, nudge_id=nudge.id)
    return care_nudges.finish(work, now, nudge, customer, cause)

"""What *Done* on a follow-up does besides logging a contact: it parks."""

from datetime import datetime

from care import nudges
from care.plans import Cause
from domain.customers import Customer
from domain.messages import Message
from domain.nudges import Nudge
from features.follow_up.play import PARK
from store import customers
from store import nudges as store_nudges
from store.work import Work


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    if nudge.about.get("step") != PARK:
        return None
    store_nudges.mention(work, nudge.id)
    customers.change(work, customer.id, parked_at=now)
    cause = Cause(by_id=work.person.id, nudge_id=nudge.id)
    return nudges.finish(work, now, nudge, customer, cause)

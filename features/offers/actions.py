"""They were told what else could help; and what a line says for sure that they bought is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care import loading
from care import nudges as care_nudges
from care.plans import Cause
from domain import products
from domain.customers import Customer
from domain.messages import Message
from domain.nudges import Nudge
from domain.touches import Direction, Kind, Sign, Touch
from features.first_days.rules import what
from features.offers import rows
from features.offers.rules import Offered
from store import customers, nudges, touches
from store.work import Change, Work


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


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """What a new purchase says is added to what they bought, and goes with it."""
    del now
    fresh = [it.after for it in changes if it.table == "touch" and it.before is None]
    bought = [what(it["words"]) for it in fresh if Sign.PURCHASE in it.get("signs", ())]
    there = loading.lately(work, customer_id) if any(bought) else None
    if there is None:
        return
    known = products.listed(there.customer.bought or "")
    new = products.missing(filter(None, bought), known)
    if new:
        customers.change(work, customer_id, bought=products.told([*known, *new]))

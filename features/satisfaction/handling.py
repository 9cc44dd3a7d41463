"""What would make it excellent: asked, what they said, and what came of it."""

from dataclasses import replace
from datetime import datetime

from care import actions, finding
from care import nudges as care_nudges
from care.heed import allow
from care.plans import Cause
from domain.customers import Customer
from domain.errors import Gone, Misfilled
from domain.forms import Filled, Form
from domain.messages import Message
from domain.nudges import Nudge
from domain.teammates import Permission
from features.satisfaction import rows
from features.satisfaction import words as wording
from features.satisfaction.rules import IMPROVEMENT, Improvement
from store import nudges
from store.work import Work

UNDO = {IMPROVEMENT: "what would make it excellent"}
"""How it is called when it is taken back."""


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message:
    """They were asked: what they said can be noted at once."""
    nudges.mention(work, nudge.id)
    asked = rows.add_improvement(work, customer.id, now, work.person.id)
    cause = Cause(by_id=work.person.id, nudge_id=nudge.id)
    told = care_nudges.finish(work, now, nudge, customer, cause)
    return replace(told, actions=(wording.tell(asked), *told.actions))


def ask(work: Work, now: datetime, improvement_id: int) -> Form:
    """Raises Gone."""
    del now
    allow(work, Permission.LOG)
    return wording.improvement_form(_need(work, improvement_id))


def submit(work: Work, now: datetime, improvement_id: int, filled: Filled) -> Message:
    """Raises Gone, Misfilled."""
    allow(work, Permission.LOG)
    words, came = filled.one("words"), filled.one("came")
    if not words:
        raise Misfilled({"words": "Say in a few words what it is."})
    customer = finding.hold(work, _need(work, improvement_id).customer_id)
    rows.tell_improvement(work, improvement_id, words, came)
    closed = actions.record(work, now, IMPROVEMENT, customer.id)
    there = _need(work, improvement_id)
    return wording.improved(customer, there, closed.action_id)


def _need(work: Work, improvement_id: int) -> Improvement:
    found = rows.improvement(work, improvement_id)
    if found is None:
        raise Gone
    return found

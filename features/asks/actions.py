"""Somebody was asked: by command, or because a reminder said so."""

import re
from dataclasses import replace
from datetime import datetime

from care import actions, finding, scenes
from care import nudges as care_nudges
from care.feature import Command, Said
from care.plans import Cause
from domain import phrases
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import NotUnderstood
from domain.messages import Message
from domain.nudges import Nudge
from domain.teammates import Permission
from domain.touches import Direction, Kind, Touch
from domain.wording import receipts
from features.asks import rows
from features.asks import words as wording
from features.asks.rules import NAME, Ask, Wanted
from store import nudges, touches
from store.work import Work

UNDO = {NAME: "what you asked them for"}
"""How it is called when it is taken back."""

_NAMED = re.compile(rf"\b(?P<what>{'|'.join(Wanted)})s?\b", re.IGNORECASE)


def ask(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Raises NotUnderstood where it is not said what for."""
    named = _NAMED.search(said.words)
    if named is None:
        asked = phrases.shorten(said.words)
        raise NotUnderstood(f"“{asked}” is none of what I count: write {wording.KINDS}.")
    customer, what = finding.hold(work, customer.id), Wanted(named["what"].lower())
    words = said.words if len(said.words.split()) > 1 else ""
    touch = _note(work, now, _asked(customer, said.at, what, words), what)
    closed = actions.record(work, now, NAME, customer.id, _cause(work, touch))
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, customer)))
    return wording.noted(customer, what, words, after, receipts.undo(closed.action_id))


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message:
    """They were asked as it was asked for."""
    nudges.mention(work, nudge.id)
    what = Wanted(str(nudge.about["what"]))
    touch = _note(work, now, _asked(customer, now, what, "", nudge.id), what)
    return care_nudges.finish(work, now, nudge, customer, _cause(work, touch, nudge.id))


def _asked(
    customer: Customer, at: datetime, what: Wanted, words: str, nudge_id: int | None = None
) -> Touch:
    more = f": {words}" if words else ""
    return Touch(
        id=0,
        customer_id=customer.id,
        at=at,
        kind=Kind.MESSAGE,
        direction=Direction.OURS,
        words=f"Asked for a {what}{more}",
        nudge_id=nudge_id,
    )


def _note(work: Work, now: datetime, touch: Touch, what: Wanted) -> Touch:
    by_id = work.person.id
    touch = replace(touch, by_id=by_id)
    touch = replace(touch, id=touches.add(work, touch, now))
    made = Ask(id=0, customer_id=touch.customer_id, what=what, at=touch.at)
    rows.add(work, replace(made, by_id=by_id, touch_id=touch.id))
    return touch


def _cause(work: Work, touch: Touch, nudge_id: int | None = None) -> Cause:
    return Cause(by_id=work.person.id, touch=touch, nudge_id=nudge_id)


COMMANDS = (
    Command(
        usage=Usage(
            name=NAME,
            example="ask Acme review",
            does="note that you asked for a review, referral, testimonial or survey",
            rank=48,
            is_listed=False,
        ),
        needs=Permission.LOG,
        act=ask,
    ),
)

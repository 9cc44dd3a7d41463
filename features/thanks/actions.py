"""What people do about thanks: log them, whatever the words say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care import forms, loading, several, touches
from care.feature import Said
from domain.customers import Customer
from domain.forms import Form
from domain.touches import Direction, Kind, Touch
from domain.wording import forms as wording
from domain.wording.receipts import Receipt
from domain.wording.several import Receipts
from store.work import Work


def thank(work: Work, now: datetime, customer: Customer, said: Said) -> Receipt:
    held = loading.hold_one(work, customer.id)
    touch = touches.of_line(work, held, said)
    kept = touches.keep(work, now, held, _as_thanks(touch))
    return replace(kept, offers=(*said.offers, *kept.offers), also=said.notes)


def thank_all(work: Work, now: datetime, there: Sequence[Customer], said: Said) -> Receipts:
    """Several at once."""
    each = several.held(work, there)
    read = [_as_thanks(touch) for touch in several.read(work, said, each)]
    return several.keep(work, now, each, read, said)


def ask(work: Work, now: datetime, words: str) -> Form:
    """The form of a contact, with thanks of ours chosen already."""
    return wording.thanks(forms.log(work, now, words))


def _as_thanks(touch: Touch) -> Touch:
    return replace(touch, kind=Kind.THANKS, direction=Direction.OURS)

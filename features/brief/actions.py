"""A brief is asked for by command, or on a card."""

from datetime import datetime

from care import briefs, loading
from care.feature import Command, Said, Telling
from care.heed import allow
from domain.commands import Usage
from domain.customers import Customer
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import briefs as wording
from store.work import Work


def brief(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    del said
    return show(work, now, customer.id)


def show(work: Work, now: datetime, customer_id: int) -> Message:
    """On the clock of whoever asks. Raises Gone."""
    reader = allow(work, Permission.SEE)
    facts = loading.need(work, customer_id).facts
    return wording.message(facts.customer, briefs.of(work, now, facts, reader.clock))


COMMANDS = (
    Command(
        usage=Usage(
            name="brief",
            example="brief Acme",
            does="see what to know before a call, each line with its source",
            rank=35,
            is_listed=False,
        ),
        needs=Permission.SEE,
        act=brief,
        telling=Telling.NOTHING,
        may_create=False,
    ),
)

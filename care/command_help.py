"""Help: what can be typed, and what is still to be set up."""

from datetime import datetime

from care import drafts, finding, places
from care.finding import Found
from care.registry import registry
from domain.errors import LineTooLong, OutsidersHere
from domain.messages import Message
from domain.wording import help as wording
from store.work import Work


def overview(work: Work, now: datetime) -> Message:
    return wording.overview(registry(work).usages, places.missing(work, now))


def not_understood(work: Work, now: datetime, typed: str, closest: str) -> Message:
    """Where only the `log` before a customer's name is lacking, the line is kept."""
    found = finding.find(work, typed, anywhere=not closest)
    if isinstance(found, Found) and found.words.strip():
        return drafts.ask_whether(work, now, typed, found.customer)
    closest = f"customer {typed}" if isinstance(found, Found) else closest
    return wording.not_understood(typed, closest, registry(work).usages, places.missing(work, now))


def incomplete(work: Work, now: datetime, name: str) -> Message:
    """A subcommand that came without the words it needs."""
    del now
    return wording.incomplete(registry(work).usages[name])


def too_long(work: Work, now: datetime, length: int) -> Message:
    """Of that many characters, where no form can hold them. Raises LineTooLong."""
    del work, now
    raise LineTooLong(length)


def not_here(work: Work, now: datetime) -> Message:
    """Whatever was asked where outsiders read along. Raises OutsidersHere, to those who may ask."""
    del work, now
    raise OutsidersHere

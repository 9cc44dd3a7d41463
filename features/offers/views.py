"""What stands behind a brief's line on offers."""

from datetime import datetime

from care import loading
from care.heed import allow
from domain.messages import Message
from domain.teammates import Permission
from features.offers import words
from store.work import Work


def show(work: Work, now: datetime, customer_id: int) -> Message:
    """Raises Gone."""
    reader = allow(work, Permission.SEE)
    return words.opened(loading.need(work, customer_id).facts, now, reader.clock)

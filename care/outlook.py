"""Whether anything has to be done soon."""

from datetime import datetime
from typing import NamedTuple

from care import outbox
from store import next_due
from store.work import Work


class Outlook(NamedTuple):
    """`alarm` is when something will be due next."""

    is_idle: bool
    alarm: datetime | None


def outlook(work: Work, now: datetime, soon: float) -> Outlook:
    """Idle is whoever has nothing that is due, and nothing to send within `soon` seconds."""
    alarm, wait = next_due.moment(work, now), outbox.seconds_until_ready(work, now)
    is_due = alarm is not None and alarm <= now
    return Outlook(is_idle=not is_due and (wait is None or wait > soon), alarm=alarm)

"""Whether anything has to be done soon, asked in one transaction."""

from datetime import datetime
from typing import NamedTuple

from care import due_nudges, outbox
from store.work import Work


class Outlook(NamedTuple):
    """`alarm` is when something will be due next; it is looked for where nothing is yet."""

    is_idle: bool
    alarm: datetime | None = None


def outlook(work: Work, now: datetime, soon: float) -> Outlook:
    """Idle is whoever has nothing that is due, and nothing to send within `soon` seconds."""
    wait = outbox.seconds_until_ready(work, now)
    if due_nudges.due(work, now, 1) or (wait is not None and wait <= soon):
        return Outlook(is_idle=False)
    return Outlook(is_idle=True, alarm=due_nudges.next_alarm(work, now))

"""What the clock does besides reminders and digests: it rings what the features have set."""

from datetime import datetime

from care.registry import registry
from store import alarms
from store.work import Work


def ring(work: Work, now: datetime, alarm_id: int) -> None:
    """Once: it is over by then, and may be set anew. A kind of another version does nothing."""
    due = alarms.take(work, alarm_id, now)
    kind = registry(work).alarms.get(due.kind) if due else None
    if due and kind:
        kind.ring(work, now, due.subject_id)

"""What a customer says of us, whoever has asked them: each feature that keeps it is told."""

from datetime import datetime

from care.registry import registry
from domain.satisfaction import Verdict
from store.work import Work


def record(work: Work, now: datetime, customer_id: int, verdict: Verdict) -> None:
    """Before the caller records its own action, of which this is a part: one *undo* takes back
    both.
    """
    for feature in registry(work).features:
        if feature.verdict:
            feature.verdict(work, now, customer_id, verdict)

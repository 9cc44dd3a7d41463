"""What follows from an action, or from its undo: each feature's hook, given what has changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care.registry import registry
from store.work import Change, Work


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """Before the customer is planned anew. What a hook changes goes with the action; no hook is
    called for what another one does.
    """
    if work.is_following:
        return
    within, noted = replace(work, is_following=True), tuple(changes)
    for feature in registry(work).features:
        if feature.follow:
            feature.follow(within, now, customer_id, noted)

"""What follows from an action, or from its undo: each feature's hook, given what has changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care.registry import registry
from store.work import Change, Work


class HookActs(Exception):
    """A hook has recorded an action: what it changes belongs to the one that it follows."""


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """Before the customer is planned anew. What a hook changes goes with the action, and leads to
    no other hook. Raises HookActs.
    """
    if work.is_following:
        raise HookActs
    within, noted = replace(work, is_following=True), tuple(changes)
    for feature in registry(work).features:
        if feature.follow:
            feature.follow(within, now, customer_id, noted)

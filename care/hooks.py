"""What follows from an action, or from its undo: each feature's hook, given what has changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care.loading import Loaded
from care.registry import registry
from store.work import Change, Work


class HookActs(Exception):
    """A hook has recorded an action: what it changes belongs to the one that it follows."""


def follow(
    work: Work,
    now: datetime,
    customer_id: int,
    changes: Sequence[Change],
    held: Loaded | None = None,
) -> None:
    """Before the customer is planned anew. What a hook changes goes with the action, and leads to
    no other hook. `held` are the facts as they are by now, where they are known. Raises HookActs.
    """
    if work.is_following:
        raise HookActs
    work.lately = (len(work.changes), held) if held else None
    within, known = replace(work, is_following=True), tuple(changes)
    for feature in registry(work).features:
        if feature.follow:
            feature.follow(within, now, customer_id, known)
    work.lately = within.lately

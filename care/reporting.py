"""Who reports to whom: a manager says so, of anybody of the team."""

from datetime import datetime

from care import digests, morning_lists, readers
from care.heed import allow
from domain.errors import NotUnderstood, Over
from domain.messages import Message
from domain.teammates import Permission, Teammate
from domain.wording import reporting as wording
from store import actions, reporting, teammates
from store.work import Work

ACTION = "manager"
NOBODY = {"none", "nobody", "-"}


def change(work: Work, now: datetime, mate: Teammate, words: str) -> Message:
    """Raises NotAllowedHere, NotUnderstood, and Over where it is so already or would be a loop."""
    allow(work, Permission.SET_UP)
    manager = _read(work, words)
    _fits(work, mate, manager)
    teammates.change(work, mate.id, manager_id=manager.id if manager else None)
    action_id = actions.write(work, ACTION, now, why=f"{mate.name}: {words}")
    follow(work, now)
    return wording.changed(mate, manager, action_id)


def follow(work: Work, now: datetime) -> None:
    """Whoever leads somebody by now gets a digest."""
    for each in teammates.leaders(work):
        digests.plan_next(work, now, each)
    morning_lists.plan_all(work, now)


def _read(work: Work, words: str) -> Teammate | None:
    if not words:
        raise NotUnderstood("Whom do they report to? Write a name behind it, or none.")
    return None if words.casefold() in NOBODY else readers.meant(work, words)


def _fits(work: Work, mate: Teammate, manager: Teammate | None) -> None:
    if (manager.id if manager else None) == mate.manager_id:
        raise Over(wording.so_already(mate, manager))
    if manager and manager.id == mate.id:
        raise Over("Nobody reports to themselves.")
    if manager and reporting.lines(work).would_loop(mate.id, manager.id):
        raise Over(wording.a_loop(mate, manager))

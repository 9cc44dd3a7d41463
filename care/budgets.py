"""How many new reminders a day somebody gets: anybody says so for themselves, a manager for all."""

from datetime import datetime

from care import numbers, team_rights
from domain.attention_numbers import LEAST, MOST, AttentionNumbers
from domain.errors import NotUnderstood, Over
from domain.messages import Message, Named, line
from domain.teammates import Teammate
from domain.wording import receipts
from store import actions, teammates
from store.work import Work

ACTION = "budget"
AS_ALL = {"default", "none", "-"}
"""Instead of a number: as many as everybody gets."""


def of(work: Work, mate: Teammate) -> int:
    return mate.budget or numbers.of(work, AttentionNumbers).reminders_a_day


def change(work: Work, now: datetime, mate: Teammate, words: str) -> Message:
    """Raises ManagersOnly, NotUnderstood, or Over where it is so already."""
    team_rights.allow_about(work, mate, f"{ACTION} {words}")
    budget = _read(words)
    if budget == mate.budget:
        raise Over(f"{mate.name} gets up to {of(work, mate)} new reminders a day already.")
    teammates.change(work, mate.id, budget=budget)
    action_id = actions.write(work, ACTION, now, why=f"{mate.name}: {words}")
    most = budget or numbers.of(work, AttentionNumbers).reminders_a_day
    headline = line("🎚️ ", Named(mate.name), f" gets up to {most} new reminders a day from now on.")
    note = line("What a customer waits for comes all the same, and takes the place of another.")
    return receipts.told(headline, (note,), receipts.undo(action_id))


def _read(words: str) -> int | None:
    if words.casefold() in AS_ALL:
        return None
    if not (words.isdecimal() and LEAST <= int(words) <= MOST):
        like = f"{LEAST} to {MOST}, or default for as many as everybody gets"
        raise NotUnderstood(f"How many new reminders a day? Write {like}.")
    return int(words)

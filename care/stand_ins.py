"""Who stands in for somebody who is away."""

from datetime import date, datetime, timedelta

from care import managers, readers, team_rights
from domain.absences import on
from domain.errors import NotUnderstood, Over
from domain.messages import Message
from domain.teammates import Teammate
from domain.wording import absences as wording
from store import actions, handing_over, teammates
from store.work import Work

ACTION = "stand-in"
A_YEAR = timedelta(days=365)
NOBODY = {"none", "nobody", "-"}


def proposed(work: Work, now: datetime, mate: Teammate, day: date) -> Teammate | None:
    """Whoever was named beforehand, else knows their customers best, else leads them; as long as
    they are there on that day.
    """
    closest = handing_over.closest_to(work, mate.id, now - A_YEAR)
    ids = (mate.stand_in_id, closest)
    every = [teammates.by_id(work, each) for each in ids if each]
    return next(
        (
            each
            for each in (*every, *managers.of_teammate(work, mate))
            if each and _is_there(each, day) and each.id != mate.id
        ),
        None,
    )


def _is_there(mate: Teammate, day: date) -> bool:
    return mate.is_of_team and on(mate.absences, day) is None


def change(work: Work, now: datetime, mate: Teammate, words: str) -> Message:
    """Named for whenever they are away. Raises TheirsOnly, NotUnderstood, Over."""
    team_rights.allow_about(work, mate, f"{ACTION} {words}")
    if not words:
        raise NotUnderstood("Who stands in? Write a name behind it, or none.")
    other = None if words.casefold() in NOBODY else readers.meant(work, words)
    if other and other.id == mate.id:
        raise Over("Nobody stands in for themselves.")
    if mate.stand_in_id == (other.id if other else None):
        raise Over(f"{other.name if other else 'Nobody'} stands in for {mate.name} already.")
    teammates.change(work, mate.id, stand_in_id=other.id if other else None)
    action_id = actions.write(work, ACTION, now, why=f"{mate.name}: {words}")
    return wording.named(mate, other, action_id)

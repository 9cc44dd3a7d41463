"""Teammates as messages name them."""

from collections.abc import Iterable

from domain.messages import Person
from domain.teammates import Teammate
from store import teammates
from store.work import Work


def person(teammate: Teammate | None) -> Person | None:
    return Person(teammate.name, teammate.user_id) if teammate else None


def named(work: Work, ids: Iterable[int | None]) -> dict[int, Person]:
    """Everybody of these, as messages name them."""
    found = teammates.by_ids(work, {each for each in ids if each})
    return {each: Person(mate.name, mate.user_id) for each, mate in found.items()}


def name(work: Work, teammate_id: int | None) -> str:
    """What one of them is called at the beginning of a sentence."""
    known = named(work, [teammate_id]).get(teammate_id or 0)
    return known.name if known else "Somebody"

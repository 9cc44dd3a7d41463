"""Planning on write: whatever changed a customer's facts ends here, in the same transaction."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from care import calendars, loading, people, plans
from care.loading import Loaded
from care.plans import NO_CAUSE, Cause, Plan, Step
from care.registry import registry
from domain import coverage
from domain.calendar import Calendar
from domain.nudges import Nudge
from domain.wording.receipts import Outcome
from store import customers, nudge_posts, nudges, planned_nudges
from store.work import Work

log = logging.getLogger("heed.planning")


def replan(
    work: Work,
    now: datetime,
    customer_id: int,
    cause: Cause = NO_CAUSE,
    held: Loaded | None = None,
) -> Outcome:
    """Keeps exactly the nudges that are called for; says which are over and which are new. `held`
    are the facts as they are, where they were loaded under the customer's lock.
    """
    loaded = held or loading.hold(work, (customer_id,)).get(customer_id)
    if loaded is None:
        return Outcome()
    plan = plans.decide(work, now, loaded, cause)
    ids = _save(work, [plan])
    return Outcome(ended=_news(plan.ended, ids), planned=_news(plan.planned, ids))


def replan_all(work: Work, now: datetime, customer_ids: Iterable[int]) -> None:
    """Many at once."""
    _save(work, _decided(work, now, customer_ids))


def reckon_anew(work: Work, now: datetime, *customer_ids: int) -> None:
    """After working time, a number or the owner's clock changed: nothing keeps the old hours."""
    made = _decided(work, now, customer_ids)
    _save(work, [plans.look_anew(work, now, plan) for plan in made])


def reckon_each_anew(work: Work, now: datetime, customer_ids: Iterable[int]) -> None:
    """The same; one that can't be planned must not keep the others from it."""
    made = _decided_if_possible(work, now, customer_ids)
    _save(work, [plans.look_anew(work, now, plan) for plan in made])


def look_anew(work: Work, now: datetime, customer_id: int) -> None:
    """What was held back until another clock's morning is looked at now; so is what may lapse."""
    if loaded := loading.load(work, (customer_id,)).get(customer_id):
        _save_nudges(work, [plans.look_anew(work, now, Plan(loaded=loaded))])


def refresh(work: Work, nudge_id: int) -> Nudge:
    """Brings status, next look and posts in line with what was done to the nudge."""
    before = nudges.need(work, nudge_id)
    after = plans.settled(work, before, lambda: _calendar(work, before))
    if after != before:
        values = {"status": after.status, "due_at": after.due_at, "failures": after.failures}
        nudges.note(work, nudge_id, **values)
    show(work, after)
    return after


def show(work: Work, *shown: Nudge) -> None:
    """Their posts are to say what is true now."""
    nudge_posts.show_all_anew(work, shown)


def _calendar(work: Work, nudge: Nudge) -> Calendar | None:
    customer = customers.ever(work, nudge.customer_id)
    owner = people.owner(work, customer) if customer else None
    return calendars.presence_of_owner(work, owner) if customer else None


def _decided(work: Work, now: datetime, customer_ids: Iterable[int]) -> list[Plan]:
    held = loading.hold(work, customer_ids).values()
    return [plans.decide(work, now, each) for each in held]


def _decided_if_possible(work: Work, now: datetime, customer_ids: Iterable[int]) -> list[Plan]:
    made = []
    for customer_id, load in loading.hold_each(work, customer_ids).items():
        try:
            made.append(plans.decide(work, now, load()))
        except SQLAlchemyError:
            raise
        except Exception:
            log.exception("customer %s could not be planned anew", customer_id)
    return made


def _save(work: Work, made: Sequence[Plan]) -> Mapping[tuple[int, str], int]:
    standing = registry(work).plays.standing
    there = [standing(plan.loaded.facts) for plan in made if not plan.loaded.is_gone]
    customers.note_care(work, [(facts.customer, coverage.care(facts)) for facts in there])
    return _save_nudges(work, made)


def _save_nudges(work: Work, made: Sequence[Plan]) -> Mapping[tuple[int, str], int]:
    """Each table in one statement; the ids of what is there now, by customer and key."""
    moves = [move for plan in made for move in plan.moves()]
    there = [(before, after) for before, after in moves if after and after != before]
    new = [each.nudge for plan in made for each in plan.planned if not each.before]
    planned_nudges.remove_all(work, [before for before, after in moves if not after])
    planned_nudges.rename_all(work, [it for before, it in there if it.key != before.key])
    ids = planned_nudges.keep_all(work, [*(after for _, after in there), *new])
    show(work, *(each.nudge for plan in made for each in plan.steps if each.is_shown))
    return ids


def _news(steps: Iterable[Step], ids: Mapping[tuple[int, str], int]) -> tuple[Nudge, ...]:
    told = (step.nudge for step in steps if step.is_news)
    return tuple(replace(nudge, id=nudge.id or ids[nudge.customer_id, nudge.key]) for nudge in told)

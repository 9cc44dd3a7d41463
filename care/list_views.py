"""What somebody's morning list says, as of now, and what can be asked about it."""

from collections.abc import Sequence
from datetime import date, datetime

from care import calendars, people, selection
from care.registry import registry
from domain import calendar
from domain.messages import Message
from domain.nudges import Nudge
from domain.plays import Scene
from domain.teammates import Teammate
from domain.wording.morning_lists import MorningList, Row
from store import morning_lists, nudges, places, teammates
from store.morning_lists import AFTERNOON, MORNING
from store.work import Work


def say(work: Work, now: datetime, list_id: int) -> Message | None:
    told = gather(work, now, list_id)
    return told.say() if told else None


def is_pointless(work: Work, list_id: int) -> bool:
    """Whether all of it is done before it was sent."""
    rows = [nudge_id for nudge_id, _, is_link in morning_lists.rows(work, list_id) if not is_link]
    return not any(each.is_waiting for each in nudges.by_ids(work, rows))


def of_day(work: Work, now: datetime, mate: Teammate, day: date) -> MorningList | None:
    """That which stands in somebody's digest of that day, if there is any."""
    row = morning_lists.on(work, mate.id, day, MORNING)
    told = gather(work, now, row.id) if row else None
    return told if told and told.rows else None


def gather(work: Work, now: datetime, list_id: int) -> MorningList | None:
    """As of now; None where it is there no more."""
    row = morning_lists.by_id(work, list_id)
    mate = teammates.by_id(work, row.teammate_id) if row else None
    if row is None or mate is None:
        return None
    place = places.for_teammates(work, {mate.id}).get(mate.id)
    rows = morning_lists.rows(work, list_id)
    elsewhere = _rows(work, now, mate, [each for each in rows if each[2]])
    ends = calendars.of_teammate(work, mate).day_end(now)
    two = calendar.moment(row.local_date, selection.AFTERNOON, mate.clock)
    return MorningList(
        id=list_id,
        name=mate.name.split(" ")[0],
        now=now,
        zone=mate.clock,
        rows=_rows(work, now, mate, [each for each in rows if not each[2]]),
        elsewhere=elsewhere,
        place=place.name if place else "",
        is_more=row.part == AFTERNOON,
        is_whole=row.part == MORNING and not elsewhere and two < ends,
    )


def _rows(
    work: Work, now: datetime, mate: Teammate, found: Sequence[tuple[int, int, bool]]
) -> list[Row]:
    """A customer a line, in their order."""
    there = nudges.with_customers(work, [nudge_id for nudge_id, _, _ in found])
    named = people.named(work, {nudge.taken_by_id for nudge, _ in there})
    told = []
    for customer in {each.id: each for _, each in there}.values():
        theirs = [nudge for nudge, each in there if each.id == customer.id]
        scene = Scene(now=now, zone=mate.clock, customer=customer, plays=registry(work).plays)
        first, *others = sorted(theirs, key=lambda it: _order(scene, it))
        taker = named.get(first.taken_by_id or 0) if first.taken_by_id != mate.id else None
        others = [each for each in others if each.is_waiting]
        taken_by = taker.name if taker else ""
        told.append(Row(first=first, scene=scene, others=others, taken_by=taken_by))
    return told


def _order(scene: Scene, nudge: Nudge) -> tuple[bool, int, datetime, int]:
    return not nudge.is_waiting, scene.plays.need(nudge), nudge.late_at, nudge.id

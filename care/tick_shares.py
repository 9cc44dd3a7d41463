"""Whose share of a tick list a customer stands in: told to them once, and edited ever after."""

from collections.abc import Sequence
from datetime import datetime

from care import calendars, direct_messages, people
from domain.teammates import Teammate
from domain.tick_lists import ROW, SHARE, Ticked, TickList, whose
from store import alarms, posts, teammates, tick_lists
from store.work import Change, Work


def share_out(work: Work, now: datetime, made: TickList) -> None:
    """Whoever has a customer on it, and no share yet, gets one."""
    known = tick_lists.shares(work, made.id)
    rows = tick_lists.rows(work, made.id)
    mates = of_team(work)
    for mate_id in sorted({whose(row, made, list(mates)) for row in rows} - known.keys()):
        share_id = tick_lists.add_share(work, made.id, mate_id)
        _tell(work, now, made, share_id, mates.get(mate_id))
    refresh(work, made.id)


def share_all_out(work: Work, now: datetime) -> None:
    """After customers have gone to somebody else."""
    for made in tick_lists.standing(work):
        share_out(work, now, made)


def _tell(work: Work, now: datetime, made: TickList, share_id: int, mate: Teammate | None) -> None:
    """At once to whoever began it; to others in their working time."""
    theirs = calendars.in_zone(work, mate.clock) if mate else None
    if theirs and mate and mate.id != made.begun_by_id and not theirs.is_working(now):
        alarms.put(work, SHARE, share_id, theirs.morning(now))
    elif mate:
        direct_messages.tell(work, now, mate.id, SHARE, share_id)


def bring(work: Work, now: datetime, share_id: int) -> None:
    """The clock's: their morning has come."""
    share = tick_lists.share(work, share_id)
    if share:
        direct_messages.tell(work, now, share.teammate_id, SHARE, share_id)


def refresh(work: Work, list_id: int) -> None:
    for share_id in tick_lists.shares(work, list_id).values():
        posts.show_anew(work, SHARE, share_id)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A row was ticked, or its tick taken back; a customer has another name, or another owner."""
    changed = {change.table for change in changes}
    theirs = {name for each in changes if each.table == "customer" for name in each.before or ()}
    if ROW not in changed and not theirs & {"name", "owner_id", "gone"}:
        return
    for list_id in tick_lists.with_customer(work, customer_id):
        made = tick_lists.by_id(work, list_id)
        if made and "owner_id" in theirs:
            share_out(work, now, made)
        else:
            refresh(work, list_id)


def of_team(work: Work) -> dict[int, Teammate]:
    """Who can have a share, by their ids."""
    return {mate.id: mate for mate in teammates.everybody(work) if mate.is_of_team}


def of_mate(work: Work, made: TickList, teammate_id: int) -> list[Ticked]:
    """The rows of somebody's share."""
    mates = list(of_team(work))
    rows = tick_lists.rows(work, made.id)
    return [row for row in rows if whose(row, made, mates) == teammate_id]


def began(work: Work, made: TickList) -> str:
    return people.name(work, made.begun_by_id)

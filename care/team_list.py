"""Who is of the team; for a manager, what each has to do."""

from datetime import datetime

from care import budgets, capacity
from care.heed import allow
from domain.messages import Message
from domain.teammates import Permission, Teammate
from domain.wording import team_list as wording
from domain.wording.lists import LAST_PAGE, Page
from domain.wording.team_list import Share
from store import customer_lists, reporting, teammates, workload
from store.work import Work


def show(work: Work, now: datetime, number: int = 0) -> Message:
    """Everybody sees who is there, and what they themselves have."""
    reader = allow(work, Permission.SEE)
    mates = sorted(teammates.everybody(work), key=lambda mate: mate.name.casefold())
    ours = [mate for mate in mates if mate.is_of_team]
    owned, waits = customer_lists.owned(work), workload.tally(work, now, now)

    reports, named = reporting.lines(work), {mate.id: mate.name for mate in ours}
    full = {mate.id: load for mate, load in capacity.overloads(work)}

    def share(mate: Teammate) -> Share | None:
        if not reports.may_read(reader.id, mate.id):
            return None
        theirs = [each for each in waits if each.whose == mate.id]
        late = sum(each.number for each in theirs if each.is_late)
        total = sum(each.number for each in theirs)
        return Share(
            customers=owned.get(mate.id, 0),
            waiting=total,
            late=late,
            budget=budgets.of(work, mate),
            overload=full.get(mate.id),
            manager=named.get(mate.manager_id or 0),
        )

    today = now.astimezone(reader.clock).date()
    page = Page(ref="", number=min(number, LAST_PAGE), action_id="team.turn")
    return wording.team([(mate, share(mate)) for mate in ours], page, reader, today)

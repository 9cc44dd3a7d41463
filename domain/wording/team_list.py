"""The team, a line each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.absences import coming
from domain.capacity import Overload
from domain.customer_lists import Wanted
from domain.messages import Button, Count, Item, Line, Message, Named, Person, line
from domain.teammates import Teammate
from domain.wording import absences, capacity, customer_lists, lists, working_time
from domain.wording.lists import Page

ALONE = line(
    "Nobody else is here yet. Others come along as they type something to me, or with a channel"
    " that I am invited to."
)


@dataclass(frozen=True, kw_only=True)
class Share:
    """What somebody has to do, and how many new reminders a day they get at most."""

    customers: int
    waiting: int
    late: int
    budget: int
    overload: Overload | None = None
    manager: str | None = None


def team(
    mates: Sequence[tuple[Teammate, Share | None]], page: Page, reader: Teammate, today: date
) -> Message:
    """Without a share for whoever's the reader may not see."""
    names = {mate.id: mate.name for mate, _ in mates}
    rows = [_row(mate, share, _away(mate, today, names)) for mate, share in mates]
    told = lists.paged(line("👥 The team"), rows, page, len(rows), "teammate")
    is_alone = [mate.id for mate, _ in mates] == [reader.id]
    notes = (*told.notes, ALONE) if is_alone else told.notes
    return Message(
        id="customers",
        headline=told.headline,
        items=told.items,
        notes=notes,
        actions=told.actions,
    )


def _away(mate: Teammate, today: date, names: Mapping[int, str]) -> Line:
    """Each absence that is not over; who stands in, for that and for any other."""
    there = coming(mate.absences, today)
    told = [absences.until(each, today, names.get(each.stand_in_id or 0, "")) for each in there]
    named = names.get(mate.stand_in_id or 0)
    always = line(" · ", Named(named), " stands in when they are away") if named else ()
    return (*always, *(part for each in told for part in each))


def _row(mate: Teammate, share: Share | None, away: Line) -> Item:
    manages = " · manager" if mate.is_manager else ""
    who = line(Person(mate.name, mate.user_id), manages, *working_time.own(mate), *away)
    if share is None:
        return Item(line=who)
    first = customer_lists.page(mate.id, Wanted(), 0)
    way = Button(action_id=first.action_id, ref=first.ref, label="Customers")
    return Item(line=line(*who, *_told(share)), actions=(way,))


def _told(share: Share) -> Line:
    late = f", {share.late} of it late" if share.late else ""
    waits = Count(share.waiting, "reminder waits", "reminders wait")
    most = f" · up to {share.budget} a day"
    full = line("; they ", *capacity.short(share.overload)) if share.overload else ()
    leads = (" · reports to ", Named(share.manager)) if share.manager else ()
    return line(*leads, " · ", Count(share.customers, "customer"), " · ", waits, late, most, *full)

"""When customers of an import are first asked about: within some working days, the best first."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from care import budgets, numbers
from care.import_groups import Group
from domain.attention import RUNG
from domain.attention_numbers import AttentionNumbers
from domain.calendar import Calendar
from domain.coverage import CareNumbers
from domain.customers import Rung
from domain.settings import Chosen
from domain.teammates import Teammate
from store.work import Work


class Spread:
    """First dates over some working days: of each owner's customers, in their order, as many on one
    day as on another.
    """

    def __init__(self, now: datetime, days: int, groups: Sequence[Group]) -> None:
        self._now = now
        self._over = days
        self._all = Counter(_owner_id(each.owner) for each in groups)
        self._dealt: Counter[int | None] = Counter()
        self._days: dict[Calendar, list[datetime]] = {}

    def next(self, owner: Teammate | None, calendar: Calendar) -> datetime:
        whose = _owner_id(owner)
        turn = self._dealt[whose] * self._over // max(self._all[whose], self._over)
        self._dealt[whose] += 1
        return self._mornings(calendar)[turn]

    def _mornings(self, calendar: Calendar) -> list[datetime]:
        if calendar not in self._days:
            mornings = [calendar.next_morning(self._now)]
            while len(mornings) < self._over:
                mornings.append(calendar.next_morning(mornings[-1]))
            self._days[calendar] = mornings
        return self._days[calendar]


def _owner_id(owner: Teammate | None) -> int | None:
    return owner.id if owner else None


def best_first(groups: Sequence[Group]) -> list[Group]:
    """One of our best, what they bring in a year, and how far they have come."""
    return sorted(groups, key=_goodness, reverse=True)


def _goodness(group: Group) -> tuple[bool, float, float]:
    rung = group.values.get("rung", Rung.PROSPECT)
    worth = group.values.get("worth") or 0
    return bool(group.values.get("is_star")), float(worth), RUNG[rung]


def begun(now: datetime, eased_until: datetime, group: Group, chosen: Chosen) -> datetime:
    """From when on we count: whoever was never spoken to, as far as is known, is waited for by the
    day on which they may first be asked about.
    """
    interval = chosen.of(CareNumbers).interval(group.values.get("rung", Rung.PROSPECT))
    since = max(now, eased_until)
    return since if group.last_contact or interval is None else since - interval


def days(work: Work, groups: Sequence[Group], least: int) -> int:
    """In how many working days all of these have had their first word, as budgets allow."""
    owners = {_owner_id(each.owner): each.owner for each in groups}
    number = Counter(_owner_id(each.owner) for each in groups)
    usual = numbers.of(work, AttentionNumbers).reminders_a_day
    a_day = {id_: budgets.of(work, mate) if mate else usual for id_, mate in owners.items()}
    return max([least, *(-(-number[id_] // a_day[id_]) for id_ in number)])

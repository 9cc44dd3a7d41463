"""The manager's morning: at most ten lines, headline included; each opens what is behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.coverage import CareNumbers
from domain.messages import Button, Count, Item, Line, Message, Named, Person, joined, line
from domain.shares import Covered
from domain.wording import coverage

NAMED = 4
"""People named in a line before the rest is summed up."""

DAYS_NAMED = 7
"""From so many days on, a weekday needs its date."""

ROOM = 5
"""Lines of all sections together: ten are in the whole, headline and frame included."""

PRESSING = 3
"""Lines beneath a manager's own list."""

Tally = Sequence[tuple[Person | None, int]]
OTHERS = Person("others", "")
"""Those who report to somebody else."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a section may say: of whose customers ("all", or "mine"), and in how many lines."""

    scope: str
    most: int


@dataclass(frozen=True, kw_only=True)
class Digest:
    """`scope` is "all", or "mine" for a teammate's own customers.

    `covered` says how many customers have heard from us in time, `care` what that is worth. `since`
    is the day of the digest before today's, from whose midnight on `done` counts: the last working
    day, unless it `has_gap`, and digests since then never came. `refused` reminders could not be
    posted in a channel, and `unasked` of them have reached nobody yet. `late` are customers, of
    whom the `longest` are named. `period` is "week" where
    it covers a week instead.
    """

    today: date
    since: date
    now: datetime
    zone: ZoneInfo
    name: str
    scope: str
    done: Tally
    due: Tally
    late: Tally
    covered: Covered
    care: CareNumbers
    longest: Sequence[str] = ()
    sections: Sequence[Item] = ()
    has_gap: bool = False
    refused: int = 0
    unasked: int = 0
    period: str = ""

    def say(self) -> Message:
        items = tuple(self._facts())
        greeting = f"☀️ {phrases.greeting(self.now, self.zone)}, {self.name}"
        gap = f"This covers the days {self._since}, for no digest got through meanwhile."
        if self._is_quiet:
            told = f"{greeting}: {QUIET} {gap}" if self.has_gap else f"{greeting}: {QUIET}"
            return Message(id="digest", headline=line(told))
        told = f"{greeting}. {gap}" if self.has_gap else greeting
        return Message(id="digest", headline=line(told), items=items)

    def below(self, list_: Message) -> Message:
        """A manager's own list, with what presses most of the team's beneath."""
        late = (self._late(),) if self.late else ()
        pressing = (*late, *self.sections, *self._refused(), self._coverage())[:PRESSING]
        whole = Button(action_id="digest.whole", ref="", label="Whole digest")
        return replace(
            list_,
            id="digest",
            items=(*list_.items, *pressing),
            actions=(*list_.actions, whole),
        )

    @property
    def _since(self) -> str:
        """In words; a weekday alone says which one only for a week."""
        days = (self.today - self.since).days
        if days == 1:
            return "yesterday"
        weekday = f"since {self.since:%A}"
        return weekday if days < DAYS_NAMED else f"{weekday}, {self.since.day} {self.since:%B}"

    @property
    def _is_quiet(self) -> bool:
        nothing = not (self.done or self.due or self.late or self.refused or self.sections)
        return nothing and not self.covered.waiting

    def _facts(self) -> Iterable[Item]:
        kind = f"done {self.period}".strip()
        yield self._tally(line(f"✅ Done {self._since}"), "contact", self.done, kind)
        yield self._tally(line("📌 Due today"), "reminder", self.due, "due")
        yield from self.standing()

    def standing(self) -> Iterable[Item]:
        """How the team stands right now, whatever the day."""
        yield self._late()
        yield from self._refused()
        yield from self.sections
        yield self._coverage()

    def _late(self) -> Item:
        """Customers, and by name only who has waited longest."""
        told = self._tally(line("⏰ Late"), "customer", self.late, "late")
        if not self.longest:
            return told
        return replace(told, line=line(*told.line, "; longest ", *phrases.listed(self.longest)))

    def _tally(self, label: Line, noun: str, tally: Tally, kind: str) -> Item:
        total = sum(number for _, number in tally)
        if not total:
            return Item(line=line(*label, ": nothing"))
        people = joined(
            line(Named(person.name) if person else "nobody", f" {number}")
            for person, number in tally[:NAMED]
        )
        others = (" and ", Count(len(tally) - NAMED, "other")) if len(tally) > NAMED else ()
        told = line(*label, ": ", Count(total, noun), " – ", *people, *others)
        return Item(line=told, actions=(self._open(kind),))

    def _refused(self) -> Iterable[Item]:
        if not self.refused:
            return
        told = line("⚠️ Refused by the channel: ", Count(self.refused, "reminder"))
        if not self.unasked:
            told = line(*told, ", asked in private instead")
        elif self.unasked == self.refused:
            told = line(*told, ", not asked of anybody yet")
        else:
            told = line(*told, f", {self.unasked} of them not asked of anybody yet")
        yield Item(line=told, actions=(self._open("refused"),))

    def _coverage(self) -> Item:
        shares = (replace(self._open("coverage"), label="By rung"),) if self.covered.counted else ()
        waiting = (self._open("beyond"),) if self.covered.waiting else ()
        return Item(line=coverage.told(self.covered, self.care), actions=(*waiting, *shares))

    def _open(self, kind: str) -> Button:
        return opening(kind, self.scope, self.today)


def opening(kind: str, scope: str, today: date) -> Button:
    """To the rows behind a line of that day's digest."""
    return Button(action_id="digest.open", ref=f"{kind}:{scope}:{today.isoformat()}", label="Open")


def given_up(number: int, scope: str, today: date) -> tuple[Item, ...]:
    """What nobody got to for so long that it rests for a week."""
    told = line(
        "🕊️ Nobody got to ",
        Count(number, "customer"),
        ": each is asked for again in a week, unless its day is over",
    )
    return (Item(line=told, actions=(opening("given up", scope, today),)),)


def of_customers(
    mark: str, told: Iterable[tuple[str, Line]], more: Count, way: Button
) -> tuple[Item, ...]:
    """A section with a customer a line, by id; `more` are those for whom it has no room, who stand
    behind `way`.
    """
    shown = tuple(
        Item(
            line=line(f"{mark} ", *each),
            actions=(Button(action_id="customer.card", ref=ref, label="Open"),),
        )
        for ref, each in told
    )
    return (*shown, Item(line=line(f"{mark} and ", more), actions=(way,))) if more.number else shown


WEEK = "week"
"""The period of a digest that covers one."""

QUIET = "all is quiet. Nothing is due, nothing is late, everybody heard from us in time."

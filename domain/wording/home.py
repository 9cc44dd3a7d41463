"""Home: what waits for me, whom I care for, what I did; and for a manager, how the team stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customers import Customer
from domain.forms import Source
from domain.messages import (
    Action,
    Button,
    Count,
    Finder,
    Item,
    Line,
    Message,
    Named,
    Weight,
    joined,
    line,
)
from domain.touches import Kind
from domain.wording.digests import Digest


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some of a teammate's customers, whoever needs care first; `number` counts from 0."""

    customers: Sequence[Customer]
    number: int
    size: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Home:
    """`team` and `nobodys` are for managers alone; `zone` is the clock of whoever looks.
    `welcome` are the features' buttons.
    """

    name: str
    now: datetime
    zone: ZoneInfo
    due: Message
    mine: Page
    week: Sequence[tuple[Kind, int]]
    team: Digest | None = None
    nobodys: int = 0
    welcome: tuple[Action, ...] = ()

    def sections(self) -> tuple[Message, ...]:
        """Each with a headline of its own, in the order in which they matter."""
        team = (self._team(self.team),) if self.team else ()
        return (self._welcome(), self.due, *team, self._mine(), self._week())

    def say(self) -> Message:
        """All of it as one message, for where there is no page to put it on."""
        first, *others = self.sections()
        items = [fact for section in others for fact in _flat(section)]
        notes = tuple(note for section in others for note in section.notes)
        return Message(
            id="home",
            headline=first.headline,
            items=tuple(items),
            notes=notes,
            actions=first.actions,
        )

    def _welcome(self) -> Message:
        greeting = phrases.greeting(self.now, self.zone)
        return Message(
            id="welcome",
            headline=line(f"👋 {greeting}, {self.name}"),
            actions=(
                _form("touch.ask", "Log a contact", Weight.MAIN),
                *self.welcome,
                _form("customer.ask", "Add a customer"),
                Finder(
                    action_id="customer.find", label="Find a customer …", source=Source.CUSTOMERS
                ),
            ),
        )

    def _mine(self) -> Message:
        if not self.mine.total:
            told = line("🪜 No customer is yours yet")
            hint = line("Add one, or open a customer's card and choose Edit to make it yours.")
            return Message(id="mine", headline=told, notes=(hint,))
        return Message(
            id="mine",
            headline=line(
                "🪜 Your ",
                Count(self.mine.total, "customer"),
                *(line(", most in need of care first") if self.mine.total > 1 else ()),
            ),
            items=tuple(_open(each, self._care(each)) for each in self.mine.customers),
            notes=tuple(self._where()),
            actions=tuple(self._turns()),
        )

    def _care(self, customer: Customer) -> Line:
        reached = phrases.reached(customer, self.now, self.zone)
        heard = line(customer.rung, " · ", *reached)
        until = customer.cared_until
        if until is None or until >= self.now or customer.reached_at is None:
            return heard
        over = (self.now - until).days
        late = line(" · ⏳ ", Count(over, "day"), " too long") if over else line(" · ⏳ today")
        return line(*heard, *late)

    def _where(self) -> Iterable[Line]:
        page = self.mine
        if page.total > page.size:
            first = page.number * page.size + 1
            last = first + len(page.customers) - 1
            yield line(f"{first} to {last} of {page.total}")

    def _turns(self) -> Iterable[Action]:
        page = self.mine
        if page.number:
            yield Button(action_id="home.turn", ref=str(page.number - 1), label="Back")
        if (page.number + 1) * page.size < page.total:
            yield Button(action_id="home.turn", ref=str(page.number + 1), label="More")

    def _week(self) -> Message:
        total = sum(number for _, number in self.week)
        if not total:
            told = line("🌱 No contact logged by you this week yet")
            return Message(id="week", headline=told)
        today = self.now.astimezone(self.zone).date().isoformat()
        see = Button(action_id="digest.open", ref=f"week:mine:{today}", label="Open")
        told = line("🌱 Your week: ", Count(total, "contact"))
        return Message(
            id="week", headline=told, items=(Item(line=_kinds(self.week), actions=(see,)),)
        )

    def _team(self, digest: Digest) -> Message:
        ownerless = Count(self.nobodys, "customer has", "customers have")
        today = self.now.astimezone(self.zone).date().isoformat()
        see = Button(action_id="digest.open", ref=f"nobodys:all:{today}", label="Open")
        alone = Item(line=line("🫥 ", ownerless, " no owner"), actions=(see,))
        return Message(
            id="team",
            headline=line("📋 Your team"),
            items=(*digest.standing(), *([alone] if self.nobodys else [])),
        )


def _kinds(week: Sequence[tuple[Kind, int]]) -> Line:
    return joined(line(Count(number, _noun(kind))) for kind, number in week)


def _noun(kind: Kind) -> str:
    return "thank-you" if kind is Kind.THANKS else str(kind)


def _flat(section: Message) -> Iterable[Item]:
    """A section's headline, its facts, and what can be done about the whole."""
    yield Item(line=section.headline, actions=section.actions)
    yield from section.items


def _form(action_id: str, label: str, weight: Weight = Weight.PLAIN) -> Button:
    return Button(action_id=action_id, ref="", label=label, weight=weight, asks=True)


def _open(customer: Customer, about: Line) -> Item:
    see = Button(action_id="customer.card", ref=str(customer.id), label="Open")
    return Item(line=line(Named(customer.name), " · ", *about), actions=(see,))

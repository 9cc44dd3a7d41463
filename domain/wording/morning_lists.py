"""A person's morning: what they are asked today, a line each, and what else is theirs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import Action, Button, Count, Item, Line, Message, Moment, Named, joined, line
from domain.nudges import Nudge, Status
from domain.plays import Saying, Scene
from domain.precedence import Need
from domain.reactions import Meaning
from domain.wording import reminders

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
MINUTES = {Need.THANKS: 5, Need.PRAISE: 5, Need.OCCASION: 5, Need.RETURN: 10, Need.RISK: 15}
USUAL = 7
"""Minutes that a word with a customer takes, where none of the above is said of it."""

ROUND = 5
LINKED = 3
"""Of what stands elsewhere, so many are named."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What waits for one customer, as of now: one speaks, the others are told besides."""

    first: Nudge
    scene: Scene
    others: Sequence[Nudge] = ()
    taken_by: str = ""

    @property
    def saying(self) -> Saying:
        return self.scene.saying(self.first)

    @property
    def need(self) -> Need:
        return self.scene.plays.need(self.first)


@dataclass(frozen=True, kw_only=True)
class MorningList:
    """`elsewhere` is what is theirs and stands in the channel of that name. `is_whole` where
    nothing more will be asked before the afternoon; `is_more` is the afternoon's own.
    """

    id: int
    name: str
    now: datetime
    zone: ZoneInfo
    rows: Sequence[Row]
    elsewhere: Sequence[Row] = ()
    place: str = ""
    is_more: bool = False
    is_whole: bool = False

    def say(self) -> Message:
        waiting = [row for row in self.rows if row.first.is_waiting]
        headline = self._headline() if waiting else line(self._over())
        return Message(
            id="morning list",
            headline=headline,
            items=(*self._elsewhere(), *map(_item, self.rows)),
            actions=(self._button("more", "More"),) if waiting else (),
        )

    def _over(self) -> str:
        """Thanks are for what was done, not for what has gone."""
        done = [row.first.status is Status.DONE for row in self.rows]
        if all(done):
            return f"✅ All done, {self.name}. Thank you."
        if any(done):
            return f"✅ Nothing is left, {self.name}. Thank you."
        return f"🌿 Nothing of this list waits any more, {self.name}."

    def _headline(self) -> Line:
        number, minutes = len(self.rows), sum(MINUTES.get(row.need, USUAL) for row in self.rows)
        about = max(ROUND, round(minutes / ROUND) * ROUND)
        things = f"{NUMBERS[number] if number < len(NUMBERS) else number}"
        things += f"{' more' if self.is_more else ''} thing{'' if number == 1 else 's'}"
        greeting = "Good afternoon" if self.is_more else "Good morning"
        told = f"☀️ {greeting}, {self.name}. {things} today, about {about} minutes"
        return line(f"{told}; nothing else needs you before two." if self.is_whole else f"{told}.")

    def _elsewhere(self) -> Iterable[Item]:
        """What a customer waits for comes first in it; what comes today does not stand there yet
        when work begins.
        """
        waiting = [row for row in self.elsewhere if row.first.is_waiting]
        more = len(waiting) - LINKED
        way = Button(action_id="due.turn", ref=":0", label="Open")
        for is_there, where in ((True, "In #"), (False, "Today in #")):
            rows = [row for row in waiting[:LINKED] if bool(row.first.sent_at) is is_there]
            if not rows:
                continue
            place = line(where, Named(self.place), ": ") if self.place else line("Elsewhere: ")
            named = joined((line(*row.saying.alone) for row in rows), " · ")
            is_last = rows[-1] is waiting[:LINKED][-1]
            rest = (f" and {more} more",) if more > 0 and is_last else ()
            yield Item(line=line(*place, *named, *rest), actions=(way,) if is_last else ())

    def _button(self, name: str, label: str) -> Button:
        return Button(action_id=f"morning.{name}", ref=str(self.id), label=label)


def more(id_: int, rows: Sequence[Row]) -> Message:
    """All that can be done about what is left."""
    waiting = [row for row in rows if row.first.is_waiting]
    if not waiting:
        return Message(id="list more", headline=line("🌿 Nothing of that list waits any more."))
    why = Button(action_id="morning.why", ref=str(id_), label="Why this first?")
    every = Button(action_id="due.turn", ref=":0", label="All that waits")
    told = tuple(Item(line=line(*row.saying.alone), actions=_all_of(row)) for row in waiting)
    headline = line("📌 ", Count(len(waiting), "thing waits", "things wait"), " in this list")
    return Message(id="list more", headline=headline, items=told, actions=(why, every))


def which(rows: Sequence[Row], meaning: Meaning) -> Message:
    """A reaction on a list of several says what, and not about whom."""
    told = tuple(
        Item(line=line(*row.saying.alone), actions=(_meant(row, meaning),)) for row in rows
    )
    return Message(id="which", headline=line("👆 Which of these do you mean?"), items=told)


def _meant(row: Row, meaning: Meaning) -> Action:
    done, *others = reminders.actions(row.first, row.saying)
    by_id = {each.action_id: each for each in (done, *others)}
    names = {
        Meaning.TAKE: "nudge.take",
        Meaning.LATER: "nudge.later",
        Meaning.WAIVE: "nudge.ask_waive",
    }
    return by_id.get(names.get(meaning, ""), done)


def _all_of(row: Row) -> tuple[Action, ...]:
    card = Button(action_id="customer.card", ref=str(row.scene.customer.id), label="Card")
    return (*reminders.actions(row.first, row.saying), card)


def _item(row: Row) -> Item:
    nudge, saying = row.first, row.saying
    match nudge.status:
        case Status.DONE:
            return Item(line=line("✅ ", *saying.alone))
        case Status.SNOOZED if nudge.snoozed_until:
            back = Moment(nudge.snoozed_until, row.scene.zone.key)
            return Item(line=line("💤 ", *saying.alone, " · back ", back))
        case Status.TAKEN:
            told = line("👀 ", *saying.alone, *_taken(row))
            return Item(line=told, actions=() if row.taken_by else _done(row))
        case _ if nudge.is_waiting:
            return Item(line=line(*_spoken(row)), actions=_done(row))
        case _:
            return Item(line=line("⚪ ", *saying.alone))


def _taken(row: Row) -> Line:
    return line(" · ", Named(row.taken_by), " has it") if row.taken_by else ()


def _spoken(row: Row) -> Line:
    why = line(" · ", *row.saying.why[0]) if row.saying.why else ()
    also = joined((line(*row.scene.saying(each).alone) for each in row.others), "; ")
    return line(*row.saying.alone, *why, *(line(" Also: ", *also) if also else ()))


def _done(row: Row) -> tuple[Action, ...]:
    return reminders.actions(row.first, row.saying)[:1]

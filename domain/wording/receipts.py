"""What a person is told about what they just did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain import phrases
from domain.messages import (
    Action,
    Button,
    Count,
    Item,
    Line,
    Link,
    Message,
    Moment,
    Named,
    Text,
    Weight,
    Words,
    line,
)
from domain.nudges import Nudge
from domain.plays import Scene
from domain.touches import Direction, Sign, Touch
from domain.wording import questions


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What an action led to: reminders that are over, and those that are planned now."""

    ended: tuple[Nudge, ...] = ()
    planned: tuple[Nudge, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """One contact as it was read and kept, told on the clock of whoever typed it. `offers` are the
    features', and of others whom the line names, of whom `also` tells; `told` are the features'
    lines of what it has led to.

    `action_id` is the action that logged it, also after its kind was put right: *Undo* takes
    back the whole.
    """

    action_id: int
    scene: Scene
    touch: Touch
    outcome: Outcome = field(default_factory=Outcome)
    offers: tuple[Action, ...] = ()
    also: tuple[Line, ...] = ()
    told: tuple[Item, ...] = ()

    def say(self) -> Message:
        return Message(
            id="receipt",
            headline=line("📝 Logged for ", Named(self.scene.customer.name)),
            items=(*(Item(line=each) for each in self.facts()), *self.told, *self._asked()),
            notes=(*self.also, *self._read(), *changes(self.outcome, self.scene)),
            actions=tuple(self._actions()),
        )

    def facts(self) -> Iterable[Line]:
        touch = self.touch
        began = "they began" if touch.direction is Direction.THEIRS else "we began"
        who = "" if questions.is_unread(touch) else f" · {began}"
        signs = "".join(f" · {sign}" for sign in Sign if sign in touch.signs)
        at = Moment(touch.at, self.scene.zone.key)
        yield line(f"{touch.kind.capitalize()}{who}{signs} · ", at)
        if touch.words:
            yield line(Words(phrases.shorten(touch.words)))
        if touch.link:
            yield line("From ", Link(touch.link, "this message"))

    def _asked(self) -> Iterable[Item]:
        ref = f"{self.touch.id}:{self.action_id}"
        return questions.asked(self.touch, ref, self.scene.now, self.scene.zone)

    def _read(self) -> Iterable[Line]:
        if self.touch.hints and self.touch.hints.is_foreign:
            yield line("I read signs in English only: choose below what it was, and who began.")

    def _actions(self) -> Iterable[Action]:
        ref = f"{self.touch.id}:{self.action_id}"
        yield from self.offers
        yield from questions.menus(self.touch, ref, self.scene.now, self.scene.zone)
        yield Button(action_id="touch.change", ref=ref, label="Change", asks=True)
        yield undo(self.action_id)


def undo(action_id: int) -> Button:
    return Button(action_id="action.undo", ref=str(action_id), label="Undo")


def ask_undo(done: Sequence[Line], wanted: int, oldest_id: int, newest_id: int) -> Message:
    """Lists what would be taken back, newest first."""
    button = Button(
        action_id="action.undo_these",
        ref=f"{oldest_id}:{newest_id}",
        label="Take back all of it" if len(done) > 1 else "Take it back",
        weight=Weight.GRAVE,
    )
    fewer = line("There is no more of yours from today.") if len(done) < wanted else ()
    return Message(
        id="unclear",
        headline=line("↩️ Take back ", Count(len(done), "thing"), "? Newest first:"),
        items=tuple(Item(line=each) for each in done),
        notes=(fewer,) if fewer else (),
        actions=(button,),
    )


def changes(outcome: Outcome, scene: Scene) -> Iterable[Line]:
    """What else it led to, a line each; nothing where it led to nothing."""
    for nudge in outcome.ended:
        yield line("Over: ", *scene.saying(nudge).alone)
    for nudge in outcome.planned:
        yield line("Next: ", *next_up(nudge, scene))


def next_up(nudge: Nudge, scene: Scene) -> Line:
    headline = scene.saying(nudge).alone
    when = nudge.snoozed_until or nudge.ask_at
    stop = " " if headline[-1] == Text("?") else ", "
    if when <= scene.now:
        return line(*headline, f"{stop}now")
    return line(*headline, stop, Moment(when, scene.zone.key))


def told(headline: Line, items: Sequence[Line] = (), *actions: Action) -> Message:
    """A short answer to a click or a command."""
    return Message(
        id="answer",
        headline=headline,
        items=tuple(Item(line=each) for each in items),
        actions=actions,
    )


def taken_back(headlines: Sequence[Line], after: Iterable[Line]) -> Message:
    return Message(
        id="undone",
        headline=line("↩️ Taken back"),
        items=tuple(Item(line=each) for each in headlines),
        notes=tuple(after),
    )


WHETHER = "Did you mean to log this?"


def unclear(
    typed: str,
    draft_id: int,
    candidates: Sequence[tuple[int, str, str]],
    name: str = "",
    asked: str = "Which customer is it?",
) -> Message:
    """`candidates` are (customer, name, what tells it apart), best first; `name` may be new."""
    choices = tuple(
        Item(line=line(Named(label), f" · {about}"), actions=(_choose(draft_id, customer_id),))
        for customer_id, label, about in candidates
    )
    create = Button(
        action_id="draft.create",
        ref=str(draft_id),
        label=phrases.shorten(f"Create “{name}”", 70),
        weight=Weight.PLAIN if choices else Weight.MAIN,
    )
    asked = asked if choices or not name else "No customer of that name yet"
    return Message(
        id="unclear",
        headline=line(f"🤔 {asked}"),
        items=(Item(line=line(Words(phrases.shorten(typed)))), *choices),
        notes=(line("Your line is kept until you choose. Or type it anew."),),
        actions=(create,) if name else (),
    )


def _choose(draft_id: int, customer_id: int) -> Button:
    return Button(action_id="draft.choose", ref=f"{draft_id}:{customer_id}", label="This one")

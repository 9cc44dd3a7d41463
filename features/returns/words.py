"""What is said of contacts that wait for an answer, besides their reminder."""

from domain import phrases
from domain.messages import Button, Item, Line, Message, Moment, Person, Weight, Words, line
from domain.nudges import Nudge
from domain.plays import Scene
from domain.touches import Touch
from domain.wording.whose import Whose
from features.returns.play import done, said_at, who_can
from features.returns.rules import is_for_a_voice

OPEN = "return open"
LATE = "return late"
"""Kinds of posts: the line in its thread that asks everybody, and the word to managers."""


def everybody(nudge: Nudge, scene: Scene) -> Message:
    """In the thread of its reminder, once."""
    since = said_at(nudge)
    waits = line(" They have waited since ", Moment(since, scene.zone.key), ".") if since else ()
    return Message(id="back", headline=line("🙋 ", *who_can(nudge, scene), *waits))


def managers(nudge: Nudge, scene: Scene, whose: Whose, taker: Person | None) -> Message:
    """To each of them in private, once."""
    facts: list[Line] = []
    if since := said_at(nudge):
        facts.append(line("They got in touch ", Moment(since, scene.zone.key), "."))
    if words := str(nudge.about.get("words") or ""):
        facts.append(line(Words(words)))
    facts.append(line("👀 ", taker, " has it.") if taker else line("Nobody has taken it yet."))
    facts.append(whose.begin())
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    open_card = Button(action_id="customer.card", ref=str(scene.customer.id), label="Open")
    return Message(
        id="late",
        headline=line("⏰ ", *who, " waits for an answer"),
        items=tuple(Item(line=each) for each in facts),
        notes=(line("You are told this once."),),
        actions=(open_card,),
    )


def answered(touch: Touch) -> Button:
    """On the receipt of their contact."""
    label = done(by_voice=is_for_a_voice(touch))
    ref = str(touch.id)
    return Button(action_id="return.answered", ref=ref, label=label, weight=Weight.MAIN)

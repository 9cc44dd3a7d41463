"""What whoever replied in a thread is asked, or told, where the reply alone did not do it."""

from domain import phrases
from domain.messages import Action, Item, Line, Menu, Message, Words, line
from domain.nudges import Nudge
from domain.plays import Saying
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording.reminders import actions


def until_when(nudge: Nudge, saying: Saying, words: str) -> Message:
    """It is to be put off, and no day is understood."""
    offered = tuple(each for each in actions(nudge, saying) if isinstance(each, Menu))
    return asked(line("💤 Until when? ", *saying.alone), words, offered)


def which(nudge: Nudge, saying: Saying, words: str) -> Message:
    return asked(line("🤔 What becomes of it? ", *saying.alone), words, actions(nudge, saying))


def asked(headline: Line, words: str, offered: tuple[Action, ...]) -> Message:
    said = Item(line=line(Words(phrases.shorten(words))))
    return Message(id="unclear", headline=headline, items=(said,), actions=offered)


def still_waits(saying: Saying, touch: Touch, kind: Kind) -> Line:
    """Why the reminder goes on though there was a contact."""
    return line("Still asked for: ", *saying.alone, ". ", _why(touch, kind))


def _why(touch: Touch, kind: Kind) -> str:
    if Sign.NO_ANSWER in touch.signs:
        return "They have not heard from us yet."
    if touch.direction is Direction.THEIRS:
        return "They got in touch: it asks for a word of ours."
    if kind in {Kind.THANKS, Kind.GIFT} and touch.kind is not kind:
        return f"It asks for {_named(kind)}, and I read {_named(touch.kind)}."
    if touch.kind in {Kind.THANKS, Kind.GIFT, Kind.NOTE}:
        return f"It asks for a word with them, and I read {_named(touch.kind)}."
    return "It asks for one after that."


def _named(kind: Kind) -> str:
    return str(kind) if kind is Kind.THANKS else f"a {kind}"

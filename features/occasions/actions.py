"""An occasion for many: a round of cards, an event, as one list to tick off."""

import re
from dataclasses import replace
from datetime import datetime

from care import many_customers, tick_lists
from care.feature import PlainCommand, Telling
from domain.commands import Usage
from domain.errors import Wordless
from domain.messages import Command, Message, line
from domain.precedence import Need
from domain.tick_lists import Wanted
from features.occasions.rules import kind_of
from store.work import Work

EXAMPLE = "occasion Christmas cards for members"
_FOR = re.compile(r"^(?P<what>.+)\s+for\s+(?P<whom>.+)$", re.IGNORECASE)


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Begun for those named; alone, what is under way. Raises Wordless, NotUnderstood."""
    if not words:
        return tick_lists.overview(work, now, EXAMPLE)
    said = _FOR.match(words)
    if said is None:
        raise Wordless("What is it, and for whom?", EXAMPLE)
    customers = many_customers.meant(work, now, said["whom"])
    what = said["what"].strip()
    begun = tick_lists.begin(
        work, now, Wanted(name=what, kind=kind_of(what), need=Need.OCCASION), customers
    )
    return replace(begun, notes=(line("How far it has come: ", Command("occasion")),))


COMMANDS = (
    PlainCommand(
        usage=Usage(
            name="occasion",
            example=EXAMPLE,
            does="do something for many, as a list to tick off for each owner",
            rank=49,
            also=("occasion", "occasion Summer party for Acme, Globex"),
            is_listed=False,
        ),
        act=typed,
        telling=Telling.OPTIONAL,
    ),
)

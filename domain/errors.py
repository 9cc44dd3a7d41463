"""What can go wrong in a way that a person can act on.

Each says what happened, what was kept, and what to do next. The docstring is the message; what
stands in backticks can be typed, without the prefix that a platform puts before it.
"""

import re
from collections.abc import Awaitable, Mapping, Sequence

from domain.lengths import LINE, NAME
from domain.messages import Command, Item, Line, Message, Text
from domain.plain_text import isolated

FIRST = re.compile(r"(?<=[.?!}]) (?=[A-Z])")
"""Where the first sentence of a message ends."""


class HeedError(Exception):
    """Something went wrong. Nothing was changed."""

    def __str__(self) -> str:
        """The docstring, with `{names}` filled in from what was given."""
        return "".join(self._filled(self._template))

    def told(self) -> Line:
        """The whole as a line."""
        return self._line(self._template)

    def say(self) -> Message:
        """What happened leads; what was kept, and what to do, stands under it."""
        first, _, others = FIRST.sub("\n", self._template, count=1).partition("\n")
        facts = (Item(line=self._line(others)),) if others else ()
        return Message(id="error", headline=self._line(first), items=facts)

    @property
    def _template(self) -> str:
        return " ".join((type(self).__doc__ or "").split())

    def _line(self, template: str) -> Line:
        """In which commands are commands."""
        pieces = enumerate(self._filled(template))
        return tuple(Command(piece) if odd % 2 else Text(piece) for odd, piece in pieces)

    def _filled(self, template: str) -> list[str]:
        named = {key: isolated(vars(self)[key]) for key in ("name", "names") if key in vars(self)}
        return [piece.format(**vars(self) | named) for piece in template.split("`")]


class NotBegun(HeedError):
    """Heed is busy right now, and nothing was saved. Please send it again in a minute."""


class StillSaving(HeedError):
    """Still saving: this takes longer than usual, and what you sent is kept. Please wait: you will
    be told here when it is done.
    """

    def __init__(self, outcome: Awaitable[object]) -> None:
        super().__init__()
        self.outcome = outcome


class StoreLocked(HeedError):
    """Another program is using Heed's database, and nothing was saved. Please send it again in a
    minute; if this goes on, ask whoever runs Heed whether an import is under way.
    """


class StoreAway(HeedError):
    """Heed can't reach its database, and nothing was saved. Keep your line and send it again
    later; whoever runs Heed can see the cause with python bot.py check.
    """


STORE_TROUBLE = (StoreLocked, StoreAway)
"""What is no fault of whatever was being done: it would befall the next one as well."""


class NoStore(HeedError):
    """Heed can't open its database: {why}. Nothing was changed. Look at DATABASE_URL in .env, and
    whether the database is there and running.
    """

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class RunsAlready(HeedError):
    """Heed runs in this folder already, with a playground beside it. Nothing was changed. Look for
    the address where it was started, or stop it there first.
    """


class NoClock(HeedError):
    """Heed can't read the clock at HEED_CLOCK_URL: {why}. Nothing was changed. Start whatever turns
    that clock, or leave the setting empty for the real time.
    """

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class UnknownReaction(HeedError):
    """HEED_REACTIONS names “{written}”, which is not like 🎉=done. Nothing was changed. Say one of
    {known}.
    """

    def __init__(self, written: str, known: Sequence[str]) -> None:
        super().__init__()
        self.written = written
        self.known = ", ".join(known)


class AlreadyDone(HeedError):
    """That had been done already, and nothing more was changed. You need do nothing."""


class NotAllowed(HeedError):
    """Heed shows customers to members of the team only, and you are here as a guest. Nothing was
    changed. Ask a teammate to do it for you.
    """


class OutsidersHere(HeedError):
    """People of another company can read this channel, so Heed keeps customers out of it. Nothing
    was changed. Type the same in a direct message to Heed.
    """


class NoSuchCustomer(HeedError):
    """No customer is called "{name}", and nothing was changed. Add them with
    `new {name}`, or type `customer` and the beginning of the name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class NoSuchSetting(HeedError):
    """There is no setting called "{name}"{hint}, and nothing was changed. Look at all of them with
    python bot.py settings.
    """

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        super().__init__()
        self.name = name
        self.hint = f": did you mean {' or '.join(near)}?" if near else ""


class BadSetting(HeedError):
    """That is no value for {name}, and nothing was changed: it is still {value}. Please {why}."""

    def __init__(self, name: str, value: str, why: str) -> None:
        super().__init__()
        self.name = name
        self.value = value
        self.why = why


class NameTaken(HeedError):
    """There is a customer called "{name}" already, and nothing was changed. Look at it with
    `customer {name}`, or choose a name that tells the two apart.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class AliasTaken(NameTaken):
    """The customer "{name}" goes by that name already, and nothing was changed. Look at it with
    `customer {name}`, or choose a name that tells the two apart.
    """


class ThereMeanwhile(HeedError):
    """Somebody has added "{name}" since the table was looked through, and nothing was changed.
    Please import it again: that line is matched then.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class NotUnderstood(HeedError):
    """{what} Nothing was changed."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Misfilled(HeedError):
    """{summary} Nothing was changed, and what you filled in is still there."""

    def __init__(self, at: "Mapping[str, str | HeedError]") -> None:
        """`at`: what is wrong with which field, in words or as it was raised."""
        super().__init__()
        self.at = dict(at)
        self.summary = " ".join(map(str, at.values()))


class LineTooLong(HeedError):
    """That has {length:,} characters, and at most {most:,} can be taken at once. Nothing was
    changed. Please say it in fewer words, or in several lines.
    """

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length, self.most = length, LINE


class NameTooLong(HeedError):
    """That name has {length:,} characters, and a name has at most {most:,}. Nothing was changed.
    Please choose a shorter one.
    """

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length, self.most = length, NAME


class NothingToUndo(HeedError):
    """There is nothing of yours from today to take back, and nothing was changed. What is older can
    be taken back with the Undo under its receipt, or put right with a new line.
    """


class NothingToTakeBack(HeedError):
    """No import is left to take back, and nothing was changed. You need do nothing."""


class UndoneAlready(HeedError):
    """That has been taken back already, and nothing more was changed. To have it again, type it
    again.
    """


class BuiltUpon(HeedError):
    """{names} built on this since, so it can't be taken back without undoing their work. Nothing
    was changed. Talk to {names}, or put it right with a new line.
    """

    def __init__(self, names: str) -> None:
        super().__init__()
        self.names = names


class ChangedByNobody(BuiltUpon):
    """{names} changed this since, so it can't be taken back without undoing that. Nothing was
    changed. Put it right with a new line: type `edit` and the customer's name.
    """


class Wordless(HeedError):
    """{asked} Say it in the same line, for instance `{example}`. Nothing was changed."""

    def __init__(self, asked: str, example: str) -> None:
        super().__init__()
        self.asked = asked
        self.example = example


class Over(HeedError):
    """{what} Nothing was changed."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Gone(HeedError):
    """That is no longer there: it was taken back or removed. Nothing was changed. Type `due` to see
    what waits for you.
    """


class UnknownTeammate(HeedError):
    """Heed doesn't know you yet, and nothing was changed. Please try again in a moment."""


class NotOpened(HeedError):
    """{platform} is busy and did not open the window. Nothing was changed. Please try again."""

    def __init__(self, platform: str) -> None:
        super().__init__()
        self.platform = platform


class Unreachable(HeedError):
    """The chat platform can't be reached ({reason}). Nothing was changed. Please try again."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason

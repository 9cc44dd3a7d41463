"""A command as people read it: in the help, and in a platform's list of commands."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain import phrases
from domain.errors import HeedError, NothingToUndo


@dataclass(frozen=True, kw_only=True)
class Usage:
    """`example` is what can be typed, `does` says what for: "log a contact". `opens` is the action
    that opens its form, where it has one, and `keeps` the one whose form keeps a line that is too
    long, where that is another. `also` is what else can be typed. Platforms list what `is_listed`,
    the help shows all, by `rank`.
    """

    name: str
    example: str
    does: str
    rank: int
    opens: str = ""
    keeps: str = ""
    also: tuple[str, ...] = ()
    is_listed: bool = True


class UnknownWords(HeedError):
    """I don't know “{words}” here, and nothing was changed. Type {ways}."""

    def __init__(self, words: str, usage: Usage) -> None:
        super().__init__()
        self.words = phrases.shorten(words, WORDS)
        self._ways = [f"`{each}`" for each in (usage.example, *usage.also)]

    @property
    def _template(self) -> str:
        *first, last = self._ways
        ways = f"{', '.join(first)} or {last}" if first else last
        return super()._template.replace("{ways}", ways)


class ManagersOnly(HeedError):
    """What others have is shown to managers, and nothing was changed. Type `{mine}` for your
    own.
    """

    def __init__(self, mine: str) -> None:
        super().__init__()
        self.mine = mine


class DeletedBefore(NothingToUndo):
    """There is nothing of yours from today to take back, and nothing was changed. You deleted
    {name} before that: type `undo {name}` to have it again.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class DeletedTooLongAgo(HeedError):
    """That customer was deleted more than {days} days ago, which can't be taken back, and nothing
    was changed. Please add them anew.
    """

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class MergedSince(HeedError):
    """Two customers were made one since, so that can't be taken back by itself. Nothing was
    changed. Please take back first that they are one: with its Undo, or with `undo`.
    """


WORDS = 60
"""Characters of what was not known, told again."""

Usages = Mapping[str, Usage]
"""By name, in the order of the help."""

"""Whom somebody means by what they typed, and whose lists they may read."""

from care import permissions
from care.heed import allow
from care.registry import registry
from domain import phrases, quotes
from domain.commands import ManagersOnly, UnknownWords
from domain.errors import NotUnderstood
from domain.teammates import Permission, Teammate
from store import reporting, teammates
from store.work import Work

MINE, EVERYBODYS = {"me", "mine", "my", "myself"}, {"team", "all", "everybody", "everyone"}


def meant(work: Work, who: str) -> Teammate:
    """Me, or who goes by that, with or without an @. Raises NotUnderstood where nobody, or more
    than one of us does.
    """
    who = quotes.off(who)
    if work.by and who.casefold() in MINE:
        return work.by
    found = [mate for mate in teammates.called(work, who) if mate.is_of_team]
    found = found or teammates.called_by_first_name(work, who)
    if len(found) != 1:
        many = "More than one teammate goes" if found else "No teammate goes"
        raise NotUnderstood(f"{many} by {phrases.shorten(who, 60)}: give a mail address, or @name.")
    return found[0]


def list_of(work: Work, command: str, words: str) -> Teammate | None:
    """Whose is asked for; None for everybody's. Without words it is mine. Raises UnknownWords,
    ManagersOnly, TheirsOnly.
    """
    mate = called(work, command, words)
    if mate is None:
        allow_others(work, command)
    elif mate.id != work.person.id:
        allow_of(work, command, mate)
    return mate


def called(work: Work, command: str, words: str) -> Teammate | None:
    """The same of what everybody may see. Raises UnknownWords."""
    person = allow(work, Permission.SEE)
    if not words or words.casefold() in MINE:
        return person
    if words.casefold() in EVERYBODYS:
        return None
    try:
        return meant(work, words)
    except NotUnderstood:
        raise unknown(work, command, words) from None


def unknown(work: Work, command: str, words: str) -> UnknownWords:
    """What stands behind a command and means nothing there."""
    return UnknownWords(words, registry(work).usages[command])


def allow_others(work: Work, command: str) -> None:
    """Everybody's. Raises ManagersOnly."""
    if not allow(work, Permission.SEE).is_manager:
        raise ManagersOnly(command)


def allow_of(work: Work, command: str, mate: Teammate) -> None:
    """What one of us has to do. Raises TheirsOnly."""
    reader = allow(work, Permission.SEE)
    if not reporting.lines(work).may_read(reader.id, mate.id):
        raise permissions.whose_only(work, command, mate)

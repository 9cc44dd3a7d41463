"""Help: what can be typed, and what is still to be set up."""

from datetime import datetime

from care import drafts, finding, places
from care.commands import needs_words
from care.feature import Telling
from care.finding import Found
from care.heed import allow
from care.registry import registry
from domain.commands import UnknownWords
from domain.errors import LineTooLong, OutsidersHere
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import help as wording
from store import inbox
from store.work import Work


def overview(work: Work, now: datetime) -> Message:
    return wording.overview(registry(work).usages, places.missing(work, now))


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """All of it, or what one command is for. Raises UnknownWords."""
    if not words:
        return overview(work, now)
    usage = registry(work).usages.get(words.casefold())
    if usage is None:
        raise unknown(work, "help", words)
    return wording.incomplete(usage)


def unknown(work: Work, name: str, words: str) -> UnknownWords:
    """What stands behind a command and means nothing there."""
    return UnknownWords(words, registry(work).usages[name])


def unknown_words(work: Work, now: datetime, name: str, words: str) -> Message:
    """Raises UnknownWords."""
    del now
    raise unknown(work, name, words)


def not_understood(work: Work, now: datetime, typed: str, closest: str, words: str) -> Message:
    """`closest` is the command that may have been meant, with those words. Where only the `log`
    before a customer's name is lacking, the line is kept.
    """
    found = finding.find(work, typed, anywhere=not closest)
    if isinstance(found, Found) and found.words.strip():
        return drafts.ask_whether(work, now, typed, found.customer)
    if isinstance(found, Found):
        closest, words = "customer", typed
    if not closest:
        return wording.not_understood(typed)
    return _meant(work, now, typed, closest, words)


def _meant(work: Work, now: datetime, typed: str, name: str, words: str) -> Message:
    """With one button, which does it."""
    command = registry(work).commands[name]
    usage = command.usage
    if not words and needs_words(command):
        return wording.not_understood(typed, usage.example, wording.way(usage))
    is_plain = not needs_words(command) and command.telling is Telling.NOTHING
    line = "" if is_plain else words
    allow(work, Permission.SEE)
    draft_id = inbox.keep_draft(work, name, line, now)
    return wording.not_understood(typed, f"{name} {line}".strip(), wording.do_it(draft_id))


def incomplete(work: Work, now: datetime, name: str) -> Message:
    """A subcommand that came without the words it needs."""
    del now
    return wording.incomplete(registry(work).usages[name])


def too_long(work: Work, now: datetime, length: int) -> Message:
    """Of that many characters, where no form can hold them. Raises LineTooLong."""
    del work, now
    raise LineTooLong(length)


def not_here(work: Work, now: datetime) -> Message:
    """Whatever was asked where outsiders read along. Raises OutsidersHere, to those who may ask."""
    del work, now
    raise OutsidersHere

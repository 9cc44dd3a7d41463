"""A digest as somebody types for it: of the day or of the week, mine or the team's."""

from dataclasses import replace
from datetime import datetime

from care import digests, readers
from care.heed import allow
from care.registry import registry
from domain.commands import UnknownWords
from domain.messages import Message
from domain.teammates import Permission, Teammate
from domain.wording.digests import WEEK, Digest
from store import touches
from store.work import Work

WEEKLY = {"this", "week", "weekly"}


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Raises UnknownWords, ManagersOnly."""
    reader = allow(work, Permission.SEE)
    said = words.split()
    whose = " ".join(word for word in said if word.casefold() not in WEEKLY)
    scope = _scope(work, reader, whose)
    if not scope:
        raise UnknownWords(words, registry(work).usages["digest"])
    if len(whose.split()) < len(said):
        return _of_week(work, now, reader, scope).say()
    return digests.gather(work, now, reader, scope).say()


def _scope(work: Work, reader: Teammate, whose: str) -> str:
    """Empty for another teammate's: there is none."""
    if not whose:
        return "all" if reader.is_manager else "mine"
    mate = readers.list_of(work, "digest", whose)
    if mate is None:
        return "all"
    return "mine" if mate.id == reader.id else ""


def _of_week(work: Work, now: datetime, reader: Teammate, scope: str) -> Digest:
    told = digests.gather(work, now, reader, scope)
    since, until = digests.week(now, reader)
    done = touches.counts_by_teammate(work, since, until)
    theirs = [pair for pair in done if scope == "all" or pair[0] == reader.id]
    return replace(
        told,
        since=since.astimezone(reader.clock).date(),
        has_gap=False,
        done=digests.tally(work, reader, theirs),
        period=WEEK,
    )

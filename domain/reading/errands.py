"""What is asked to be remembered, as in "Thursday 3pm call Maria": when it is to be, and what."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead
from domain.reading.calendar import clock_in, on_day, pattern
from domain.reading.coming import FROM_NOW, to_come, when
from domain.reading.passages import passages
from domain.touches import Direction, Kind

_JOINT = re.compile(
    r"^[\s,:.;-]*(?:(?:to|that|about)\s+)?|[\s,:;-]+(?:by|on|at)?[\s,:;-]*$", re.IGNORECASE
)
_LEADS = re.compile(pattern("leads_to_errand").pattern, re.IGNORECASE)
_CLOCK, _ANY_DAY = pattern("on_the_clock"), pattern("any_day")
_PAST = re.compile(r"\b(?:yesterday|last|ago|earlier)\b")


@dataclass(frozen=True, kw_only=True)
class Errand:
    """`then` is None where the words name no moment to come. `words` are what is left of them."""

    then: Ahead | None
    words: str
    whose: Direction
    kind: Kind
    is_elapsed: bool = False


def errand(words: str, now: datetime, zone: ZoneInfo, *, month_first: bool = False) -> Errand:
    """`zone` is the clock of whoever asks."""
    then = _then(words, now, zone, month_first=month_first)
    told = passages(words)
    found = to_come(told, (), now, zone, line=words, month_first=month_first)
    kinds = [mention.meaning.kind for passage in told for mention in passage.contacts]
    return Errand(
        then=then,
        words=_without(words, then, now, zone, month_first=month_first) if then else words.strip(),
        whose=found[0].whose if found else Direction.OURS,
        kind=next((kind for kind in kinds if kind is not Kind.NOTE), Kind.NOTE),
        is_elapsed=bool(FROM_NOW.search(words.lower())),
    )


def _then(words: str, now: datetime, zone: ZoneInfo, *, month_first: bool) -> Ahead | None:
    text = " ".join(token.text for passage in passages(words) for token in passage.tokens)
    if _PAST.search(text):
        return None
    then = when(text, now, zone, month_first=month_first) or _clock_of_today(text, now, zone)
    return then or _today(text, now, zone)


def _today(text: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    found = re.search(r"\btoday\b", text)
    if found is None or _CLOCK.search(text):
        return None
    midnight = datetime.combine(now.astimezone(zone).date(), time(), zone)
    return Ahead(at=midnight, has_hour=False, span=found.span())


def _clock_of_today(text: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """An hour and no day, as in "3pm" and "today at 3": the next that is of today."""
    found = None if _ANY_DAY.search(text) else _CLOCK.search(text)
    clock = clock_in(found) if found else None
    at = on_day(now.astimezone(zone), clock) if clock else None
    if found is None or at is None or at <= now:
        return None
    return Ahead(at=at, has_hour=True, span=found.span())


def _without(words: str, then: Ahead, now: datetime, zone: ZoneInfo, *, month_first: bool) -> str:
    """Without the moment, where they begin or end with it."""
    every = words.split()

    def tells(part: list[str]) -> bool:
        read = _then(" ".join(part), now, zone, month_first=month_first)
        return read is not None and (read.at, read.has_hour) == (then.at, then.has_hour)

    ends = next(count for count in range(1, len(every) + 1) if tells(every[:count]))
    begins = next(start for start in range(ends - 1, -1, -1) if tells(every[start:ends]))
    while begins and _LEADS.fullmatch(every[begins - 1]):
        begins -= 1
    if begins and ends < len(every):
        return words.strip()
    return _JOINT.sub("", " ".join(every[:begins] or every[ends:]))

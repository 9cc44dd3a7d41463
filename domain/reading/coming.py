"""What a line promises or plans: what in it is dated, and has not come yet."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead, ahead
from domain.reading.clocks import clock_at, on_day, parts
from domain.reading.figures import FAR, figures, iso
from domain.reading.moments import Spoken
from domain.reading.obligations import whose
from domain.reading.passages import Passage
from domain.reading.words.calendar import AFTER, ELAPSED_AHEAD
from domain.reading.words.stances import WILL
from domain.touches import ToCome

MOST = 3
"""Of one line."""


_PIECES = re.compile(r"(?<!\d)[.;!?\n]+\s*|(?<=\d)[.;!?\n]+\s+|,\s+")
_BEFORE = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))? ?([ap]m) (?:on )?$|(\d{1,2})[:.](\d\d) (?:on )?$")
_BEHIND = re.compile(r"^ (?:at |after |around |about )?(\d{1,2})[:.](\d\d)(?: ?([ap]m))?\b")
_COUNTED = re.compile(
    r"(?:a )?(?:\d+|an?|one|two|three|four|five|six|couple|few)(?: of)? ?"
    r"(?:minute|min|hour|hr|day|week|wk|month|fortnight)"
)
_NTH = re.compile(r"\d(?:st|[nr]d|th)$")
_SINCE = re.compile(r"\b(?:since|last|past|every|each|due since|did on)(?: on)?(?: the)? $")
_WEEKDAY = re.compile(r"(?:this |on )?(?:mon|tue|wed|thu|fri|sat|sun)")
_DATED = re.compile(r"next|\d(?:st|[nr]d|th)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_AGO = re.compile(r"s? (?:ago|drop|edition|week)\b|s\b")
_DAY_ALONE = re.compile(r"day$|^[a-z]{3,5}$|\d(?:st|[nr]d|th)$")
_IS_PAST = re.compile(
    r"\b(?:[a-z]{3,}ed|came|did|went|was|were|met|sat|saw|got|gave|left|rang|sent|spoke|took|made|been)\b"
)
_CUE = re.compile(
    r"\b(?:will|shall|'ll|by|until|til|till|next|from|back|due|before|booked|book|promised|agreed"
    r"|arranged|scheduled|moved|going|want|wants|wanted|eta|del|delivery|wef|coming)\b"
)
_THINGS = re.compile(r"\b(?:her|his|their|our|my|an?) $")
_LEADS = re.compile(r"\b(?:on|by|until|til|till|before|after|from|for|the|due|back)(?: the)? $")
_ENDS = re.compile(r"$| ,| (?:at|around|about|re|with|and|to|noon)\b| \d")
_ALONE = re.compile(r"\b(?:at|around|about) (\d{1,2})(?:[:.](\d\d))?(?: ?([ap]m))?(?= ,|$)")


def to_come(
    told: tuple[Passage, ...],
    spoken: Iterable[Spoken],
    now: datetime,
    zone: ZoneInfo,
    *,
    line: str = "",
    month_first: bool = False,
) -> tuple[ToCome, ...]:
    """`spoken` are the days on which something took place: none of them is to come. `line` is what
    was typed; each is told in the words of its own part of it.
    """
    past = [(id(each.passage), each.phrase.group()) for each in spoken]
    found = (
        _of(passage, [words for of, words in past if of == id(passage)], now, zone, month_first)
        for passage in told
    )
    return tuple(
        ToCome(
            at=then.at,
            words=_words(line, then, now, zone, month_first),
            whose=whose(passage),
            has_hour=then.has_hour,
            is_elapsed=bool(ELAPSED_AHEAD.search(_text(passage))),
        )
        for passage, then in islice(
            ((it, then) for it, then in zip(told, found, strict=True) if then), MOST
        )
    )


def when(words: str, now: datetime, zone: ZoneInfo, *, month_first: bool = False) -> Ahead | None:
    """The first moment to come that these name, written small with one blank between."""
    text = AFTER.sub("at ", words)
    found = ahead(text, now, zone)
    while found and not _counts(found, text, now):
        start, end = found.span
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
        found = ahead(text, now, zone)
    found = iso(text, zone) or found or figures(text, now, zone, month_first)
    then = _today(_with_hour(found, text), text, now) if found else _alone(text, now, zone)
    is_past = then is None or (then.at <= now if then.has_hour else then.at.date() < now.date())
    return None if is_past else then


def _today(then: Ahead, text: str, now: datetime) -> Ahead:
    """A weekday and an hour, said on that very day before the hour: it is today's."""
    said, earlier = text[slice(*then.span)], then.at - timedelta(weeks=1)
    is_weekday = bool(_WEEKDAY.match(said)) and not _DATED.search(said)
    is_ours = then.has_hour and is_weekday and earlier > now
    return replace(then, at=earlier) if is_ours else then


def _of(
    passage: Passage,
    past: list[str],
    now: datetime,
    zone: ZoneInfo,
    month_first: bool,  # noqa: FBT001 - handed on
) -> Ahead | None:
    text = _text(passage)
    for words in past:
        text = text.replace(words.split(" ,")[0], "_")
    then = when(text, now, zone, month_first=month_first)
    return then if then and then.at > now else None


def _text(passage: Passage) -> str:
    """A day that owns something ("Monday's order") is not when something is to be."""
    return " ".join("_" if it.is_owner else it.text for it in passage.tokens)


def _counts(then: Ahead, text: str, now: datetime) -> bool:
    """Neither a length of time, nor something else that is counted, nor long past or far away."""
    before, said, after = text[: then.span[0]], text[slice(*then.span)], text[then.span[1] :]
    if _COUNTED.match(said) or (_NTH.search(said) and not _is_date(before, after)):
        return False
    if _SINCE.search(before) or _AGO.match(after):
        return False
    if _DAY_ALONE.search(said) and _IS_PAST.search(before) and not _CUE.search(before):
        return False
    return then.at - now <= FAR or bool(re.search(r"\d{4}|month|year", said))


def _is_date(before: str, after: str) -> bool:
    """As in "on the 18th", but not in "her 18th" and "the 18th edition"."""
    return not _THINGS.search(before) and bool(_LEADS.search(before) or _ENDS.match(after))


def _with_hour(then: Ahead, text: str) -> Ahead:
    """As in "2pm Mon" and "weds 25th 8.30"."""
    if then.has_hour:
        return then
    before = _BEFORE.search(text[: then.span[0]])
    behind = _BEHIND.match(text[then.span[1] :])
    said = before or behind
    if said is None:
        return then
    clock = clock_at(*parts(said))
    return Ahead(at=on_day(then.at, clock), has_hour=True, span=then.span) if clock else then


def _alone(text: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """An hour of today, where somebody is yet to do something."""
    found = _ALONE.search(text)
    clock = clock_at(*parts(found)) if found and WILL & set(text.split()) else None
    if found is None or clock is None:
        return None
    return Ahead(at=on_day(now.astimezone(zone), clock), has_hour=True, span=found.span())


def _words(line: str, then: Ahead, now: datetime, zone: ZoneInfo, month_first: bool) -> str:  # noqa: FBT001 - handed on
    """The part of the line that says so; the whole where that is not clear."""
    for piece in _PIECES.split(line):
        found = when(" ".join(piece.lower().split()), now, zone, month_first=month_first)
        if found and found.at == then.at:
            return piece.strip()
    return line.strip()

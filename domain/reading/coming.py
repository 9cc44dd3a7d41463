"""What a line promises or plans: what in it is dated, and has not come yet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from domain.reading.ahead import FAR, Ahead, ahead, in_figures, of_calendar
from domain.reading.calendar import clock_in, on_day, pattern
from domain.reading.moments import Spoken
from domain.reading.names import Party
from domain.reading.passages import Passage
from domain.reading.people import is_colleague
from domain.reading.senses import ASKS_US, THEIR_PAPERS, TO_DO, WILL
from domain.reading.spelling import KNOWN
from domain.reading.tokens import Token
from domain.reading.vocabulary import OURSELVES, THEMSELVES
from domain.touches import Direction, ToCome

MOST = 3
"""Of one line."""


_PIECES = re.compile(r"(?<!\d)[.;!?\n]+\s*|(?<=\d)[.;!?\n]+\s+|,\s+")
_NTH = re.compile(r"\d(?:st|[nr]d|th)$")
_BEFORE, _BEHIND, _ALONE, _AFTER = map(
    pattern, ("hour_before", "hour_behind", "hour_alone", "after_an_hour")
)
_COUNTED, _SINCE, _AGO, _THINGS = map(pattern, ("counted", "since", "ago", "things"))
_LEADS, _ENDS, _IS_PAST, _CUE = map(pattern, ("leads_to_day", "ends_day", "is_past", "cue"))
_WEEKDAY, _DATED, _DAY_ALONE = map(pattern, ("this_weekday", "with_a_date", "day_alone"))
FROM_NOW = pattern("from_now")


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
            is_elapsed=bool(FROM_NOW.search(_text(passage))),
        )
        for passage, then in islice(
            ((it, then) for it, then in zip(told, found, strict=True) if then), MOST
        )
    )


def when(words: str, now: datetime, zone: ZoneInfo, *, month_first: bool = False) -> Ahead | None:
    """The first moment to come that these name, written small with one blank between."""
    text = _AFTER.sub("at ", words)
    found = ahead(text, now, zone)
    while found and not _counts(found, text, now):
        start, end = found.span
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
        found = ahead(text, now, zone)
    found = of_calendar(text, zone) or found
    found = found or in_figures(text, now, zone, month_first=month_first)
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
    clock = clock_in(said)
    return Ahead(at=on_day(then.at, clock), has_hour=True, span=then.span) if clock else then


def _alone(text: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """An hour of today, where somebody is yet to do something."""
    found = _ALONE.search(text)
    clock = clock_in(found) if found and WILL & set(text.split()) else None
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


def whose(passage: Passage) -> Direction:
    """Ours, unless somebody or something of theirs is to come, and nothing is asked of us."""
    words = {token.text for token in passage.tokens}
    if ASKS_US & words:
        return Direction.OURS
    subject = next(_subjects(passage), None)
    if subject or TO_DO & words:
        return subject or Direction.OURS
    return Direction.THEIRS if THEIR_PAPERS & words and not WILL & words else Direction.OURS


def _subjects(passage: Passage) -> Iterator[Direction]:
    """Whoever is told of before what will be."""
    will = [spot for spot, token in enumerate(passage.tokens) if token.text in WILL]
    for spot, token in enumerate(passage.tokens[: will[0] if will else 2]):
        if token.text in OURSELVES or is_colleague(passage, spot):
            yield Direction.OURS
        elif token.text in THEMSELVES or _is_theirs(token, is_before=spot + 1 in will):
            yield Direction.THEIRS


def _is_theirs(token: Token, *, is_before: bool) -> bool:
    """Also who stands right before what will be, and is no word: "Tomasz will sign"."""
    is_somebody = is_before and token.text not in KNOWN
    return is_somebody or token.party in {Party.THEIRS, Party.UNKNOWN}

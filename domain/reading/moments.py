"""When it happened: the latest past moment that the words name."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.reading import days
from domain.reading.calendar import pattern
from domain.reading.days import Told
from domain.reading.passages import Passage
from domain.reading.patterns import Lexicon
from domain.reading.senses import AHEAD, BETWEEN, NOT_AHEAD, NOT_THEN, TO_DO, WILL
from domain.reading.stances import begins_plan, is_fact
from domain.reading.vocabulary import CLASSES
from domain.touches import Sign

MOST = 8
"""Phrases of one line that are understood, for each takes a millisecond."""

LONG_AGO = timedelta(days=7)
"""Who speaks of an order that is so old speaks of it today."""

RECENT = timedelta(days=31)
"""A day longer past than this, with nothing told beside it, is one to come: "expires 3 March"."""

_PHRASE = pattern("past")
_MONTH = re.compile(r"(?:back )?in ")
_IN_FIGURES = re.compile(r"\d[/.]\d")
_BARE = re.compile(r"(?:the )?\d{1,2}(?:[/.]\d{1,2}|st|[nr]d|th)$")
_AHEAD = Lexicon({True: AHEAD}, NOT_AHEAD)


class _Word(NamedTuple):
    text: str
    passage: Passage
    spot: int


class Spoken(NamedTuple):
    phrase: re.Match[str]
    told: Told
    passage: Passage


def latest(past: Iterable[Spoken], now: datetime) -> Told:
    """When the contact took place, in UTC; now where nothing says when."""
    at, other = max((it.told for it in past), key=lambda it: it.at, default=Told(now))
    return Told(at.astimezone(UTC), other.astimezone(UTC) if other else None)


def spoken(
    told: tuple[Passage, ...], now: datetime, zone: ZoneInfo, *, month_first: bool = False
) -> list[Spoken]:
    """Each phrase that tells when something took place."""
    found = []
    for phrase, passage in islice(_phrases(told), MOST):
        then = _understand(phrase, now, zone, month_first)
        if then and then.at <= now and _counts(phrase, then, passage, now):
            if _is_of_order(phrase, passage) and now - then.at >= LONG_AGO:
                continue
            found.append(Spoken(phrase, then, passage))
    return found


def _is_of_order(phrase: re.Match[str], passage: Passage) -> bool:
    """As in "ordered 2 weeks ago" and "the order 2 weeks ago": of that day they speak now."""
    before = phrase.string[: phrase.start()].split()[-1:]
    is_thing = bool(before) and before[0] in CLASSES["THING"]
    done = any(each.meaning.done and is_fact(passage, each) for each in passage.contacts)
    return not done and (is_thing or any(it.meaning.sign is Sign.PURCHASE for it in passage.senses))


def _counts(phrase: re.Match[str], then: Told, passage: Passage, now: datetime) -> bool:
    """What may be no date at all ("in March", "18th", 12/11) is that of a contact that is told of
    beside it, or stands alone; in figures it is no old one.
    """
    day = phrase["day"] or ""
    is_bare = bool(_BARE.match(day))
    if is_bare or _MONTH.match(day):
        told = [each for each in passage.contacts if is_fact(passage, each)]
        is_told = any(each.meaning.done or _IN_FIGURES.search(day) for each in told)
        is_alone = is_bare and len(passage.tokens) <= len(day.split())
        return (is_told or is_alone) and (not is_bare or now - then.at <= RECENT)
    return bool(passage.phrases) or now - then.at <= RECENT


def _understand(
    phrase: re.Match[str],
    now: datetime,
    zone: ZoneInfo,
    month_first: bool,  # noqa: FBT001 - handed on
) -> Told | None:
    if phrase["elapsed"]:
        then = days.before(phrase["elapsed"], now)
        return Told(then) if then else None
    clock = phrase["before"] or phrase["after"] or phrase["clock"]
    return days.on(phrase["day"] or "", clock or "", now, zone, month_first=month_first)


def _phrases(told: tuple[Passage, ...]) -> Iterator[tuple[re.Match[str], Passage]]:
    """Those that tell when the contact took place; an hour alone must be of something."""
    words = list(_words(told))
    text = " ".join(word.text for word in words)
    for phrase in _PHRASE.finditer(text):
        first, last = (text.count(" ", 0, end) for end in phrase.span())
        is_past = _is_past(words, first) and not _opens_what_comes(words[first], words[last])
        counts = is_past and _is_of_contact(told, words[first].passage)
        owns = not phrase["owner"] or _owns_contact(words[last])
        alone = phrase["clock"] and not _tells_when(words[first].passage, last - first)
        if counts and owns and not alone:
            yield phrase, words[first].passage


def _tells_when(passage: Passage, length: int) -> bool:
    """Something happens in it, or it says no more than when."""
    return bool(passage.phrases) or len(passage.tokens) <= length + 2


def _words(told: tuple[Passage, ...]) -> Iterator[_Word]:
    """All in a row, a comma after each clause."""
    for passage in told:
        for spot, token in enumerate(passage.tokens):
            text = f"{token.text}'s" if token.is_owner else token.text
            yield _Word(text, passage, spot)
        yield _Word(",", passage, len(passage.tokens))


def _is_past(words: list[_Word], first: int) -> bool:
    """Neither a date to come, nor one by which something is known."""
    earlier = (word.text for word in reversed(words[:first]))
    lead = next((text for text in earlier if text not in BETWEEN), "")
    by_the_way = words[first].spot in words[first].passage.asides
    return lead not in NOT_THEN and not by_the_way and not _is_ahead(words[first])


def _opens_what_comes(first: _Word, last: _Word) -> bool:
    """As in "on Monday she'll visit us"."""
    after = last.passage.tokens[last.spot + 1 : last.spot + 3]
    return first.spot == 0 and any(each.text in WILL for each in after)


def _is_ahead(word: _Word) -> bool:
    """The nearest thing said before it is a plan, or a contact that did not take place."""
    is_done = any(each.meaning.done for each in word.passage.contacts)
    if word.passage.tokens[0].text in TO_DO and not is_done:
        return True
    said = [(mention.tail, True) for mention in _AHEAD.find(word.passage.clause)[0]]
    said += [(each.tail, not is_fact(word.passage, each)) for each in word.passage.contacts]
    plan = begins_plan(word.passage.clause)
    said += [] if plan is None else [(plan, True)]
    return max((each for each in said if each[0] < word.spot), default=(0, False))[1]


def _is_of_contact(told: tuple[Passage, ...], passage: Passage) -> bool:
    """A day beside what they did ("they ordered on Friday") is not the day of our call."""
    spoke = [each for each in told if _tells_of_contact(each)]
    return passage in spoke or not spoke or not passage.senses


def _tells_of_contact(passage: Passage) -> bool:
    done = any(is_fact(passage, each) for each in passage.phrases if each not in passage.senses)
    return done or any(each.meaning.sign is Sign.NO_ANSWER for each in passage.senses)


def _owns_contact(day: _Word) -> bool:
    """As in "Friday's demo"."""
    spot = day.spot + 1
    return any(each.head == spot and is_fact(day.passage, each) for each in day.passage.contacts)

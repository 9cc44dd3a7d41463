"""Several names in one place: "Globex, Acme & Initech"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from domain import names
from domain.mentions import Mention, Trust, acts
from domain.reading.spelling import is_common

LONGEST = 4
"""Words of a name in a list that nobody knows."""

_CLOSING, _OPENING = r"""["'\u201d\u2019)*\s]*""", r"""\s*["'\u201c\u2018(*]*"""
_JOINER = re.compile(rf"{_CLOSING}(,\s*(?:(?:and|&|\+)(?=\s))?|&|\+|/|and(?=\s)){_OPENING}")
_COLON = re.compile(rf"{_CLOSING}(?::|-+\s|[\u2013\u2014])")
_TOKEN = re.compile(r"\S+")
_STOPS = ",:;.!?)\"'\u201d\u2019"


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """A name in the list that no customer has. `is_sure` unless it may be something else: behind a
    comma alone anything may stand.
    """

    typed: str
    is_sure: bool


@dataclass(frozen=True, kw_only=True)
class NameList:
    """From `start` to `end`; `is_heading` where a colon follows it, so that what is said comes
    behind.
    """

    start: int
    end: int
    members: tuple[Mention, ...]
    strangers: tuple[Stranger, ...] = ()
    is_heading: bool = False


def around(line: str, mention: Mention, mentions: Sequence[Mention]) -> NameList:
    """The list in which this one stands, which may be all there is of it."""
    known = [it for it in mentions if it is mention or (it.is_name and it.trust > Trust.DOUBTFUL)]
    chains = (_Chain(line, it.start, known) for it in known)
    chain = next(it for it in chains if mention in it.members)
    if chain.tells_of_last():
        return NameList(start=mention.start, end=mention.end, members=(mention,))
    return chain.listed()


class _Chain:
    """Names from one on, as far as they are joined."""

    def __init__(self, line: str, start: int, known: Sequence[Mention]) -> None:
        self._line, self._starts = line, {each.start: each for each in known}
        self.start = self.end = start
        self.members: list[Mention] = []
        self.strangers: list[Stranger] = []
        self._joiners: list[str] = []
        at = start
        while self._take(at):
            joiner = _JOINER.match(line, self.end)
            if joiner is None:
                break
            self._joiners.append(joiner[1])
            at = joiner.end()
        self._lead()

    def _take(self, at: int) -> bool:
        if member := self._starts.get(at):
            self.members.append(member)
            self.end = member.end
            return True
        end = _unknown(self._line, at) if self._is_last(at) else _large_until(self._line, at)
        if end == at:
            return False
        joined = _JOINER.match(self._line, end) or _COLON.match(self._line, end)
        is_sure = self._joiners[-1].strip() != "," or joined is not None
        self.strangers.append(Stranger(typed=self._line[at:end], is_sure=is_sure))
        self.end = end
        return True

    def _is_last(self, at: int) -> bool:
        """Whether no other name follows whatever begins here: else it is one itself."""
        joiner = _JOINER.match(self._line, _large_until(self._line, at))
        return joiner is None or joiner.end() not in self._starts

    def _lead(self) -> None:
        """Somebody unknown may come first."""
        before = self._line[: self.start]
        for token in list(_TOKEN.finditer(before))[-LONGEST - 1 :]:
            joiner = _JOINER.fullmatch(before, end := _unknown(before, token.start()))
            if end > token.start() and joiner:
                is_sure = joiner[1].strip() != "," or bool(_COLON.match(self._line, self.end))
                stranger = Stranger(typed=before[token.start() : end], is_sure=is_sure)
                self.strangers.insert(0, stranger)
                self.start = token.start()
                return

    def tells_of_last(self) -> bool:
        """As in "met Acme, Globex wants a demo": there a new statement begins."""
        begins = not self._line[: self.start].strip()
        goes_on = re.compile(r"\s+\w").match(self._line, self.end)
        return len(self.members) > 1 and not begins and bool(goes_on) and acts(self._line, self.end)

    def listed(self) -> NameList:
        begins = not self._line[: self.start].strip("\"'\u201c\u2018* ")
        return NameList(
            start=self.start,
            end=self.end,
            members=tuple(self.members),
            strangers=tuple(self.strangers),
            is_heading=begins and bool(_COLON.match(self._line, self.end)),
        )


def _unknown(line: str, at: int) -> int:
    """Where the name ends that nobody has; `at` where none begins there."""
    end = _large_until(line, at)
    words = names.key(line[at:end]).split()
    return end if any(not is_common(word) and not word.isdigit() for word in words) else at


def _large_until(line: str, at: int) -> int:
    """Where what is written large ends."""
    end = at
    for token in islice(_large(line, at), LONGEST):
        end = token.start() + len(token[0].rstrip(_STOPS))
        if token[0][-1] in _STOPS:
            break
    return end


def _large(line: str, at: int) -> Iterator[re.Match[str]]:
    for token in _TOKEN.finditer(line, at):
        if not token[0][0].isupper():
            return
        yield token

"""Precision and recall, and what share of the lines was read right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.reading.readings import Read
from domain.touches import ASKED_FIRST, Kind, Sign

ROUGH = frozenset({Sign.COMPLAINT, Sign.REFERRAL, Sign.PRAISE})
"""Of these it is told how many were heard or asked about."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """`right` of `of`."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right / self.of:.3f}  ({self.right} of {self.of})" if self.of else "–"


@dataclass(frozen=True, kw_only=True)
class Score:
    about: str
    precision: Share | None
    recall: Share | None


def score(lines: Sequence[Read]) -> Iterator[Score]:
    asked = _share(lines, lambda it: not it.wrong(is_asking_enough=True))
    yield Score(about="whole, with what is asked", precision=None, recall=asked)
    yield from (_part(lines, what) for what in ("whole", "customer", "kind", "direction", "days"))
    for kind in Kind:
        yield _of_value(lines, f"kind: {kind}", "kind", kind)
    for direction in ("ours", "theirs"):
        yield _of_value(lines, f"direction: {direction}", "direction", direction)
    yield _all_signs(lines)
    for sign in Sign:
        yield _of_sign(lines, sign)
    for sign in sorted(ROUGH):
        yield _heard_or_asked(lines, sign)
    yield _false_complaints(lines)


def _share(of: Iterable[Read], is_right: Callable[[Read], bool]) -> Share:
    among = list(of)
    return Share(right=sum(map(is_right, among)), of=len(among))


def _part(lines: Sequence[Read], what: str) -> Score:
    """How many of those that are judged are right."""
    if what == "whole":
        share = _share(lines, lambda it: not it.wrong())
    else:
        judged = [it for it in lines if what == "customer" or getattr(it.wanted, what) is not None]
        share = _share(judged, lambda it: what not in it.wrong())
    return Score(about=what, precision=None, recall=share)


def _all_signs(lines: Sequence[Read]) -> Score:
    return Score(
        about="signs", precision=None, recall=_share(lines, lambda it: "signs" not in it.wrong())
    )


def _of_value(lines: Sequence[Read], about: str, what: str, value: str) -> Score:
    judged = [it for it in lines if getattr(it.wanted, what) is not None]
    told = [it for it in judged if getattr(it.read, what) == value]
    meant = [it for it in judged if getattr(it.wanted, what) == value]
    return Score(
        about=about,
        precision=_share(told, lambda it: getattr(it.wanted, what) == value),
        recall=_share(meant, lambda it: getattr(it.read, what) == value),
    )


def _of_sign(lines: Sequence[Read], sign: Sign) -> Score:
    """Of a sign that is first asked about the asking counts."""
    told = [it for it in lines if sign in _told(it, sign)]
    meant = [it for it in lines if it.wanted.signs.needs(sign)]
    return Score(
        about=f"sign: {sign}",
        precision=_share(told, lambda it: sign in it.wanted.signs.may),
        recall=_share(meant, lambda it: sign not in it.wanted.signs.misses(it.filed, it.asked)),
    )


def _told(it: Read, sign: Sign) -> frozenset[str]:
    return it.asked if sign in ASKED_FIRST else it.filed


def _heard_or_asked(lines: Sequence[Read], sign: Sign) -> Score:
    meant = [it for it in lines if it.wanted.signs.needs(sign)]
    asked = [it for it in lines if sign in it.asked]
    return Score(
        about=f"{sign}, heard or asked",
        precision=_share(asked, lambda it: sign in it.wanted.signs.may),
        recall=_share(
            meant, lambda it: sign not in it.wanted.signs.not_even_asked(it.filed, it.asked)
        ),
    )


def _false_complaints(lines: Sequence[Read]) -> Score:
    """Of the lines that hold none, how many are taken for one."""
    without = [it for it in lines if Sign.COMPLAINT not in it.wanted.signs.may]
    share = _share(without, lambda it: Sign.COMPLAINT in it.filed)
    return Score(about="false complaints taken", precision=None, recall=share)

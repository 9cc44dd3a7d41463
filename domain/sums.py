"""Sums of money within a line, and how often they are paid: "£12k a year", "1.200,50 €"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from domain import money
from domain.currency import SIGNS

TIMES_A_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52}
CODES = (
    "EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|ZAR|BRL|MXN"
    "|SGD|HKD|AED|SAR|ILS|KRW|THB|UAH"
)
_CURRENCY = "|".join([*sorted(map(re.escape, SIGNS), key=len, reverse=True), CODES, "US\\$"])
_FIGURES = (
    r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?"
    r"|\d+(?:[.,]\d{1,2})?"
)
_SCALE = r"(?:\s?(?P<scale{0}>k|thousand|m|mn|mio|million)(?!\w))?"
_EVERY = "year|yr|annum|month|mo|mth|quarter|qtr|week|wk"
_PERIOD = re.compile(
    rf"[ ,]*(?:/\s?(?P<by>{_EVERY}|a|m|q|w)\b\.?|(?:per|an?|each|every)\s+(?P<every>{_EVERY})\b"
    r"(?!\s+(?:ago|later|earlier|before|after|from|and a half))"
    r"|(?P<how>yearly|annually|monthly|quarterly|weekly|p\.?a\.?(?!\w)|pcm\b))",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{_CURRENCY})\s?(?P<figures1>{_FIGURES})(?:,-|\.-)?"
    rf"{_SCALE.format(1)}(?:\s?(?P<besides>{CODES})\b)?"
    rf"|(?P<figures2>{_FIGURES})(?:,-|\.-)?{_SCALE.format(2)}"
    rf"(?:\s?(?P<after>{_CURRENCY})(?![a-z]))?)(?![\w%])",
    re.IGNORECASE,
)
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 10**6, "mn": 10**6, "mio": 10**6, "million": 10**6}


@dataclass(frozen=True, kw_only=True)
class Sum:
    """`currency` as it was written, or empty; `per` is a period of TIMES_A_YEAR, or empty. It
    stands from `start` to `end`.
    """

    amount: Decimal
    currency: str
    per: str
    start: int
    end: int

    @property
    def is_sure(self) -> bool:
        """Figures alone may count anything."""
        return bool(self.currency or self.per)

    @property
    def a_year(self) -> Decimal | None:
        """Only where it is said how often it is paid."""
        return self.amount * TIMES_A_YEAR[self.per] if self.per else None


def find(words: str) -> list[Sum]:
    """In their order; figures alone, too."""
    found = [_sum(words, each) for each in _SUM.finditer(words)]
    return [each for each in found if each]


def _sum(words: str, found: re.Match[str]) -> Sum | None:
    read = money.read(found["figures1"] or found["figures2"])
    if read is None:
        return None
    scale = (found["scale1"] or found["scale2"] or "").casefold()
    amount = read.amount * _SCALES.get(scale, 1)
    said = _PERIOD.match(words, found.end())
    return (
        Sum(
            amount=amount,
            currency=found["besides"] or found["before"] or found["after"] or "",
            per=_per(said),
            start=found.start(),
            end=said.end() if said else found.end(),
        )
        if amount <= money.MOST
        else None
    )


def _per(said: re.Match[str] | None) -> str:
    told = ((said["by"] or said["every"] or said["how"]) if said else "").casefold()
    begins = {"y": "year", "a": "year", "p": "year", "q": "quarter", "m": "month", "w": "week"}
    return "month" if told == "pcm" else begins.get(told[:1], "")

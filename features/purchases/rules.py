"""What a line says for sure that was bought, what was paid for it, and whether that is yearly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from domain import currency, sums
from domain.money import MOST
from domain.sums import Sum

TABLE = "purchase"

_BOUGHT = re.compile(
    r"\b(?:(?:bought|ordered|purchased)\s+"
    r"(?:(?:a|an|the|their|his|her|our|some|first|new|two|three|four|five|six|ten|twelve"
    r"|pairs? of|(?:box|case|set|pallet)(?:es|s)? of|\d[\d.,]*x?)\s+)*"
    r"|(?:renewed|signed(?: up)? for|subscribed to|upgraded to)\s+(?:the|their|his|her|our|an?)\s+)"
    r"(?P<what>[a-z][a-z'-]+(?:\s+[a-z][a-z'-]+)??)"
    r"(?=\s*(?:[,.;:!?(]|$)|\s+(?:for|from|at|on|in|and|with|after|because|today|yesterday|this"
    r"|last|online|by|via|to|worth|as|he|she|they|we|i|of us|[€£$]?\d[\d.,]*k?)\b|\s+[€£$])",
    re.IGNORECASE,
)
_NOTHING = frozenset(
    {"again", "another", "both", "everything", "for", "from", "it", "lots", "more", "most", "one"}
    | {"ones", "online", "order", "some", "something", "that", "them", "things", "this", "time"}
    | {"times", "twice", "two", "us", "with", "through", "directly", "straight", "at", "on", "in"}
    | {"contract", "contracts", "agreement", "subscription", "year", "month", "deal", "lot", "by"}
)
_BEFORE = re.compile(
    r"(?:\b(?:for|at|worth|of|cost(?:s|ing)?|total(?:l?ing)?|paid|pays?|paying|spent|is|was|:)"
    r"(?:\s+(?:about|around|a total of|just|only|now))?|[,:;=(@–—-]|\+)\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:bought|ordered|purchased)\s+(?:\d[\d.,]*x?|an?|two|three|four|five|six|ten|twelve)"
    r"(?:\s+[a-z][a-z'-]+){1,3}\s*$",
    re.IGNORECASE,
)
"""Right behind what was counted stands what it cost: "ordered 5 seats $900"."""

_BEHIND = re.compile(r"\s*(?:order|purchase|deal|contract|subscription|plan)\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:saved?|saving|savings|discount\w*|rebate\w*|refund\w*|credit\w*|instead of|down from"
    r"|up from|less|off|budget\w*|deposit|than|owes?|due|fee|fine|penalty|each|apiece"
    r"|per (?:piece|unit|head))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|would|might|may|could|should|wants?|considering|quot\w+|offer\w*|propos\w+|estimat\w+"
    r"|maybe|perhaps|probably|hop(?:es?|ing)|plans? to|planning|think\w*|not|never|cancel\w*"
    r"|almost|nearly)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a line says: what was bought, and for how much; nothing where it is not sure. `a_year`
    is set only where the line says how often it is paid.
    """

    what: str = ""
    amount: Decimal | None = None
    currency: str = ""
    per: str = ""
    a_year: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """A purchase as it is kept. `added` is what of it was new among their products; `worth_before`
    and `worth_after` are what it has made of their worth, both None where nothing.
    """

    id: int
    customer_id: int
    touch_id: int
    at: datetime
    what: str = ""
    amount: Decimal | None = None
    currency: str = ""
    per: str = ""
    added: str = ""
    worth_before: Decimal | None = None
    worth_after: Decimal | None = None
    is_refused: bool = False

    def is_in(self, own: str) -> bool:
        """Whether what was paid can be compared with others'."""
        return self.amount is not None and self.currency == own

    def says(self, told: Told) -> bool:
        kept = (self.what, self.amount, self.currency, self.per)
        return kept == (told.what, told.amount, told.currency, told.per)


def read(words: str, own: str) -> Told | None:
    """Of a line that tells of a purchase; `own` is the workspace's currency. None for nothing."""
    paid = _paid(words)
    told = Told(what=what(words))
    if paid:
        told = Told(
            what=told.what,
            amount=paid.amount,
            currency=currency.code(paid.currency, own),
            per=paid.per,
            a_year=paid.a_year,
        )
    return told if told.what or paid else None


def what(words: str) -> str:
    """What they bought, where the line says so for sure: "lamps" of "bought 12 lamps for 900 €"."""
    found = _BOUGHT.search(words)
    named = found["what"] if found else ""
    return "" if _NOTHING & set(named.casefold().split()) else named


def _paid(words: str) -> Sum | None:
    """The only sum that may be it; none where there are two, or where it is only talked of."""
    found = [each for each in sums.find(words) if each.is_sure]
    meant = list(_linked(words, found))
    if len(found) != 1 or not meant or _UNSURE.search(words) or not 0 < meant[0].amount <= MOST:
        return None
    return meant[0]


def _linked(words: str, found: list[Sum]) -> Iterator[Sum]:
    for each in found:
        before, behind = words[: each.start], words[each.end :]
        near = " ".join(before.split()[-3:]) + " " + " ".join(behind.split()[:2])
        is_joined = _BEFORE.search(before) or _COUNTED.search(before) or _BEHIND.match(behind)
        if is_joined and not _OTHERWISE.search(near):
            yield each

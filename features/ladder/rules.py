"""Which contact lifts a customer to which rung of the ladder (docs/sources.md#the-ladder)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.customers import Rung
from domain.touches import Direction, Sign, Touch

KIND = "rung_move"

APART = timedelta(hours=18)
"""Two purchases, or two referrals, that are told of closer together may be one told twice."""

ASKED = timedelta(days=60)
"""So long a referral is the answer to an ask for one."""

_OPENLY = re.compile(
    r"\b(?:left|wrote|written|writes|gave|given|posted|published|put|shared|did)\b.{0,40}"
    r"\b(?:reviews?|testimonials?|recommendations?|stars?)\b"
    r"|\b(?:posted|tweeted|blogged|raved|wrote)\b.{0,20}\babout (?:us|our)\b",
    re.IGNORECASE,
)
_IN_PUBLIC = re.compile(
    r"\b(?:google|linkedin|trustpilot|facebook|instagram|yelp|tripadvisor|twitter|capterra|g2"
    r"|youtube|tiktok|online|publicly|in public|on stage|testimonial|review)\b",
    re.IGNORECASE,
)
_WAS_ASKED = re.compile(
    r"\b(?:when|after|because|since) (?:we|i) (?:had )?asked\b"
    r"|\bwe (?:had )?asked (?:them|him|her)\b"
    r"|\bi asked (?:them|him|her)\b|\bat our request\b|\bwhen asked\b",
    re.IGNORECASE,
)


class Evidence(StrEnum):
    """What a contact shows of them."""

    ENQUIRY = "enquiry"
    FIRST_PURCHASE = "first purchase"
    SECOND_PURCHASE = "second purchase"
    JOINED = "joined"
    RECOMMENDED = "recommended"
    PRAISED = "praised in public"
    RECOMMENDED_AGAIN = "recommended again"


REACHES = {
    Evidence.ENQUIRY: Rung.PROSPECT,
    Evidence.FIRST_PURCHASE: Rung.SHOPPER,
    Evidence.SECOND_PURCHASE: Rung.CUSTOMER,
    Evidence.JOINED: Rung.MEMBER,
    Evidence.RECOMMENDED: Rung.ADVOCATE,
    Evidence.PRAISED: Rung.ADVOCATE,
    Evidence.RECOMMENDED_AGAIN: Rung.RAVING_FAN,
}
TELL = {
    Evidence.ENQUIRY: Sign.ENQUIRY,
    Evidence.FIRST_PURCHASE: Sign.PURCHASE,
    Evidence.SECOND_PURCHASE: Sign.PURCHASE,
    Evidence.JOINED: Sign.JOINED,
    Evidence.RECOMMENDED: Sign.REFERRAL,
    Evidence.PRAISED: Sign.PRAISE,
    Evidence.RECOMMENDED_AGAIN: Sign.REFERRAL,
}
"""The sign without which there is no such evidence."""

LADDER = tuple(Rung)
PAYING = frozenset(LADDER[LADDER.index(Rung.SHOPPER) :])


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`is_sure`: they are lifted at once; else a person is asked."""

    evidence: Evidence
    is_sure: bool = True

    @property
    def rung(self) -> Rung:
        return REACHES[self.evidence]


@dataclass(frozen=True, kw_only=True)
class Move:
    """From one rung, where they stood `since_before`, to another. `evidence` and `touch_id` where a
    contact shows it, `reason` where a person says so. What was `refused` by a click never took
    place.
    """

    id: int
    customer_id: int
    from_rung: Rung
    to_rung: Rung
    since_before: datetime
    at: datetime
    by_id: int | None = None
    evidence: Evidence | None = None
    touch_id: int | None = None
    reason: str = ""
    is_refused: bool = False

    @property
    def is_up(self) -> bool:
        return is_above(self.to_rung, self.from_rung)


def is_above(rung: Rung, other: Rung) -> bool:
    return LADDER.index(rung) > LADDER.index(other)


def may_lift(touch: Touch, rung: Rung = Rung.SUSPECT) -> bool:
    """Whether it is worth asking what was known before: nothing lifts a raving fan."""
    told = [each for each, sign in TELL.items() if sign in touch.signs]
    higher = [each for each in told if is_above(REACHES[each], rung)]
    return bool(higher) and (higher != [Evidence.PRAISED] or _is_public(touch))


@dataclass(frozen=True, kw_only=True)
class Known:
    """What else is known of them, asked only where it counts: their `others` contacts with a sign,
    and when we have asked them for a referral.
    """

    others: Callable[[Sign], Sequence[Touch]]
    asks: Callable[[], Sequence[datetime]] = lambda: ()


def shown(touch: Touch, rung: Rung, known: Known) -> Shown | None:
    """The highest rung that it lifts them to, what is sure first."""
    higher = [each for each in _shown(touch, rung, known) if is_above(each.rung, rung)]
    return max(higher, key=lambda it: (it.is_sure, LADDER.index(it.rung)), default=None)


def _shown(touch: Touch, rung: Rung, known: Known) -> Iterator[Shown]:
    if Sign.ENQUIRY in touch.signs:
        yield Shown(evidence=Evidence.ENQUIRY)
    if Sign.PURCHASE in touch.signs and rung not in LADDER[LADDER.index(Rung.CUSTOMER) :]:
        yield _bought(touch, rung, known.others(Sign.PURCHASE))
    if Sign.JOINED in touch.signs:
        yield Shown(evidence=Evidence.JOINED)
    if Sign.REFERRAL in touch.signs and rung is not Rung.RAVING_FAN:
        yield from _recommended(touch, rung, known)
    if _is_public(touch):
        is_sure = rung in PAYING and bool(_OPENLY.search(touch.words))
        yield Shown(evidence=Evidence.PRAISED, is_sure=is_sure)


def _bought(touch: Touch, rung: Rung, others: Sequence[Touch]) -> Shown:
    """A shopper of whom no purchase is known may have made the first before we kept count."""
    another = any(_are_apart(touch, each) for each in others)
    if rung is Rung.SHOPPER or another:
        return Shown(evidence=Evidence.SECOND_PURCHASE, is_sure=another)
    return Shown(evidence=Evidence.FIRST_PURCHASE)


def _recommended(touch: Touch, rung: Rung, known: Known) -> Iterator[Shown]:
    """Who has not bought yet may only be kind."""
    is_ours, others = rung in PAYING, known.others(Sign.REFERRAL)
    yield Shown(evidence=Evidence.RECOMMENDED, is_sure=is_ours)
    asks = known.asks() if others else ()
    unasked = [each for each in others if not _was_asked(each, asks)]
    if unasked and not _was_asked(touch, asks):
        is_sure = is_ours and any(_are_apart(touch, each) for each in unasked)
        yield Shown(evidence=Evidence.RECOMMENDED_AGAIN, is_sure=is_sure)


def _are_apart(touch: Touch, other: Touch) -> bool:
    return abs(touch.at - other.at) >= APART


def _was_asked(touch: Touch, asks: Sequence[datetime]) -> bool:
    """As its words say, or because we had asked for one not long before."""
    return bool(_WAS_ASKED.search(touch.words)) or any(at <= touch.at <= at + ASKED for at in asks)


def _is_public(touch: Touch) -> bool:
    """Praise that others read, too."""
    is_theirs = Sign.PRAISE in touch.signs and touch.direction is Direction.THEIRS
    return is_theirs and bool(_OPENLY.search(touch.words) or _IN_PUBLIC.search(touch.words))

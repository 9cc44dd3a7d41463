"""Which table tells of which sign."""

from dataclasses import dataclass

from domain.reading.words import complaints, enquiries, praise, purchases, referrals, silence
from domain.touches import Direction, Sign


@dataclass(frozen=True, kw_only=True)
class Sense:
    """A sign that does not hold when the words are about `never_of`: our own joy is no praise."""

    sign: Sign
    never_of: Direction | None = None


TABLE = {
    Sense(sign=Sign.PURCHASE, never_of=Direction.OURS): purchases.BY_THEM,
    Sense(sign=Sign.PURCHASE): purchases.BY_ANYBODY,
    Sense(sign=Sign.PURCHASE, never_of=Direction.THEIRS): purchases.BY_US,
    Sense(sign=Sign.REFERRAL, never_of=Direction.OURS): referrals.BY_THEM,
    Sense(sign=Sign.PRAISE, never_of=Direction.OURS): praise.BY_THEM,
    Sense(sign=Sign.PRAISE): praise.BY_ANYBODY,
    Sense(sign=Sign.ENQUIRY, never_of=Direction.OURS): enquiries.BY_THEM,
    Sense(sign=Sign.COMPLAINT, never_of=Direction.OURS): complaints.BY_THEM,
    Sense(sign=Sign.COMPLAINT): complaints.BY_ANYBODY,
    Sense(sign=Sign.NO_ANSWER, never_of=Direction.OURS): silence.AWAY,
    Sense(sign=Sign.NO_ANSWER): silence.BY_ANYBODY,
    Sense(sign=Sign.NO_ANSWER, never_of=Direction.THEIRS): silence.LEFT_WORD,
}

RULED_OUT = ",".join(
    table.RULED_OUT for table in (purchases, referrals, praise, enquiries, complaints, silence)
)

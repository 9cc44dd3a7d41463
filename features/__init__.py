"""The features, one folder each, in the order in which they speak."""

from care import attention_core, core, tick_lists
from care.registry import Registry
from features.absences.feature import FEATURE as ABSENCES
from features.asks.feature import FEATURE as ASKS
from features.brief.feature import FEATURE as BRIEF
from features.causes.feature import FEATURE as CAUSES
from features.complaints.feature import FEATURE as COMPLAINTS
from features.dates.feature import FEATURE as DATES
from features.first_days.feature import FEATURE as FIRST_DAYS
from features.follow_up.feature import FEATURE as FOLLOW_UP
from features.ladder.feature import FEATURE as LADDER
from features.lost.feature import FEATURE as LOST
from features.makeright.feature import FEATURE as MAKE_RIGHT
from features.moments.feature import FEATURE as MOMENTS
from features.occasions.feature import FEATURE as OCCASIONS
from features.offers.feature import FEATURE as OFFERS
from features.pauses.feature import FEATURE as PAUSES
from features.promises.feature import FEATURE as PROMISES
from features.purchases.feature import FEATURE as PURCHASES
from features.quiet.feature import FEATURE as QUIET
from features.referrals.feature import FEATURE as REFERRALS
from features.returns.feature import FEATURE as RETURNS
from features.risk.feature import FEATURE as RISK
from features.satisfaction.feature import FEATURE as SATISFACTION
from features.thanks.feature import FEATURE as THANKS
from features.twins.feature import FEATURE as TWINS
from features.welcome.feature import FEATURE as WELCOME
from features.wishes.feature import FEATURE as WISHES

ALL = (
    THANKS,
    RETURNS,
    FOLLOW_UP,
    COMPLAINTS,
    CAUSES,
    MAKE_RIGHT,
    TWINS,
    WISHES,
    PROMISES,
    FIRST_DAYS,
    WELCOME,
    QUIET,
    ASKS,
    LADDER,
    LOST,
    SATISFACTION,
    RISK,
    REFERRALS,
    MOMENTS,
    PAUSES,
    PURCHASES,
    DATES,
    OFFERS,
    OCCASIONS,
    ABSENCES,
    BRIEF,
)


def build() -> Registry:
    """The core and all of them."""
    return Registry((core.FEATURE, attention_core.FEATURE, tick_lists.FEATURE, *ALL))

"""Every number that a rule needs, in one place. Sources: `peers.md`, "Defaults", unless noted.

Hours and days are working hours and working days of the customer's owner, unless said otherwise.
"""

from datetime import time, timedelta

from domain.customers import Rung

DIGEST = time(8, 30)
"""When a manager's digest comes, on the manager's clock."""

THANK_EVERY = {Rung.ADVOCATE: timedelta(days=45), Rung.RAVING_FAN: timedelta(days=30)}
"""Calendar days."""

THANK_WITHIN_DAYS = 1
"""A referral or praise is thanked for within one working day."""

THANK_LATE_AFTER_DAYS = 5
"""How long after asking a routine thank-you counts as late."""

ENQUIRY_LATE_AFTER_HOURS = 1
FOLLOW_UP_AFTER_DAYS = (1, 3, 7, 14)
"""After the n-th attempt in a row without an answer."""

ATTEMPTS_BEFORE_PARKING = 5
PARK_AFTER_DAYS = 1
"""A fifth attempt gets a full working day to be answered before parking is proposed."""

QUIET_LATE_AFTER_DAYS = 2
PARKED_FOR = timedelta(days=90)
"""Calendar days after which a parked prospect is worth another look."""

ACKNOWLEDGE_LATE_AFTER_HOURS = 4
UPDATE_EVERY_DAYS = 2
UPDATE_ASKED_HOURS_BEFORE = 4
RESOLVE_WITHIN_DAYS = 5
RESOLVE_ASKED_HOURS_BEFORE = 8
CHECK_BACK_AFTER = timedelta(days=7)
"""Calendar days after a complaint was resolved."""

CHECK_BACK_COUNTS_AFTER = timedelta(days=3)
"""A word sooner than this after the resolution can't tell yet whether it held."""

CHECK_BACK_LATE_AFTER_DAYS = 2
STEP_NOT_NEEDED_RESTS_DAYS = 2
"""A resolution said to be "not needed" of a complaint still open is asked for again after these."""

LAPSE_AFTER_DAYS = 10
"""A reminder that nobody acts on rests this long after it became late; complaints never lapse."""

CARE_INTERVAL = {
    Rung.PROSPECT: timedelta(days=14),
    Rung.SHOPPER: timedelta(days=30),
    Rung.CUSTOMER: timedelta(days=60),
    Rung.MEMBER: timedelta(days=60),
    Rung.ADVOCATE: timedelta(days=45),
    Rung.RAVING_FAN: timedelta(days=30),
}
"""Calendar days without hearing from us; a suspect has none (DESIGN: care interval)."""

POSTS_A_DAY = 10
"""In one channel; complaints come on top."""

ROUTINE_POSTS_A_DAY = 8
"""Of those, what may wait: the rest is kept for enquiries, which can't."""

FIRST_DATES_OVER_DAYS = 10
"""Over how many working days an import's first reminders are spread."""

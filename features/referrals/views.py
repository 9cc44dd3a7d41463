"""What is shown of who was recommended by whom."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.referrals import rows
from features.referrals import words as wording
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """Linked both ways."""
    del now
    customer_id = facts.customer.id
    to, by = rows.by_referrer(work, customer_id), rows.referrers(work, customer_id)
    return wording.on_card(to, by)

"""Others are told before they find out: they stand on their owners' lists to tick off."""

from datetime import datetime

from care import finding, tick_lists
from care.heed import allow
from domain import phrases
from domain.errors import Gone, Over
from domain.messages import Message
from domain.precedence import Need
from domain.teammates import Permission
from domain.tick_lists import Wanted
from domain.touches import Kind
from features.twins import rows
from features.twins.rules import ABOUT
from store import posts
from store.work import Work

ROOM = 60
"""Characters of the complaint in the name of the list."""


def tell(work: Work, now: datetime, complaint_id: int, customer_id: int) -> Message:
    """Raises Gone, Over."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, customer_id)
    if customer.id in rows.told(work, complaint_id):
        raise Over(f"{customer.name} is on the list already: they will be told first.")
    opened = rows.one(work, complaint_id)
    if opened is None:
        raise Gone
    rows.tell(work, complaint_id, [customer.id], work.person.id, now)
    name = f"Tell them first: {phrases.shorten(opened.words, ROOM)}"
    wanted = Wanted(name=name, kind=Kind.MESSAGE, need=Need.PROMISE)
    told = tick_lists.begin(work, now, wanted, [customer])
    posts.show_anew(work, ABOUT, complaint_id)
    return told

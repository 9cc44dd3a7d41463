"""A reply among colleagues that reports a contact begins plainly; these do not spoil it."""

from domain.reading.words.lists import listed
from domain.reading.words.ordinary import ADVERBS, DAYS, OURSELVES, SOFT, TIMES

LEADS = (OURSELVES | SOFT | TIMES | DAYS | ADVERBS) - listed(
    "no never always maybe perhaps even only once since"
) | listed("she he they have has had on at in the this thanks thank cheers sure luckily actually")
"""Words that may stand before the verb."""

DOUBTS = listed("""
    you your yours once ever always usually often sometimes month months year years ages who whom
    whoever anybody anyone supposed remember supposedly apparently allegedly presumably according
    hear
""") | {str(year) for year in range(1990, 2100)}
"""With one of these in its clause it is talk, or a report of long ago."""

CLOSE = listed("team group colleague colleagues boss others lads")
"""With "the" or "a" before them these are ours, too, if nothing says whose they are."""

INSIDE = listed("""
    support finance legal hr engineering marketing manager crm internally channel accounts
    accounting
    warehouse dispatch dev devs standup
""")
"""Nor is it a contact with a customer when it is with one of these, unless with "their legal"."""

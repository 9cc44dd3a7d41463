"""Words that turn what follows them into something else than a fact."""

from enum import StrEnum

from domain.reading.words.lists import listed


class Trigger(StrEnum):
    """What a word does to what follows it in its clause."""

    DENIES = "denies"
    DENIES_OTHERS = "denies what somebody else does"
    SUPPOSES = "supposes"
    SUPPOSES_OTHERS = "supposes what somebody else does"
    PLANS = "makes a contact that is only named a plan or a topic"
    SETTLES = "puts a complaint right"


TABLE = {
    Trigger.DENIES: """
        not, never, no, nor, neither, none, nobody, nothing, without, hardly, barely, scarcely,
        zero, nil, less, far from, rather than, anything but, stopped, instead of
    """,
    Trigger.DENIES_OTHERS: "not think|believe|feel|say, doubt|doubts|doubted",
    Trigger.SUPPOSES: """
        awaiting, waiting for|on, will, shall, would, may, might, could, should, must, can,
        'd be|have|like|love|call|email|meet, going to, about to, supposed to, meant to,
        to be|get|have|feel|make|keep, please, used to, almost, nearly
    """,
    Trigger.SUPPOSES_OTHERS: """
        if, maybe, perhaps, hopefully, whether, unless, until, till, in case,
        hope|hopes|hoped|hoping, wish|wishes|wished, make|makes|making sure, ensure|ensuring,
        sure, check|checking, assume|assuming|assumed, suppose, guess, wonder|wondering|wondered,
        expect|expects|expecting, once, risk of
    """,
    Trigger.PLANS: """
        called off, booked, booking, book, scheduled, scheduling, schedule, rescheduled,
        reschedule, arranged, arranging, arrange, set up, setting up, planned, planning, plan,
        cancelled, cancel, postponed, moved, move, bumped, pushed, shifted, missed, skipped,
        forgot, forgotten,
        when SHE|i|we,
        'd, have, has, proposed, suggested, offered, invited, requested, request, want, wants,
        wanted, need, needs, needed, like, love, confirmed, agreed, pencilled in, since, prepared,
        looking|look forward, rehearsed, prep, waiting, before, about, re, regarding, concerning,
        of, for, next, upcoming, to, lets, preparing, prepped, prepping, due, happy, keen, pending,
        owe, owes, owed, deserve, deserves
    """,
    Trigger.SETTLES: """
        resolved, fixed, sorted, solved, closed, settled, repaired, replaced, handled, addressed,
        repairing, fixing, sorting, removed
    """,
}

RULED_OUT = """
    not only|just|least, can|could not stop, check|checking in, nothing but,
    no problem|problems|worries|doubt|question|idea|matter|wonder|surprise
"""

AHEAD = """
    will, shall, would, may, might, could, should, must, can, 'd, going to, about to, ready to,
    due, want, wants, wanted, hope|hopes|hoping, plan|plans|planning, wish|wishes, intends|intend,
    booked, booking, scheduled, scheduling, rescheduled, arranged, arranging, agreed, promised,
    confirmed, proposed, suggested, offered, pencilled, postponed, moved, set for|up|a, invited,
    asked|told … to, needs, need, expects|expecting|expected, lets, please,
    call back, let|lets know, wef, picking, callback, appointment, book,
    schedule, BE out|away|off|closed|free|available, back, returns, returning, available, free,
    closed, open, starts, starting, arrives, arriving, decision, decides, deciding, collecting,
    visiting, calling, coming, expires, ends, meets, launches, ships, goes live, deadline, plan,
    reminder, remind, made for, upcoming, follow up, lapses, lapse, expire, runs|run out,
    happy|pleased|delighted|keen|glad to, see you,
    flies|leaves|moves|retires|finishes|comes|goes|opens|closes|renews|kicks
"""
"""After these a day in the same clause is one that they were speaking of."""

DOING_WHOM = listed("""
    meeting catching calling ringing phoning emailing mailing texting messaging
""")
DOING = DOING_WHOM | listed("""
    seeing visiting playing popping taking grabbing having doing going coming dropping swinging
    flying driving heading running presenting hosting demoing pitching lunching chatting talking
    speaking zooming golfing joining attending delivering installing fitting
""")
"""Plans, where a clause begins with one; some only before those to whom it is done."""

TO_DO = listed("""
    ring send bring go give take get speak meet see write tell remind buy
""")
"""At the head of a clause, something to be done: none of them is written so of what is past."""

WILL = listed("will shall can may might must")
"""Behind a day and who it is about, these make it one to come."""

NOT_AHEAD = """
    called|rang|phoned|emailed|mailed|wrote|texted|messaged|got|came back,
    called|rang|phoned|emailed|mailed|wrote|texted|messaged US|THEM back
"""

PUT_OFF = listed("""
    tomorrow next later tonight upcoming soon cancelled postponed moved booked scheduled rescheduled
    set arranged confirmed requested wanted needed prep preparation pencilled planned
""")
"""Within three words after the name of a contact these say that it has not been."""

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
    Trigger.DENIES_OTHERS: "not think|believe|feel, doubt|doubts|doubted",
    Trigger.SUPPOSES: """
        will, shall, would, may, might, could, should, must, can, 'd be|have|call|email|meet,
        going to, about to, supposed to, meant to, to be|get|have|feel, please, used to, almost,
        nearly
    """,
    Trigger.SUPPOSES_OTHERS: """
        if, whether, unless, until, till, in case, hope|hopes|hoped|hoping, wish|wishes|wished,
        make|makes|making sure, ensure|ensuring, sure, check|checking, assume|assuming|assumed,
        suppose, guess, wonder|wondering|wondered, expect|expects|expecting, once
    """,
    Trigger.PLANS: """
        called off, booked, booking, book, scheduled, scheduling, schedule, rescheduled,
        reschedule, arranged, arranging, arrange, set up, setting up, planned, planning, plan,
        cancelled, cancel, postponed, moved, missed, skipped, have, has, proposed, suggested,
        offered, invited, requested, request, want, wants, wanted, need, needs, needed, like,
        confirmed, agreed, fixed, pencilled in, waiting, before, about, re, regarding, concerning,
        of, for, next, upcoming, to, lets, preparing, prepped, prepping, due, happy, keen, pending
    """,
    Trigger.SETTLES: """
        resolved, fixed, sorted, solved, closed, settled, repaired, replaced, handled, addressed,
        repairing, fixing, sorting
    """,
}

RULED_OUT = """
    not only|just|least, nothing but,
    no problem|problems|worries|doubt|question|idea|matter|wonder|surprise
"""

AHEAD = """
    will, shall, would, may, might, could, should, must, can, 'd, going to, about to, ready to,
    due, want, wants, wanted, hope|hopes|hoping, plan|plans|planning, wish|wishes, intends|intend,
    booked, booking, scheduled, scheduling, rescheduled, arranged, arranging, agreed, promised,
    confirmed, proposed, suggested, offered, pencilled, postponed, moved, set for|up|a, invited,
    asked|told … to, needs, need, expects|expecting|expected, lets, please, call back, book,
    schedule, back, returns, returning, available, free, closed, open, starts, starting, arrives,
    arriving, deadline, plan, reminder, remind, upcoming, follow up
"""
"""After these a day in the same clause is one that they were speaking of."""

PUT_OFF = listed("""
    tomorrow next later tonight upcoming soon cancelled postponed moved booked scheduled rescheduled
    set arranged confirmed pencilled planned
""")
"""Within three words after the name of a contact these say that it has not been."""

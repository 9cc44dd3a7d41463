"""What Heed says about channels: whether to post there, and when it no longer can."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import phrases
from domain.messages import (
    Button,
    Command,
    Count,
    Line,
    Message,
    Moment,
    Named,
    Person,
    Weight,
    items,
    line,
)
from domain.pacing import PaceNumbers
from domain.posts import OUTSIDERS

NO_PLACE = line(
    "Reminders have nowhere to go yet: invite Heed to a channel, and answer its question there."
)
NO_MANAGERS = line("No managers are named, so nobody gets a digest: set HEED_MANAGERS.")


@dataclass(frozen=True, kw_only=True)
class Question:
    """`answer` is None until somebody answered. `is_second` where there is a channel before it."""

    place_id: int
    answer: bool | None = None
    answered_by: Person | None = None
    answered_at: datetime | None = None
    zone: str = "UTC"
    is_shared: bool = False
    is_second: bool = False
    posts_a_day: int = PaceNumbers().posts_a_day


def question(asked: Question) -> Message:
    if asked.is_shared:
        return Message(id="question", headline=line("👋 Heed is here."), items=items(SHARED))
    if asked.answer is None:
        return _asking(asked)
    who = (asked.answered_by,) if asked.answered_by else ("somebody",)
    at = (", ", Moment(asked.answered_at, asked.zone)) if asked.answered_at else ()
    if asked.answer:
        told = line("✅ Reminders are posted here, says ", *who, *at, ".")
    else:
        told = line("No reminders here, says ", *who, *at, ".")
    ref = str(asked.place_id)
    other = "place.no" if asked.answer else "place.yes"
    label = "Stop posting here" if asked.answer else "Post here after all"
    button = Button(action_id=other, ref=ref, label=label)
    whose = (WHOSE,) if asked.answer and asked.is_second else ()
    return Message(id="question", headline=told, items=items(*whose, _hint()), actions=(button,))


WHOSE = line("About customers whose owner is here, and in no channel that I was in before.")
SHOWN = 20
"""Names in a list, at most."""


def whose(names: Sequence[str]) -> list[Line]:
    """About whose customers they are, in a channel that is not the first."""
    if not names:
        told = "Nobody is here who is not in an earlier channel too, so none come here yet. "
        return [line(told, "Leave that one, or stop posting there, and yours come here.")]
    rest = len(names) - SHOWN
    more = (" and ", Count(rest, "other")) if rest > 0 else ()
    return [line("They are about the customers of ", *phrases.listed(names[:SHOWN]), *more, ".")]


def whether_to_stop(place_id: int, name: str, others: Sequence[str]) -> Message:
    """`others` are the channels in which reminders are posted then."""
    there = tuple(f"#{each}" for each in others[:SHOWN])
    then = line("They will come in ", *phrases.listed(there), ".") if there else NOWHERE
    button = Button(
        action_id="place.stop", ref=str(place_id), label="Stop posting", weight=Weight.GRAVE
    )
    return Message(
        id="unclear",
        headline=line("🔇 Stop posting reminders in #", Named(name), "?"),
        items=items(then),
        notes=(line("The managers are told."),),
        actions=(button,),
    )


NOWHERE = line(
    "It is the only channel. They wait until there is another: ",
    Command("due"),
    " shows what waits for you.",
)


def not_theirs(name: str, hosts: Iterable[Person]) -> Message:
    who = tuple(hosts)
    let_in = (", or ", who[0], ", who let me in,") if who else ()
    told = line("A manager", *let_in, " can stop reminders in #", Named(name), ".")
    return Message(id="answer", headline=told, items=items(line("Nothing was changed.")))


def stopped(name: str, who: Person | None) -> Message:
    """To the managers, and to whoever had let Heed in."""
    return Message(
        id="place stopped",
        headline=line("🔇 Reminders are no longer posted in #", Named(name)),
        items=items(line(who or "Somebody", " stopped them. What waits is kept.")),
        notes=(line("My post in that channel has a button to begin again."),),
    )


def not_in() -> Message:
    return Message(
        id="answer",
        headline=line("I am not in this channel, so no reminders are posted here."),
        items=items(line("Invite me, and answer my question; or type it where I am.")),
    )


SHARED = line(
    "People of another company read this channel, so I post no customer's reminders here. "
    "Invite me to a channel of your own."
)


def _asking(asked: Question) -> Message:
    ref = str(asked.place_id)
    yes = Button(action_id="place.yes", ref=ref, label="Yes, post here", weight=Weight.MAIN)
    no = Button(action_id="place.no", ref=ref, label="No")
    why = line(
        "I remind the team of customers who should hear from us: whom to thank, whom to follow "
        "up, what to put right. At most ",
        Count(asked.posts_a_day, "post"),
        " a day, in working hours.",
    )
    return Message(
        id="question",
        headline=line("👋 Post reminders here?"),
        items=items(why, _hint()),
        actions=(yes, no),
    )


def _hint() -> Line:
    return line("Type ", Command("help"), " to see what I understand.")


REASONS = {
    OUTSIDERS: "People of another company can read it now.",
    "is_archived": "The channel was archived.",
    "not_in_channel": "I was taken out of it.",
    "uninstalled": "I was taken out of it.",
    "channel_not_found": "It is gone, or hidden from me.",
    "restricted_action": "Only some people may post there.",
}
"""What platforms say, in words; what is not known here is passed on as it was said."""


def lost(name: str, why: str) -> Message:
    """To whoever had invited Heed there."""
    reason = REASONS.get(why) or f"The reason given: {why}."
    again = "me to a channel of your own" if why == OUTSIDERS else "me again, or to another channel"
    return Message(
        id="place lost",
        headline=line("⚠️ I can't post in #", Named(name), " any more"),
        items=items(line(f"{reason} What was to be said there is kept.")),
        notes=(line(f"Invite {again}, and answer my question there."),),
    )


def platform_lost(name: str) -> Message:
    """To managers, on whichever platform still reaches them."""
    return Message(
        id="platform lost",
        headline=line("⚠️ I can't post in ", Named(name), " any more"),
        items=items(line("Heed was uninstalled there, or its token was taken away.")),
        notes=(line("What was to be said there is kept, and said when Heed is let in again."),),
    )


def platform_back(name: str) -> Message:
    """In the place of that, once it is over."""
    return Message(
        id="platform lost",
        headline=line("✅ I can post in ", Named(name), " again"),
        items=items(line("For a while I was not let in there. What waited is on its way.")),
    )

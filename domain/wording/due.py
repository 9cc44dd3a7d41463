"""What waits for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import Count, Item, Line, Message, Moment, Named, joined, line
from domain.nudges import Nudge, Status
from domain.plays import Scene
from domain.wording import reminders

NAMED = 5
"""Of those who are late and not asked for, so many are told by name."""


@dataclass(frozen=True, kw_only=True)
class More:
    """What isn't asked for yet: how much will be within a week, and `today`; when that which was
    put off is back, the first to come first; and who is late and `held` back all the same.
    """

    upcoming: int = 0
    today: int = 0
    put_off: tuple[datetime, ...] = ()
    held: tuple[str, ...] = ()


def waiting(
    nudges: Sequence[tuple[Nudge, Scene]],
    zone: ZoneInfo,
    *,
    total: int,
    more: More,
    skipped: int = 0,
    whose: str = "",
) -> Message:
    """The most pressing of `total`, after so many that are `skipped`; `whose` they are, where not
    the reader's own.
    """
    later = tuple(_later(more, zone))
    whom = Named(whose) if whose else "you"
    kind = "due of another" if whose else "due"
    if not nudges:
        asked = "is asked of " if more.held else "waits for "
        return Message(id=kind, headline=line(f"🌿 Nothing {asked}", whom, "."), notes=later)
    shown = tuple(_fact(nudge, scene) for nudge, scene in nudges)
    rest = total - skipped - len(shown)
    unseen = line("and ", Count(rest, "more thing"), ": do these first.")
    return Message(
        id=kind,
        headline=line("📌 ", Count(total, "thing waits", "things wait"), " for ", whom),
        items=shown,
        notes=(unseen, *later) if rest > 0 else later,
    )


def _later(more: More, zone: ZoneInfo) -> Iterable[Line]:
    if more.held:
        names = joined(line(Named(each)) for each in more.held[:NAMED])
        rest = len(more.held) - NAMED
        others = f" and {rest} more" if rest > 0 else ""
        yield line("⏰ Late, though I don't ask for it now: ", *names, others, ".")
    if more.put_off:
        off = Count(len(more.put_off), "reminder is put off", "reminders are put off")
        first = "" if len(more.put_off) == 1 else ", the first"
        yield line(off, f"{first} until ", Moment(more.put_off[0], zone.key), ".")
    if more.upcoming:
        today = f", {more.today} of them today" if more.today else ""
        yield line(Count(more.upcoming, "more reminder"), f" will come within a week{today}.")


def _when(nudge: Nudge, now: datetime) -> str:
    if nudge.status is Status.PLANNED and nudge.ask_at > now:
        return "I ask for it "
    if nudge.was_held_back:
        return "asked "
    return "late since " if nudge.is_late(now) else "due "


def _fact(nudge: Nudge, scene: Scene) -> Item:
    saying = scene.saying(nudge)
    done, *_, later, waive = reminders.actions(nudge, saying)
    is_to_come = nudge.status is Status.PLANNED and nudge.ask_at > scene.now
    moment = Moment(nudge.ask_at if is_to_come else nudge.late_from, scene.zone.key)
    told = line(*saying.alone, " · ", _when(nudge, scene.now), moment)
    return Item(line=told, actions=(done, later, waive))

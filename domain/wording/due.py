"""What waits for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import Count, Item, Line, Message, Moment, Named, line
from domain.nudges import Nudge
from domain.plays import Scene
from domain.wording import reminders


@dataclass(frozen=True, kw_only=True)
class More:
    """What doesn't wait yet: how much will be asked for within a week, and when that which was put
    off is back, the first to come first.
    """

    upcoming: int = 0
    put_off: tuple[datetime, ...] = ()


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
        return Message(id=kind, headline=line("🌿 Nothing waits for ", whom, "."), notes=later)
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
    if more.put_off:
        off = Count(len(more.put_off), "reminder is put off", "reminders are put off")
        first = "" if len(more.put_off) == 1 else ", the first"
        yield line(off, f"{first} until ", Moment(more.put_off[0], zone.key), ".")
    if more.upcoming:
        yield line(Count(more.upcoming, "more reminder"), " will come within a week.")


def _when(nudge: Nudge, now: datetime) -> str:
    if nudge.was_held_back:
        return "asked "
    return "late since " if nudge.is_late(now) else "due "


def _fact(nudge: Nudge, scene: Scene) -> Item:
    saying = scene.saying(nudge)
    done, *_, later, waive = reminders.actions(nudge, saying)
    told = line(
        *saying.alone, " · ", _when(nudge, scene.now), Moment(nudge.late_from, scene.zone.key)
    )
    return Item(line=told, actions=(done, later, waive))

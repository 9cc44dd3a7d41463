"""What waits for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
) -> Message:
    """The most pressing of `total`, after so many that are `skipped`."""
    later = tuple(_later(more, zone))
    if not nudges:
        return Message(id="due", headline=line("🌿 Nothing waits for you."), notes=later)
    shown = tuple(_fact(nudge, scene) for nudge, scene in nudges)
    rest = total - skipped - len(shown)
    unseen = line("and ", Count(rest, "more thing"), ": do these first.")
    return Message(
        id="due",
        headline=line("📌 ", Count(total, "thing waits", "things wait"), " for you"),
        items=shown,
        notes=(unseen, *later) if rest > 0 else later,
    )


def of(whose: str, told: Message) -> Message:
    """The same as it is told to somebody else."""
    headline = line("Waits for ", Named(whose), ": ", *told.headline)
    return replace(told, id="waits for another", headline=headline)


def _later(more: More, zone: ZoneInfo) -> Iterable[Line]:
    if more.put_off:
        off = Count(len(more.put_off), "reminder is put off", "reminders are put off")
        first = "" if len(more.put_off) == 1 else ", the first"
        yield line(off, f"{first} until ", Moment(more.put_off[0], zone.key), ".")
    if more.upcoming:
        yield line(Count(more.upcoming, "more reminder"), " will come within a week.")


def _fact(nudge: Nudge, scene: Scene) -> Item:
    saying = scene.saying(nudge)
    done, *_, later, waive = reminders.actions(nudge, saying)
    word = "late since " if nudge.is_late(scene.now) else "due "
    told = line(*saying.alone, " · ", word, Moment(nudge.late_at, scene.zone.key))
    return Item(line=told, actions=(done, later, waive))

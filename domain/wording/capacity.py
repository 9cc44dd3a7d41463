"""That somebody has more customers than days, and what would help."""

from collections.abc import Sequence
from datetime import date

from domain.capacity import Overload
from domain.messages import Count, Item, Line, Named, line
from domain.teammates import Teammate
from domain.wording.digests import opening


def told(mate: Teammate, load: Overload) -> Line:
    """Say "Ana's 140 customers need 8 a day, she has 5: hand over 60, or …"."""
    first = mate.name.split(" ")[0]
    return line(Named(first), "'s ", Count(load.customers, "customer"), " ", *_needs(load))


def short(load: Overload) -> Line:
    """The same where it is said already whose they are."""
    return line(*_needs(load))


def _needs(load: Overload) -> Line:
    need = "needs" if load.customers == 1 else "need"
    stretch = load.stretch
    other = f", or stretch {stretch.rung.value}s to {stretch.days} days" if stretch else ""
    return line(f"{need} {load.need} a day, {load.has} fit: hand over {load.hand_over}{other}")


def in_digest(
    every: Sequence[tuple[Teammate, Overload]], most: int, today: date
) -> tuple[Item, ...]:
    """The fullest alone; the others stand behind it."""
    if not every or not most:
        return ()
    more = len(every) - 1
    others = line("; so have ", Count(more, "other")) if more else ()
    way = opening("capacity", "all", today)
    return (Item(line=line("⚖️ ", *told(*every[0]), *others), actions=(way,)),)

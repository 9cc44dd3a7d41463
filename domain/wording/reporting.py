"""What is told of who reports to whom."""

from domain.messages import Message, Named, line
from domain.teammates import Teammate
from domain.wording import receipts


def changed(mate: Teammate, manager: Teammate | None, action_id: int) -> Message:
    who = Named(mate.name)
    if manager is None:
        headline = line("🧭 ", who, " reports to nobody in particular from now on.")
        note = line("The managers of the settings share them.")
    else:
        headline = line("🧭 ", who, " reports to ", Named(manager.name), " from now on.")
        told = " is told when something of theirs is late, and sees what waits for them."
        note = line(Named(manager.name), told)
    return receipts.told(headline, (note,), receipts.undo(action_id))


def so_already(mate: Teammate, manager: Teammate | None) -> str:
    whom = manager.name if manager else "nobody in particular"
    return f"{mate.name} reports to {whom} already."


def a_loop(mate: Teammate, manager: Teammate) -> str:
    return (
        f"{manager.name} reports to {mate.name}, so {mate.name} can't report to {manager.name}: "
        f"say first to whom {manager.name} does."
    )

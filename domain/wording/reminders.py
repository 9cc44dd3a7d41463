"""The reminder in the channel, in each of its states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain import phrases
from domain.briefs import BriefLine
from domain.messages import (
    Action,
    Button,
    Line,
    Menu,
    Message,
    Moment,
    Option,
    Person,
    Weight,
    Words,
    items,
    line,
)
from domain.nudges import Nudge, Status
from domain.plays import Saying, Scene
from domain.returning import AFTER as GIVEN_UP_FOR
from domain.touches import Direction, Touch
from domain.wording.whose import NOBODYS, Whose

TAKE = "nudge.take"
LATER = (
    Option(value="hour", label="In 1 hour"),
    Option(value="tomorrow", label="Tomorrow morning"),
    Option(value="days", label="In 3 working days"),
    Option(value="day", label="Another day …", asks=True),
)


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """A nudge with the people and the touch that its words name.

    The scene is on the owner's clock. `ended_by` is who finished it, waved it off or logged what
    ended it. `others` wait for the same customer, `before` is what of theirs was over last,
    `brief` what to know before the call that it asks for.
    """

    nudge: Nudge
    scene: Scene
    whose: Whose = NOBODYS
    taker: Person | None = None
    snoozer: Person | None = None
    ended_by: Person | None = None
    touch: Touch | None = None
    others: "tuple[Reminder, ...]" = ()
    before: "Reminder | None" = None
    brief: tuple[BriefLine, ...] = ()

    @property
    def saying(self) -> Saying:
        return self.scene.saying(self.nudge)

    def with_others(
        self, others: "Sequence[Reminder]", before: "Reminder | None" = None
    ) -> "Reminder":
        return replace(self, others=tuple(others), before=before)


def reminder(case: Reminder, *, has_gone_on: bool = False, is_listed: bool = False) -> Message:
    """One speaks, and the others are lines; none where it `has_gone_on` in a newer message. What
    `is_listed` stands in its owner's list, where it is answered unless somebody takes it here.
    """
    saying = case.saying
    if is_listed and case.whose.owner and _is_its_owners(case):
        return _listed(case, case.whose.owner)
    if has_gone_on:
        return Message(
            id="reminder", headline=saying.headline, items=items(line("⤵️ It goes on below."))
        )
    lines = (*saying.why, *_state(case, saying), *_beside(case))
    return Message(
        id="reminder",
        headline=saying.headline,
        items=(*items(*lines), *(each.item for each in case.brief)),
        notes=(_whose(case),) if case.nudge.is_waiting else (),
        actions=actions(case.nudge, saying),
    )


def _is_its_owners(case: Reminder) -> bool:
    """Nobody else has taken it."""
    taker, owner = case.taker, case.whose.owner
    is_theirs = taker is not None and owner is not None and taker.name == owner.name
    return case.nudge.status is Status.SENT or (case.nudge.status is Status.TAKEN and is_theirs)


def _listed(case: Reminder, owner: Person) -> Message:
    saying = case.saying
    there = line("📋 It is in ", owner, "'s list now.")
    return Message(
        id="reminder",
        headline=saying.headline,
        items=items(*saying.why, *_state(case, saying), there, *_beside(case)),
        actions=tuple(it for it in actions(case.nudge, saying) if it.action_id == TAKE),
    )


def _beside(case: Reminder) -> Iterable[Line]:
    for other in case.others:
        yield line("Also: ", *other.saying.alone)
    if case.before:
        yield from _over_beside(case.before)


def _over_beside(before: Reminder) -> Iterable[Line]:
    """By name: what speaks goes on."""
    at = Moment(before.nudge.ended_at or before.nudge.ask_at, before.scene.zone.key)
    if before.nudge.status is Status.DONE:
        yield line("Over: ", *before.saying.alone, " · done: ", *_who(before), ", ", at)
    elif before.nudge.status is Status.NOT_NEEDED:
        yield line("Over: ", *before.saying.alone, " · not needed, says ", *_who(before))


def back(case: Reminder) -> Message:
    """A reminder that was put off has come back: a word in its thread to whoever put it off."""
    who = (case.snoozer, ": ") if case.snoozer else ()
    return Message(
        id="back",
        headline=line("⏰ ", *who, "as you asked, ", *case.saying.headline),
    )


def actions(nudge: Nudge, saying: Saying) -> tuple[Action, ...]:
    """What can be done about it; nothing once it is over."""
    ref = str(nudge.id)
    if nudge.status is Status.GIVEN_UP and not nudge.reason:
        return (Button(action_id="nudge.take_up", ref=ref, label="I'll take it"),)
    if not nudge.is_waiting:
        return ()
    done = Button(action_id="nudge.done", ref=ref, label=saying.done, weight=Weight.MAIN)
    take = Button(action_id=TAKE, ref=ref, label="I'll take it")
    later = _later(nudge)
    waive = Button(action_id="nudge.ask_waive", ref=ref, label=saying.waive, asks=True)
    offered: list[Action] = [done]
    if nudge.status is not Status.TAKEN:
        offered.append(take)
    return (*offered, *saying.more, later, waive)


def _later(nudge: Nudge) -> Action:
    """From the second time on it asks why."""
    ref = str(nudge.id)
    if nudge.snoozed_by_id:
        return Button(action_id="nudge.ask_later", ref=ref, label="Later", asks=True)
    return Menu(action_id="nudge.later", ref=ref, label="Later", options=LATER)


def _state(case: Reminder, saying: Saying) -> Iterable[Line]:
    match case.nudge.status:
        case Status.TAKEN if case.taker:
            yield line("👀 ", case.taker, " has it.")
        case Status.SNOOZED if case.nudge.snoozed_until:
            who = (case.snoozer,) if case.snoozer else ()
            back = Moment(case.nudge.snoozed_until, case.scene.zone.key)
            yield line("💤 ", *who, " put it off; back ", back, ".")
        case Status.DONE:
            yield from _done(case, saying)
        case Status.NOT_NEEDED:
            why = line(": ", Words(case.nudge.reason)) if case.nudge.reason else line(".")
            yield line("❌ Not needed, says ", *_who(case), *why)
        case Status.DROPPED:
            yield line("⚪ No longer needed.")
        case Status.GIVEN_UP if case.nudge.reason:
            yield line("🕊️ Nobody got to it: ", case.nudge.reason, ".")
        case Status.SUPERSEDED:
            yield line("⏭️ Something newer has come in its place.")
        case Status.GIVEN_UP:
            returns = (case.nudge.dismissed_at or case.nudge.late_at) + GIVEN_UP_FOR
            day = phrases.standing_day(returns, case.scene.now, case.scene.zone)
            yield line("🕊️ Nobody got to it. It returns ", day, ".")


def _done(case: Reminder, saying: Saying) -> Iterable[Line]:
    """Who did it, or whose line said so in other words."""
    at = Moment(case.nudge.ended_at or case.nudge.ask_at, case.scene.zone.key)
    touch = case.touch
    if touch is None or touch.nudge_id == case.nudge.id:
        yield line("✅ ", *_who(case), f" {saying.did}, ", at, ".")
    elif touch.direction is Direction.THEIRS:
        yield line("✅ They got in touch, logged by ", *_who(case), ", ", at, ".")
        yield line(Words(phrases.shorten(touch.words)))
    else:
        yield line("✅ ", *_who(case), " did, ", at, ".")
        if touch.words:
            yield line(Words(phrases.shorten(touch.words)))


def _who(case: Reminder) -> Line:
    return line(case.ended_by or "somebody")


def _whose(case: Reminder) -> Line:
    """Whose customer it is, and what was promised, in words that hold while they stand there."""
    due = Moment(case.nudge.late_from, case.scene.zone.key)
    is_late = case.nudge.is_late(case.scene.now)
    by = line(" · late since " if is_late else " · to be done by ", due)
    if case.nudge.status is Status.SNOOZED or case.nudge.was_held_back:
        by = ()
    return line(*case.whose.begin(), *by)

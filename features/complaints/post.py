"""The complaint's own post, and the words to managers about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain import phrases
from domain.messages import (
    Action,
    Button,
    Count,
    Item,
    Line,
    Menu,
    Message,
    Moment,
    Named,
    Option,
    Person,
    Words,
    line,
)
from domain.nudges import Nudge
from domain.plays import Scene
from domain.touches import Kind, Touch
from domain.wording.whose import NOBODYS, Whose
from features.complaints.rules import Complaint, Step, gist
from features.complaints.words import after, steps

SHOWN = 5
"""Of what we told the customer since, the latest so many."""

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")

NEXT: Mapping[str, str] = {
    Step.NAME_OWNER: "somebody takes it",
    Step.ACKNOWLEDGE: "acknowledge it",
    Step.UPDATE: "an update",
    Step.RESOLVE: "resolve it",
    Step.ASK_AGAIN: "ask them once more",
}
"""What it waits for, in its own post."""


@dataclass(frozen=True, kw_only=True)
class ComplaintView:
    """A complaint with all that its post says. `told` is what they heard from us since, `tried`
    whatever was done about it, `owner` has it. `earlier` are theirs of the last `days`, `guess` is
    the cause that its words tell of, `more` what other features say of it. Whoever complained may
    be deleted.
    """

    complaint: Complaint
    scene: Scene
    people: dict[int, Person]
    whose: Whose = NOBODYS
    told: tuple[Touch, ...] = ()
    tried: tuple[Touch, ...] = ()
    owner: Person | None = None
    next: Nudge | None = None
    waiting_since: datetime | None = None
    earlier: tuple[Complaint, ...] = ()
    joined: tuple[Complaint, ...] = ()
    causes: tuple[str, ...] = ()
    guess: str = ""
    more: tuple[Item, ...] = ()
    days: int = 0
    is_deleted: bool = False

    @property
    def is_open(self) -> bool:
        return self.complaint.is_open and not self.is_deleted

    @property
    def card(self) -> Button:
        return Button(action_id="customer.card", ref=str(self.scene.customer.id), label="Open")

    def who(self, teammate_id: int | None) -> Line:
        person = self.people.get(teammate_id or 0)
        return line(person or "somebody")


def post(case: ComplaintView) -> Message:
    complaint = case.complaint
    mark = "🔥" if case.is_open else "✅" if complaint.resolved_at else "⚪"
    return Message(
        id="complaint",
        headline=line(f"{mark} Complaint: ", Named(case.scene.customer.name)),
        items=(*_items(case), *case.more),
        notes=(case.whose.begin(),),
        actions=_actions(case),
    )


def _items(case: ComplaintView) -> Iterable[Item]:
    yield from (Item(line=each) for each in _facts(case))
    if cause := _cause(case):
        yield cause


def _actions(case: ComplaintView) -> tuple[Action, ...]:
    if case.is_open:
        return (*steps(case.complaint, case.told), _more(case))
    if case.complaint.resolved_at and not (case.is_deleted or case.complaint.is_withdrawn):
        again = Button(action_id="complaint.reopen", ref=str(case.complaint.id), label="Reopen")
        return (*after(case.complaint), again)
    return ()


def _cause(case: ComplaintView) -> Item | None:
    """The one that its words tell of is a click away, the others in a menu."""
    complaint, ref = case.complaint, str(case.complaint.id)
    if not case.causes or complaint.is_withdrawn or case.is_deleted:
        return None
    menu = Menu(
        action_id="complaint.cause",
        ref=ref,
        label="Cause",
        options=tuple(Option(value=each, label=each.capitalize()) for each in case.causes),
        chosen=complaint.cause if complaint.cause in case.causes else "",
    )
    if complaint.cause:
        return Item(line=line("🏷️ Cause: ", Words(complaint.cause)), actions=(menu,))
    label = f"It was: {case.guess}"
    guess = Button(action_id="complaint.cause", ref=f"{ref}:{case.guess}", label=label)
    return Item(
        line=line("🏷️ What was the cause?"), actions=(guess, menu) if case.guess else (menu,)
    )


def _more(case: ComplaintView) -> Menu:
    """What is done more rarely."""
    wait = Option(value="wait", label="Waiting for them: stop the clocks")
    go_on = Option(value="go on", label="Wait no longer: let the clocks run")
    raise_ = Option(value="raise", label="It is severe")
    lower = Option(value="lower", label="It is not that severe")
    options = [
        go_on if case.waiting_since else wait,
        lower if case.complaint.is_severe else raise_,
        Option(value="hand over", label="Hand over …", asks=True),
        Option(value="join", label="Join to another of theirs …", asks=True),
        Option(value="withdraw", label="Withdraw: it was none"),
    ]
    return Menu(
        action_id="complaint.more",
        ref=str(case.complaint.id),
        label="More",
        options=tuple(options),
    )


def _facts(case: ComplaintView) -> Iterable[Line]:
    complaint = case.complaint
    yield line(Words(phrases.shorten(complaint.words, 1000)))
    opened = Moment(complaint.opened_at, case.scene.zone.key)
    yield line("Opened by ", *case.who(complaint.opened_by_id), ", ", opened)
    yield from _history(case)
    if complaint.is_severe:
        yield line("🚨 Severe")
    for each in case.joined:
        yield line("Joined to it", *gist(each.words))
    yield from _tried(case)
    if complaint.resolved_at:
        at = Moment(complaint.resolved_at, case.scene.zone.key)
        how = line(": ", Words(complaint.remedy)) if complaint.remedy else ()
        yield line("Resolved by ", *case.who(complaint.resolved_by_id), ", ", at, *how)
    if complaint.joined_to_id:
        yield line("Joined to another complaint of theirs.")
    elif complaint.is_withdrawn:
        yield line("Withdrawn: it was taken back.")
    elif case.is_deleted:
        yield line("Withdrawn: the customer was deleted.")
    if case.is_open:
        yield _next(case)


def _history(case: ComplaintView) -> Iterable[Line]:
    """Whether it was a bad day, or may be the last straw."""
    if not case.earlier:
        return
    number = len(case.earlier)
    which = ORDINALS[number] if number < len(ORDINALS) else f"{number + 1}th"
    last = case.earlier[-1]
    if last.resolved_at is None:
        took = line("; the last is still open")
    else:
        days = max(1, (last.resolved_at - last.opened_at).days)
        took = line("; the last took ", Count(days, "day"))
    yield line(f"⚠️ {which} in ", Count(case.days, "day"), *took)


def _tried(case: ComplaintView) -> Iterable[Line]:
    """The latest of it."""
    first = case.told[0].id if case.told else 0
    for touch in case.tried[-SHOWN:]:
        if touch.at != case.complaint.resolved_at:
            at = Moment(touch.at, case.scene.zone.key)
            words = phrases.shorten(touch.words)
            more = line(": ", Words(words)) if words else ()
            yield line(f"{_did(case, touch, first)} by ", *case.who(touch.by_id), ", ", at, *more)


def _did(case: ComplaintView, touch: Touch, first: int) -> str:
    if touch in case.told:
        return "Acknowledged" if touch.id == first else "Updated"
    return "Noted" if touch.kind is Kind.NOTE else "Tried in vain"


def _next(case: ComplaintView) -> Line:
    """Who has it, what comes next, and by when."""
    has = line(case.owner, " has it.") if case.owner else line("Nobody has it yet.")
    since = case.waiting_since
    key = case.scene.zone.key
    stands = line(" ✋ We wait for them since ", Moment(since, key), ".") if since else ()
    due = case.next
    if due is None:
        return line("👤 ", *has, *stands)
    return line(
        *("👤 ", *has, *stands, " Next, by ", Moment(due.late_at, key), ": "),
        NEXT.get(str(due.about.get("step")), "look at it"),
    )


def late(case: ComplaintView, nudge: Nudge | None) -> Message:
    """Told to each manager once a complaint; `nudge` is the first step that was late."""
    facts = [line(Words(phrases.shorten(case.complaint.words)))]
    if nudge:
        headline = case.scene.saying(nudge).headline
        due = Moment(nudge.late_at, case.scene.zone.key)
        facts.append(line("Waiting since ", due, ": ", *headline))
    facts.append(case.whose.begin())
    return Message(
        id="late",
        headline=line("⏰ A complaint is late: ", Named(case.scene.customer.name)),
        items=tuple(Item(line=each) for each in facts),
        notes=(line("You are told this once; from now on it stands in your digest."),),
        actions=(case.card,),
    )


def handed(case: ComplaintView) -> Message:
    """Told to whoever has it from now on."""
    facts = [line(Words(phrases.shorten(case.complaint.words)))]
    facts += [_next(case)] if case.is_open else []
    return Message(
        id="late",
        headline=line("🤝 The complaint of ", Named(case.scene.customer.name), " is yours now"),
        items=tuple(Item(line=each) for each in facts),
        actions=(case.card,),
    )


def nobodys(case: ComplaintView) -> Message:
    """Told to each manager, once."""
    who = Named(case.scene.customer.name)
    if case.owner:
        return Message(
            id="late", headline=line("👤 ", case.owner, " has the complaint of ", who, " now")
        )
    return Message(
        id="late",
        headline=line("🙋 Nobody has the complaint of ", who, " yet"),
        items=(Item(line=line(Words(phrases.shorten(case.complaint.words)))),),
        notes=(line("Whoever takes it has it: I ask in its thread. You are told this once."),),
        actions=(case.card,),
    )

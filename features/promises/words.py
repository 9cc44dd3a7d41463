"""What is said of promises besides their reminder: receipts, lines on card and digest, the form."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.forms import Form, MomentField, TextField
from domain.messages import (
    Button,
    Count,
    Item,
    Line,
    Message,
    Named,
    Option,
    Person,
    Weight,
    Words,
    line,
)
from domain.touches import Kind, Touch
from domain.wording import cards, digests, receipts
from domain.wording.digests import Asked
from domain.wording.forms import kept, too_long, which
from features.promises.play import waiting
from features.promises.rules import Outcome, Promise, Safer, called, days_early, outcome

SECTION = "promises"
"""Of the digest."""

ON_CARD = 3
NEAR = 6
"""Days within which a weekday alone says which one it is."""


def offer(touch: Touch, promise: Promise, today: datetime) -> Button:
    """On a receipt. `today` is on the customer's clock."""
    ref = f"{touch.id}:{int(promise.at.timestamp())}:{int(promise.has_hour)}:{promise.whose}"
    at = promise.at.astimezone(ZoneInfo(promise.zone))
    label = f"Remind me {_label(at, today, has_hour=promise.has_hour)}"
    return Button(action_id="promise.remind", ref=ref, label=label, weight=Weight.MAIN)


def _label(at: datetime, today: datetime, *, has_hour: bool) -> str:
    """As "Thu 3 pm"."""
    days = (at.date() - today.date()).days
    day = f"{at:%a}" if 0 <= days <= NEAR else f"{at:%a} {at.day} {at:%b}"
    if not has_hour:
        return day
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{day} {at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"  # noqa: PLR2004


def noted(
    customer: Customer, promise: Promise, after: Sequence[Line], zone: ZoneInfo, now: datetime
) -> Message:
    """`after` is what it led to."""
    mark = "🤝 Noted: " if promise.is_ours else "🤝 Noted for them: "
    when = called(promise, zone, now.astimezone(zone).date())
    headline = line(mark, Named(customer.name), ", ", *when)
    words = [line(Words(phrases.shorten(promise.words)))] if promise.words else []
    their = promise.at.astimezone(ZoneInfo(promise.zone))
    is_other = their.utcoffset() != promise.at.astimezone(zone).utcoffset()
    clock = [line(f"On their clock: {their:%a} {their.day} {their:%b}, {their:%H:%M}")]
    unknown = [line("Read on your clock: theirs is not known.")]
    shown = clock if is_other else [] if customer.zone else unknown
    items = [*words, *(shown if promise.has_hour else [])]
    told = receipts.told(headline, tuple(items))
    return Message(id=told.id, headline=told.headline, items=told.items, notes=tuple(after))


def when_is_it(words: str, draft_id: int, customer: Customer) -> Message:
    """Asked back: the words are kept."""
    asks = Button(
        action_id="promise.when",
        ref=str(draft_id),
        label="Say when",
        weight=Weight.MAIN,
        asks=True,
    )
    kept_words = (Item(line=line(Words(phrases.shorten(words)))),) if words else ()
    return Message(
        id="answer",
        headline=line("🤔 When is that to be, for ", Named(customer.name), "?"),
        items=kept_words,
        notes=(
            line("I found no moment to come in it. Your line is kept: say when, and it's done."),
        ),
        actions=(asks,),
    )


def row(promise: Promise, now: datetime, zone: ZoneInfo, *, is_short: bool = False) -> Line:
    """When it is to be, whose it is, and, unless it is short, what."""
    whose = "promised for " if promise.is_ours else "they promised for "
    late = " · over" if promise.is_open and promise.ends_at <= now else ""
    when = called(promise, zone, now.astimezone(zone).date())
    short = phrases.shorten(" ".join(promise.words.split()), 60)
    about = (": ", Words(short)) if short and not is_short else ()
    return line(whose if promise.has_hour else whose.replace(" for ", " "), *when, late, *about)


def in_brief(known: Known) -> Iterable[BriefLine]:
    """What is owed, the first to come first; by whom it was promised."""
    for each in waiting(known.facts):
        by = known.by(each.made_by_id)
        who = (", by ", by) if by and each.is_ours else ()
        told = line("🤝 ", *row(each, known.now, known.zone), *who)
        source = Button(action_id="promise.open", ref=str(each.id), label="Open")
        yield BriefLine(about=About.OWED, line=told, source=source)


def opened(
    promise: Promise, customer: Customer, by: Person | None, now: datetime, zone: ZoneInfo
) -> Message:
    """One of them in full."""
    words = (Item(line=line(Words(promise.words))),) if promise.words else ()
    told = (" by ", by) if by else ()
    made = line("Noted ", *phrases.ago(promise.made_at, now, zone), *told)
    came = outcome(promise, now)
    why = (": ", Words(promise.why)) if promise.why else ()
    became = (Item(line=line(came.capitalize(), *why)),) if came else ()
    when = line("🤝 ", Named(customer.name), ": ", *row(promise, now, zone, is_short=True))
    return Message(
        id="answer",
        headline=when,
        items=(*words, Item(line=made), *became),
        actions=tuple(_steps(promise)) if promise.is_open else (),
    )


def _steps(promise: Promise) -> Iterable[Button]:
    ref = str(promise.id)
    kept = "Kept" if promise.is_ours else "They have"
    yield Button(action_id="promise.keep", ref=ref, label=kept, weight=Weight.MAIN)
    yield Button(action_id="promise.ask_move", ref=ref, label="Move", asks=True)
    yield Button(action_id="promise.ask_why", ref=ref, label="Could not", asks=True)


def early(promise: Promise, at: datetime) -> Iterable[Item]:
    """Always exceed: said where it was done on a day before."""
    days = days_early(promise, at)
    if days:
        how = "A day" if days == 1 else f"{days} days"
        yield Item(line=line(f"🎯 {how} earlier than promised."))


def done(customer: Customer, after: Iterable[Line], action_id: int) -> Message:
    headline = line("✅ Kept, what we promised ", Named(customer.name))
    return receipts.told(headline, tuple(after), receipts.undo(action_id))


def not_kept(customer: Customer, why: str, after: Iterable[Line], action_id: int) -> Message:
    headline = line("❌ Not kept, what was promised for ", Named(customer.name))
    told = (line(Words(phrases.shorten(why))), *after)
    return receipts.told(headline, told, receipts.undo(action_id))


def in_time(*, is_in_time: bool) -> Item:
    return Item(line=line("Moved in time." if is_in_time else "Its moment had passed: it is late."))


def moved_to(promise: Promise, at: datetime) -> str:
    """Why its reminder is put away, on the customer's clock."""
    their = at.astimezone(ZoneInfo(promise.zone))
    return f"moved to {their:%a} {their.day} {their:%b}, {their:%H:%M} on their clock"


def move_form(promise: Promise, zone: ZoneInfo) -> Form:
    return Form(
        id="move promise",
        action_id="promise.move",
        ref=str(promise.id),
        title="Move a promise",
        submit="Move it",
        notes=(line("Tell them before its old moment has passed: then it counts as kept."),),
        fields=(
            MomentField(
                name="when",
                label="When is it now?",
                value=promise.at.astimezone(zone),
                is_optional=False,
            ),
        ),
    )


def why_form(promise: Promise) -> Form:
    return Form(
        id="break promise",
        action_id="promise.could_not",
        ref=str(promise.id),
        title="It could not be kept",
        submit="Note it",
        fields=(TextField(name="why", label="Why?", is_long=True),),
    )


def safer(
    customer: Customer, made: Promise, found: Safer, at: datetime, draft_id: int, now: datetime
) -> Message:
    """Before it is made. `at` is the safer time."""
    noun = f"{made.kind}s" if made.kind is not Kind.NOTE else "promises"
    words = (Item(line=line(Words(phrases.shorten(made.words)))),) if made.words else ()
    zone, touch_id = ZoneInfo(made.zone), made.touch_id or 0

    def button(verb: str, then: datetime, weight: Weight, *, has_hour: bool) -> Button:
        label = _label(then.astimezone(zone), now.astimezone(zone), has_hour=has_hour)
        ref = f"{draft_id}:{int(then.timestamp())}:{int(has_hour)}:{touch_id}"
        return Button(action_id="promise.settle", ref=ref, label=f"{verb} {label}", weight=weight)

    headline = line(
        f"🤔 Of your last {found.counted} {noun} promised, {found.longer} took longer than that"
    )
    return Message(
        id="answer",
        headline=headline,
        items=(Item(line=line("For ", Named(customer.name), ". A safer time is offered.")), *words),
        notes=(line("Nothing is noted yet. What comes sooner than promised is remembered."),),
        actions=(
            button("Promise", at, Weight.MAIN, has_hour=True),
            button("Keep", made.at, Weight.PLAIN, has_hour=made.has_hour),
        ),
    )


def counted(
    of: Sequence[tuple[str, int, Mapping[Outcome, int], int]], whose: int, days: int
) -> Message:
    """A row for each who promised: name, id, how many of each became what, and how many of them
    were kept a day early.
    """
    items = [_counted(*each) for each in of]
    none = [Item(line=line("Nothing that was promised is over yet."))]
    told = "Your promises" if whose else "Our promises"
    return Message(
        id="promises",
        headline=line(f"🤝 {told} of the last {days} days"),
        items=tuple(items or none),
    )


def _counted(name: str, whose: int, of: Mapping[Outcome, int], early: int) -> Item:
    told = ", ".join(f"{number} {each}" for each, number in of.items())
    sooner = f" · {early} a day early or more" if early else ""
    ways = tuple(
        Button(
            action_id="promise.of",
            ref=f"{whose}:{each}",
            label=f"{number} {each}",
        )
        for each, number in of.items()
    )
    return Item(line=line(Named(name), f": {told}{sooner}"), actions=ways)


def row_of(promise: Promise, by: Person | None, now: datetime, zone: ZoneInfo) -> Line:
    who = (", by ", by) if by else ()
    why = (": ", Words(phrases.shorten(promise.why, 80))) if promise.why else ()
    return line(*row(promise, now, zone), *who, *why)


def on_card(promises: Sequence[Promise], now: datetime, zone: ZoneInfo) -> list[Item]:
    shown = [Item(line=line("🤝 ", *row(each, now, zone))) for each in promises[:ON_CARD]]
    return [*shown, *cards.rest("🤝", len(promises) - ON_CARD, "more promise")]


def in_digest(
    found: Sequence[tuple[Promise, Customer]], now: datetime, zone: ZoneInfo, asked: Asked
) -> tuple[Item, ...]:
    shown = found[: asked.most - 1]
    told = (
        (str(customer.id), line(Named(customer.name), ": ", *row(each, now, zone)))
        for each, customer in shown
    )
    way = digests.opening(SECTION, asked.scope, now.astimezone(zone).date())
    more = Count(len(found) - len(shown), "more promise")
    return digests.of_customers("🤝", told, more, way)


def form(customer: Option | None, words: str, at: datetime | None = None) -> Form:
    return Form(
        id="promise",
        action_id="promise.make",
        title="Note a promise",
        submit="Note it",
        notes=(
            *too_long(words),
            line("I ask in time to keep it: two working hours before, or in the morning."),
        ),
        fields=(
            which(customer),
            *kept(TextField(name="words", label="What is it?", value=words, hint="Call Maria")),
            MomentField(name="when", label="When is it?", value=at, is_optional=False),
        ),
    )

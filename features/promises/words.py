"""What is said of promises besides their reminder: receipts, lines on card and digest, the form."""

from collections.abc import Iterable, Sequence
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
from domain.touches import Touch
from domain.wording import cards, digests, receipts
from domain.wording.digests import Asked
from domain.wording.forms import kept, too_long, which
from features.promises.play import waiting
from features.promises.rules import Promise, called

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
    items = [*words, *(clock if is_other and promise.has_hour else [])]
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


def row(promise: Promise, now: datetime, zone: ZoneInfo) -> Line:
    """When it is to be, whose it is, and what."""
    whose = "promised for " if promise.is_ours else "they promised for "
    late = " · over" if promise.ends_at <= now else ""
    when = called(promise, zone, now.astimezone(zone).date())
    short = phrases.shorten(" ".join(promise.words.split()), 60)
    about = (": ", Words(short)) if short else ()
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
    when = line("🤝 ", Named(customer.name), ": ", *row(promise, now, zone)[:-1])
    return Message(id="answer", headline=when, items=(*words, Item(line=made)))


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

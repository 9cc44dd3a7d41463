"""What is said of how satisfied somebody is: their words first, then the class."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer, Rung
from domain.forms import ChoiceField, Form, TextField
from domain.messages import (
    Action,
    Button,
    Command,
    Count,
    Item,
    Line,
    Message,
    Named,
    Option,
    Person,
    Words,
    items,
    line,
)
from domain.satisfaction import BEST, Level, Source, level_of
from domain.wording import digests, receipts
from domain.wording.digests import Asked
from domain.wording.forms import kept, too_long, which
from features.satisfaction.rules import (
    DOWN,
    UP,
    Improvement,
    Moved,
    Rating,
    SatisfactionNumbers,
    ratings,
)

MARKS = {Level.HIGH: "🤩", Level.SATISFIED: "🙂", Level.DISSATISFIED: "🙁"}
SHORT = 120
SECTION = "satisfaction moves"
"""Of the digest."""

EXAMPLE = Command("pulse Acme 9 loves the new portal")


def row(rating: Rating, people: Mapping[int, Person], now: datetime, zone: ZoneInfo) -> Line:
    """In their words, and then as what that counts, as whom they told, and when."""
    words = " ".join(rating.words.split())
    said = (Words(phrases.shorten(words, SHORT)), " · ") if words else ()
    by = people.get(rating.by_id or 0)
    told = (", noted by ", by) if by else ()
    when = "" if rating.source is Source.ASKED else f", {rating.source}"
    return line(*said, called(rating), *told, ", ", *phrases.ago(rating.at, now, zone), when)


def called(rating: Rating) -> str:
    """Say "highly satisfied, 9 of 10"."""
    score = f", {rating.score} of {BEST}" if rating.score is not None else ""
    return f"{rating.level}{score}"


def on_card(customer_id: int, told: Line, level: Level, *, is_old: bool) -> Item:
    old = " · that is old: ask them again" if is_old else ""
    earlier = Button(action_id="pulse.earlier", ref=str(customer_id), label="All they said")
    return Item(line=line(f"{MARKS[level]} ", *told, old), actions=(earlier,))


def in_brief(known: Known) -> Iterable[BriefLine]:
    """What they said last, also where that is too old."""
    for last in ratings(known.facts)[-1:]:
        is_old = last.ends_at(known.facts.number(SatisfactionNumbers)) <= known.now
        told = row(last, known.people, known.now, known.zone)
        item = on_card(known.facts.customer.id, told, last.level, is_old=is_old)
        yield BriefLine(about=About.SATISFACTION, line=item.line, source=item.actions[0])


def tell(improvement_id: int, label: str = "Note what they said") -> Button:
    return Button(action_id="pulse.tell", ref=str(improvement_id), label=label, asks=True)


def improvement(it: Improvement, now: datetime, zone: ZoneInfo) -> Item:
    """On the card: what would make it excellent, and what came of it."""
    if not it.words:
        asked = line("🌟 Asked ", phrases.day(it.at, now, zone), " what would make it excellent")
        return Item(line=asked, actions=(tell(it.id),))
    came = (" → ", Words(phrases.shorten(it.came, SHORT))) if it.came else ()
    told = line("🌟 To be excellent: ", Words(phrases.shorten(it.words, SHORT)), *came)
    return Item(line=told, actions=(tell(it.id, "What came of it"),))


def improvement_form(it: Improvement) -> Form:
    return Form(
        id="improvement",
        action_id="pulse.improve",
        ref=str(it.id),
        title="What makes it excellent?",
        submit="Note it",
        fields=(
            TextField(
                name="words",
                label="What would make it excellent?",
                value=it.words,
                hint="In their own words",
                is_long=True,
            ),
            TextField(
                name="came", label="What came of it?", value=it.came, is_long=True, is_optional=True
            ),
        ),
    )


def improved(customer: Customer, it: Improvement, action_id: int) -> Message:
    words = line("🌟 Noted for ", Named(customer.name), ": ", Words(phrases.shorten(it.words)))
    came = (line("What came of it: ", Words(phrases.shorten(it.came))),) if it.came else ()
    return receipts.told(words, came, receipts.undo(action_id))


def noted(
    customer: Customer, rating: Rating, before: Moved | None, after: Iterable[Line], undo: Action
) -> Message:
    """Their words stand in the headline."""
    words = phrases.shorten(rating.words)
    said = (": ", Words(words)) if words else ()
    way = "up" if before and before.is_up else "down"
    moved = f" · {way} from {before.before}" if before else ""
    told = receipts.told(
        line(f"{MARKS[rating.level]} Noted for ", Named(customer.name), *said),
        (line(called(rating).capitalize(), moved),),
        undo,
    )
    return Message(
        id=told.id,
        headline=told.headline,
        items=told.items,
        notes=tuple(after),
        actions=told.actions,
    )


def choices(action_id: str, ref: str) -> tuple[Button, ...]:
    return tuple(
        Button(action_id=action_id, ref=f"{ref}:{level}", label=f"{mark} {level.capitalize()}")
        for level, mark in MARKS.items()
    )


def ask(customer: Customer, words: str, draft_id: int) -> Message:
    """Asked back: what was typed is kept."""
    score = Button(action_id="pulse.ask_score", ref=str(draft_id), label="Give a number", asks=True)
    said = items(line(Words(phrases.shorten(words)))) if words else ()
    return Message(
        id="answer",
        headline=line("🌡️ How satisfied is ", Named(customer.name), "?"),
        items=said,
        notes=(line("Nothing is noted until you choose. What they say is worth more than that."),),
        actions=(*choices("pulse.choose", str(draft_id)), score),
    )


def ask_again(touch_id: int, rating: Rating, now: datetime, zone: ZoneInfo) -> Item:
    """On the receipt of a contact with somebody whose last word has become too old."""
    ago = phrases.ago(rating.at, now, zone)
    told = line("🌡️ How satisfied are they now? Last asked ", *ago, ".")
    return Item(line=told, actions=choices("pulse.of", str(touch_id)))


def form(customer: Option | None, words: str, score: int | None) -> Form:
    return Form(
        id="pulse",
        action_id="pulse.note",
        title="How satisfied are they?",
        submit="Note it",
        notes=too_long(words),
        fields=(
            which(customer),
            *kept(
                TextField(
                    name="words",
                    label="What did they say?",
                    value=words,
                    hint="In their own words",
                    is_long=True,
                    is_optional=True,
                )
            ),
            ChoiceField(
                name="score",
                label="How satisfied are they?",
                options=tuple(_option(each) for each in range(BEST, -1, -1)),
                value="" if score is None else str(score),
            ),
        ),
    )


def _option(score: int) -> Option:
    return Option(value=str(score), label=f"{score}: {level_of(score)}")


def classes(
    counted: Mapping[Rung, Mapping[Level, int]], ways: Mapping[str, int], scope: str
) -> Message:
    """A row for each rung, with a way to each class, and below who moved."""
    number = sum(sum(row.values()) for row in counted.values())
    whose = "your customers" if scope == "mine" else "our customers"
    rows = [_rung(rung, row, scope) for rung, row in counted.items()]
    none = Item(line=line("Nobody has said anything that still counts. To note it: ", EXAMPLE))
    moved = Item(
        line=line(f"In 30 days: {ways[UP]} moved up, {ways[DOWN]} down"),
        actions=tuple(
            Button(action_id="satisfaction.moves", ref=f"{way}:{scope}", label=f"{count} {way}")
            for way, count in ways.items()
            if count
        ),
    )
    headline = line(f"🌡️ How satisfied {whose} are: of ", Count(number, "customer"), " we know")
    return Message(id="satisfaction", headline=headline, items=(*(rows or [none]), moved))


def _rung(rung: Rung, row: Mapping[Level, int], scope: str) -> Item:
    told = " · ".join(f"{MARKS[level]} {number} {level}" for level, number in row.items())
    ways = tuple(
        Button(
            action_id="satisfaction.open",
            ref=f"{level}:{rung}:{scope}",
            label=f"{MARKS[level]} {number}",
        )
        for level, number in row.items()
    )
    return Item(line=line(f"{rung.capitalize()}: {told}"), actions=ways)


def moved_headline(way: str) -> Line:
    told = f"moved {way} in the last 30 days" if way else "moved in the last 30 days"
    return line(f"🌡️ Satisfaction: {told}")


def move(moved: Moved, people: Mapping[int, Person], now: datetime, zone: ZoneInfo) -> Line:
    """Their words first, then from where to where."""
    words = " ".join(moved.rating.words.split())
    said = (Words(phrases.shorten(words, SHORT)), " · ") if words else ()
    by = people.get(moved.rating.by_id or 0)
    told = (", noted by ", by) if by else ()
    ago = phrases.ago(moved.rating.at, now, zone)
    return line(*said, f"{moved.before} → {called(moved.rating)}", *told, ", ", *ago)


def in_digest(
    found: Sequence[tuple[Moved, Customer]],
    people: Mapping[int, Person],
    now: datetime,
    zone: ZoneInfo,
    asked: Asked,
) -> tuple[Item, ...]:
    shown = found[: asked.most - 1]
    told = (
        (str(customer.id), line(Named(customer.name), ": ", *move(each, people, now, zone)))
        for each, customer in shown
    )
    way = digests.opening(SECTION, asked.scope, now.astimezone(zone).date())
    more = Count(len(found) - len(shown), "more who moved", "more who moved")
    return digests.of_customers("🌡️", told, more, way)


def history(customer: Customer, every: Sequence[Line]) -> Message:
    """The newest first."""
    none = (line("Nothing yet. To note it: ", EXAMPLE),)
    return Message(
        id="answer",
        headline=line("🌡️ What ", Named(customer.name), " said of us"),
        items=items(*(every or none)),
    )

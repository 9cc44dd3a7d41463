"""What is said of dates besides their reminder: the answer, and lines on the card."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.messages import Button, Day, Item, Line, Message, Named, line
from domain.wording import cards
from features.dates.play import coming
from features.dates.rules import Dated, RememberNumbers, Sort

ON_CARD = 5
NEAR = timedelta(days=60)
"""What is further away is no matter for today's call."""

_MARKS = {
    Sort.BIRTHDAY: "🎂",
    Sort.ANNIVERSARY: "🎉",
    Sort.RENEWAL: "🔁",
    Sort.REVIEW: "📋",
    Sort.OTHER: "📅",
}


def what(dated: Dated) -> Line:
    """As *birthday of Rosa*."""
    if dated.sort is Sort.OTHER:
        return line(Named(dated.called))
    of = " of " if dated.sort is Sort.BIRTHDAY else ": "
    return line(dated.sort.capitalize(), *((of, Named(dated.called)) if dated.called else ()))


def noted(customer: Customer, dated: Dated, day: date, today: date) -> Line:
    mark = _MARKS[dated.sort]
    told = Day(day, today, stands=True)
    return line(f"{mark} Noted: ", Named(customer.name), ", ", *what(dated), ", ", told)


def when(dated: Dated, numbers: RememberNumbers) -> Line:
    days = numbers.ahead(dated.sort).days
    ahead = f"{days} days before" if days else "on the day, or the working day before"
    every = "each year" if dated.comes_again else "once"
    return line(f"I ask for a word {ahead}, {every}.")


def removed(customer: Customer, dated: Dated) -> Line:
    return line("🗑️ ", Named(customer.name), ": ", *what(dated), " is removed.")


def in_brief(known: Known) -> Iterable[BriefLine]:
    """Those of the next weeks."""
    today = known.now.astimezone(known.zone).date()
    source = Button(action_id="date.all", ref=str(known.facts.customer.id), label="All their days")
    for day, dated in coming(known.now, known.facts):
        if day - today <= NEAR:
            yield BriefLine(about=About.DATE, line=_row(day, dated, today), source=source)


def opened(customer: Customer, found: Sequence[tuple[date, Dated]], today: date) -> Message:
    told = tuple(Item(line=_row(day, dated, today)) for day, dated in found)
    none = (Item(line=line("No day is noted that is still to come.")),)
    headline = line("📅 Days that matter to ", Named(customer.name))
    return Message(id="answer", headline=headline, items=told or none)


def _row(day: date, dated: Dated, today: date) -> Line:
    return line(f"{_MARKS[dated.sort]} ", *what(dated), ", ", Day(day, today, stands=True))


def on_card(found: Sequence[tuple[date, Dated]], today: date) -> Iterable[Item]:
    for day, dated in found[:ON_CARD]:
        button = Button(action_id="date.remove", ref=str(dated.id), label="Remove")
        yield Item(line=_row(day, dated, today), actions=(button,))
    yield from cards.rest("📅", len(found) - ON_CARD, "more date")

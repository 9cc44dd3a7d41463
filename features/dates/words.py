"""What is said of dates besides their reminder: the answer, and lines on the card."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.customers import Customer
from domain.messages import Button, Day, Item, Line, Named, line
from domain.wording import cards
from features.dates.rules import Dated, RememberNumbers, Sort

ON_CARD = 5
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


def on_card(found: Sequence[tuple[date, Dated]], today: date) -> Iterable[Item]:
    for day, dated in found[:ON_CARD]:
        mark = _MARKS[dated.sort]
        told = line(f"{mark} ", *what(dated), ", ", Day(day, today, stands=True))
        button = Button(action_id="date.remove", ref=str(dated.id), label="Remove")
        yield Item(line=told, actions=(button,))
    yield from cards.rest("📅", len(found) - ON_CARD, "more date")

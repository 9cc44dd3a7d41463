"""The loan's own post, its lines on card, receipt and digest, and its form."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.forms import Form, TextField
from domain.messages import Button, Item, Line, Message, Named, Option, Words, line
from domain.wording.forms import kept, too_long, which
from domain.wording.whose import Whose
from tests.features.example.rules import Loan

SECTION = "loans"
"""Of the digest."""

ASK = Button(action_id="loan.ask", ref="", label="Lend something", asks=True)


def what(loan: Loan) -> Words:
    return Words(phrases.shorten(loan.what))


def fetch(loan: Loan, label: str = "Fetched") -> Button:
    return Button(action_id="loan.fetch", ref=str(loan.id), label=label)


def post(loan: Loan, customer: Customer, whose: Whose) -> Message:
    mark = "📦 Lent to " if loan.is_out else "⚪ Was lent to "
    return Message(
        id="loan",
        headline=line(mark, Named(customer.name), ": ", what(loan)),
        notes=(whose.begin(),),
        actions=(fetch(loan),) if loan.is_out else (),
    )


def missed(loan: Loan, customer: Customer) -> Message:
    headline = line("📦 Still with ", Named(customer.name), ": ", what(loan))
    return Message(id="loan missed", headline=headline, actions=(fetch(loan),))


def row(loan: Loan, now: datetime, zone: ZoneInfo) -> Line:
    """Since when it is out, and what it is."""
    return line("lent ", *phrases.ago(loan.lent_at, now, zone), ": ", what(loan))


def on_card(loans: Iterable[Loan], now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    for loan in loans:
        yield Item(line=line("📦 ", *row(loan, now, zone)), actions=(fetch(loan),))


def in_brief(known: Known) -> Iterable[BriefLine]:
    for loan in known.facts.of(Loan):
        told = line("📦 ", *row(loan, known.now, known.zone))
        yield BriefLine(about=About.BESIDES, line=told, source=fetch(loan))


def deposits(left: Iterable[str]) -> Iterable[Item]:
    for each in left:
        yield Item(line=line("🪙 They left ", Words(each)))


def in_digest(
    loans: Sequence[tuple[Loan, Customer]], now: datetime, zone: ZoneInfo
) -> Iterable[Item]:
    for loan, customer in loans:
        yield Item(line=line("📦 ", Named(customer.name), ", ", *row(loan, now, zone)))


def form(customer: Option | None, words: str, days: int) -> Form:
    return Form(
        id="loan",
        action_id="loan.lend",
        title="Lend something",
        submit="Lend it",
        notes=(*too_long(words), line(f"I ask for it again after {days} working days.")),
        fields=(
            which(customer),
            *kept(TextField(name="what", label="What is it?", value=words, hint="The projector")),
        ),
    )

"""What Heed's forms ask, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.customers import Customer
from domain.forms import (
    LONGEST,
    ChoiceField,
    DayField,
    Field,
    Form,
    ManyField,
    MomentField,
    SearchField,
    Source,
    TextField,
)
from domain.messages import Count, Line, Named, Option, line
from domain.phrases import shorten
from domain.touches import Sign, Touch
from domain.wording.receipts import DIRECTIONS, KINDS

SIGNS = tuple(Option(value=sign, label=sign.capitalize()) for sign in Sign)
READ = "What you leave open below is read from your words."


def log(customer: Option | None, words: str, at: datetime | None, carried: str = "") -> Form:
    """Whatever is left open is read from the words, as in a typed line."""
    return Form(
        id="log",
        verb="touch.log",
        title="Log a contact",
        submit="Log it",
        carried=carried,
        notes=(line(READ),),
        fields=(
            _which(customer),
            TextField(
                name="words",
                label="What happened?",
                value=shorten(words, LONGEST),
                hint="As you would tell a colleague: called Maria, she loved the demo",
                is_long=True,
                is_optional=True,
            ),
            ChoiceField(name="kind", label="How", options=KINDS, is_optional=True),
            ChoiceField(name="direction", label="Who began", options=DIRECTIONS, is_optional=True),
            ManyField(name="signs", label="What it meant", options=SIGNS),
            MomentField(name="when", label="When", value=at),
        ),
    )


def change(customer: Customer, touch: Touch, ref: str) -> Form:
    """A contact as it was kept: what is cleared here is cleared."""
    return Form(
        id="change",
        verb="touch.change",
        ref=ref,
        title="Change a contact",
        submit="Save",
        notes=(line("With ", Named(customer.name), ". Somebody else? Undo, and log it anew."),),
        fields=(
            *_words(touch.words),
            ChoiceField(name="kind", label="How", options=KINDS, value=touch.kind),
            ChoiceField(
                name="direction", label="Who began", options=DIRECTIONS, value=touch.direction
            ),
            ManyField(
                name="signs",
                label="What it meant",
                options=SIGNS,
                values=tuple(sign for sign in Sign if sign in touch.signs),
            ),
            MomentField(name="when", label="When", value=touch.at, is_optional=False),
        ),
    )


def _words(words: str) -> tuple[Field, ...]:
    """Words too long for a field stay as they are."""
    if len(words) > LONGEST:
        return ()
    label = "What happened?"
    return (TextField(name="words", label=label, value=words, is_long=True, is_optional=True),)


def complaint(customer: Option | None, words: str, hours: int) -> Form:
    """`hours` are those within which somebody is to answer."""
    promised = Count(hours, "working hour")
    return Form(
        id="complaint",
        verb="complaint.open",
        title="Open a complaint",
        submit="Open it",
        notes=(line("Somebody will be reminded to answer within ", promised, "."),),
        fields=(
            _which(customer),
            TextField(
                name="words",
                label="What went wrong?",
                value=shorten(words, LONGEST),
                hint="In their words, if you can: the parcel came broken",
                is_long=True,
            ),
        ),
    )


def later(nudge_id: int, headline: Line, day: date) -> Form:
    return Form(
        id="later",
        verb="nudge.later",
        ref=str(nudge_id),
        title="Later",
        submit="Put it off",
        notes=(headline,),
        fields=(
            DayField(
                name="day",
                label="Remind us again on",
                value=day,
                hint="In the morning; a weekend waits for Monday.",
            ),
        ),
    )


def waive(nudge_id: int, headline: Line, title: str, reasons: Sequence[str]) -> Form:
    options = tuple(Option(value=reason, label=reason) for reason in reasons)
    return Form(
        id="waive",
        verb="nudge.waive",
        ref=str(nudge_id),
        title=title,
        submit=title,
        notes=(headline,),
        fields=(
            ChoiceField(name="reason", label="Why?", options=options, value=reasons[0]),
            TextField(name="words", label="In your own words", is_long=False, is_optional=True),
        ),
    )


def customer_option(customer: Customer, whose: str = "") -> Option:
    label = f"{customer.name} · {whose}" if whose else customer.name
    return Option(value=str(customer.id), label=label)


def _which(customer: Option | None) -> SearchField:
    return SearchField(
        name="customer",
        label="Customer",
        source=Source.CUSTOMERS,
        value=customer,
        hint="Type a few letters. Nobody of that name yet? You can add them here.",
    )

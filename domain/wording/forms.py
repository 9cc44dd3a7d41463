"""What Heed's forms ask, in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.customers import Customer
from domain.forms import (
    LONGEST,
    SPARE,
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
from domain.messages import Line, Named, Option, line
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording.questions import DIRECTIONS, KINDS, SIGNS

READ = "What you leave open below is read from your words."


PIECES = 4
"""Fields at most that keep a text too long for one."""


def kept(field: TextField) -> tuple[TextField, ...]:
    """The field, and after it others with what does not fit, so that nothing has to be typed anew;
    only what stands in the first one counts.
    """
    starts = range(LONGEST, len(field.value), LONGEST)
    rest = [
        TextField(
            name=f"{SPARE}{number}",
            label="What did not fit",
            value=field.value[start : start + LONGEST],
            hint="This is not saved: take what matters into the field above.",
            is_long=True,
            is_optional=True,
        )
        for number, start in enumerate(starts, 1)
    ]
    return (replace(field, value=field.value[:LONGEST]), *rest[: PIECES - 1])


def too_long(words: str) -> tuple[Line, ...]:
    if len(words) <= LONGEST:
        return ()
    return (line(f"That has {len(words):,} characters, and {LONGEST:,} are taken: shorten it."),)


def thanks(form: Form) -> Form:
    """The same, with *Thanks* and *us* chosen already."""
    chosen = {"kind": Kind.THANKS, "direction": Direction.OURS}
    fields = (
        replace(each, value=chosen[each.name]) if isinstance(each, ChoiceField) else each
        for each in form.fields
    )
    return replace(form, fields=tuple(fields))


def theirs(form: Form) -> Form:
    """The same, with *they* chosen already."""
    fields = (
        replace(each, value=Direction.THEIRS)
        if isinstance(each, ChoiceField) and each.name == "direction"
        else each
        for each in form.fields
    )
    return replace(form, fields=tuple(fields))


def log(customer: Option | None, words: str, at: datetime | None, carried: str = "") -> Form:
    """Whatever is left open is read from the words, as in a typed line."""
    return Form(
        id="log",
        action_id="touch.log",
        title="Log a contact",
        submit="Log it",
        carried=carried,
        notes=(*too_long(words), line(READ)),
        fields=(
            which(customer),
            *kept(
                TextField(
                    name="words",
                    label="What happened?",
                    value=words,
                    hint="As you would tell a colleague: called Maria, she loved the demo",
                    is_long=True,
                    is_optional=True,
                )
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
        action_id="touch.change",
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


def later(nudge_id: int, headline: Line, day: date, *, is_again: bool = False) -> Form:
    """From the second time on it asks why."""
    why = (TextField(name="reason", label="Why?", hint="It was put off before."),)
    return Form(
        id="later",
        action_id="nudge.later",
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
            *(why if is_again else ()),
        ),
    )


def waive(nudge_id: int, headline: Line, title: str, reasons: Sequence[str]) -> Form:
    options = tuple(Option(value=reason, label=reason) for reason in reasons)
    return Form(
        id="waive",
        action_id="nudge.waive",
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


def which(customer: Option | None) -> SearchField:
    return SearchField(
        name="customer",
        label="Customer",
        source=Source.CUSTOMERS,
        value=customer,
        hint="Type a few letters. Nobody of that name yet? You can add them here.",
    )

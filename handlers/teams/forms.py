"""Forms as the cards of Teams' dialogs, and what was filled in, read back. Total, as cards are."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from domain.forms import (
    LONGEST,
    ChoiceField,
    DayField,
    Field,
    Filled,
    Form,
    ManyField,
    MomentField,
    PersonField,
    SearchField,
    TextField,
)
from domain.messages import Option, Person
from handlers.teams.buttons import title
from handlers.teams.cards import SCHEMA, SMALL, VERSION
from handlers.teams.lines import Lines

Json = dict[str, Any]

DAY, CLOCK = "-day", "-clock"
"""A moment is asked in two fields: Teams has none for both."""

MISSING = "Please fill this in."
HEEDS = {"action", "ref", "carried", "asked", "msteams", "origin"}
"""What a dialog carries besides its fields."""


class FormCard:
    """One dialog. `people` are whom a person can be chosen from, `found` what a search begins with.

    `filled` and `wrong` are of an earlier try: nothing that was filled in is lost.
    """

    def __init__(
        self,
        form: Form,
        people: Sequence[Person],
        found: Mapping[str, Sequence[Option]],
        zone: ZoneInfo,
    ) -> None:
        self._form = form
        self._people = people
        self._found = found
        self._zone = zone

    def build(
        self, asked: Json, filled: Filled | None = None, wrong: Mapping[str, str] | None = None
    ) -> Json:
        wrong = wrong or {}
        lines = Lines(LONGEST)
        body: list[Json] = [lines.text(note, SMALL) for note in self._form.notes]
        body += _wrong(wrong.get(""))
        for field in self._form.fields:
            body += _wrong(wrong.get(field.name))
            body += _refilled(self._inputs(field), filled)
        form = self._form
        data = {"action": form.action_id, "ref": form.ref, "carried": form.carried, "asked": asked}
        submit = {"type": "Action.Submit", "title": title(form.submit), "style": "positive"}
        card = {"$schema": SCHEMA, "type": "AdaptiveCard", "version": VERSION, "body": body}
        return card | {"actions": [submit | {"data": data}]}

    def _inputs(self, field: Field) -> list[Json]:
        match field:
            case TextField():
                more = {"isMultiline": field.is_long, "maxLength": LONGEST, "value": field.value}
                return [_input("Input.Text", field) | more | _hint(field.hint)]
            case ChoiceField():
                return [_choices(field, field.options, field.value)]
            case ManyField():
                chosen = ",".join(field.values)
                return [_choices(field, field.options, chosen) | {"isMultiSelect": True}]
            case SearchField():
                return [self._search(field)]
            case PersonField():
                return [self._person(field)]
            case DayField():
                return [_input("Input.Date", field) | {"value": field.value.isoformat()}]
            case MomentField():
                return self._moment(field)
            case _:
                assert_never(field)

    def _search(self, field: SearchField) -> Json:
        """Teams asks for more while somebody types (its "Typeahead search")."""
        found = list(self._found.get(field.name, ()))
        if field.value and field.value.value not in {option.value for option in found}:
            found = [field.value, *found]
        query = {"type": "Data.Query", "dataset": str(field.source)}
        chosen = field.value.value if field.value else ""
        look = {"style": "filtered", "choices.data": query}
        return _choices(field, found, chosen) | look

    def _person(self, field: PersonField) -> Json:
        options = [Option(value=each.user_id, label=each.name) for each in self._people]
        chosen = field.value.user_id if field.value else ""
        return _choices(field, options, chosen) | {"style": "filtered"}

    def _moment(self, field: MomentField) -> list[Json]:
        at = field.value.astimezone(self._zone) if field.value else None
        day = _input("Input.Date", field) | {"id": f"{field.name}{DAY}"}
        clock: Json = {"type": "Input.Time", "id": f"{field.name}{CLOCK}"}
        if at:
            day["value"], clock["value"] = f"{at:%Y-%m-%d}", f"{at:%H:%M}"
        return [day, clock]


def read(data: Json) -> Filled:
    """What came back from a dialog; a moment is put together again."""
    values: dict[str, tuple[str, ...]] = {}
    for name, value in data.items():
        if name in HEEDS or not isinstance(value, str):
            continue
        if name.endswith(DAY):
            whole, clock = name.removesuffix(DAY), data.get(f"{name.removesuffix(DAY)}{CLOCK}")
            values[whole] = (_together(value, str(clock or "")),) if value else ()
        elif not name.endswith(CLOCK):
            values[name] = (value,) if value else ()
    return Filled(values=values, carried=str(data.get("carried") or ""))


def split(filled: Filled, form: Form) -> Filled:
    """Several choices come back as one text with commas between."""
    many = {field.name for field in form.fields if isinstance(field, ManyField)}
    values = {
        name: tuple(part for each in value for part in each.split(",")) if name in many else value
        for name, value in filled.values.items()
    }
    return Filled(values=values, carried=filled.carried)


def _together(day: str, clock: str) -> str:
    """A day without a time of it means its noon."""
    try:
        return datetime.fromisoformat(f"{day}T{clock or '12:00'}").isoformat()
    except ValueError:
        return f"{day} {clock}".strip()


def _input(kind: str, field: Field) -> Json:
    needed = {} if field.is_optional else {"isRequired": True, "errorMessage": MISSING}
    return {"type": kind, "id": field.name, "label": title(field.label), **needed}


def _choices(field: Field, options: Sequence[Option], chosen: str) -> Json:
    choices = [{"title": title(each.label), "value": each.value} for each in options]
    look = {"choices": choices} | ({"value": chosen} if chosen else {})
    return _input("Input.ChoiceSet", field) | look | _hint(field.hint)


def _hint(hint: str) -> Json:
    return {"placeholder": hint} if hint else {}


def _wrong(words: str | None) -> list[Json]:
    if not words:
        return []
    run = {"type": "TextRun", "text": words, "color": "Attention"}
    return [{"type": "RichTextBlock", "inlines": [run]}]


def _refilled(inputs: list[Json], filled: Filled | None) -> list[Json]:
    if filled is None:
        return inputs
    return [_put(each, filled) for each in inputs]


def _put(field: Json, filled: Filled) -> Json:
    name, _, part = field["id"].partition("-")
    values = filled.values.get(name, ())
    day, _, clock = next(iter(values), "").partition("T")
    value = {"day": day, "clock": clock[:5]}.get(part, ",".join(values))
    return {key: known for key, known in field.items() if key != "value"} | {"value": value}

"""The fields of a form, as Slack's inputs."""

from typing import assert_never

from domain.forms import (
    LONGEST,
    ChoiceField,
    DayField,
    Field,
    ManyField,
    MomentField,
    PersonField,
    SearchField,
    TextField,
)
from handlers.slack.blocks import PIPE, Json, initial, option, options, plain_text

SEARCH = "search"
FEW = 4
"""So many choices are shown side by side, more in a menu."""


def entry(field: Field) -> Json:
    block = {
        "type": "input",
        "block_id": field.name,
        "label": plain_text(field.label, emoji=True),
        "element": _element(field),
        "optional": field.is_optional,
    }
    return block | ({"hint": plain_text(field.hint)} if field.hint else {})


def _element(field: Field) -> Json:
    match field:
        case TextField():
            return _text(field)
        case ChoiceField():
            return _choice(field)
        case ManyField():
            return _many(field)
        case SearchField():
            return _search(field)
        case PersonField():
            held = field.value.user_id if field.value else ""
            return _named("users_select", field, initial_user=held or None)
        case DayField():
            return _named("datepicker", field, initial_date=field.value.isoformat())
        case MomentField():
            stamp = int(field.value.timestamp()) if field.value else None
            return _named("datetimepicker", field, initial_date_time=stamp)
        case _:
            assert_never(field)


def _named(kind: str, field: Field, **more: object) -> Json:
    """What is None is left out."""
    told = {name: value for name, value in more.items() if value is not None}
    return {"type": kind, "action_id": field.name, **told}


def _text(field: TextField) -> Json:
    held, is_long = field.value or None, field.is_long
    shape = {"multiline": is_long, "max_length": LONGEST, "initial_value": held}
    return _named("plain_text_input", field, **shape)


def _choice(field: ChoiceField) -> Json:
    """Side by side where they are few and one must be chosen: a radio can't be cleared again."""
    is_short = len(field.options) <= FEW and not field.is_optional
    element = _named("radio_buttons" if is_short else "static_select", field)
    element["options"] = options(field.options)
    return element | initial(field.options, field.value)


def _many(field: ManyField) -> Json:
    held = [each for each in field.options if each.value in field.values]
    element = _named("multi_static_select", field, options=options(field.options))
    return element | ({"initial_options": options(held)} if held else {})


def _search(field: SearchField) -> Json:
    element: Json = {
        "type": "external_select",
        "action_id": f"{SEARCH}{PIPE}{field.source}",
        "min_query_length": 0,
    }
    held = field.value
    return element | ({"initial_option": option(held.value, held.label)} if held else {})

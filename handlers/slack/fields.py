"""The fields of a form, as Slack's inputs."""

from typing import assert_never

from slack_sdk.models.blocks import InputBlock, PlainTextObject
from slack_sdk.models.blocks import Option as SlackOption
from slack_sdk.models.blocks.block_elements import (
    DatePickerElement,
    DateTimePickerElement,
    ExternalDataSelectElement,
    InputInteractiveElement,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticMultiSelectElement,
    StaticSelectElement,
    UserSelectElement,
)

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
from domain.messages import Option
from domain.phrases import shorten
from handlers.slack.blocks import BUTTON_TEXT, OPTION_VALUE, PIPE

SEARCH = "search"
FEW = 4
"""So many choices are shown side by side, more in a menu."""


def entry(field: Field) -> InputBlock:
    return InputBlock(
        block_id=field.name,
        label=PlainTextObject(text=field.label, emoji=True),
        element=_element(field),
        hint=PlainTextObject(text=field.hint, emoji=False) if field.hint else None,
        optional=field.is_optional,
    )


def _element(field: Field) -> InputInteractiveElement:
    name = field.name
    match field:
        case TextField():
            return PlainTextInputElement(
                action_id=name,
                initial_value=field.value or None,
                multiline=field.is_long,
                max_length=LONGEST,
            )
        case ChoiceField():
            return _choice(field)
        case ManyField():
            many = [option(each) for each in field.options]
            return StaticMultiSelectElement(
                action_id=name,
                options=many,
                initial_options=[each for each in many if each.value in field.values] or None,
            )
        case SearchField():
            return ExternalDataSelectElement(
                action_id=f"{SEARCH}{PIPE}{field.source}",
                initial_option=option(field.value) if field.value else None,
                min_query_length=0,
            )
        case PersonField():
            person = field.value.user_id if field.value else ""
            return UserSelectElement(action_id=name, initial_user=person or None)
        case DayField():
            return DatePickerElement(action_id=name, initial_date=field.value.isoformat())
        case MomentField():
            stamp = int(field.value.timestamp()) if field.value else None
            return DateTimePickerElement(action_id=name, initial_date_time=stamp)
        case _:
            assert_never(field)


def _choice(field: ChoiceField) -> InputInteractiveElement:
    """Side by side where they are few and one must be chosen: a radio can't be cleared again."""
    options = [option(each) for each in field.options]
    chosen = next((each for each in options if each.value == field.value), None)
    if len(options) <= FEW and not field.is_optional:
        return RadioButtonsElement(action_id=field.name, options=options, initial_option=chosen)
    return StaticSelectElement(action_id=field.name, options=options, initial_option=chosen)


def option(choice: Option) -> SlackOption:
    label = PlainTextObject(text=shorten(choice.label, BUTTON_TEXT), emoji=True)
    return SlackOption(value=choice.value[:OPTION_VALUE], text=label)

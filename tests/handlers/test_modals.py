"""Forms as Slack's modals: every field is asked, nothing is lost on the way there and back."""

import json
from datetime import UTC, datetime

import pytest

from domain import plain_text
from domain.forms import DayField, ManyField, MomentField, PersonField, SearchField
from handlers.slack.modals import FORM, Way, form_view, message_view, sent
from playground.blocks import check
from tests.handlers.examples import FORMS, MESSAGES
from tests.handlers.test_blocks import texts

WAY = Way(url="https://hooks.example.com/1", replaces=True)


def inputs(view):
    return {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_field_is_asked(form):
    view = form_view(form, WAY)
    asked = inputs(view)
    assert list(asked) == [field.name for field in form.fields]
    for field in form.fields:
        block = asked[field.name]
        assert block["label"]["text"] == field.label
        assert block.get("hint", {}).get("text", "") == field.hint
        assert block.get("optional", False) == field.is_optional
    shown = "\n".join(texts(view["blocks"]))
    for note in form.notes:
        assert plain_text.spoken(note, "") in shown
    assert (view["title"]["text"], view["submit"]["text"]) == (form.title, form.submit)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_slack_takes_the_form(form):
    assert check.of_view(form_view(form, WAY)) == []


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_slack_takes_every_message_as_a_window(message):
    assert check.of_view(message_view(message)) == []


def state_of(view):
    """What Slack sends back of a form that nobody has touched."""
    values = {}
    for name, block in inputs(view).items():
        element = block["element"]
        held = {
            "value": element.get("initial_value"),
            "selected_option": element.get("initial_option"),
            "selected_options": element.get("initial_options"),
            "selected_user": element.get("initial_user"),
            "selected_date": element.get("initial_date"),
            "selected_date_time": element.get("initial_date_time"),
        }
        values[name] = {element["action_id"]: {"type": element["type"], **held}}
    return {**json.loads(json.dumps(view)), "state": {"values": values}}


def expected(field):
    match field:
        case ManyField():
            return field.values
        case SearchField():
            return (field.value.value,) if field.value else ()
        case PersonField():
            return (field.value.user_id,) if field.value else ()
        case DayField():
            return (field.value.isoformat(),)
        case MomentField():
            return (field.value.isoformat(),) if field.value else ()
        case _:
            return (field.value,) if field.value else ()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_what_was_filled_in_comes_back_as_it_was(form):
    back = sent(state_of(form_view(form, WAY)))
    assert (back.action_id, back.ref, back.way, back.first) == (
        form.action_id,
        form.ref,
        WAY,
        form.fields[0].name,
    )
    assert back.filled.carried == form.carried
    assert back.filled.values == {field.name: expected(field) for field in form.fields}


def test_a_moment_comes_back_in_utc():
    form = next(form for form in FORMS if form.id == "change")
    back = sent(state_of(form_view(form, WAY)))
    at = datetime.fromisoformat(back.filled.one("when"))
    assert (at.tzinfo, at) == (UTC, form.fields[-1].value)


def test_a_field_left_empty_is_empty():
    view = state_of(form_view(FORMS[0], WAY))
    for block in view["state"]["values"].values():
        for element in block.values():
            element.update(dict.fromkeys(set(element) - {"type"}))
    assert set(sent(view).filled.values.values()) == {()}
    assert view["callback_id"] == FORM

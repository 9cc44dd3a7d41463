"""Messages are plain dictionaries; what the platforms' own models say of them is heard here."""

from copy import deepcopy
from pathlib import Path

import jsonschema
import microsoft_teams.cards
import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from domain.messages import Option
from handlers.slack import blocks
from handlers.slack.modals import Way, form_view, message_view
from handlers.teams import cards
from handlers.teams.forms import FormCard
from tests.handlers.examples import ANA, BEN, FORMS, LONDON, MESSAGES
from tests.handlers.slack_schema import BLOCKS
from tests.handlers.teams.test_cards import nodes
from tests.handlers.test_blocks import sprawling

EVERY = pytest.mark.parametrize("message", [*MESSAGES, sprawling()], ids=lambda each: each.id)
EVERY_FORM = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
WAY = Way(url="https://hooks.example.com/1", replaces=True)
SCHEMA = jsonschema.Draft202012Validator(BLOCKS)
TEAMS = {
    str(kind.model_fields["type"].default): kind
    for kind in vars(microsoft_teams.cards).values()
    if isinstance(kind, type) and "type" in getattr(kind, "model_fields", {})
}
ELSEWHERE = {"$schema", "msteams"}
"""Of no part in particular."""


def judged_by_slack(shown):
    """The blocks as the models give them back: what they don't know is lacking."""
    SCHEMA.validate(shown)
    return [Block.parse(block).to_dict() for block in shown]


@EVERY
def test_slacks_models_know_every_part_of_a_message(message):
    shown, view = blocks.render(message).blocks, message_view(message)
    assert judged_by_slack(shown) == shown
    assert View(**view).to_dict() == view


@EVERY_FORM
def test_slacks_models_know_every_part_of_a_form(form):
    view = form_view(form, WAY)
    assert judged_by_slack(view["blocks"]) == view["blocks"]
    assert View(**view).to_dict() == view


def unknown_to_teams(card):
    """The fields that Teams' models have none for; each part is judged by its own."""
    parts = [node for node in nodes(card) if node.get("type") in TEAMS]
    assert card in parts
    plain = [{name: part[name] for name in set(part) - ELSEWHERE} for part in parts]
    return [TEAMS[part["type"]].model_validate(part).model_extra for part in plain]


@EVERY
def test_teams_models_know_every_part_of_a_card(message):
    assert not any(unknown_to_teams(cards.render(message)))


@EVERY_FORM
def test_teams_models_know_every_part_of_a_dialog(form):
    card = FormCard(form, [ANA, BEN], {"customers": [Option(value="1", label="Acme")]}, LONDON)
    assert not any(unknown_to_teams(card.build({})))


def broken(form, change):
    asked = deepcopy(form_view(form, WAY)["blocks"])
    chosen = next(each for each in asked if "options" in each.get("element", {}))
    change(chosen["element"]["options"][0])
    return asked


@pytest.mark.parametrize(
    "change",
    [
        lambda option: option.pop("value"),
        lambda option: option["text"].update(type="mrkdwn"),
        lambda option: option["text"].update(more="x"),
        lambda option: option.update(text="x"),
    ],
)
def test_what_the_models_overlook_the_schema_does_not(change):
    with pytest.raises(jsonschema.ValidationError):
        judged_by_slack(broken(FORMS[0], change))


def test_nobody_waits_for_the_models():
    """They search themselves for what validates them at each message."""
    rendering = Path(blocks.__file__).parent.rglob("*.py")
    assert not [path for path in rendering if "slack_sdk.models" in path.read_text()]

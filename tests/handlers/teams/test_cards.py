"""Cards keep to what Teams knows, and nothing that somebody typed becomes markup."""

import json
from pathlib import Path

import adaptive_cards
import jsonschema
import pytest

from domain.messages import (
    NONE_CHOSEN,
    Choices,
    Item,
    Menu,
    Message,
    Moment,
    Named,
    Option,
    Person,
    Words,
    line,
)
from domain.plain_text import isolated
from handlers.teams import cards
from handlers.teams.buttons import chosen
from handlers.teams.plain import typed
from tests.handlers.examples import ANA, BEN, MESSAGES, NASTY, NOW
from tests.handlers.teams.conftest import actions, spell
from tests.handlers.test_blocks import sprawling

SCHEMA = json.loads(
    (Path(adaptive_cards.__file__).parent / "schemas/schema-1.5.json").read_text(encoding="utf-8")
)
EXAMPLES = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
EVIL = "{{DATE(2020-01-01T00:00:00Z)}} <at>Ana Reyes</at> **bold** [x](https://x.y)"


@EXAMPLES
def test_the_published_schema_takes_it(message):
    card = cards.render(message)
    del card["msteams"]
    for action in actions(card):
        action.get("data", {}).pop("msteams", None)
    jsonschema.validate(card, SCHEMA)


@EXAMPLES
def test_it_keeps_to_what_teams_alone_demands(message):
    card = cards.render(message)
    assert card["version"] <= "1.5"
    assert cards.size(card) <= 25 * 1024
    for action in actions(card):
        if action["type"] == "Action.Execute":
            assert action["verb"] == action["data"]["action"]
        elif action["type"] == "Action.Submit":
            assert action["data"]["msteams"] == {"type": "task/fetch"}


def test_the_longest_of_everything_still_fits():
    card = cards.render(sprawling())
    assert cards.size(card) <= 25 * 1024
    assert "…" in spell(card)


@pytest.mark.parametrize("part", [Named(EVIL), Words(EVIL), "said " + EVIL])
def test_nothing_typed_becomes_a_date_a_mention_or_markdown(part):
    card = cards.render(
        Message(id="m", headline=line(ANA, " ", part), items=(Item(line=line(part)),))
    )
    assert "{{DATE" not in json.dumps(card)
    assert [each["mentioned"]["id"] for each in card["msteams"]["entities"]] in ([], [ANA.user_id])
    for block in card["body"]:
        if block["type"] == "TextBlock":
            assert "<at>" not in block["text"].replace("<at>Ana Reyes</at>", "", 1)
            assert "**" not in block["text"]


def test_names_are_shown_exactly_as_they_were_typed():
    card = cards.render(Message(id="m", headline=line(Named(NASTY))))
    assert card["body"][0]["inlines"][0]["text"] == isolated(NASTY) != NASTY


def test_a_moment_is_told_on_each_readers_own_clock():
    card = cards.render(Message(id="m", headline=line(Moment(NOW, "Asia/Tokyo"))))
    told = "{{DATE(2026-11-17T09:15:00Z, SHORT)}} {{TIME(2026-11-17T09:15:00Z)}}"
    assert spell(card) == told


@EXAMPLES
def test_moments_are_left_to_the_readers_client_only_where_teams_fills_them_in(message):
    """It does so in text blocks; in text runs, readers in channels see the macro itself."""
    runs = [each for each in nodes(cards.render(message)) if each.get("type") == "TextRun"]
    assert [each["text"] for each in runs if "{{" in each["text"]] == []


def test_a_moment_beside_what_somebody_typed_is_told_on_the_clock_it_names():
    told = line(Named("Acme"), " · by ", Moment(NOW, "Asia/Tokyo"))
    card = cards.render(Message(id="m", headline=told))
    assert spell(card) == "Acme · by Tue 17 Nov, 18:15"


def nodes(node):
    found = [node] if isinstance(node, dict) else []
    within = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [*found, *(each for part in within for each in nodes(part))]


def test_two_people_of_one_name_are_never_taken_for_each_other():
    twin = Person(ANA.name, "U-other")
    card = cards.render(Message(id="m", headline=line(ANA, " and ", twin, " and ", BEN)))
    assert [each["mentioned"]["id"] for each in card["msteams"]["entities"]] == [
        ANA.user_id,
        BEN.user_id,
    ]
    assert spell(card).count("<at>Ana Reyes</at>") == 1


def test_a_choice_from_a_long_list_comes_back():
    options = tuple(Option(value=f"v{n}", label=f"Option {n}") for n in range(9))
    menu = Menu(action_id="touch.kind", ref="1", label="Kind", options=options, chosen="v3")
    card = cards.render(Message(id="m", headline=line("x"), actions=(menu,)))
    (unfolds,) = card["actions"]
    field = unfolds["card"]["body"][0]
    assert (field["value"], len(field["choices"])) == ("v3", 9)
    pressed = unfolds["card"]["actions"][0]["data"] | {field["id"]: "v5"}
    assert chosen(pressed) == "v5"


@pytest.mark.parametrize(
    ("left", "told"), [("v2,v5", "v2,v5"), ("", NONE_CHOSEN), (None, NONE_CHOSEN)]
)
def test_any_number_of_choices_comes_back(left, told):
    options = tuple(Option(value=f"v{n}", label=f"Option {n}") for n in range(9))
    choices = Choices(
        action_id="touch.signs", ref="1", label="It was …", options=options, chosen=("v2", "v3")
    )
    card = cards.render(Message(id="m", headline=line("x"), actions=(choices,)))
    (unfolds,) = card["actions"]
    field = unfolds["card"]["body"][0]
    assert (field["value"], field["isMultiSelect"]) == ("v2,v3", True)
    pressed = unfolds["card"]["actions"][0]["data"] | ({} if left is None else {field["id"]: left})
    assert chosen(pressed) == told


MENTION = {"type": "mention", "text": "<at>Heed</at>", "mentioned": {"id": "28:heed"}}


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("<at>Heed</at> log Acme &amp; Co", "log Acme & Co"),
        ("log Acme\u00a0called &lt;b&gt;", "log Acme called <b>"),
        ("<at>Heed</at>&nbsp;help", "help"),
        ('edit Acme owner <at id="0">Ben Okafor</at>', "edit Acme owner @Ben Okafor"),
        ("/log Acme called", "log Acme called"),
        ("/heed due", "due"),
        ("", ""),
    ],
)
def test_what_was_typed_is_told_from_what_teams_sends(sent, read):
    assert typed(sent, [MENTION], "28:heed") == read

"""The app's manifest is valid, asks for what is used, and for nothing else."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from handlers.slack.check import SCOPES
from handlers.slack.shapes import EVENTS
from playground.team import read
from settings import Settings

HOUSE = Path(__file__).parent.parent
MANIFEST = yaml.safe_load((HOUSE / "manifest.yaml").read_text())
SCHEMA = HOUSE.parent / "shared/data/slack-manifest.schema.json"
"""Slack's own schema (slackapi/manifest-schema), where it lies beside this checkout."""

MESSAGES = {"message.channels", "message.groups", "message.im"}
SCOPES_OF = {
    "app_mentions:read": {"app_mention"},
    "channels:history": {"message.channels"},
    "groups:history": {"message.groups"},
    "im:history": {"message.im"},
    "reactions:read": {"reaction_added", "reaction_removed"},
    "users:read": {"user_change", "team_join"},
    "groups:read": {each for each in EVENTS if each.startswith("group_")},
    "channels:read": {each for each in EVENTS if each.startswith("channel_")}
    | {"member_joined_channel", "member_left_channel"},
}
"""The scope that Slack asks for before it tells of an event."""

FOR_ALL = {"app_home_opened", "app_uninstalled", "tokens_revoked"}
"""These it tells whoever is installed."""


def test_it_is_valid_by_slacks_own_schema():
    if not SCHEMA.exists():
        pytest.skip("Slack's schema does not lie beside this checkout")
    jsonschema.validate(MANIFEST, json.loads(SCHEMA.read_text()))


def test_it_asks_for_exactly_the_scopes_that_check_explains():
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == set(SCOPES)


def test_it_subscribes_to_exactly_what_is_listened_to():
    source = (HOUSE / "handlers/slack/register.py").read_text()
    subscribed = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
    for event in subscribed - MESSAGES:
        assert f'"{event}"' in source
    assert subscribed >= MESSAGES
    assert {"message", *subscribed} - MESSAGES == set(EVENTS)


def test_the_playgrounds_bot_may_and_hears_just_as_much():
    """Else Heed would be told there what Slack never tells it: of mentions, for one."""
    bot = read().bot
    assert bot.scopes == set(MANIFEST["oauth_config"]["scopes"]["bot"])
    assert bot.events == set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_every_event_has_the_scope_it_needs():
    subscribed = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
    assert subscribed - FOR_ALL == set.union(*SCOPES_OF.values())
    assert SCOPES_OF.keys() <= set(MANIFEST["oauth_config"]["scopes"]["bot"])


def test_direct_messages_and_mentions_work():
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"]
    (command,) = MANIFEST["features"]["slash_commands"]
    assert (command["command"], command["should_escape"]) == ("/heed", True)


def test_the_example_of_the_environment_names_every_setting():
    example = (HOUSE / ".env.example").read_text()
    for name in Settings.model_fields:
        assert f"{name.upper()}=" in example

"""The contract of every renderer: no part, no action and no choice of a message is dropped."""

import json
from datetime import UTC

import pytest

from domain import plain_text
from domain.messages import Button, Finder, Link, Menu, Moment, Person
from handlers.slack import blocks
from handlers.teams import cards
from tests.handlers.examples import MESSAGES

SHOWN = 25
"""Characters of a part that have to be there: the longest cards cut what people typed."""


def slack(message):
    return blocks.render(message).blocks


def teams(message):
    return cards.render(message)


RENDERERS = pytest.mark.parametrize("render", [slack, teams])
EXAMPLES = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)


def texts(node):
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        return [text for each in node for text in texts(each)]
    return [str(node)]


def shown(rendered):
    """Every string of it as a reader sees it: without escapes and what shows nothing."""
    text = "\n".join(texts(rendered)).replace("\u2060", "").replace("\\", "")
    for entity, letter in {"&lt;": "<", "&gt;": ">", "&amp;": "&"}.items():
        text = text.replace(entity, letter)
    return text


def parts(message):
    facts = [fact.line for fact in message.items]
    return [part for line in (message.headline, *facts, *message.notes) for part in line]


def actions(message):
    return [*message.actions, *(action for fact in message.items for action in fact.actions)]


def traces(part):
    """One of these has to be there."""
    spoken = plain_text.spoken((part,), "").strip("“”\u2068\u2069").strip()[:SHOWN]
    match part:
        case Person(user_id=user) if user:
            return {user, part.name}
        case Moment():
            utc = part.at.astimezone(UTC)
            return {str(int(part.at.timestamp())), f"{utc:%Y-%m-%dT%H:%M:%SZ}", spoken}
        case Link():
            return {part.label}
        case _:
            return {spoken}


@RENDERERS
@EXAMPLES
def test_every_part_reaches_the_reader(render, message):
    text = shown(render(message))
    for part in parts(message):
        assert any(trace in text for trace in traces(part)), part


@RENDERERS
@EXAMPLES
def test_every_action_and_every_choice_reaches_the_reader(render, message):
    rendered = render(message)
    text, raw = shown(rendered), json.dumps(rendered, ensure_ascii=False)
    for action in actions(message):
        assert action.action_id in raw
        assert action.label[:SHOWN] in text
        match action:
            case Button():
                assert action.ref in raw
            case Menu():
                assert all(option.value in raw for option in action.options)
                assert all(option.label[:SHOWN] in text for option in action.options)
            case Finder():
                assert action.label[:SHOWN] in text

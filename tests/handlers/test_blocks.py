"""The contract of every renderer: no part is dropped, nothing typed becomes markup, limits hold."""

import json

import pytest
from slack_sdk.models.blocks import Block

from domain import plain_text
from domain.messages import (
    Button,
    Command,
    Count,
    Day,
    Finder,
    Item,
    Menu,
    Message,
    Moment,
    Named,
    Option,
    Person,
    Text,
    Words,
    line,
)
from handlers.slack.blocks import render
from handlers.slack.plain import fallback, unescape
from playground.blocks import check
from tests.handlers.examples import ANA, MESSAGES, NASTY, NOW

LONG = "x" * 10_000


def lines(message):
    return [message.headline, *(fact.line for fact in message.items), *message.notes]


def parts(message):
    return [part for each in lines(message) for part in each]


def actions(message):
    return [*message.actions, *(action for fact in message.items for action in fact.actions)]


def texts(node):
    """Every string of the blocks, as a reader may meet it."""
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        return [text for each in node for text in texts(each)]
    return [str(node)]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_every_part_reaches_the_reader(message):
    shown = "\n".join(texts(render(message).blocks))
    for part in parts(message):
        match part:
            case Person(user_id=user) if user:
                assert user in shown or part.name in shown
            case Moment():
                stamp, told = str(int(part.at.timestamp())), plain_text.spoken((part,), "")
                assert stamp in shown or told in shown
            case _:
                assert plain_text.spoken((part,), "/heed ").strip(
                    "“”\u2068\u2069"
                ) in shown.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_every_action_reaches_the_reader(message):
    shown = json.dumps(render(message).blocks)
    for action in actions(message):
        about = action.source if isinstance(action, Finder) else action.ref
        assert f'"{action.action_id}|{about}"' in shown
        options = action.options if isinstance(action, Menu) else ()
        labels = [option.label for option in options] or [action.label]
        assert all(json.dumps(label[:70])[1:-1] in shown for label in labels)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_slack_takes_it(message):
    rendered = render(message)
    assert check.of_message(rendered.blocks) == []
    for block in rendered.blocks:
        Block.parse(block).to_dict()


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_nobody_is_pinged_who_is_not_meant(message):
    for text in markup(render(message).blocks):
        assert "<!channel>" not in text
        assert "<@U9" not in text
    assert "<!channel>" not in render(message).text


def markup(node):
    """The texts in which Slack would look for markup."""
    if isinstance(node, list):
        return [text for each in node for text in markup(each)]
    if not isinstance(node, dict):
        return []
    here = [node["text"]] if node.get("type") == "mrkdwn" else []
    return here + [text for each in node.values() for text in markup(each)]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_there_is_always_plain_text_for_screen_readers(message):
    text = render(message).text
    assert text.strip()
    assert "<" not in text.replace("&lt;", "")


def sprawling():
    """Everything at its longest."""
    menu = Menu(
        action_id="v",
        ref="1",
        label=LONG,
        options=tuple(Option(value=f"{n}{LONG}", label=LONG) for n in range(3)),
    )
    button = Button(action_id="w", ref="1", label=LONG)
    told = line(LONG[:500], Named(LONG), Words(LONG[:2000]))
    return Message(
        id="long",
        headline=line(Named(LONG)),
        items=(Item(line=line(Named(LONG)), actions=(button,)), Item(line=told)),
        notes=(line(Named(LONG), *[LONG[:500]] * 9), line(ANA, *[LONG[:500]] * 9)),
        actions=(button, menu),
    )


def test_slacks_limits_hold_for_the_longest_of_everything():
    assert check.of_message(render(sprawling()).blocks) == []
    assert len(render(sprawling()).text) <= 4000


def test_names_are_shown_exactly_as_they_were_typed():
    rendered = render(Message(id="m", headline=line(Named(NASTY))))
    assert (
        rendered.blocks[0]["elements"][0]["elements"][0]["text"]
        == plain_text.isolated(NASTY)
        != NASTY
    )


def test_a_moment_is_told_on_each_readers_own_clock():
    (block,) = render(Message(id="m", headline=line(Moment(NOW, "Europe/London")))).blocks
    date = block["elements"][0]["elements"][0]
    assert date["type"] == "date"
    assert date["timestamp"] == int(NOW.timestamp())
    assert date["fallback"] == "Tue 17 Nov, 09:15"


def test_each_kind_of_part_has_words():
    told = line(
        "a ",
        Text("b "),
        Command("log x"),
        Named(" c"),
        Words("d"),
        ANA,
        Moment(NOW),
        Count(2, "day"),
        Day(NOW.date(), NOW.date()),
    )
    message = Message(id="m", headline=told)
    assert fallback(message) == ("a b /heed log x c“d”Ana ReyesTue 17 Nov, 09:152 daystoday")


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("Acme &amp; Co &lt;3", "Acme & Co <3"),
        ("&amp;lt; stays", "&lt; stays"),
        ("<mailto:maria@acme.com|maria@acme.com>", "maria@acme.com"),
        ("<tel:+442079460000|+44 20 7946 0000>", "+44 20 7946 0000"),
        ("<http://acme.com|acme.com> called", "acme.com called"),
        ("<https://acme.com/a?b=1&amp;c=2>", "https://acme.com/a?b=1&c=2"),
        ("<https://acme.com|our site>", "our site (https://acme.com)"),
        ("<@U123|ana> will call", "@ana will call"),
        ("<@U123> will call", "@U123 will call"),
        ("<#C1|general>", "#general"),
        ("<!channel> <!here|here> <!subteam^S1|@sales>", "@channel here @sales"),
        ("great :tada: 10:30:15 a:b:c", "great 🎉 10:30:15 a:b:c"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("<b", "<b"),
    ],
)
def test_what_was_typed_is_told_from_what_slack_sends(sent, typed):
    assert unescape(sent) == typed

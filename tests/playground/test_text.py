"""What Slack makes of what people type."""

import time
from dataclasses import replace

import pytest

from playground import Playground, read, text

TYPED = [
    ("plain words", "plain words"),
    ("R&D <b> 1 > 0", "R&amp;D &lt;b&gt; 1 &gt; 0"),
    ("@ana thanks", "<@U0ANAREYES> thanks"),
    ("(@Ana)", "(<@U0ANAREYES>)"),
    ("@nobody", "@nobody"),
    ("a@ana", "a@ana"),
    ("@here @channel @everyone", "<!here> <!channel> <!everyone>"),
    ("in #customer-care", "in <#C0CUSTCARE|customer-care>"),
    ("#nowhere", "#nowhere"),
    ("maria@globex.com!", "<mailto:maria@globex.com|maria@globex.com>!"),
    ("see https://x.example/?a=1&b=2.", "see <https://x.example/?a=1&amp;b=2>."),
    ("(https://x.example/a)", "(<https://x.example/a>)"),
    ("acme.com renewed", "<http://acme.com|acme.com> renewed"),
    ("10.30 or 1.5.", "10.30 or 1.5."),
    ("+44 20 7946 0000", "<tel:+442079460000|+44 20 7946 0000>"),
    ("well done 🎉", "well done :tada:"),
    (":eyes: and :nonsense_emoji:", ":eyes: and :nonsense_emoji:"),
    ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
    ("“curly” שלום 日本", "“curly” שלום 日本"),
]


@pytest.fixture
def town():
    return Playground().town


@pytest.mark.parametrize(("typed", "told"), TYPED)
def test_a_message_is_escaped_and_its_links_are_wrapped(town, typed, told):
    assert text.as_message(town, typed)[0] == told


def test_a_command_names_people_beside_their_ids(town):
    typed = "new @ana maria@globex.com R&D #general acme.com"

    assert text.as_command(town, typed) == (
        "new <@U0ANAREYES|ana> <mailto:maria@globex.com|maria@globex.com> R&amp;D "
        "<#C0GENERAL0|general> <http://acme.com|acme.com>"
    )


def test_without_escaping_a_command_comes_as_it_was_typed():
    team = read()
    town = Playground(team=replace(team, bot=replace(team.bot, escapes=False))).town

    assert text.as_command(town, "@ana R&D acme.com") == "@ana R&amp;D acme.com"


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "a@", "+1", "https://.", ":a"])
def test_a_long_line_is_read_at_once(town, piece):
    began = time.monotonic()
    text.as_message(town, piece * 10_000)

    assert time.monotonic() - began < 0.5


def test_the_composer_makes_rich_text(town):
    _, block = text.as_message(town, "hi @ben :eyes: #general @here https://x.example bye")
    [section] = block["elements"]

    assert [piece["type"] for piece in section["elements"]] == [
        "text", "user", "text", "emoji", "text", "channel", "text", "broadcast", "text", "link",
        "text",
    ]  # fmt: skip

"""Composition objects: texts, options, confirmations (reference: composition-objects)."""

from playground.blocks.rules import either, exactly_one
from playground.blocks.shapes import Choice, Flag, Kinds, Many, Shape, Text, Thing, typed

URL = Text(most=3000)
ID = Text(most=255, least=1)
ICON_NAMES = (
    "archive book bookmark bot bug calendar call caret-left caret-right check clipboard code "
    "comment compass copy cube download edit email eye-closed eye-open file flag folder gear "
    "globe heart help image info key lightbulb link map mobile new-window pin plus refine "
    "refresh rocket save screen share sparkle star star-filled tag thumbs-down thumbs-up trash "
    "upload user warning"
)
ICONS = tuple(ICON_NAMES.split())


def plain(most: int = 3000) -> Thing:
    return typed(
        "plain_text", Thing(needs={"text": Text(most=most, least=1)}, may={"emoji": Flag()})
    )


def mrkdwn(most: int = 3000) -> Thing:
    return typed(
        "mrkdwn", Thing(needs={"text": Text(most=most, least=1)}, may={"verbatim": Flag()})
    )


def text(most: int = 3000) -> Kinds:
    """Plain or with markup, as in a section."""
    return Kinds(of={"plain_text": plain(most), "mrkdwn": mrkdwn(most)}, says_none_matched=True)


def option(label: Shape, **more: Shape) -> Thing:
    """Value: 150 characters, says the newest reference; the older 75 still stands in some docs."""
    return Thing(
        needs={"text": label, "value": Text(most=150, least=1)}, may={"description": label, **more}
    )


PLAIN_OPTION = option(plain(75))
TEXT_OPTION = option(text(75))
LINK_OPTION = option(plain(75), url=URL)
OPTION_GROUP = Thing(
    needs={"label": plain(75), "options": Many(of=PLAIN_OPTION, most=100, least=1)}
)
STYLE = Choice(values=("primary", "danger"))
CONFIRM = Thing(
    needs={"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    may={"style": STYLE},
)
FILTER = Thing(
    may={
        "include": Many(of=Choice(values=("im", "mpim", "private", "public")), least=1),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    rules=(either("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)
DISPATCH = Thing(
    may={
        "trigger_actions_on": Many(
            of=Choice(values=("on_enter_pressed", "on_character_entered")), most=2, least=1
        )
    }
)
SLACK_FILE = Thing(may={"url": URL, "id": Text()}, rules=(exactly_one("url", "id"),))
SLACK_ICON = typed("icon", Thing(needs={"name": Choice(values=ICONS)}))

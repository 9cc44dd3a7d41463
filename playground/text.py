"""What people type, and what Slack makes of it before a bot sees it.

Messages: mentions, channels, links, mail addresses and international phone numbers are wrapped
in angle brackets; `&`, `<` and `>` are escaped; emoji get their names. Commands of an app that
asks for escaping get the same, with the handle beside a person's id; those of others only the
three escapes. (docs.slack.dev/messaging/formatting-message-text, interactivity/slash-commands)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground import emoji
from playground.town import Town

ENDINGS = "com|org|net|io|dev|app|co|uk|de|fr|eu|in|ai|example"
PATTERN = re.compile(
    r"(?P<link>https?://[^\s<>|]+[^\s<>|.,;:!?)\]}'\"])"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})"
    rf"|(?P<site>(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:{ENDINGS})(?![\w-])(?:/[^\s<>|]*[^\s<>|.,;:!?)])?)"
    r"|(?<![\w@])@(?P<at>[\w.-]*\w)"
    r"|(?<![\w#])#(?P<channel>[\w-]+)"
    r"|(?P<phone>(?<!\w)\+\d[\d ()-]{6,}\d)"
    r"|:(?P<emoji>[a-z0-9_+'-]+):"
    rf"|(?P<typed>{'|'.join(emoji.TYPED)})",
    re.IGNORECASE,
)
BROADCASTS = ("here", "channel", "everyone")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """`shown` is how the text has it; `rich` is the element that the composer makes of it."""

    shown: str
    rich: dict[str, Any]


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_message(town: Town, typed: str) -> tuple[str, dict[str, Any]]:
    """The text of the message, and its rich text block."""
    found = list(pieces(town, typed, with_handles=False))
    section = {"type": "rich_text_section", "elements": [piece.rich for piece in found]}
    return "".join(piece.shown for piece in found), {"type": "rich_text", "elements": [section]}


def as_command(town: Town, typed: str) -> str:
    if not town.bot.escapes:
        return escape(typed)
    return "".join(piece.shown for piece in pieces(town, typed, with_handles=True))


def pieces(town: Town, typed: str, *, with_handles: bool) -> Iterator[Piece]:
    end = 0
    for match in PATTERN.finditer(typed):
        piece = wrap(town, match, with_handles=with_handles)
        if piece:
            yield from plain(typed[end : match.start()])
            yield piece
            end = match.end()
    yield from plain(typed[end:])


def plain(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(shown=escape(text), rich={"type": "text", "text": text})


def wrap(town: Town, match: re.Match[str], *, with_handles: bool) -> Piece | None:
    """None for what only looks like it: an unknown handle, channel or emoji stays as typed."""
    kind, text = match.lastgroup, match[match.lastgroup or 0]
    if kind == "at":
        return at(town, text, with_handles=with_handles)
    if kind == "channel":
        return channel(town, text)
    if kind in ("emoji", "typed"):
        return smile(text)
    return link(kind or "", text)


def at(town: Town, name: str, *, with_handles: bool) -> Piece | None:
    if name in BROADCASTS:
        return Piece(shown=f"<!{name}>", rich={"type": "broadcast", "range": name})
    person = town.find_person(name.lower())
    if person is None:
        return None
    shown = f"<@{person.id}|{person.handle}>" if with_handles else f"<@{person.id}>"
    return Piece(shown=shown, rich={"type": "user", "user_id": person.id})


def channel(town: Town, name: str) -> Piece | None:
    found = town.find_channel(f"#{name.lower()}")
    if found is None:
        return None
    return Piece(
        shown=f"<#{found.id}|{found.name}>", rich={"type": "channel", "channel_id": found.id}
    )


def smile(text: str) -> Piece | None:
    name = emoji.named(text)
    if not emoji.is_known(name):
        return None
    return Piece(shown=f":{name}:", rich={"type": "emoji", "name": name})


def link(kind: str, text: str) -> Piece:
    if kind == "link":
        return Piece(shown=f"<{escape(text)}>", rich={"type": "link", "url": text})
    target = {
        "mail": f"mailto:{text}",
        "site": f"http://{text}",
        "phone": "tel:" + re.sub(r"[^\d+]", "", text),
    }[kind]
    rich = {"type": "link", "url": target, "text": text}
    return Piece(shown=f"<{escape(target)}|{escape(text)}>", rich=rich)

"""Messages as plain text, and Teams' own ways of writing: undone on the way in, done once out."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from domain import plain_text
from domain.messages import Line, Message
from domain.phrases import shorten
from handlers.routing import addressed

PERSONAL = ""
"""What a person types before a command in their own conversation with Heed."""

SUMMARY = 300
"""Characters of a notification."""

_MARKDOWN = re.compile(r"([\\*_\[\]`])")
_AT = re.compile(r"<at\b[^<>]*>")
_AT_ENDS = "</at>"
_JOINER = "\u2060"
"""Shows nothing, and keeps apart what must not be read as a macro or a tag."""

Entities = Iterable[Mapping[str, Any]]


def spoken(line: Line) -> str:
    """As one would read it out: names for people, times on the clock that the message names."""
    return plain_text.spoken(line, PERSONAL)


def summary(message: Message) -> str:
    """For notifications."""
    return shorten(spoken(message.headline), SUMMARY)


def whole(message: Message) -> str:
    """Headline and facts, for where no card can stand."""
    return "\n\n".join(spoken(each) for each in (message.headline, *_lines(message)))


def _lines(message: Message) -> list[Line]:
    return [fact.line for fact in message.items]


def literal(text: str) -> str:
    """What somebody typed, so that Teams shows it and reads no date, time or mention in it."""
    return text.replace("{{", f"{{{_JOINER}{{").replace("<at", f"<{_JOINER}at")


def escape(text: str) -> str:
    """The same where Markdown is read."""
    return _MARKDOWN.sub(r"\\\1", literal(text))


def typed(text: str, entities: Entities, bot_id: str) -> str:
    """What a person typed to Heed: without its mention, others' mentions as @Name."""
    for entity in entities:
        mentioned = entity.get("mentioned")
        is_whom = isinstance(mentioned, Mapping) and mentioned.get("id") == bot_id
        if entity.get("type") == "mention" and is_whom:
            text = text.replace(str(entity.get("text") or ""), " ", 1)
    named = _AT.sub("@", text).replace(_AT_ENDS, "")
    said = html.unescape(named).replace("\u00a0", " ").strip()
    return addressed(said).removeprefix("/").strip()

"""Messages as plain text, and Slack's own escaping: undone once on the way in, done once out."""

import re
from collections.abc import Mapping

import emoji

from domain import plain_text
from domain.messages import Grain, Line, Message
from domain.phrases import shorten

FALLBACK = 3000
COMMAND = "/heed"
FORMATS: Mapping[Grain, str] = {
    Grain.DAY: "{date_long_pretty}",
    Grain.CLOCK: "{time}",
    Grain.BOTH: "{date_short_pretty} at {time}",
}

_TOKEN = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_EMOJI = re.compile(r"(?<![A-Za-z0-9]):[a-z0-9_+\-]+:(?![A-Za-z0-9])")
"""Slack sends every emoji by its name; within a word it may have been typed so."""

_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def spoken(line: Line) -> str:
    """As one would read it out: names for people, times on the clock that the message names."""
    return plain_text.spoken(line, f"{COMMAND} ")


def fallback(message: Message) -> str:
    """For notifications and screen readers."""
    lines = [message.headline, *(fact.line for fact in message.items)]
    return escape(shorten("\n".join(map(spoken, lines)), FALLBACK))


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """What was typed, from what Slack sends: entities, mentions, links, mail addresses, emoji."""
    shown = _TOKEN.sub(_typed, text)
    for entity, letter in _ENTITIES.items():
        shown = shown.replace(entity, letter)
    return _EMOJI.sub(lambda name: emoji.emojize(name.group(), language="alias"), shown)


def _typed(token: re.Match[str]) -> str:
    """`<@U1|ana>` was @ana, `<mailto:a@b.c|a@b.c>` was a@b.c, `<!channel>` was @channel."""
    target, label = token.group(1), token.group(2)
    match target[:1]:
        case "@":
            return f"@{label or target[1:]}"
        case "#":
            return f"#{label or target[1:]}"
        case "!":
            return label or f"@{target[1:].partition('^')[0]}"
        case _ if target.startswith(("mailto:", "tel:")):
            return label or target.partition(":")[2]
        case _:
            return f"{label} ({target})" if label and label not in target else label or target

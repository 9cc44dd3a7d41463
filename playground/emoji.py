"""Emoji: which names there are, and what people's keyboards turn into."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import emoji
from rich.emoji import Emoji, NoEmoji

# What Slack's app writes for the emoji that people type most.
TYPED = {
    "👀": "eyes",
    "✅": "white_check_mark",
    "💤": "zzz",
    "❌": "x",
    "📝": "memo",
    "👍": "+1",
    "👎": "-1",
    "🎉": "tada",
    "🙏": "pray",
    "🙂": "slightly_smiling_face",
    "😀": "grinning",
    "😄": "smile",
    "😊": "blush",
    "😂": "joy",
    "😢": "cry",
    "😡": "rage",
    "🤔": "thinking_face",
    "🙌": "raised_hands",
    "👏": "clap",
    "🔥": "fire",
    "🚀": "rocket",
    "⭐": "star",
    "❤️": "heart",
    "⚠️": "warning",
    "⏰": "alarm_clock",
    "📞": "telephone_receiver",
    "📣": "mega",
    "💐": "bouquet",
    "🎂": "birthday",
}
SHOWN = {name: emoji for emoji, name in TYPED.items()}


def is_known(name: str) -> bool:
    """In lower case, with or without a skin tone behind it."""
    if name != name.lower():
        return False
    try:
        Emoji(name.partition("::")[0])
    except NoEmoji:
        return name in SHOWN
    return True


def named(given: str) -> str:
    """The name of what a person chose: `👀`, `:eyes:` and `eyes` are all the same."""
    return TYPED.get(given, given.strip(":"))


@cache
def pictures() -> dict[str, str]:
    """The emoji of every known name, those that people type most first."""
    found = {name: shown for shown, name in TYPED.items()}
    for shown, facts in emoji.EMOJI_DATA.items():
        if facts["status"] == emoji.STATUS["fully_qualified"]:
            found |= {name: found.get(name, shown) for name in names(facts)}
    return found


def names(facts: dict[str, Any]) -> Iterator[str]:
    for name in (*facts.get("alias", ()), facts["en"]):
        plain = name.strip(":").lower()
        if is_known(plain):
            yield plain

"""Emoji: which names there are, and what people's keyboards turn into."""

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

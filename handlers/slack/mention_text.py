"""What is said to somebody by their name, as Slack writes it: `<@U1>`."""

import re

from handlers.slack.plain import unescape


def is_mentioned(text: str, user_id: str) -> bool:
    return bool(_mention(user_id).search(text))


def without_mention(text: str, user_id: str) -> str:
    """What was typed, but for who is spoken to."""
    return unescape(_mention(user_id).sub(" ", text)).strip()


def around_mention(text: str, user_id: str) -> tuple[str, str]:
    """What was typed before who is spoken to is named first, and behind it."""
    before, *after = _mention(user_id).split(text, maxsplit=1)
    return unescape(before).strip(), without_mention("".join(after), user_id)


def _mention(user_id: str) -> re.Pattern[str]:
    return re.compile(rf"<@{re.escape(user_id)}(?:\|[^<>]*)?>")

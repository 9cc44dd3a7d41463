"""What a reaction on one of Heed's posts stands for, on whatever platform."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from domain.errors import UnknownReaction


class Meaning(StrEnum):
    TAKE = "take"
    DONE = "done"
    LATER = "later"
    WAIVE = "waive"


HEARTS = "❤🧡💛💚💙💜🤎🖤🤍🩷🩵🩶"
EMOJI = {
    "👀": Meaning.TAKE,
    "👍": Meaning.TAKE,
    "✅": Meaning.DONE,
    "☑": Meaning.DONE,
    "✔": Meaning.DONE,
    "🙏": Meaning.DONE,
    **dict.fromkeys(HEARTS, Meaning.DONE),
    "💤": Meaning.LATER,
    "❌": Meaning.WAIVE,
}
"""What stands for each where the settings say nothing else; any other emoji stands for nothing."""

WORDS = {"mine": Meaning.TAKE, "not needed": Meaning.WAIVE} | {str(each): each for each in Meaning}
NOTHING = "nothing"
VARIANTS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""What asks for one form of an emoji, or for a tone of skin: all mean the same."""

NAME = re.compile(":(.+):")


def plain(emoji: str) -> str:
    return VARIANTS.sub("", emoji)


def meanings(chosen: Iterable[str], spelled: Callable[[str], str] = plain) -> dict[str, Meaning]:
    """The defaults, and what the settings say besides, as `🎉=done`. Raises UnknownReaction.

    `spelled` is the emoji that a platform calls by that name.
    """
    found = dict(EMOJI)
    for each in chosen:
        name, _, word = (part.strip() for part in each.partition("="))
        emoji, wanted = spelled(NAME.sub(r"\1", name)), word.casefold()
        if not emoji or wanted not in {*WORDS, NOTHING}:
            raise UnknownReaction(each, (*WORDS, NOTHING))
        found.pop(emoji, None)
        if wanted in WORDS:
            found[emoji] = WORDS[wanted]
    return found


def told(known: dict[str, Meaning]) -> str:
    """What stands for each meaning, for whoever sets Heed up."""
    by_meaning = {each: [name for name in known if known[name] is each] for each in Meaning}
    return " · ".join(f"{' '.join(names)} {what}" for what, names in by_meaning.items() if names)


def signed(meaning: Meaning, emoji: str) -> str:
    """Several emoji may mean the same: each is counted."""
    return f"{meaning}:{emoji}"


def meant(sign: str) -> Meaning:
    return Meaning(sign.partition(":")[0])

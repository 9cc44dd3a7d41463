"""Emoji on Heed's posts: Teams tells of those on the bot's own messages only."""

from collections.abc import Iterable, Mapping
from typing import Any

from care import reactions
from care.reactions import Meaning
from domain.errors import AlreadyDone, HeedError, UnknownTeammate
from handlers.desk import Desk, told
from handlers.reading import Request
from handlers.teams.activities import Activity
from handlers.teams.voice import Voice

NAMED = {"like": "👍", "heart": "❤", "laugh": "😆", "surprised": "😮", "sad": "😢", "angry": "😡"}
"""The six that Teams calls by name; all others by their code points, e.g. `1f440_eyes`."""

MEANINGS = {
    "👍": Meaning.TAKE,
    "👀": Meaning.TAKE,
    "❤": Meaning.DONE,
    "✅": Meaning.DONE,
    "💤": Meaning.LATER,
    "❌": Meaning.WAIVE,
}
WORDS = {"mine": Meaning.TAKE, "not needed": Meaning.WAIVE} | {str(each): each for each in Meaning}
VARIANT = "\ufe0f"
"""Asks for the colourful form of an emoji, and is not always sent."""


def meanings(chosen: Iterable[str]) -> dict[str, Meaning]:
    """The defaults, and what the settings say besides, as `🎉=done`. Raises ValueError."""
    found = dict(MEANINGS)
    for each in chosen:
        emoji, _, word = each.partition("=")
        meaning = WORDS.get(word.strip().casefold())
        if meaning is None:
            raise ValueError(f"TEAMS_REACTIONS: {each!r} is not like 🎉=done; known: {set(WORDS)}")
        found[emoji.strip().replace(VARIANT, "")] = meaning
    return found


class Reactions:
    def __init__(self, desk: Desk, voice: Voice, known: Mapping[str, Meaning]) -> None:
        self._desk = desk
        self._voice = voice
        self._meanings = known

    async def reacted(self, activity: Activity) -> None:
        """Who changes a reaction for another takes the first one away."""
        for name, act in (("reactionsRemoved", reactions.went), ("reactionsAdded", reactions.came)):
            for each in activity.body.get(name) or ():
                meaning = self._meanings.get(emoji(each))
                if meaning:
                    await self._act(activity, act, meaning)

    async def _act(self, activity: Activity, act: Any, meaning: Meaning) -> None:
        """The post shows what came of it; only who was too late is told so."""
        facts = (activity.conversation, activity.about, meaning, activity.at)
        once = f"reaction:{activity.id}:{act.__name__}:{meaning}"
        caller = self._desk.caller(activity.user_id, once)
        try:
            await self._desk.put(Request(capability=act, facts=facts), caller)
        except (AlreadyDone, UnknownTeammate):
            return
        except HeedError as error:
            self._desk.keep(self._voice.tell(activity.user_id, told(error)))


def emoji(reaction: Any) -> str:
    name = str(reaction.get("type") or "") if isinstance(reaction, dict) else ""
    points = name.partition("_")[0].split("-")
    try:
        spelled = "".join(chr(int(point, 16)) for point in points)
    except (ValueError, OverflowError):
        spelled = name
    return NAMED.get(name, spelled).replace(VARIANT, "")

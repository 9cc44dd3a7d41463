"""Emoji on Heed's posts: Teams tells of those on the bot's own messages only."""

import re
from collections.abc import Mapping

from care import reactions
from domain.reactions import Meaning, plain, signed
from handlers.dispatcher import Dispatcher, Reacting
from handlers.teams.activities import Activity, dicts
from handlers.teams.voice import Voice

NAMED = {
    "angry": "😡",
    "bomb": "💣",
    "clap": "👏",
    "clappinghands": "👏",
    "cool": "😎",
    "crossedfingers": "🤞",
    "cry": "😢",
    "cwl": "😂",
    "fingerscrossed": "🤞",
    "handshake": "🤝",
    "handsinair": "🙌",
    "heart": "❤",
    "heartblue": "💙",
    "heartgreen": "💚",
    "heartorange": "🧡",
    "heartpurple": "💜",
    "hearteyes": "😍",
    "heartyellow": "💛",
    "laugh": "😆",
    "launch": "🚀",
    "like": "👍",
    "muscle": "💪",
    "no": "👎",
    "ok": "👌",
    "party": "🥳",
    "praying": "🙏",
    "rofl": "🤣",
    "sad": "😢",
    "salute": "🫡",
    "sleepy": "😪",
    "smile": "🙂",
    "surprised": "😮",
    "think": "🤔",
    "yes": "👍",
}
"""Those that Teams calls by a name; most others by their code points, e.g. `1f440_eyes` (its "Teams
Reactions Reference"). Whatever is not here can be set by the name itself.
"""

POINTS = re.compile("([0-9][0-9a-f]{3,5}(?:[-_][0-9a-f]{4,6})*)(?:_.*)?")
TONE = re.compile("-tone[0-9]$")


class Reactions:
    def __init__(self, dispatcher: Dispatcher, voice: Voice, known: Mapping[str, Meaning]) -> None:
        self._dispatcher = dispatcher
        self._voice = voice
        self._meanings = known

    async def reacted(self, activity: Activity) -> None:
        """Who changes a reaction for another takes the first one away; one that means the same
        comes first, so that it goes on meaning that.
        """
        went, came = (self._meant(activity, f"reactions{how}") for how in ("Removed", "Added"))
        same = {emoji for emoji in came if came[emoji] in went.values()}
        for emoji in sorted(same):
            await self._act(activity, reactions.came, came[emoji], emoji)
        for emoji in sorted(went):
            await self._act(activity, reactions.went, went[emoji], emoji)
        for emoji in sorted(came.keys() - same):
            await self._act(activity, reactions.came, came[emoji], emoji)

    def _meant(self, activity: Activity, which: str) -> dict[str, Meaning]:
        names = [str(each.get("type") or "") for each in dicts(activity.body.get(which))]
        return {
            each: self._meanings[each] for each in map(spelled, names) if each in self._meanings
        }

    async def _act(self, activity: Activity, act: Reacting, meaning: Meaning, emoji: str) -> None:
        sign = signed(meaning, emoji)
        facts = (activity.conversation, activity.about, sign, activity.ordinal)
        once = activity.once(f"reaction:{act.__name__}:{emoji}")
        caller = self._dispatcher.caller(activity.user_id, once)
        if answer := await self._dispatcher.reacted(act, facts, caller):
            self._dispatcher.keep(self._voice.tell(activity.user_id, answer))


def spelled(name: str) -> str:
    """The emoji of that name, in whatever tone of skin; the name itself where it has none."""
    name = TONE.sub("", name)
    found = POINTS.fullmatch(name)
    points = re.split("[-_]", found[1]) if found else []
    try:
        emoji = "".join(chr(int(point, 16)) for point in points)
    except (ValueError, OverflowError):
        emoji = ""
    return plain(NAMED.get(name, emoji or name))

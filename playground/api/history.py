"""conversations.history and conversations.replies: what has been said."""

from collections.abc import Sequence
from typing import Any

from playground import messages
from playground.api import places
from playground.api.call import Call
from playground.api.paging import metadata, page
from playground.messages import Message
from playground.refusals import Refused
from playground.town import Town

MOST = 999
NAMED = 3
"""Slack says that it names not everybody, and not how many: so few that each bot has to ask."""
FIRST, LAST = "0000000000.000000", "9999999999.999999"


def history(town: Town, call: Call) -> dict[str, Any]:
    """Newest first, without replies."""
    channel = places.joined(town, call, "history")
    top = within(town.rooms[channel.id].top(), call)[::-1]
    shown, cursor = page(top, call, key=lambda m: m.ts, default=100, most=MOST)
    return told(town, shown, cursor, call) | {"pin_count": 0}


def replies(town: Town, call: Call) -> dict[str, Any]:
    """Oldest first, the parent at their head. Asked for a reply, it shows just that one."""
    channel = places.joined(town, call, "history")
    room = town.rooms[channel.id]
    root = room.find(call.need("ts"))
    if root is None:
        raise Refused("thread_not_found")
    below = [] if root.is_reply else room.replies(root.ts)
    thread = [root, *within(below, call)]
    shown, cursor = page(thread, call, key=lambda m: m.ts, default=MOST, most=MOST)
    return told(town, shown, cursor, call)


def within(found: Sequence[Message], call: Call) -> list[Message]:
    """Between `oldest` and `latest`, which count themselves only when `inclusive`."""
    oldest = places.moment(call, "oldest", "invalid_ts_oldest") or FIRST
    latest = places.moment(call, "latest", "invalid_ts_latest") or LAST
    if call.flag("inclusive"):
        return [m for m in found if oldest <= m.ts <= latest]
    return [m for m in found if oldest < m.ts < latest]


def told(town: Town, shown: list[Message], cursor: str, call: Call) -> dict[str, Any]:
    with_metadata = call.flag("include_all_metadata")
    described = [some_of(describe(town, message, with_metadata=with_metadata)) for message in shown]
    answer = {"messages": described, "has_more": bool(cursor)}
    return answer | (metadata(cursor) if cursor else {})


def some_of(shown: dict[str, Any]) -> dict[str, Any]:
    """Of those who reacted only a few are named: who wants all of them asks `reactions.get`."""
    named = [each | {"users": each["users"][:NAMED]} for each in shown.get("reactions", ())]
    return shown | ({"reactions": named} if named else {})


def describe(town: Town, message: Message, *, with_metadata: bool = False) -> dict[str, Any]:
    room = town.rooms[message.channel]
    shown = town.show(message, metadata=with_metadata)
    if message.thread_ts and message.is_reply:
        parent = room.find(message.thread_ts)
        return shown | ({"parent_user_id": parent.author} if parent else {})
    return shown | messages.thread(message, room.replies(message.ts))

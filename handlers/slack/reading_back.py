"""What stands under one of Heed's messages by now, as Slack tells when it is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from care.courier import Refused
from handlers.slack.people import UNREACHABLE
from handlers.slack.refusals import meaning

PAGE = 200
Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Found:
    """`reactions` are (name, who), `replies` in the order in which they were said."""

    is_there: bool
    reactions: Sequence[tuple[str, str]] = ()
    replies: Sequence[Json] = ()

    def since(self, moment: float, place: str) -> Iterator[Json]:
        """What was said or edited since then, as the events would have told of it."""
        here = {"channel": place, "channel_type": "im" if place.startswith("D") else "channel"}
        for reply in self.replies:
            edited_at = _edited_at(reply)
            if max(float(reply["ts"]), edited_at) > moment:
                changed = {"subtype": "message_changed", "message": reply}
                yield {**(changed if edited_at else reply), **here}


async def find(client: AsyncWebClient, place: str, message: str) -> Found | None:
    """None where Slack says "later", or nothing."""
    try:
        said = await _thread(client, place, message)
        post = said.pop(message, None)
        reactions = await _reactions(client, place, post) if post else []
    except SlackApiError as error:
        is_gone = isinstance(meaning(error.response), Refused)
        return Found(is_there=False) if is_gone else None
    except UNREACHABLE:
        return None
    replies = [reply for _, reply in sorted(said.items())]
    return Found(is_there=post is not None, reactions=reactions, replies=replies)


async def _thread(client: AsyncWebClient, place: str, message: str) -> dict[str, Json]:
    """That message and its replies, by when they were said."""
    said: dict[str, Json] = {}
    cursor = ""
    while True:
        page = await client.conversations_replies(
            channel=place, ts=message, limit=PAGE, cursor=cursor
        )
        said |= {each["ts"]: each for each in page.get("messages") or ()}
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return said


async def _reactions(client: AsyncWebClient, place: str, post: Json) -> list[tuple[str, str]]:
    """Of many Slack names only some unless it is asked for all."""
    listed = post.get("reactions") or ()
    if any(each.get("count", 0) > len(each.get("users") or ()) for each in listed):
        answer = await client.reactions_get(channel=place, timestamp=post["ts"], full=True)
        listed = (answer.get("message") or {}).get("reactions") or ()
    return [(each["name"], user) for each in listed for user in each.get("users") or ()]


def _edited_at(reply: Json) -> float:
    edited = reply.get("edited")
    return float(edited.get("ts") or 0) if isinstance(edited, dict) else 0.0

"""Having read something, and having done with it: what only concerns one person's screen."""

from typing import Any

from playground import talk
from playground.deeds.given import Given
from playground.refusals import Impossible
from playground.sight import show_channel


async def mark(given: Given) -> dict[str, Any]:
    """Everything in the channel has been read, up to now."""
    channel = given.joined()
    given.town.marks[(given.person.id, channel.id)] = given.town.stamp()
    return {"channel": show_channel(given.town, channel, given.person)}


async def dismiss(given: Given) -> dict[str, Any]:
    """An ephemeral goes away; the bot does not hear of it."""
    message = given.message()
    if not message.only_for:
        raise Impossible("only what you alone can see can be dismissed")
    talk.delete(given.town, message)
    return {"channel": message.channel, "ts": message.ts}

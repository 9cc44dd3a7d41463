"""What Teams tells late, or again, of a reply: its newest version counts."""

import itertools

import pytest

from tests.databases import ON_SQLITE
from tests.handlers.teams.service import CARE
from tests.handlers.teams.test_channels import rows

WRITTEN = ("message", "2026-11-16T09:10:00Z", "emailed them the price list")
CHANGED = ("editMessage", "2026-11-16T09:10:00.5Z", "called them, all good")
DELETED = ("messageDelete", "2026-11-16T09:11:00Z", "")
BACK = ("undeleteMessage", "2026-11-16T09:12:00.25Z", "called them, all good")
STORIES = {
    "edited": ((WRITTEN, CHANGED), ["called them, all good"]),
    "deleted": ((WRITTEN, CHANGED, DELETED), []),
    "brought back": ((WRITTEN, CHANGED, DELETED, BACK), ["called them, all good"]),
}


async def tell(office, reminder, message, kind, at, words):
    about = {"id": message, "timestamp": at, "text": words}
    if kind == "message":
        del about["text"]
        await office.mention("29:ben", words, thread=reminder, **about)
        return
    type_ = kind if kind == "messageDelete" else "messageUpdate"
    body = office.activity("29:ben", CARE, reminder, type=type_, **about)
    body["channelData"]["eventType"] = kind
    await office.deliver(body)


@ON_SQLITE
@pytest.mark.parametrize(
    "story", ["edited", "deleted", pytest.param("brought back", marks=pytest.mark.slow)]
)
async def test_a_reply_is_noted_as_it_stands_in_whatever_order_teams_tells_of_it(office, story):
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    reminder, _ = office.post("Answer Globex")
    events, left = STORIES[story]
    for number, order in enumerate(itertools.permutations(events)):
        for event in order:
            await tell(office, reminder, f"m{number}", *event)
        noted = await rows(office, "SELECT message_id, words FROM touch WHERE NOT gone")
        assert [words for message, words in noted if message == f"m{number}"] == left, order

"""What Slack tells late, or again, of a reply: its newest version counts; a deletion is final."""

import itertools
import json

import pytest
from sqlalchemy import text

from handlers.slack.http import PATH
from tests.stories.conftest import open_office
from tests.stories.test_bad_input import knocking, signed

BEN, EDIT = "U0BENOKAFR", "1800000005.000000"
"""Two edits of one second: Slack tells of both that they were at its beginning."""


def told(number, of, **more):
    return {"type": "message", "event_ts": f"1800000005.{number}", "ts": "1.2", **of, **more}


def events(place, thread, ts):
    """As they happened."""
    said = {"user": BEN, "ts": ts, "thread_ts": thread, "text": "emailed them the price list"}
    edited = {"user": BEN, "ts": EDIT}
    first = said | {"text": "never mind", "edited": edited}
    second = said | {"text": "called them, all good", "edited": edited}
    here = {"channel": place, "channel_type": "channel"}
    yield told("000100", said, **here)
    yield told("000200", here, subtype="message_changed", message=first)
    yield told("000300", here, subtype="message_changed", message=second)
    yield told("000400", here, subtype="message_deleted", previous_message=first)


async def noted(office, ts):
    def ask(work, now):
        del now
        asked = text("SELECT words FROM touch WHERE message_id = :ts AND NOT gone")
        return [row.words for row in work.connection.execute(asked, {"ts": ts})]

    return await office.house.heed.ask(ask, office.house.platform_apps[0].tenancy)


@pytest.mark.parametrize(
    ("count", "left"),
    [
        pytest.param(3, ["called them, all good"], id="edited"),
        pytest.param(4, [], id="deleted", marks=pytest.mark.slow),
    ],
)
async def test_a_reply_is_noted_as_it_stands_in_whatever_order_slack_tells_of_it(
    sqlite, count, left
):
    async with open_office(sqlite, over_http=True) as office, knocking(office) as at:
        await office.type("ana", "/heed new Globex suspect")
        await office.type("ben", "/heed log Globex asked about prices")
        post = await office.post("Answer Globex")
        for number, order in enumerate(itertools.permutations(range(count))):
            ts = f"1800000004.{number:06}"
            all_of_it = list(events(post["channel"], post["ts"], ts))
            for turn, which in enumerate([*order, order[0]]):
                whole = {"type": "event_callback", "event_id": f"E{number}-{turn}", "team_id": "T"}
                body = json.dumps(whole | {"event": all_of_it[which]})
                answer = await at.post(PATH, content=body, headers=signed(body, "application/json"))
                assert answer.status_code == 200, answer.text
            assert await noted(office, ts) == left, order

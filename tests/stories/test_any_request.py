"""Whatever Slack may send: any field of what it really sends may be missing, or of another kind.

Some of all that can be wrong, the same at every run. Nothing is answered 5xx or done.
"""

import logging
from random import Random

import pytest
from sqlalchemy import text

from handlers.slack import shapes
from handlers.slack.http import PATH
from playground.delivery.envelope import Envelope
from playground.delivery.http import pack
from tests.oddities import Missing, changed, fields
from tests.stories.conftest import CARE, open_office
from tests.stories.test_bad_input import dead, knocking, signed

MANY = 150


ODD = [Missing, None, True, 5, -1.5, 10**30, [], [None], ["a"], {}, {"a": 1}, {"id": {}}, ""]


@pytest.fixture
def sent(monkeypatch):
    """Notes what the playground sends from now on: each kind of it once."""
    seen = {}

    def watch(office):
        line = office.town.town.courier._lines[-1]
        send = line.send

        async def noting(envelope, retry):
            kind = (envelope.what, envelope.payload.get("event", {}).get("subtype"))
            seen.setdefault(kind, envelope)
            return await send(envelope, retry)

        monkeypatch.setattr(line, "send", noting)
        return seen

    return watch


async def a_day(office):
    """All that people do."""
    await office.type("ana", "/heed new Globex suspect")
    await office.type("ben", "/heed log Globex asked about prices")
    post = await office.post("Answer Globex")
    await office.react("ben", post, "eyes")
    await office.unreact("ben", post, "eyes")
    await office.press("ben", post, "Later", "tomorrow")
    said = {"channel": CARE, "text": "called", "thread_ts": post["ts"]}
    said = (await office.town.do("ben", "type", **said))["ts"]
    await office.town.do("ben", "edit", channel=CARE, ts=said, text="called them today")
    await office.town.do("ben", "delete", channel=CARE, ts=said)
    await office.town.do("ana", "shortcut", callback_id="log_message", channel=CARE, ts=post["ts"])
    form = (await office.town.do("ana", "shortcut", callback_id="log"))["sees"]["forms"][-1]
    found = await office.search("ana", form, "customer", "glo")
    filled = {"customer": next(iter(found.values())), "words": "called them"}
    await office.town.do("ana", "submit", view="front", values=filled)
    await office.town.do("ana", "type", channel="dm", text="help")
    await office.town.do("ana", "home")
    await office.town.do("chloe", "invite", channel=CARE, user="olga")
    await office.town.do("chloe", "remove", channel=CARE, user="olga")
    await office.town.admin("rename", channel=CARE, name="care")
    await office.town.admin("zone", person="ben", zone="Asia/Tokyo")


async def done(office):
    def count(work, now):
        del now
        return work.connection.execute(text("SELECT count(*) FROM action")).scalar_one()

    return await office.house.heed.ask(count, office.house.platform_apps[0].tenancy)


def malformed(seen):
    """Requests of every kind, each with one of its fields changed."""
    dice = Random(4)  # noqa: S311 - it guards nothing
    for _ in range(MANY):
        envelope = dice.choice(seen)
        ways = [way for way in fields(envelope.payload) if "blocks" not in way]
        payload = changed(envelope.payload, dice.choice(ways), dice.choice(ODD))
        yield pack(Envelope(kind=envelope.kind, payload=payload))


async def acknowledged(*_, **__):
    """Slack opens a window once, and not for each of these."""
    return {"ok": True}


async def test_nothing_that_is_malformed_fails_or_is_done(sqlite, sent, monkeypatch, caplog):
    async with open_office(sqlite, over_http=True) as office, knocking(office) as at:
        seen = sent(office)
        await a_day(office)
        before, client = await done(office), office.house.platform_apps[0].installed.client
        monkeypatch.setattr(client, "api_call", acknowledged)
        assert len(seen) > 15
        assert all(shapes.is_whole(each.payload) for each in seen.values())
        for body, kind in malformed(list(seen.values())):
            answer = await at.post(PATH, content=body, headers=signed(body, kind))
            assert answer.status_code < 500, body
        ours = [each for each in caplog.records if each.name.startswith("heed")]
        assert [each.getMessage() for each in ours if each.levelno >= logging.ERROR] == []
        assert (await done(office), await dead(office)) == (before, [])

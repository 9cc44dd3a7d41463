"""`kill -9`, `SIGTERM`, and starting again: real processes on a real database."""

import asyncio
import os
import re
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

from playground import Fault, Playground, Rules
from store.engine import open_engine
from tests.processes import Running
from tests.stories.conftest import KEYS, MONDAY, Office, read

pytestmark = pytest.mark.both_databases


@asynccontextmanager
async def town():
    playground = Playground(rules=Rules(rate=0, quiet=0.02), start=MONDAY)
    async with playground.serve():
        yield playground


async def start(playground, database, folder):
    """Heed in a process of its own, at work."""
    told = {
        "SLACK_BOT_TOKEN": KEYS.bot_token,
        "SLACK_APP_TOKEN": KEYS.app_token,
        "SLACK_API_URL": f"{playground.address}/api/",
        "HEED_CLOCK_URL": f"{playground.address}/clock",
        "HEED_MANAGERS": "chloe",
        "DATABASE_URL": database,
        "HEED_PORT": "0",
    }
    process = Running("run", cwd=folder, env=os.environ | told)
    await process.at_work()
    await until(lambda: listens(playground))
    return process


async def listens(playground):
    return bool(playground.turning._listeners)


def run_out_of_leases(database):
    """As if their time had passed."""
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE post SET free_at = 0, ready_at = 0 * ready_at"))
    engine.dispose()


async def said(log, words):
    return words in log.read_text()


async def ready(office):
    question = await office.post("Post reminders here?")
    await office.press("chloe", question, "Yes, post here")
    await office.type("ana", "/heed new Globex")


async def until(is_so):
    for _ in range(400):
        if await is_so():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came to that")


@pytest.mark.parametrize("moment", ["before the message arrives", "after it has arrived"])
async def test_killed_around_a_post_nothing_is_lost_and_nothing_doubled(database, tmp_path, moment):
    async with town() as playground:
        office = Office(playground)
        heed = await start(playground, database, tmp_path)
        await ready(office)
        is_there = moment.startswith("after")
        kind = "lost" if is_there else "ratelimited"
        playground.fail(Fault(method="chat.postMessage", kind=kind, seconds=60))
        await office.type("ben", "/heed log Globex asked about prices", settle=False)
        await until(lambda: arrived(playground) if is_there else refused(playground))
        await heed.killed()  # it waits for an answer, or for its turn
        run_out_of_leases(database)
        heed = await start(playground, database, tmp_path)
        await until(lambda: arrived(playground))
        await playground.turn(by=timedelta(minutes=1))
        assert len([m for m in await messages(playground) if "Answer Globex" in read(m)]) == 1
        await office.type("ana", "/heed log Globex emailed them the prices")
        assert "✅ <@U0ANAREYES> did" in read(await office.post("Answer Globex"))
        await heed.killed()


async def refused(playground):
    return not playground.town.faults.ordered


async def arrived(playground):
    return any("Answer Globex" in read(message) for message in await messages(playground))


async def messages(playground):
    seen = await playground.look("ana", "read", channel="customer-care")
    return [message for message in seen["messages"] if not message.get("is_ephemeral")]


@pytest.mark.slow
async def test_what_people_did_while_it_was_killed_counts(database, tmp_path):
    async with town() as playground:
        office = Office(playground)
        heed = await start(playground, database, tmp_path)
        await ready(office)
        await office.type("ben", "/heed log Globex asked about prices")
        await office.type("ana", "/heed new Initech suspect")
        await office.type("ben", "/heed log Initech asked about prices")
        globex, initech = [await office.post(f"Answer {name}") for name in ("Globex", "Initech")]
        await heed.killed()
        playground.town.courier.tell = lambda _: None  # Slack has given up
        await office.react("ben", globex, "white_check_mark")
        reply = {"channel": "customer-care", "thread_ts": initech["ts"]}
        await playground.do("ben", "type", **reply, text="emailed them the prices")
        playground.turning._listeners.clear()
        await playground.turn(by=timedelta(seconds=400))
        del playground.town.courier.tell
        heed = await start(playground, database, tmp_path)
        for name in ("Globex", "Initech"):
            await until(lambda name=name: is_done(playground, f"Answer {name}"))
        await heed.killed()


async def is_done(playground, words):
    found = [read(each) for each in await messages(playground) if words in read(each)]
    return "✅ <@U0BENOKAFR>" in found[0]


@pytest.mark.slow
async def test_killed_at_any_moment_nothing_is_lost_and_nothing_doubled(database, tmp_path):
    async with town() as playground:
        office = Office(playground)
        heed = await start(playground, database, tmp_path)
        await ready(office)
        for number, moment in enumerate(MOMENTS):
            await office.type("ana", f"/heed new Initech{number} customer")
            line = f"/heed complaint Initech{number} it broke"
            await office.type("ana", line, settle=False)
            await asyncio.sleep(moment)
            await heed.killed()
            run_out_of_leases(database)
            heed = await start(playground, database, tmp_path)
        await playground.turn(by=timedelta(minutes=1))
        posts = [read(message) for message in await office.channel()]
        shown = [post for post in posts if "Complaint: Initech" in post]
        assert sorted(map(name_of, shown)) == sorted(kept_complaints(database))
        await heed.killed()


MOMENTS = (0.01, 0.06, 0.3)
"""Seconds after a line was typed: in its transaction, before its post, after it."""


def name_of(post):
    return re.search(r"Initech\d", post)[0]


def kept_complaints(database):
    """Whose complaint was committed before the power went: exactly these are to be seen."""
    engine = open_engine(database)
    with engine.connect() as connection:
        sql = "SELECT name FROM complaint JOIN customer ON customer.id = customer_id"
        names = list(connection.execute(text(sql)).scalars())
    engine.dispose()
    return names


async def test_a_stop_finishes_what_is_in_flight_within_ten_seconds(database, tmp_path):
    async with town() as playground:
        office = Office(playground)
        heed = await start(playground, database, tmp_path)
        await ready(office)
        await office.type("ben", "/heed log Globex asked about prices")
        assert await heed.stopped(10) == 0
        engine = open_engine(database)
        with engine.connect() as connection:
            sql = "SELECT count(*) FROM post WHERE maybe_sent AND shown < wanted"
            assert connection.execute(text(sql)).scalar_one() == 0
        engine.dispose()
        again = await start(playground, database, tmp_path)
        await until(lambda: arrived(playground))
        await again.killed()


async def test_no_token_and_no_customers_words_stand_in_the_log(database, tmp_path):
    async with town() as playground:
        office = Office(playground)
        heed = await start(playground, database, tmp_path)
        await ready(office)
        playground.fail(Fault(method="chat.postMessage", kind="error"))
        await office.type("ben", "/heed log Globex asked about our secret prices")
        await office.type("ana", "/heed log Globxe called about the secret", settle=False)
        log = tmp_path / "log"
        await until(lambda: said(log, "it will be looked for"))
        await heed.killed()
        log = log.read_text()
        for word in ("secret", "Globex", KEYS.bot_token, KEYS.app_token, "Ana Reyes"):
            assert word not in log

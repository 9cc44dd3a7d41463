"""What happened while Heed was down, or its connection was: it counts, and once."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

import app
from handlers.slack import catch_up
from playground import Fault, Playground, Rules
from playground.api import history
from tests.stories.conftest import CARE, MONDAY, Office, chosen_settings, enquiry
from tests.stories.reading import read

UNREAD = "SELECT id FROM post WHERE unheard_since IS NOT NULL"
DOWN = [timedelta(seconds=400), timedelta(days=1)]


class Firm:
    """A workspace in which Heed can be stopped and started."""

    def __init__(self, town, database):
        self.town, self.office = town, Office(town)
        self._database = database
        self._running = AsyncExitStack()
        self.missed = []

    async def start(self):
        self._hear()
        chosen = chosen_settings(self.town, self._database)
        house = await self._running.enter_async_context(app.open_house(chosen, pace=0))
        self.office.house, self.heed = house, house.platform_apps[0]
        self.town.town.stir.watch(lambda: self.heed.dispatcher.is_busy)
        await self.heed.acquaint()
        await self.heed.listen()
        house.begin()
        async with asyncio.timeout(10):
            while not self.town.turning._listeners:  # noqa: ASYNC110 - it has no event for that
                await asyncio.sleep(0.01)

    async def stop(self):
        """Slack tells of what happens from now on, and gives up."""
        self.deafen()
        await self._running.aclose()
        self.town.turning._listeners.clear()

    def deafen(self):
        self.town.town.courier.tell = self.missed.append

    def _hear(self):
        vars(self.town.town.courier).pop("tell", None)

    async def tell_late(self):
        """What Slack had given up, it tells after all."""
        self._hear()
        for payload in self.missed:
            self.town.town.courier.tell(payload)
        await self.town.settle()

    def pass_by(self, time):
        """Nobody waits for the clock while Heed is down."""
        clock = self.town.town.clock
        clock.halt()
        clock.set(clock.now() + time)
        clock.go_on()

    async def all_read(self):
        async with asyncio.timeout(10):
            while await self.rows(UNREAD):  # noqa: ASYNC110 - it has no event for that
                await asyncio.sleep(0.02)

    async def reply(self, who, post, words):
        said = {"channel": CARE, "thread_ts": post["ts"], "text": words}
        return await self.town.do(who, "type", **said)

    async def rows(self, sql):
        def ask(work, now):
            del now
            return work.connection.execute(text(sql)).all()

        return await self.office.house.heed.ask(ask, self.heed.tenancy)


@asynccontextmanager
async def open_firm(database):
    town = Playground(rules=Rules(rate=0, quiet=0.02, retry_after=()), start=MONDAY)
    async with town.serve():
        firm = Firm(town, database)
        await firm.start()
        question = await firm.office.post("Post reminders here?")
        await firm.office.press("chloe", question, "Yes, post here")
        yield firm
        await firm.stop()
    assert town.complaints == []


@pytest.fixture
async def firm(database):
    async with open_firm(database) as opened:
        yield opened


@pytest.mark.parametrize("down", DOWN, ids=str)
async def test_reactions_and_replies_count_when_heed_is_back(firm, down):
    done, told = await enquiry(firm.office), await enquiry(firm.office, "Initech")
    gone = await enquiry(firm.office, "Hooli")
    await firm.stop()
    await firm.office.react("ben", done, "eyes")
    await firm.office.react("ana", done, "white_check_mark")
    await firm.reply("ben", told, "emailed them the prices")
    await firm.reply("ana", told, "thanks!")
    await firm.office.react("ben", gone, "white_check_mark")
    await firm.office.unreact("ben", gone, "white_check_mark")
    firm.pass_by(down)
    await firm.start()
    assert "✅ <@U0ANAREYES> answered them" in read(await firm.office.post("✅ <@U0ANAREYES>"))
    assert "Answer Initech" in read(await firm.office.post("✅ <@U0BENOKAFR>"))
    assert "[Answered]" in read(await firm.office.post("Answer Hooli"))
    ((at,),) = await firm.rows("SELECT at FROM touch WHERE words = 'emailed them the prices'")
    assert str(at).startswith("2026-11-16 09:00")
    logged = "SELECT words, by_id FROM touch WHERE NOT gone ORDER BY id"
    before = await firm.rows(logged)
    await firm.tell_late()
    await firm.stop()
    await firm.start()
    await firm.all_read()
    assert await firm.rows(logged) == before


async def test_a_reaction_taken_away_meanwhile_is_taken_back_and_what_was_undone_stays_so(firm):
    taken, undone = await enquiry(firm.office), await enquiry(firm.office, "Initech")
    await firm.office.react("ben", taken, "eyes")
    await firm.office.react("ben", undone, "eyes")
    await firm.office.type("ben", "/heed undo")
    await firm.stop()
    await firm.office.unreact("ben", taken, "eyes")
    await firm.office.react("ben", taken, "+1::skin-tone-2")
    await firm.office.unreact("ben", taken, "+1::skin-tone-2")
    firm.pass_by(timedelta(seconds=400))
    await firm.start()
    await firm.office.post("Answer Globex")
    await firm.all_read()
    assert "has it" not in read(await firm.office.post("Answer Globex"))
    assert "has it" not in read(await firm.office.post("Answer Initech"))


async def test_of_many_who_reacted_each_counts(firm, monkeypatch):
    monkeypatch.setattr(history, "NAMED", 1)
    post = await enquiry(firm.office)
    await firm.town.do("ana", "invite", channel=CARE, user="gil")
    await firm.stop()
    for who in ("gil", "ben"):
        await firm.office.react(who, post, "white_check_mark")
    await firm.start()
    await firm.office.post("✅ <@U0BENOKAFR>")


async def test_who_may_do_nothing_did_nothing(firm):
    post = await enquiry(firm.office)
    await firm.town.do("ana", "invite", channel=CARE, user="gil")
    await firm.stop()
    await firm.office.react("gil", post, "white_check_mark")
    await firm.reply("gil", post, "called them, all good")
    await firm.reply("ben", post, "@heed log emailed her the prices")
    await firm.start()
    assert "✅ <@U0BENOKAFR>" in read(await firm.office.post("✅ <@U0BENOKAFR>"))
    words = await firm.rows("SELECT words FROM touch ORDER BY id")
    assert [each for (each,) in words] == ["asked about prices", "emailed her the prices"]


async def test_a_reply_that_was_put_right_meanwhile_is_read_as_it_stands(firm):
    post = await enquiry(firm.office)
    said = await firm.reply("ben", post, "on holiday, sorry")
    await firm.stop()
    firm.pass_by(timedelta(seconds=400))
    await firm.town.do(
        "ben", "edit", channel=CARE, ts=said["ts"], text="emailed them the catalogue"
    )
    await firm.start()
    await firm.office.post("emailed them the catalogue")
    assert await firm.rows("SELECT count(*) FROM touch WHERE words LIKE 'emailed%'") == [(1,)]


async def test_of_more_than_are_read_at_once_the_rest_is_read_when_something_happens_there(
    firm, monkeypatch
):
    monkeypatch.setattr(catch_up, "MOST", 1)
    older, newer = await enquiry(firm.office), await enquiry(firm.office, "Initech")
    await firm.stop()
    await firm.office.react("ben", older, "white_check_mark")
    await firm.office.react("ben", newer, "white_check_mark")
    await firm.start()
    assert "Answer Initech" in read(await firm.office.post("✅ <@U0BENOKAFR>"))
    assert "[Answered]" in read(await firm.office.post("Answer Globex"))
    done = await firm.office.react("ana", older, "white_check_mark")
    told = [read(each) for each in done["sees"]["messages"] if each.get("is_ephemeral")]
    assert told == ["Ben Okafor has done that already.\nNothing was changed."]


async def test_a_button_comes_after_what_was_missed_under_its_post(firm, monkeypatch):
    monkeypatch.setattr(catch_up, "MOST", 1)
    older, _ = await enquiry(firm.office), await enquiry(firm.office, "Initech")
    await firm.stop()
    await firm.office.react("ben", older, "white_check_mark")
    await firm.start()
    told = await firm.office.press("ana", older, "Answered")
    assert "Ben Okafor has done that already" in read(told)


async def test_what_slack_will_not_tell_now_is_asked_at_the_next_beat(firm, monkeypatch):
    monkeypatch.setattr(catch_up, "BEAT_SECONDS", 0.05)
    post = await enquiry(firm.office)
    await firm.stop()
    await firm.office.react("ben", post, "white_check_mark")
    firm.town.fail(Fault(method="conversations.replies", kind="lost", seconds=0.1))
    await firm.start()
    await firm.office.post("✅ <@U0BENOKAFR>")


async def test_a_connection_lost_for_longer_than_slack_retries_is_made_up_for(firm, monkeypatch):
    monkeypatch.setattr(catch_up, "BEAT_SECONDS", 0.02)
    monkeypatch.setattr(catch_up, "RETRIED_SECONDS", 0.2)
    await firm.stop()
    await firm.start()
    post = await enquiry(firm.office)
    is_open = {"now": False}
    monkeypatch.setattr(type(firm.heed._socket), "is_open", lambda _: is_open["now"])
    firm.deafen()
    await firm.office.react("ben", post, "white_check_mark")
    await asyncio.sleep(0.3)
    assert "[Answered]" in read(await firm.office.post("Answer Globex"))
    is_open["now"] = True
    await firm.office.post("✅ <@U0BENOKAFR>")


async def test_a_complaint_acknowledged_meanwhile_is_not_told_as_late(firm):
    await firm.office.type("ana", "/heed new Globex advocate")
    await firm.office.type("ana", "/heed complaint Globex the parcel came broken")
    complaint = await firm.office.post("🔥 Complaint: Globex")
    await firm.office.post("know that we heard them", thread=complaint["ts"])
    await firm.stop()
    await firm.office.react("ben", complaint, "white_check_mark")
    firm.pass_by(timedelta(days=1))
    await firm.start()
    await firm.office.post("Resolved by <@U0BENOKAFR>")
    seen = await firm.office.channel("chloe", "dm")
    assert not [each for each in seen if "complaint is late" in read(each)]

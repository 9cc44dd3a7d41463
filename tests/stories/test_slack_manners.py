"""What happens in the workspace around Heed: channels and people that come, change and go."""

import asyncio
import json

import aiohttp
import pytest
from sqlalchemy import text

from domain.wording import lists
from handlers.web import health
from handlers.web.serving import serve
from playground import Fault
from playground.serving import bind
from store.engine import open_engine
from tests.stories.conftest import CARE, enquiry, open_office
from tests.stories.reading import read
from tests.stories.test_kill import until


@pytest.fixture
async def slack(sqlite):
    """On one database: what the platform does is the same for both."""
    async with open_office(sqlite) as opened:
        yield opened


@pytest.mark.parametrize(
    ("emoji", "shows"),
    [
        ("eyes", "👀 <@U0BENOKAFR> has it."),
        ("white_check_mark", "✅ <@U0BENOKAFR> answered them"),
        ("heavy_check_mark", "✅ <@U0BENOKAFR> answered them"),
        ("zzz", "💤 <@U0BENOKAFR> put it off"),
        ("x", "❌ Not needed, says <@U0BENOKAFR>"),
    ],
)
async def test_each_emoji_does_what_it_stands_for_and_is_taken_back(slack, emoji, shows):
    post = await enquiry(slack)
    await slack.react("ben", post, emoji)
    assert shows in read(await slack.post("Answer Globex"))
    await slack.unreact("ben", post, emoji)
    assert shows not in read(await slack.post("Answer Globex"))
    assert "[Answered]" in read(await slack.post("Answer Globex"))


async def test_whatever_people_use_for_it_means_the_same(slack):
    post = await enquiry(slack)
    taken, done = "👀 <@U0BENOKAFR> has it.", "✅ <@U0BENOKAFR> answered them"
    tones = [f"+1::skin-tone-{tone}" for tone in range(2, 7)]
    checks = ["ballot_box_with_check", "heart", "green_heart", "pray", "pray::skin-tone-3"]
    every = {**dict.fromkeys(["+1", *tones], taken), **dict.fromkeys(checks, done)}
    for emoji, shows in every.items():
        await slack.react("ben", post, emoji)
        assert shows in read(await slack.post("Answer Globex")), emoji
        await slack.unreact("ben", post, emoji)
        assert shows not in read(await slack.post("Answer Globex")), emoji


async def test_any_other_emoji_means_nothing(slack):
    post = await enquiry(slack)
    await slack.react("ben", post, "tada")
    assert read(await slack.post("Answer Globex")) == read(post)


async def test_who_reacts_too_late_is_told_alone_who_was_first(slack):
    post = await enquiry(slack)
    await slack.react("ben", post, "white_check_mark")
    done = await slack.react("ana", post, "white_check_mark")
    told = [read(each) for each in done["sees"]["messages"] if each.get("is_ephemeral")]
    assert told == ["Ben Okafor has done that already.\nNothing was changed."]


async def test_an_archived_channel_is_told_of_to_whoever_had_let_heed_in(slack):
    await slack.town.admin("archive", channel=CARE)
    told = await slack.post("I can't post in #customer-care", who="chloe", channel="dm")
    assert "The channel was archived." in read(told)


async def test_an_archived_channel_that_is_opened_again_gets_its_reminders(slack):
    await slack.town.admin("archive", channel=CARE)
    await slack.post("I can't post in #customer-care", who="chloe", channel="dm")
    await slack.type("ana", "/heed new Globex suspect", channel="dm")
    await slack.type("ben", "/heed log Globex asked about prices", channel="dm")
    await slack.town.admin("unarchive", channel=CARE)
    await slack.post("Answer Globex")


async def test_a_renamed_channel_is_called_by_its_new_name(slack):
    await slack.town.admin("rename", channel=CARE, name="delight")
    await slack.town.do("ana", "remove", channel="delight", user="heed")
    await slack.post("I can't post in #delight", who="chloe", channel="dm")


async def test_a_channel_that_is_shared_gets_nothing_more_until_it_is_ours_again(slack):
    await slack.town.admin("share", channel=CARE, team="T0PARTNER0")
    question = await slack.post("Heed is here")
    assert "People of another company read this channel" in read(question)
    told = await slack.type("ana", "/heed new Globex")
    assert "keeps customers out of it" in read(told)
    await slack.type("ana", "/heed new Globex", channel="dm")
    await slack.type("ana", "/heed log Globex asked about prices", channel="dm")
    assert not [each for each in await slack.channel() if "Globex" in read(each)]
    await slack.town.admin("unshare", channel=CARE)
    assert "Reminders are posted here" in read(await slack.post("Reminders are posted here"))


async def test_what_stands_in_a_channel_that_is_shared_stays_as_it_is_whatever_is_done_there(slack):
    post = await enquiry(slack)
    await slack.town.admin("share", channel=CARE, team="T0PARTNER0")
    await slack.post("Heed is here")
    assert "keeps customers out of it" in read(await slack.press("ben", post, "I'll take it"))
    reply = {"channel": CARE, "thread_ts": post["ts"], "text": "called them, all good"}
    for done in (
        await slack.react("ben", post, "eyes"),
        await slack.town.do("ben", "type", **reply),
    ):
        whispers = [read(each) for each in done["sees"]["messages"] if each.get("is_ephemeral")]
        assert ["keeps customers out of it" in each for each in whispers] == [True]
    await slack.type("ana", "/heed log Globex called them, a discount of 40 %", channel="dm")
    assert read(await slack.post("Answer Globex")) == read(post)
    await slack.town.admin("unshare", channel=CARE)
    assert "a discount of 40 %" in read(await slack.post("a discount of 40 %"))


async def test_a_direct_message_is_answered_even_when_slack_says_later(slack):
    slack.town.fail(Fault(method="chat.postMessage", kind="ratelimited", retry_after=1))
    await slack.town.do("ana", "type", channel="dm", text="new Acme")
    await slack.post("🪪 Acme", who="ana", channel="dm")
    assert slack.town.complaints == []


async def test_help_may_be_asked_for_anywhere(slack):
    await slack.town.admin("share", channel=CARE, team="T0PARTNER0")
    assert "/heed log" in read(await slack.type("ana", "/heed help"))


async def test_a_guest_is_refused_and_heed_says_why(slack):
    await slack.town.do("ana", "invite", channel=CARE, user="gil")
    told = await slack.type("gil", "/heed customer acme")
    assert "you are here as a guest" in read(told)


async def test_a_guest_may_talk_in_a_thread_and_nobody_says_a_word(slack):
    post = await enquiry(slack)
    await slack.town.do("ana", "invite", channel=CARE, user="gil")
    reply = {"channel": CARE, "thread_ts": post["ts"], "text": "called them, all good"}
    done = await slack.town.do("gil", "type", **reply)
    assert not [each for each in done["sees"].get("messages", []) if each.get("is_ephemeral")]
    assert "[Answered]" in read(await slack.post("Answer Globex"))


async def test_who_has_left_the_company_owns_nothing_more(slack):
    await slack.type("ana", "/heed new Globex")
    await slack.town.admin("deactivate", person="ben")
    told = await slack.type("ana", "/heed edit Globex owner ben.okafor@example.com")
    assert "No teammate goes by" in read(told)
    await slack.town.admin("reactivate", person="ben")
    await slack.type("ana", "/heed edit Globex owner ben.okafor@example.com")
    assert "<@U0BENOKAFR>'s customer" in read(await slack.type("ana", "/heed customer globex"))


async def test_a_reply_sent_to_the_channel_too_is_read_like_any_other(slack):
    post = await enquiry(slack)
    reply = {"channel": CARE, "thread_ts": post["ts"], "broadcast": True}
    await slack.town.do("ben", "type", text="emailed them the price list", **reply)
    assert "✅ <@U0BENOKAFR> did" in read(await slack.post("Answer Globex"))


async def test_a_message_in_the_channel_is_no_reply(slack):
    post = await enquiry(slack)
    await slack.town.do("ben", "type", channel=CARE, text="emailed Globex the price list")
    assert read(await slack.post("Answer Globex")) == read(post)


async def test_what_was_typed_in_a_reply_is_kept_as_it_was_typed(slack):
    post = await enquiry(slack)
    words = "emailed Tom & Jo <b>the list</b>, see http://globex.com :tada:"
    reply = {"channel": CARE, "thread_ts": post["ts"], "text": words}
    await slack.town.do("ben", "type", **reply)
    card = read(await slack.type("ana", "/heed customer globex"))
    assert "“emailed Tom & Jo <b>the list</b>, see http://globex.com 🎉”" in card


async def test_a_channel_to_which_heed_came_while_it_was_away_is_asked_when_it_is_back(sqlite):
    async with open_office(sqlite) as office:
        town = office.town
        await town.do("ana", "invite", settle=False, channel="general", user="heed")
        async with asyncio.timeout(10):
            await office.house.platform_apps[0].acquaint()
        await office.post("Post reminders here?", channel="general")


async def test_who_comes_into_a_channel_is_reminded_there(slack):
    await slack.town.do("ana", "invite", channel="general", user="heed")
    question = await slack.post("Post reminders here?", channel="general")
    await slack.press("ana", question, "Yes, post here", channel="general")
    await slack.town.do("dev", "leave", channel=CARE)
    await slack.type("dev", "/heed new Lotus suspect", channel="general")
    await slack.type("ana", "/heed log Lotus asked about prices", channel="general")
    await slack.wait(seconds=5)
    await slack.post("Answer Lotus", channel="general")


async def test_a_refused_message_is_given_up_and_the_next_one_comes(slack, monkeypatch):
    monkeypatch.setattr("scheduler.delivery.UNSURE_SECONDS", 0.1)
    slack.town.fail(Fault(method="chat.postMessage", kind="reset"))
    await slack.type("ana", "/heed new Globex suspect")
    await slack.type("ben", "/heed log Globex asked about prices", settle=False)
    await slack.wait(seconds=1)

    async def is_there():
        return [each for each in await slack.channel() if "Answer Globex" in read(each)]

    await until(is_there)


class TestHealth:
    async def get(self, slack, path):
        bound = bind("127.0.0.1", 0)
        port = bound.getsockname()[1]
        bound.close()
        async with (
            serve(slack.house.web, "127.0.0.1", port),
            aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
            session.get(path) as answer,
        ):
            return answer.status, await answer.json()

    async def test_it_is_alive_and_ready(self, slack):
        assert await self.get(slack, "/healthz") == (200, {"status": "alive"})
        assert await self.get(slack, "/readyz") == (200, {"database": "ok", "slack": "ok"})

    async def test_a_schema_of_another_day_is_said(self, slack):
        engine = open_engine(str(slack.house.heed.store.engine.url))
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = 'other'"))
        engine.dispose()
        status, told = await self.get(slack, "/readyz")
        assert (status, told["database"]) == (503, "its schema is not today's")
        assert await self.get(slack, "/healthz") == (200, {"status": "alive"})

    async def test_a_lost_connection_to_slack_is_said(self, slack):
        await slack.house.platform_apps[0]._socket.close()
        status, told = await self.get(slack, "/readyz")
        assert status == 503
        assert told["slack"] == "the connection to Slack is down; it is opened again by itself"
        assert told["database"] == "ok"

    async def test_each_trouble_has_its_own_words(self):
        async def well():
            return None

        async def ill():
            return "it is on fire"

        (_, ready) = health.router({"a": well, "b": ill}).routes
        answer = await ready.endpoint()
        assert answer.status_code == 503
        assert json.loads(answer.body) == {"a": "ok", "b": "it is on fire"}


async def test_a_page_takes_the_place_of_the_one_before(slack, monkeypatch):
    monkeypatch.setattr(lists, "LISTED", 1)
    for name in ("Globex", "Initech"):
        await slack.type("ana", f"/heed new {name} suspect")
        await slack.type("ben", f"/heed log {name} asked about prices")
    first = await slack.type("ana", "/heed due")
    assert "Answer Globex" in read(first)
    second = await slack.press("ana", first, "More")
    assert second["ts"] == first["ts"]
    assert "Answer Initech" in read(second)
    assert "Answer Globex" in read(await slack.press("ana", second, "Back"))

"""What the page is made of, and what it asks the playground."""

import re

import pytest

from playground import Playground, read
from playground.bot import Command, Example, Shortcut
from playground.refusals import Impossible
from playground.routes.page import PAGE
from playground.team import build_bot
from tests.playground.conftest import ANA, CARE, connected

PARTS = sorted(part.relative_to(PAGE).as_posix() for part in PAGE.rglob("*.*"))
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@pytest.mark.parametrize("part", ["", *PARTS])
async def test_each_part_comes_as_what_it_is_and_runs_nothing_foreign(http, part):
    async with http.get(f"/page/{part}" if part else "/") as response:
        assert response.status == 200
        assert response.content_type == TYPES[part.rpartition(".")[2] or "html"]
        assert response.headers["Cache-Control"] == "no-cache"
        policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy


async def test_an_unchanged_part_is_not_sent_again(http):
    async with http.get("/page/main.js") as response:
        known = {"If-None-Match": response.headers["ETag"]}
    async with http.get("/page/main.js", headers=known) as response:
        assert response.status == 304


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_small_and_asks_no_other_host(part):
    text = (PAGE / part).read_text()
    hosts = set(re.findall(r"https?://([a-z0-9.-]+)", text))
    assert len(text.splitlines()) < 200
    assert hosts <= {"www.w3.org"}  # names a format, and is never asked


def test_nothing_is_drawn_from_markup():
    for part in PAGE.rglob("*.js"):
        assert not {"innerHTML", "outerHTML", "insertAdjacentHTML"} & set(
            part.read_text().split(".")
        )


async def test_the_team_is_told_with_its_bots_commands_shortcuts_and_tour(http):
    async with http.get("/team") as response:
        told = await response.json()

    assert told["bot"]["commands"][0]["command"] == "/heed"
    assert {each["type"] for each in told["bot"]["shortcuts"]} == {"global", "message"}
    assert [set(step) for step in told["tour"]["steps"]] == [
        {"title", "words", "button", "does", "done"}
    ] * 3


async def test_each_start_has_a_name_of_its_own():
    assert Playground().town.began != Playground().town.began


@pytest.mark.usefixtures("ears")
async def test_every_emoji_is_one_that_can_be_reacted_with(http, town):
    async with http.get("/emoji.json") as response:
        pictures = (await response.json())["emoji"]

    assert len(pictures) > 1500
    assert pictures["white_check_mark"] == "✅"
    assert list(pictures)[:3] == ["eyes", "white_check_mark", "zzz"]
    said = await town.do("ana", "type", channel=CARE, text="hello")
    for name in list(pictures)[::250]:
        await town.do("ben", "react", settle=False, channel=CARE, ts=said["ts"], name=name)


def test_a_team_may_have_a_bot_that_says_little_about_itself():
    given = {"app_id": "A1", "bot_id": "B1", "user_id": "U1", "name": "Bot", "handle": "bot"}
    command = {"command": "/bot", "examples": [{"text": "hi", "words": "Greet"}]}
    shortcut = {"callback_id": "greet", "name": "Greet", "type": "global"}
    built = build_bot(given | {"commands": [command], "shortcuts": [shortcut]})

    assert built.commands == (
        Command(command="/bot", examples=(Example(text="hi", words="Greet"),)),
    )
    assert built.shortcuts == (Shortcut(callback_id="greet", name="Greet", type="global"),)
    assert build_bot(given).commands == ()
    assert read().bot.obeys("/heed")


async def unread(town, who):
    seen = (await town.look(who, "channels"))["channels"]
    return [channel["name"] for channel in seen if channel["is_unread"]]


@pytest.mark.usefixtures("ears")
async def test_what_others_say_is_unread_until_it_is_marked(town):
    await town.do("ana", "type", channel=CARE, text="hello")
    assert await unread(town, "ana") == []
    assert await unread(town, "ben") == ["customer-care"]
    await town.do("ben", "mark", channel=CARE)
    assert await unread(town, "ben") == []
    assert await unread(town, "chloe") == ["customer-care"]
    assert await unread(town, "gil") == []


@pytest.mark.usefixtures("ears")
async def test_replies_leave_a_channel_read(town):
    said = await town.do("ana", "type", channel=CARE, text="hello")
    await town.do("ben", "mark", channel=CARE)
    await town.do("ana", "type", channel=CARE, text="again", thread_ts=said["ts"])
    assert await unread(town, "ben") == []


async def test_an_ephemeral_is_dismissed_and_nothing_else_is(town, slack, ears):
    posted = await slack.chat_postMessage(channel=CARE, text="for all")
    whispered = await slack.chat_postEphemeral(channel=CARE, user=ANA, text="for Ana")
    await town.do("ana", "dismiss", channel=CARE, ts=whispered["message_ts"])
    with pytest.raises(Impossible, match="only what you alone can see"):
        await town.do("ana", "dismiss", channel=CARE, ts=posted["ts"])

    left = (await town.look("ana", "read", channel=CARE))["messages"]
    assert [message["text"] for message in left] == ["for all"]
    assert "message_deleted" not in [kind for _, kind in ears.kinds]


async def test_what_was_chosen_after_an_earlier_search_stays_chosen(town, slack):
    acted = []

    def build(app):
        @app.options("who")
        async def suggest(ack, body):
            text = {"type": "plain_text", "text": body["value"]}
            await ack(options=[{"value": body["value"], "text": text}])

        @app.action("who")
        async def act(ack, body):
            await ack()
            acted.append([each["value"] for each in body["actions"][0]["selected_options"]])

    select = {"type": "multi_external_select", "action_id": "who", "min_query_length": 0}
    blocks = [{"type": "actions", "elements": [select]}]
    async with connected(town, build):
        posted = await slack.chat_postMessage(channel=CARE, text="who?", blocks=blocks)
        at = {"channel": CARE, "ts": posted["ts"], "action_id": "who"}
        await town.do("ben", "search", query="Acme", **at)
        await town.do("ben", "search", query="Globex", **at)
        await town.do("ben", "act", value=["Acme", "Globex"], **at)

    assert acted == [["Acme", "Globex"]]


@pytest.mark.usefixtures("ears")
async def test_the_feed_numbers_each_happening_as_it_happened(town, http):
    async with http.ws_connect("/feed") as feed:
        before = town.town.feed.number
        await town.do("ana", "type", channel=CARE, text="one")
        await town.do("ana", "type", channel=CARE, text="two")
        told = [await feed.receive_json() for _ in range(2)]

    assert [each["number"] for each in told] == [before + 1, before + 2]
    assert [each["message"]["draft"]["text"] for each in told] == ["one", "two"]


async def test_a_form_that_cannot_be_sent_yet_says_so(town, slack):
    title = {"type": "plain_text", "text": "Wait"}
    view = {"type": "modal", "title": title, "submit": title, "blocks": [], "submit_disabled": True}

    def build(app):
        @app.shortcut("wait")
        async def show(ack, body):
            await ack()
            await slack.views_open(trigger_id=body["trigger_id"], view=view)

    async with connected(town, build):
        await town.do("ana", "shortcut", callback_id="wait")

    [form] = (await town.look("ana", "forms"))["forms"]
    assert form["submit_disabled"] is True

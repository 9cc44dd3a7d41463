"""Bad input, bad luck, bad faith on Teams: nothing is answered 5xx, lost, or done twice."""

import asyncio

import pytest
from sqlalchemy import text

from handlers.bodies import MOST_BYTES
from handlers.teams.http import PATH
from tests.databases import ON_SQLITE
from tests.handlers.teams.conftest import open_office, spell
from tests.handlers.teams.service import CARE, LATE
from tests.handlers.teams.test_any_activity import Missing
from tests.handlers.teams.test_channels import rows


async def count(office, table="customer"):
    def rows(work, now):
        del now
        return work.connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608

    return await office.heed.ask(rows, office.tenancy)


@ON_SQLITE
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"type": 5}',
        b'{"text": "new Acme"}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
async def test_what_is_no_activity_is_400(office, body):
    answer = await office.client.post(PATH, content=body)
    assert answer.status_code == 400


@ON_SQLITE
@pytest.mark.parametrize("lacking", ["conversation", "from"])
async def test_an_activity_of_nobody_or_nowhere_is_400(office, lacking):
    body = office.activity("29:ana", type="message", text="new Acme") | {lacking: None}
    assert (await office.client.post(PATH, json=body)).status_code == 400


async def test_more_than_a_message_can_be_is_413(office):
    answer = await office.client.post(PATH, content=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413


async def test_what_comes_from_elsewhere_than_the_stand_in_is_401(office):
    body = office.activity("29:ana", type="message", text="new Acme")
    for url in ("http://evil.example", "", 5, "http://["):
        answer = await office.client.post(PATH, json=body | {"serviceUrl": url})
        assert answer.status_code == 401
    assert await count(office) == 0


@ON_SQLITE
@pytest.mark.parametrize(
    "odd",
    [
        {"type": "somethingOfNextYear"},
        {"type": "event", "name": "application/vnd.microsoft.meetingStart"},
        {"type": "typing"},
        {"type": "endOfConversation"},
        {"type": "message", "value": {"a": 1}},
        {"type": "message", "text": None, "entities": [None, 5, {"type": "mention"}]},
        {"type": "message", "text": "due", "entities": "none", "localTimezone": "Mars/Base"},
        {"type": "message", "text": "due", "entities": 5},
        {"type": "message", "text": "due", "entities": [{"type": "mention", "mentioned": "x"}]},
        {"type": "message", "text": "new \ud800 \x00"},
        {"type": "conversationUpdate", "membersAdded": 5, "membersRemoved": {"id": 1}},
        {"type": "messageReaction", "reactionsAdded": 5, "reactionsRemoved": "like"},
        {"type": "conversationUpdate", "membersAdded": [{}, 5], "channelData": {"team": 5}},
        {"type": "conversationUpdate", "channelData": {"eventType": "channelRenamed"}},
        {"type": "messageReaction", "reactionsAdded": [{"type": "zz_top"}, {}, 5]},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "replyToId": "nothing"},
        {"type": "messageDelete"},
        {"type": "installationUpdate"},
    ],
    ids=str,
)
async def test_an_odd_activity_is_no_error(office, odd, caplog):
    for place in (None, CARE):
        await office.deliver(office.activity("29:ana", place) | odd)
    assert "was lost" not in caplog.text
    assert "failed" not in caplog.text


@pytest.mark.parametrize("said", [Missing, 5, [], {}, "meeting"])
async def test_where_nothing_says_who_reads_there_nobody_is_told_of_a_customer(office, said):
    await office.type("29:ana", "new Acme advocate")
    body = office.activity("29:ana", CARE, type="message", text="customer acme", channelData={})
    del body["conversation"]["conversationType"]
    body["conversation"] |= {} if said is Missing else {"conversationType": said}
    before = len(office.posts())
    await office.deliver(body)
    assert len(office.posts()) == before + 1
    assert "Acme" not in office.posts()[-1][1]
    assert "🪪 Acme" in office.posts("a:29:ana")[-1][1]


async def test_two_activities_without_an_id_are_two(office):
    for name in ("Acme", "Globex"):
        body = office.activity("29:ana", type="message", text=f"new {name} advocate")
        del body["id"]
        await office.deliver(body)
    assert await count(office) == 2


@ON_SQLITE
@pytest.mark.parametrize(
    "odd",
    [
        {"name": "composeExtension/query"},
        {"name": "adaptiveCard/action"},
        {"name": "adaptiveCard/action", "value": {"action": 5}},
        {"name": "adaptiveCard/action", "value": {"action": {"verb": "drop.tables"}}},
        {"name": "adaptiveCard/action", "value": {"action": {"verb": "nudge.done", "data": 1}}},
        {
            "name": "adaptiveCard/action",
            "value": {"action": {"data": {"action": "nudge.done", "ref": "x:y"}}},
        },
        {
            "name": "adaptiveCard/action",
            "value": {"action": {"data": {"action": "nudge.done", "ref": "9" * 23}}},
        },
        {
            "name": "adaptiveCard/action",
            "value": {"action": {"data": {"action": "home.turn", "ref": "9" * 5000}}},
        },
        {},
    ],
    ids=str,
)
async def test_every_invoke_is_answered(office, odd):
    answer = await office.deliver(office.activity("29:ana", type="invoke") | odd)
    assert answer["statusCode"] == 200
    assert answer["value"]
    assert "went wrong" not in str(answer["value"])


async def test_an_error_of_ours_is_200_and_told(office, caplog):
    async def fail(*_):
        raise RuntimeError("boom")

    office.heed.do = fail
    body = office.activity("29:ana", type="invoke", name="adaptiveCard/action")
    pressed = {"action": {"verb": "nudge.done", "data": {"action": "nudge.done", "ref": "1"}}}
    answer = await office.deliver(body | {"value": pressed}, settle=False)
    assert "went wrong" in answer["value"]
    body = office.activity("29:ana", type="installationUpdate", action="add")
    assert await office.deliver(body, settle=False) is None
    assert "an activity was set aside: installationUpdate" in caplog.text


async def test_another_companys_people_are_left_alone(office):
    body = office.activity("29:ana", type="message", text="new Acme")
    body["conversation"]["tenantId"] = "another"
    await office.deliver(body)
    assert await count(office) == 0


async def test_who_could_not_be_asked_for_is_known_by_their_next_message(office):
    office.service.refuses = 503
    await office.type("29:ben", "due")
    office.service.refuses = 0
    await office.type("29:ben", "due")
    zones = await rows(office, "SELECT zone FROM teammate WHERE name = 'Ben Okafor'")
    assert zones == [("America/New_York",)]


async def test_a_message_delivered_twice_is_done_once(office):
    body = office.activity("29:ana", type="message", text="new Acme advocate")
    await office.deliver(body)
    await office.deliver(body | {"text": "new Globex"})
    assert await count(office) == 1


def _newest_reminder(work, now):
    del now
    return work.connection.scalar(text("SELECT max(id) FROM nudge"))


async def test_an_invoke_sent_again_is_done_once_and_answered(office):
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    body = office.activity("29:ben", CARE, type="invoke", name="adaptiveCard/action")
    ref = str(await office.heed.ask(_newest_reminder, office.tenancy))
    pressed = {"action": {"verb": "nudge.done", "data": {"action": "nudge.done", "ref": ref}}}
    before = await count(office, "touch")
    first = await office.deliver(body | {"value": pressed})
    again = await office.deliver(body | {"value": pressed})
    assert first["value"]
    assert again["value"] == "That has been done already."
    assert await count(office, "touch") <= before + 1


async def test_html_and_mentions_of_others_arrive_as_they_were_typed(office):
    await office.type("29:ana", "new Acme &amp; Co &lt;3 advocate")
    await office.type("29:ana", "edit Acme &amp; Co &lt;3 owner <at>Ben Okafor</at>")
    told = await office.type("29:ana", "customer Acme & Co <3")
    assert "Acme & Co <3" in told
    assert "Ben Okafor" in told


async def test_a_busy_teams_is_asked_again_when_it_says_so(office):
    office.service.troubles = [(429, {"Retry-After": "0"})]
    assert "Acme" in await office.type("29:ana", "new Acme advocate")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("new Acme advocate", "That is done, Ana, but I can't write to you"),
        ("customer acme", "I can't answer that here, Ana, nor write to you"),
    ],
)
async def test_who_has_put_heed_out_of_their_chat_is_told_so_where_they_spoke(
    office, line, said, caplog
):
    office.service.troubles = [403]
    (public,) = await office.mention("29:ana", line)
    assert public.startswith(said)
    assert "did not arrive: BotNotInConversationRoster" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_card_that_somebody_deleted_meanwhile_is_no_error(office, caplog):
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "log Acme called")
    receipt, _ = office.post("📝 Logged for Acme", "a:29:ana")
    del office.service.shown[receipt]
    body = office.activity("29:ana", type="invoke", name="adaptiveCard/action", replyToId=receipt)
    data = {"action": "home.turn", "ref": "0", "origin": "home"}
    answer = await office.deliver(body | {"value": {"action": {"verb": "home.turn", "data": data}}})
    assert "Good morning, Ana" in spell(answer["value"])
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("trouble", ["lost", 500, 502, 504])
async def test_what_may_have_arrived_is_no_answer_to_be_repeated(office, trouble):
    await office.type("29:ana", "new Acme advocate")
    before = len(office.service.asked)
    office.service.troubles = [trouble]
    await office.type("29:ana", "due")
    assert [method for method, _ in office.service.asked[before:]] == ["POST"]


async def post_one(office, *troubles):
    await office.type("29:ana", "new Globex suspect")
    office.service.troubles = [None, *troubles]
    await office.type("29:ben", "log Globex asked about prices")
    return [words for _, words in office.posts() if "Answer Globex" in words]


@pytest.mark.parametrize("status", [429, 412])
async def test_what_was_refused_for_now_is_sent_once(office, status, monkeypatch):
    monkeypatch.setattr("handlers.teams.courier.BUSY_SECONDS", 0.1)
    assert len(await post_one(office, (status, {"Retry-After": "0"}))) == 1


async def test_a_channel_that_is_forbidden_is_lost_and_told(office):
    await post_one(office, 403)
    assert "BotNotInConversationRoster" in office.post("I can't post in", "a:29:chloe")[1]


async def test_a_deleted_card_needs_no_edit(office):
    await post_one(office)
    message_id, _ = office.post("Answer Globex")
    del office.service.shown[message_id]
    await office.react("29:ben", message_id, added=["heart"])
    assert [words for _, words in office.posts() if "Answer Globex" in words] == []


async def test_under_a_deleted_complaint_its_steps_are_told_at_the_channels_root(office):
    await office.type("29:ana", "new Acme advocate")
    office.service.deleted = {str(1_700_000_000_000 + each) for each in range(9)}
    await office.type("29:ana", "complaint Acme the parcel came broken")
    step, _ = office.post("know that we heard them")
    assert office.service.shown[step][0] == CARE
    assert not [words for _, words in office.posts("a:29:chloe") if "I can't post" in words]


@pytest.mark.parametrize("trouble", ["lost", "late", 502])
async def test_a_lost_answer_loses_nothing_and_shows_it_twice_at_most(
    database, trouble, monkeypatch
):
    monkeypatch.setattr("scheduler.delivery.UNSURE_SECONDS", 0.1)
    monkeypatch.setattr("handlers.teams.platform_app.POSTING_SECONDS", LATE / 2)
    async with open_office(database) as office:
        shown = await post_one(office, trouble)
        assert 1 <= len(shown) <= 2


@ON_SQLITE
async def test_whom_microsoft_does_not_sign_in_is_told_by_the_probe(office, monkeypatch):
    async def refuse():
        raise ValueError("invalid_client")

    office.front._wire._sign = refuse
    monkeypatch.setattr("handlers.teams.courier.SIGN_IN_SECONDS", 0.2)
    body = office.activity("29:ana", type="message", text="new Globex prospect")
    await office.deliver(body, settle=False)
    await asyncio.sleep(0)
    body = office.activity("29:ana", type="message", text="due")
    await office.deliver(body, settle=False)
    async with asyncio.timeout(5):
        while await office.front.probe() is None:  # noqa: ASYNC110 - it has no event for that
            await asyncio.sleep(0.01)
    assert "does not sign us in" in await office.front.probe()

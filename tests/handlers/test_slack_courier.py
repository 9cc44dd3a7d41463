"""The courier for Slack, beside a playground: it sends, edits, finds, and says what is sure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from care.courier import Dismissed, NotNow, Refused, Unsure
from care.heed import SystemCaller
from domain.messages import Message, line
from domain.posts import Delivery, Post
from handlers.slack import connect, courier
from handlers.slack.courier import SlackCourier
from playground import Fault, Keys, Playground, Rules

CARE, ANA = "C0CUSTCARE", "U0ANAREYES"
HOME = SystemCaller(workspace_id=1, installation_id=1)
POST = Post(
    customer_id=1,
    id=1,
    workspace_id=1,
    installation_id=1,
    kind="nudge",
    subject_id=1,
    address=CARE,
    parent_id=None,
    wanted=1,
    shown=0,
    place=None,
    message_id=None,
    delivery="d1",
    maybe_sent=False,
    attempt=1,
)


def delivery(name="d1", address=CARE, thread=None, words="📞 Call Acme"):
    message = Message(id="reminder", headline=line(words), items=())
    return Delivery(
        post=replace(POST, delivery=name, address=address), message=message, thread=thread
    )


def standing(sent, arrival, words="✅ Done"):
    """The same message as an edit is asked for."""
    message = replace(sent.message, headline=line(words))
    where = {"place": arrival.place, "message_id": arrival.message_id}
    return replace(sent, post=replace(sent.post, **where), message=message)


@pytest.fixture
async def town():
    playground = Playground(rules=Rules(rate=0, quiet=0.02))
    async with playground.serve():
        yield playground


@pytest.fixture
def slack(town):
    keys = connect.Keys(bot_token=Keys().bot_token, app_token=None, api_url=f"{town.address}/api/")
    return SlackCourier(keys.posting_client(), HOME, pace=0)


async def texts(town, channel=CARE, who="ana"):
    return [each["text"] for each in (await town.look(who, "read", channel=channel))["messages"]]


async def test_what_was_sent_is_found_by_its_delivery_and_nothing_else_is(slack):
    first = await slack.send(delivery("d1"))
    second = await slack.send(delivery("d2"))
    assert await slack.find(delivery("d1")) == first
    assert await slack.find(delivery("d2")) == second
    assert await slack.find(delivery("d3")) is None


async def test_it_is_found_under_what_has_been_said_since(town, slack, monkeypatch):
    monkeypatch.setattr(courier, "LOOK_BACK", 2)
    sent = await slack.send(delivery("d1"))
    for _ in range(5):
        await town.do("ana", "type", channel=CARE, text="good morning", settle=False)
    assert await slack.find(delivery("d1")) == sent


async def test_whoever_may_read_one_page_a_minute_gets_to_the_end(town, slack, monkeypatch):
    """As Slack limits apps that are distributed outside its Marketplace; others talk meanwhile."""
    monkeypatch.setattr(courier, "LOOK_BACK", 15)
    sent, waits = await slack.send(delivery("d1")), 0
    for _ in range(40):
        await town.do("ana", "type", channel=CARE, text="good morning", settle=False)
    found = None
    while not found:
        town.fail(Fault(method="conversations.history", kind="ratelimited", after=1))
        try:
            found = await slack.find(delivery("d1"))
        except NotNow:
            waits += 1
            await town.do("ana", "type", channel=CARE, text="still here", settle=False)
    assert (found, waits) == (sent, 2)


async def test_an_edit_changes_the_ids_that_slack_keeps_choices_under(town, slack):
    sent = await slack.send(delivery("d1"))
    shown = standing(delivery("d1"), sent)
    ids = [await ids_of(town)]
    for wanted in (2, 3):
        await slack.edit(replace(shown, post=replace(shown.post, wanted=wanted)))
        ids.append(await ids_of(town))
    assert ids == [["reminder-0.1"], ["reminder-0.2"], ["reminder-0.3"]]


async def ids_of(town):
    (shown,) = (await town.look("ana", "read", channel=CARE))["messages"][-1:]
    return [block["block_id"] for block in shown["blocks"]]


async def test_what_was_said_before_it_was_wanted_is_not_read(slack):
    """However much that is: it can't be there."""
    sent = await slack.send(delivery("d1"))
    told = delivery("d1")
    later = datetime.fromtimestamp(float(sent.message_id), UTC) + timedelta(hours=1)
    assert await slack.find(told) == sent
    assert await slack.find(replace(told, post=replace(told.post, created_at=later))) is None


async def test_a_reply_is_found_in_its_thread(slack):
    root = await slack.send(delivery("d1"))
    reply = await slack.send(delivery("d2", thread=root.message_id))
    assert await slack.find(delivery("d2", thread=root.message_id)) == reply
    assert await slack.find(delivery("d2")) is None


async def test_a_person_is_told_in_their_direct_messages_and_found_there(town, slack):
    sent = await slack.send(delivery("d1", address=ANA))
    assert sent.place.startswith("D")
    assert await slack.find(delivery("d1", address=ANA)) == sent
    assert (await texts(town, "dm"))[-1].startswith("📞 Call Acme")
    await slack.edit(standing(delivery("d1", address=ANA), sent))
    assert (await texts(town, "dm"))[-1].startswith("✅ Done")


async def test_a_message_that_is_gone_needs_no_edit(town, slack):
    sent = delivery("d1")
    arrival = await slack.send(sent)
    await slack.edit(standing(sent, replace(arrival, message_id="1.000000")))
    await town.admin("archive", settle=False, channel=CARE)
    with pytest.raises(Refused, match="is_inactive"):
        await slack.edit(standing(sent, arrival))


@pytest.mark.parametrize("kind", ["error", "reset"])
async def test_without_an_answer_nothing_is_sure(town, slack, kind):
    town.fail(Fault(method="chat.postMessage", kind=kind))
    with pytest.raises(Unsure):
        await slack.send(delivery())


async def test_what_arrived_though_its_answer_was_lost_is_found(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="lost", seconds=0.05))
    with pytest.raises(Unsure):
        await slack.send(delivery())
    assert await slack.find(delivery())
    assert len([text for text in await texts(town) if "Call Acme" in text]) == 1


async def test_a_rate_limit_says_for_how_long(town, slack):
    town.fail(Fault(method="chat.postMessage", kind="ratelimited", retry_after=7))
    with pytest.raises(NotNow) as error:
        await slack.send(delivery())
    assert error.value.after == 7


@pytest.mark.parametrize("deed", ["revoke", "uninstall"])
async def test_a_token_taken_away_is_a_dismissal(town, slack, deed):
    await town.admin(deed, settle=False)
    with pytest.raises(Dismissed):
        await slack.send(delivery())


@pytest.mark.parametrize(
    ("address", "why"), [("C0NOWHERE0", "channel_not_found"), ("C0GENERAL0", "not_in_channel")]
)
async def test_a_place_where_heed_is_not_is_lost(town, slack, address, why):
    channels = {channel.name: channel.id for channel in town.town.channels.values()}
    address = channels["general"] if why == "not_in_channel" else address
    with pytest.raises(Refused, match=why) as error:
        await slack.send(delivery(address=address))
    assert error.value.is_place_lost

"""Bad input, bad luck, bad faith: each gets a clear answer, and nothing is lost or done twice."""

import asyncio
import json
import sqlite3
import threading
import time
from contextlib import closing
from urllib.parse import parse_qsl, urlencode

import aiohttp
import httpx
import pytest
from slack_sdk.signature import SignatureVerifier
from sqlalchemy import text

from care import dead_letters, finding, replies
from handlers.slack.http import PATH
from playground import Fault
from playground.delivery.envelope import Envelope
from playground.triggers import Triggers
from store.engine import open_engine
from tests.databases import ON_SQLITE
from tests.stories.conftest import CARE, KEYS, open_office, read

COMMAND = {
    "command": "/heed",
    "text": "new Acme",
    "user_id": "U0ANAREYES",
    "team_id": "T0PLAYGRND",
    "channel_id": "C0CUSTCARE",
    "trigger_id": "1.2.3",
}
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@pytest.fixture
async def http(database):
    async with open_office(database, over_http=True) as office:
        yield office


def signed(body, kind, secret=KEYS.signing_secret, ago=0):
    """What Slack would say at the head of that request."""
    stamp = str(int(time.time()) - ago)
    return {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": SignatureVerifier(secret).generate_signature(
            timestamp=stamp, body=body
        ),
    }


async def post(office, body, kind=FORM, secret=KEYS.signing_secret, ago=0):
    """Signs a request as Slack does; the status of the answer."""
    headers = signed(body, kind, secret, ago)
    url = f"{office.web}{PATH}"
    async with aiohttp.ClientSession() as web, web.post(url, data=body, headers=headers) as answer:
        return answer.status, await answer.text()


def knocking(office):
    """Whoever talks to Heed's own web side, without the sockets between."""
    transport = httpx.ASGITransport(app=office.house.web, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://heed")


async def customers(office):
    def count(work, now):
        del now
        return work.connection.execute(text("SELECT count(*) FROM customer")).scalar_one()

    return await office.house.heed.ask(count, office.house.platform_apps[0].tenancy)


async def test_a_request_that_is_well_signed_is_answered(http):
    status, body = await post(http, urlencode(COMMAND))
    assert status == 200
    assert "Acme" in body
    assert await customers(http) == 1


@pytest.mark.parametrize(("secret", "ago"), [("wrong", 0), (KEYS.signing_secret, 301)])
async def test_a_wrong_or_stale_signature_is_refused_and_nothing_done(http, secret, ago):
    status, _ = await post(http, urlencode(COMMAND), secret=secret, ago=ago)
    assert status == 401
    assert await customers(http) == 0


NO_SIGNATURES = [
    (b"", {"X-Slack-Signature": b"v0=\xe9"}),
    (b"\xff\xfe", {}),
    (b"", {"X-Slack-Request-Timestamp": b"abc"}),
    (b"", {"X-Slack-Request-Timestamp": b"9" * 400}),
]


async def test_what_can_be_no_signature_is_refused(sqlite):
    stamp = str(int(time.time())).encode()
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": b"v0=00"}
    async with open_office(sqlite, over_http=True, settle=False) as office, knocking(office) as at:
        for body, changed in NO_SIGNATURES:
            answer = await at.post(PATH, content=body, headers=headers | changed)
            assert answer.status_code == 401, changed


async def test_the_same_command_twice_is_done_once(http):
    await post(http, urlencode(COMMAND | {"text": "new Acme"}))
    status, body = await post(http, urlencode(COMMAND | {"text": "new Globex"}))
    assert (status, body) == (200, "")
    assert await customers(http) == 1


def told(**payload):
    return json.dumps(payload), JSON


def clicked(**payload):
    return urlencode({"payload": json.dumps(payload)}), FORM


def asked(**more):
    return urlencode(COMMAND | more), FORM


NUMBERS = {"type": "message", "user": 5, "text": 7, "channel": 9, "ts": 1, "thread_ts": 2}
UNTYPED = {"id": "V1", "callback_id": "form", "private_metadata": "{}"}
OF_OTHERS = {"action": "touch.log", "ref": "", "carried": "", "first": "", "way": {"by": "post"}}
MALFORMED = [
    ("{", JSON),
    ("[]", JSON),
    ("null", JSON),
    ("[" * 100_000, JSON),
    told(type="event_callback"),
    told(type="event_callback", event=5, event_id="E"),
    told(type="event_callback", event={}, event_id="E"),
    told(type="event_callback", event=NUMBERS, event_id=5),
    told(type="event_callback", event={"type": "message", "user": {}}, event_id="E", team=5),
    ("payload={", FORM),
    ("payload=[]", FORM),
    ("payload=%7B%22type%22%3A%22url_verification%22%7D&payload=%7B", FORM),
    clicked(type="block_actions"),
    clicked(type="block_actions", user=1, trigger_id="1", actions=[1]),
    clicked(type="block_actions", user={"id": "U"}, trigger_id="1", actions=[]),
    clicked(type="view_submission", user={"id": "U"}, view=UNTYPED),
    clicked(
        type="view_submission",
        user={"id": "U"},
        view=UNTYPED | {"type": "modal", "private_metadata": json.dumps(OF_OTHERS)},
    ),
    clicked(type="interactive_message", callback_id="form"),
    clicked(type="workflow_step_edit", callback_id="form"),
    clicked(type=["command"]),
    ("command=%2Fheed", FORM),
    asked(event="5"),
    asked(type="block_actions", actions=""),
    ("\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), FORM),
]


async def test_a_malformed_payload_is_400_and_never_500(sqlite):
    async with open_office(sqlite, over_http=True, settle=False) as office, knocking(office) as at:
        for body, kind in MALFORMED:
            answer = await at.post(PATH, content=body, headers=signed(body, kind))
            assert answer.status_code == 400, body[:200]
        assert await customers(office) == 0


@ON_SQLITE
async def test_over_a_socket_what_is_malformed_is_taken_and_set_aside(office):
    courier = office.town.town.courier
    courier.tell({"type": "event_callback", "event_id": 5, "event": NUMBERS})
    await office.town.settle()
    for body, _ in MALFORMED[-6:-1]:
        payload = dict(parse_qsl(body))
        payload = json.loads(payload["payload"]) if "payload" in payload else payload
        await courier.ask(Envelope(kind="interactive", payload=payload | {"token": "t"}))
    letters = await dead(office)
    about = {"event_callback", "workflow_step_edit", "command", ""}
    assert {each.about for each in letters} == {f"malformed {kind}" for kind in about}
    assert not any("token" in each.body for each in letters)
    assert "Not reached yet" in read(await office.type("ana", "/heed new Acme"))


ODD = [
    {"type": "message"},
    {"type": "reaction_added", "user": "U0ANAREYES", "item": 5},
    {"type": "message", "channel": "C0CUSTCARE", "ts": "1", "subtype": "message_changed"},
    {"type": "message", "channel": "C0CUSTCARE", "ts": "1", "subtype": "message_deleted"},
    {"type": "message", "channel": "C0CUSTCARE", "ts": "1", "thread_ts": "2"},
    {"type": "message", "channel": "D0", "ts": "1", "channel_type": "im", "text": "help"},
    {"type": "reaction_added", "user": "U0ANAREYES", "reaction": "eyes"},
    {"type": "reaction_added", "user": "U", "reaction": "eyes", "event_ts": "1"}
    | {"item": {"type": "message"}},
    {"type": "something_of_next_year"},
]


async def test_an_odd_event_is_no_error(sqlite):
    async with open_office(sqlite, over_http=True, settle=False) as office, knocking(office) as at:
        for number, event in enumerate(ODD):
            body, kind = told(type="event_callback", event=event, event_id=f"E{number}")
            answer = await at.post(PATH, content=body, headers=signed(body, kind))
            assert answer.status_code < 500, event


async def test_an_unknown_path_and_method_are_no_error(http):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{http.web}{PATH}") as refused:
            assert refused.status == 405
        async with session.get(f"{http.web}/healthz") as alive:
            assert alive.status == 200
        async with session.get(f"{http.web}/readyz") as ready:
            assert await ready.json() == {"database": "ok", "slack": "ok"}


async def test_an_event_delivered_twice_counts_once(office):
    await office.type("ana", "/heed new Globex suspect")
    await office.type("chloe", "/heed log Globex asked about prices")
    reminder = await office.post("Answer Globex")
    await office.react("ben", reminder, "white_check_mark")
    await deliver_again(office, "event")
    shown = read(await office.post("Answer Globex"))
    assert "✅ <@U0BENOKAFR> answered them" in shown
    private = [m for m in await seen_by(office, "ben") if m.get("is_ephemeral")]
    assert private == []  # no word of "you have done that already"


async def deliver_again(office, kind):
    url = f"{office.town.address}/deliver?settle=1"
    async with aiohttp.ClientSession() as web, web.post(url, json={"kind": kind}) as answer:
        assert answer.status == 200


async def seen_by(office, who):
    return (await office.town.look(who, "read", channel=CARE))["messages"]


async def test_a_request_over_which_heed_stumbles_is_told_and_kept_for_repair(office, monkeypatch):
    def stumble(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr(finding, "find", stumble)
    told = read(await office.type("ana", "/heed log Acme called about our secret"))
    assert "noted for repair" in told
    (letter,) = await dead(office)
    assert letter.body == {"by": "U0ANAREYES", "facts": ["log", "Acme called about our secret"]}
    assert "boom" in letter.trace


async def test_an_event_over_which_heed_stumbles_is_sent_again_and_kept_once(
    http, monkeypatch, caplog
):
    def stumble(*_):
        raise RuntimeError("boom")

    monkeypatch.setattr(replies, "is_ours", stumble)
    event = {"type": "message", "user": "U", "channel": CARE, "thread_ts": "1", "ts": "2"}
    for words in ("our secret", "our other secret"):
        told = {"type": "event_callback", "event_id": "E1", "token": "t", "team_id": "T"}
        body = json.dumps(told | {"event": event | {"text": words}})
        status, _ = await post(http, body, "application/json")
        assert status == 500  # so Slack sends it again
    (letter,) = await dead(http)
    assert (letter.about, letter.key) == ("message", "E1")
    assert letter.body["event"]["text"] == "our other secret"
    assert "token" not in letter.body
    assert "secret" not in caplog.text


async def dead(office):
    return await office.house.heed.ask(
        dead_letters.everything, office.house.platform_apps[0].tenancy
    )


async def test_a_click_delivered_twice_counts_once(office):
    await office.type("ana", "/heed new Globex suspect")
    await office.type("ben", "/heed log Globex asked about prices")
    reminder = await office.post("Answer Globex")
    await office.press("ben", reminder, "Answered")
    await deliver_again(office, "interaction")
    card = read(await office.type("ana", "/heed customer globex"))
    assert card.count("Message from us") == 1


@pytest.mark.parametrize(
    "words",
    [
        "x" * 2_900,
        "called 🎉 about *bold* _it_ ~no~ `code` & <b>",
        "called مرحبا \u202eevil\u202c שלום",
    ],
)
async def test_whatever_is_typed_is_kept_exactly_and_shown(office, words):
    await office.type("ana", "/heed new Acme")
    receipt = await office.type("ana", f"/heed log Acme {words}")
    assert "Logged for Acme" in read(receipt)
    assert words[:200] in read(receipt)

    def kept(work, now):
        del now
        return work.connection.execute(text("SELECT words FROM touch")).scalar_one()

    assert await office.house.heed.ask(kept, office.house.platform_apps[0].tenancy) == words


async def test_nobody_is_pinged_by_what_somebody_typed(office):
    await office.type("ana", "/heed new *Ev_il* @channel prospect")
    await office.type("ana", "/heed log *Ev_il* @channel asked @ben and @here about prices")
    for post in await office.channel():
        stated = json.dumps(post["blocks"])
        for ping in ("<!", "broadcast", "usergroup"):
            assert ping not in stated.replace("<!date", "")


async def test_a_guest_is_told_kindly(office):
    await office.type("ana", "/heed new Acme")
    told = await office.type("gil", "/heed customer acme", channel="dm")
    assert "you are here as a guest" in read(told)


async def test_a_guest_is_not_sent_from_a_shared_channel_to_where_guests_see_nothing_either(office):
    told = await office.type("gil", "/heed customer acme", channel="partners")
    assert "you are here as a guest" in read(told)


async def test_nothing_about_customers_is_shown_where_outsiders_read(office):
    await office.type("ana", "/heed new Acme")
    told = await office.type("ana", "/heed customer acme", channel="partners")
    assert "People of another company can read this channel" in read(told)
    assert "Acme" not in read(told)
    assert "Here is what you can type" in read(
        await office.type("ana", "/heed help", channel="partners")
    )


async def test_a_letter_that_no_database_takes_costs_no_line(office):
    await office.type("ana", "/heed new Ac\0me")
    receipt = await office.type("ana", "/heed log ac\0me called, she was\0 happy")
    assert "Logged for Ac\ufffdme" in read(receipt)


async def test_a_locked_database_is_told_of_and_nothing_is_lost(tmp_path):
    path = tmp_path / "heed.db"
    async with open_office(f"sqlite:///{path}") as office:
        await office.type("ana", "/heed new Acme")
        with closing(sqlite3.connect(path, check_same_thread=False)) as other:
            other.isolation_level = None
            other.execute("BEGIN IMMEDIATE")
            told = await office.type("ana", "/heed log Acme called, she was happy")
            assert "nothing was saved" in read(told)
            assert "send it again" in read(told)
            other.execute("ROLLBACK")
        await asyncio.sleep(0.1)
        receipt = await office.type("ana", "/heed log Acme called, she was happy")
        assert "Logged for Acme" in read(receipt)
        assert read(await office.type("ana", "/heed customer acme")).count("Call from us") == 1


async def test_a_missing_database_is_told_of(tmp_path):
    path = tmp_path / "heed.db"
    async with open_office(f"sqlite:///{path}") as office:
        await office.type("ana", "/heed new Acme")
        path.unlink()
        told = await office.type("ana", "/heed log Acme called")
        assert "can't reach its database" in read(told)
        assert "nothing was saved" in read(told)


async def test_what_takes_too_long_to_begin_is_cancelled_and_what_has_begun_is_reported(database):
    async with open_office(database) as office:
        office.house.heed._patience = 0.3
        await office.type("ana", "/heed new Acme")
        gate = threading.Event()
        store, commit = office.house.heed.store, asyncio.Event()

        def hold(connection):
            del connection
            office.loop.call_soon_threadsafe(commit.set)
            gate.wait(5)

        office.loop = asyncio.get_running_loop()
        holds = [asyncio.create_task(store.write(hold)) for _ in range(4)]
        await commit.wait()
        await asyncio.sleep(0.1)
        told = await office.type("ana", "/heed log Acme called")
        assert "Heed is busy right now, and nothing was saved" in read(told)
        gate.set()
        await asyncio.gather(*holds)
        assert "Not reached yet" in read(await office.type("ana", "/heed customer acme"))


async def test_what_has_begun_is_answered_still_saving_and_told_when_done(database):
    async with open_office(database) as office:
        await office.type("ana", "/heed new Acme")
        slow_down(office, 0.8)
        office.house.heed._patience = 0.3
        done = await office.town.do("ana", "type", channel=CARE, text="/heed log Acme called")
        await asyncio.sleep(0.8)
        private = [read(m) for m in await seen_by(office, "ana") if m.get("is_ephemeral")]
        assert any("Still saving" in told for told in private), done
        assert any("Logged for Acme" in told for told in private)


def slow_down(office, seconds):
    """Every write takes so long from its beginning on."""
    store = office.house.heed.store
    write = store.write

    async def slow(run, patience=None):
        def slowly(connection):
            result = run(connection)
            time.sleep(seconds if patience else 0)
            return result

        return await write(slowly, patience)

    store.write = slow


async def test_a_revoked_token_stops_sending_and_loses_nothing(database):
    async with open_office(database) as office:
        await office.type("ana", "/heed new Globex")
        await office.town.admin("revoke")
        await office.wait(seconds=1)
    engine = open_engine(database)
    with engine.connect() as connection:
        active = connection.execute(text("SELECT is_active FROM installation")).scalar_one()
    engine.dispose()
    assert not active


@pytest.mark.parametrize("patience", ["ratelimited", "gone"])
async def test_a_form_that_slack_does_not_open_is_asked_for_again(office, patience):
    """It is Slack that is busy, and nothing of ours that has to be repaired."""
    if patience == "gone":
        office.town.town.triggers = Triggers(0.0)
    else:
        office.town.fail(Fault(method="views.open", kind="ratelimited"))
    told = read(await office.type("ana", "/heed log"))
    assert "Slack is busy and did not open the window." in told
    assert "Please try again" in told
    assert not await dead(office)
    office.town.complaints.clear()


async def test_a_rate_limit_delays_and_loses_nothing(office):
    await office.type("ana", "/heed new Globex suspect")
    limit = Fault(method="chat.postMessage", kind="ratelimited", retry_after=1)
    office.town.fail(limit)
    await office.type("ben", "/heed log Globex asked about prices")
    await asyncio.sleep(1.2)
    await office.post("Answer Globex")

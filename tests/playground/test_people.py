"""What people do and see over the playground's own HTTP, and what they cannot do."""

import pytest

from playground.refusals import Impossible
from tests.playground.conftest import ANA, CARE, GENERAL, PARTNERS

pytestmark = pytest.mark.usefixtures("ears")


async def do(http, who, deed, settle=1, **said):
    path = f"/people/{who}/{deed}?settle={settle}"
    async with http.post(path, json=said) as response:
        return response.status, await response.json()


async def look(http, who, what, **asked):
    async with http.get(f"/people/{who}/{what}", params=asked) as response:
        return response.status, await response.json()


async def channels(http, who):
    _, answer = await look(http, who, "channels")
    return [channel["name"] for channel in answer["channels"]]


async def test_everybody_and_everything_is_listed(http):
    async with http.get("/people") as response:
        people = (await response.json())["people"]
    async with http.get("/channels") as response:
        listed = (await response.json())["channels"]

    assert [p["name"] for p in people] == ["ana", "ben", "chloe", "dev", "gil", "olga"]
    assert [c["name"] for c in listed] == ["customer-care", "general", "partners"]
    assert ANA in listed[0]["members"]


async def test_each_sees_what_is_theirs_to_see(http):
    everything = ["customer-care", "general", "partners"]

    assert await channels(http, "ana") == await channels(http, ANA) == everything
    assert await channels(http, "gil") == await channels(http, "olga") == ["partners"]


async def test_people_talk(http):
    _, said = await do(http, "ana", "type", channel="customer-care", text="Acme called")
    await do(http, "ben", "type", channel=CARE, text="great", thread_ts=said["ts"])
    await do(http, "ben", "react", channel=CARE, ts=said["ts"], name=":tada:")
    await do(http, "ana", "edit", channel=CARE, ts=said["ts"], text="Acme called us")
    _, read = await look(http, "chloe", "read", channel="#customer-care")
    _, thread = await look(http, "chloe", "read", channel=CARE, thread=said["ts"])

    [message] = read["messages"]
    assert (message["from"], message["text"]) == ("Ana Reyes", "Acme called us")
    assert message["reply_count"] == 1
    assert message["reactions"][0]["name"] == "tada"
    assert "edited" in message
    assert [m["text"] for m in thread["messages"]] == ["Acme called us", "great"]


async def test_a_reply_can_be_shown_in_the_channel_too(http):
    _, said = await do(http, "ana", "type", channel=CARE, text="one")
    await do(http, "ana", "type", channel=CARE, text="two", thread_ts=said["ts"], broadcast=True)
    _, read = await look(http, "ben", "read", channel=CARE)

    assert [m["text"] for m in read["messages"]] == ["one", "two"]


IMPOSSIBLE = [
    ("nobody", "type", {"channel": CARE, "text": "x"}, 404),
    ("ana", "dance", {}, 404),
    ("ana", "type", {"channel": CARE}, 400),
    ("ana", "type", {"channel": CARE, "text": "  "}, 400),
    ("ana", "type", {"channel": CARE, "text": "x" * 40_001}, 400),
    ("ana", "type", {"channel": CARE, "text": 1}, 400),
    ("ana", "type", {"channel": "nowhere", "text": "x"}, 404),
    ("ana", "type", {"channel": CARE, "text": "x", "thread_ts": "1.000001"}, 400),
    ("dev", "type", {"channel": PARTNERS, "text": "x"}, 403),
    ("gil", "type", {"channel": GENERAL, "text": "x"}, 404),
    ("ben", "edit", {"channel": CARE, "ts": "ANAS", "text": "x"}, 403),
    ("ben", "delete", {"channel": CARE, "ts": "ANAS"}, 403),
    ("ana", "edit", {"channel": CARE, "ts": "1.000001", "text": "x"}, 404),
    ("ana", "react", {"channel": CARE, "ts": "ANAS", "name": "no_such"}, 400),
    ("ana", "unreact", {"channel": CARE, "ts": "ANAS", "name": "eyes"}, 400),
    ("ana", "act", {"channel": CARE, "ts": "ANAS", "action_id": "go"}, 404),
    ("ana", "act", {"view": "home", "action_id": "go"}, 404),
    ("ana", "submit", {"view": "V1"}, 404),
    ("ana", "invite", {"channel": CARE, "user": "heed"}, 400),
    ("ana", "invite", {"channel": CARE, "user": "nobody"}, 404),
    ("gil", "invite", {"channel": PARTNERS, "user": "heed"}, 400),
    ("ana", "remove", {"channel": GENERAL, "user": "heed"}, 400),
    ("ana", "join", {"channel": GENERAL}, 400),
    ("ana", "leave", {"channel": "dm"}, 400),
    ("heed", "type", {"channel": CARE, "text": "x"}, 400),
]


@pytest.mark.parametrize(("who", "deed", "said", "status"), IMPOSSIBLE)
async def test_what_cannot_be_done_is_said_in_words(http, who, deed, said, status):
    _, anas = await do(http, "ana", "type", channel=CARE, text="mine")
    if said.get("ts") == "ANAS":
        said = said | {"ts": anas["ts"]}
    refused, answer = await do(http, who, deed, **said)

    assert refused == status
    assert answer["error"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/settle", {"quiet": "please"}),
        ("/deliver", {"kind": "parcel"}),
        ("/faults", {"method": "*", "kind": "error", "times": 0}),
        ("/admin/hire", {"name": "Eve"}),
        ("/admin/hire", {"name": "Eve", "handle": "eve", "wings": 2}),
    ],
)
async def test_odd_requests_are_answered_with_words(http, path, said):
    async with http.post(path, json=said) as response:
        assert response.status == 400
        assert (await response.json())["error"]


@pytest.mark.parametrize("way", ["do", "look"])
async def test_nobody_is_nobody_from_python_too(town, way):
    with pytest.raises(Impossible, match="there is nobody called zoe"):
        await getattr(town, way)("zoe", "home")


async def test_a_body_that_is_no_object_is_refused(http):
    for body in ("{", "[]"):
        async with http.post("/people/ana/type", data=body) as response:
            assert response.status == 400


async def test_nobody_reacts_twice_with_the_same(http):
    _, said = await do(http, "ana", "type", channel=CARE, text="x")
    there = {"channel": CARE, "ts": said["ts"], "name": "eyes"}

    assert (await do(http, "ben", "react", **there))[0] == 200
    assert (await do(http, "ben", "react", **there))[0] == 400


async def test_an_ephemeral_is_nothing_to_react_to(http, slack):
    sent = await slack.chat_postEphemeral(channel=CARE, user=ANA, text="psst")
    there = {"channel": CARE, "ts": sent["message_ts"]}

    assert (await do(http, "ana", "react", **there, name="eyes"))[0] == 400
    assert (await do(http, "ben", "act", **there, action_id="go"))[0] == 404


async def test_nobody_reads_a_private_channel_from_outside(http, town):
    town.town.keep_channel(town.town.channels[GENERAL], is_private=True)

    assert (await look(http, "ana", "read", channel=GENERAL))[0] == 200
    assert (await look(http, "olga", "read", channel=GENERAL))[0] == 404


async def test_who_was_deactivated_can_do_nothing(http):
    async with http.post("/admin/deactivate", json={"person": "ben"}) as response:
        assert response.status == 200

    assert (await do(http, "ben", "type", channel=CARE, text="x"))[0] == 400
    async with http.post("/admin/reactivate", json={"person": "ben"}) as response:
        assert response.status == 200
    assert (await do(http, "ben", "dm"))[0] == 200


async def test_an_archived_channel_is_closed_to_people_too(http):
    async with http.post("/admin/archive", json={"channel": "general"}) as response:
        assert (await response.json())["channel"]["is_archived"] is True

    assert (await do(http, "ana", "type", channel="general", text="x"))[0] == 400


@pytest.mark.parametrize(
    ("deed", "said", "status"),
    [
        ("dance", {}, 404),
        ("archive", {"channel": "nowhere"}, 404),
        ("zone", {"person": "ana", "zone": "Mars/Olympus"}, 400),
        ("zone", {"person": "nobody", "zone": "UTC"}, 404),
        ("hire", {"handle": "ana", "name": "Ana Two"}, 400),
        ("hire", {"name": "Nameless"}, 400),
    ],
)
async def test_an_admin_cannot_do_everything_either(http, deed, said, status):
    async with http.post(f"/admin/{deed}", json=said) as response:
        assert response.status == status
        assert (await response.json())["error"]


async def test_there_is_something_to_look_at(http):
    assert (await look(http, "ana", "nothing"))[0] == 404
    _, forms = await look(http, "ana", "forms")
    _, home = await look(http, "ana", "home")
    _, toasts = await look(http, "ana", "toasts")

    assert (forms, home, toasts) == ({"forms": []}, {"view": None}, {"toasts": []})


async def test_a_deed_tells_what_comes_of_it_for_this_person_only(http, slack):
    await do(http, "ana", "type", channel=CARE, text="first")
    _, own = await do(http, "ben", "type", channel=CARE, text="second")
    await slack.chat_postEphemeral(channel=CARE, user=ANA, text="psst")
    _, later = await do(http, "ben", "dm")

    assert own["sees"] == later["sees"] == {}


async def test_complaints_can_be_read_and_forgotten(http, slack):
    await slack.api_test()
    async with http.post("/api/chat.shout") as response:
        assert (await response.json())["error"] == "unknown_method"
    async with http.get("/complaints") as response:
        [complaint] = (await response.json())["complaints"]
    async with http.delete("/complaints"):
        pass
    async with http.get("/complaints") as response:
        assert await response.json() == {"complaints": []}

    assert (complaint["what"], complaint["words"]) == ("chat.shout", "unknown_method")
    assert complaint["at"].startswith("2026-11-20T14:00:0")


async def test_settling_can_be_waited_for(http):
    async with http.post("/settle", json={"quiet": 0.01}) as response:
        assert await response.json() == {"is_settled": True}


async def test_the_page_needs_no_other_host(http):
    async with http.get("/") as response:
        page = await response.text()

    assert response.content_type == "text/html"
    assert "http://" not in page
    assert "https://" not in page


async def test_the_feed_tells_what_happens(http, town):
    async with http.ws_connect("/feed") as feed:
        await town.do("ana", "type", channel=CARE, text="hi")
        told = await feed.receive_json()

    assert told["happening"] == "Posted"
    assert told["message"]["draft"]["text"] == "hi"
    assert told["number"] == 1

"""What the bot is told of what happens, and of what not."""

from dataclasses import replace

import pytest

from tests.playground.conftest import (
    ANA,
    BEN,
    CARE,
    GENERAL,
    HEED,
    OLGA,
    PARTNERS,
    TEAM,
    client_of,
    listen,
    served,
)


async def test_a_typed_message_is_told_in_slacks_shape(town, ears):
    said = await town.do("ana", "type", channel="customer-care", text="hi @ben & <all>")

    [event] = ears.events
    assert event | {"client_msg_id": "", "blocks": []} == {
        "type": "message",
        "user": ANA,
        "text": f"hi <@{BEN}> &amp; &lt;all&gt;",
        "ts": said["ts"],
        "event_ts": said["ts"],
        "team": "T0PLAYGRND",
        "channel": CARE,
        "channel_type": "channel",
        "client_msg_id": "",
        "blocks": [],
    }
    [section] = event["blocks"][0]["elements"]
    assert section["elements"][1] == {"type": "user", "user_id": BEN}


async def test_the_wrapper_says_for_whom_the_event_is(town, ears):
    await town.do("ana", "type", channel="customer-care", text="hi")

    [payload] = [envelope.payload for envelope in ears.envelopes]
    assert (payload["type"], payload["team_id"]) == ("event_callback", "T0PLAYGRND")
    assert (payload["api_app_id"], payload["is_ext_shared_channel"]) == ("A0HEEDAPP0", False)
    assert payload["event_id"].startswith("Ev")
    assert payload["event_time"] == int(float(payload["event"]["ts"]))
    [authorization] = payload["authorizations"]
    assert (authorization["user_id"], authorization["is_bot"]) == (HEED, True)


async def test_what_is_said_without_the_bot_it_does_not_hear(town, ears):
    said = await town.do("ana", "type", channel="general", text="about @heed")
    await town.do("ben", "react", channel="general", ts=said["ts"], name="eyes")
    await town.do("ana", "delete", channel="general", ts=said["ts"])

    assert ears.events == []


async def test_a_mention_is_told_twice_but_not_in_direct_messages(town, ears):
    await town.do("ana", "type", channel="customer-care", text="@heed hello")
    await town.do("ana", "type", channel="dm", text="@heed hello")

    assert ears.kinds == [("message", None), ("app_mention", None), ("message", None)]
    assert ears.events[2]["channel_type"] == "im"
    assert "channel_type" not in ears.events[1]


async def test_a_mention_is_told_again_when_it_is_edited(town, ears):
    said = await town.do("ana", "type", channel=CARE, text="@heed helo")
    await town.do("ana", "edit", channel=CARE, ts=said["ts"], text="@heed hello")

    kinds = [("message", None), ("app_mention", None), ("message", "message_changed")]
    assert ears.kinds == [*kinds, ("app_mention", None)]
    again = ears.events[3]
    assert (again["ts"], again["edited"]["user"]) == (said["ts"], ANA)


async def test_a_reply_names_its_thread_and_who_began_it(town, ears):
    parent = await town.do("ana", "type", channel=CARE, text="post")
    await town.do("ben", "type", channel=CARE, text="reply", thread_ts=parent["ts"])

    reply = ears.events[1]
    assert (reply["thread_ts"], reply["parent_user_id"]) == (parent["ts"], ANA)


async def test_an_edit_is_a_hidden_message_with_both_versions(town, ears):
    said = await town.do("ana", "type", channel=CARE, text="helo")
    await town.do("ana", "edit", channel=CARE, ts=said["ts"], text="hello")

    event = ears.events[1]
    assert (event["subtype"], event["hidden"]) == ("message_changed", True)
    assert event["previous_message"]["text"] == "helo"
    assert event["message"]["text"] == "hello"
    assert event["message"]["ts"] == said["ts"]
    assert event["message"]["edited"]["user"] == ANA
    assert event["ts"] > said["ts"]


async def test_a_deletion_names_what_is_gone(town, ears):
    said = await town.do("ana", "type", channel=CARE, text="oops")
    await town.do("ana", "delete", channel=CARE, ts=said["ts"])

    event = ears.events[1]
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", said["ts"])
    assert event["previous_message"]["text"] == "oops"


async def test_a_deleted_message_with_replies_leaves_a_tombstone(town, ears, slack):
    parent = await town.do("ana", "type", channel=CARE, text="post")
    await town.do("ben", "type", channel=CARE, text="reply", thread_ts=parent["ts"])
    await town.do("ana", "delete", channel=CARE, ts=parent["ts"])

    event = ears.events[2]
    assert (event["subtype"], event["message"]["subtype"]) == ("message_changed", "tombstone")
    thread = (await slack.conversations_replies(channel=CARE, ts=parent["ts"]))["messages"]
    assert [m["text"] for m in thread] == ["This message was deleted.", "reply"]


async def test_what_the_bot_changes_is_told_to_it_as_well(ears, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    await slack.chat_update(channel=CARE, ts=posted["ts"], text="ho")
    await slack.chat_delete(channel=CARE, ts=posted["ts"])

    assert ears.kinds == [
        ("message", None),
        ("message", "message_changed"),
        ("message", "message_deleted"),
    ]


async def test_reactions_are_told_with_what_they_stand_on(town, ears, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    await town.do("ana", "react", channel=CARE, ts=posted["ts"], name="white_check_mark")
    await town.do("ana", "unreact", channel=CARE, ts=posted["ts"], name="✅")

    added, removed = ears.events[1:]
    assert (added["type"], removed["type"]) == ("reaction_added", "reaction_removed")
    assert (added["user"], added["reaction"]) == (ANA, "white_check_mark")
    assert added["item"] == {"type": "message", "channel": CARE, "ts": posted["ts"]}
    assert added["item_user"] == HEED
    assert added["event_ts"] < removed["event_ts"]


async def test_ephemerals_are_told_to_nobody(ears, slack):
    await slack.chat_postEphemeral(channel=CARE, user=ANA, text="psst")

    assert ears.events == []


async def test_the_bot_hears_that_it_was_invited_and_put_out(town, ears):
    await town.do("ana", "invite", channel="general", user="heed")
    await town.do("ana", "remove", channel="general", user="heed")
    await town.do("ana", "type", channel="general", text="now we are alone")

    assert ears.kinds == [
        ("member_joined_channel", None),
        ("message", "channel_join"),
        ("channel_left", None),
    ]
    joined, message, left = ears.events
    assert (joined["user"], joined["inviter"], joined["channel_type"]) == (HEED, ANA, "C")
    assert (message["user"], message["inviter"]) == (HEED, ANA)
    assert (left["channel"], left["actor_id"]) == (GENERAL, ANA)


async def test_others_come_and_go(town, ears):
    await town.do("ben", "leave", channel="customer-care")
    await town.do("ben", "join", channel="customer-care")

    assert ears.kinds == [
        ("message", "channel_leave"),
        ("member_left_channel", None),
        ("member_joined_channel", None),
        ("message", "channel_join"),
    ]


async def test_channels_change(town, ears):
    await town.admin("rename", channel="customer-care", name="care")
    await town.admin("share", channel="care")
    await town.admin("unshare", channel="care")
    await town.admin("archive", channel="care")
    await town.admin("unarchive", channel="care")

    assert [e["type"] for e in ears.events] == [
        "message",
        "channel_rename",
        "channel_shared",
        "channel_unshared",
        "channel_archive",
        "channel_unarchive",
    ]
    assert ears.events[1]["channel"]["name"] == "care"
    assert ears.events[2]["connected_team_id"] == "T0PARTNER0"
    assert ears.envelopes[2].payload["is_ext_shared_channel"] is True


async def test_people_change(town, ears):
    await town.admin("zone", person="ben", zone="Asia/Tokyo")
    await town.admin("status", person="ben", emoji=":palm_tree:", expiration=1796083200)
    await town.admin("deactivate", person="ben")
    await town.admin("hire", handle="eve", name="Eve Ito", mail="eve.ito@example.com")
    await town.settle()

    assert [e["type"] for e in ears.events] == [*["user_change"] * 3, "team_join"]
    moved, away, gone, new = (event["user"] for event in ears.events)
    assert away["profile"]["status_emoji"] == ":palm_tree:"
    assert away["profile"]["status_expiration"] == 1796083200
    assert (moved["id"], moved["tz"], moved["tz_offset"]) == (BEN, "Asia/Tokyo", 32_400)
    assert (gone["id"], gone["deleted"]) == (BEN, True)
    assert (new["name"], new["profile"]["email"]) == ("eve", "eve.ito@example.com")


async def test_home_and_messages_tab_are_told_when_opened(town, ears, slack):
    await town.do("ana", "home")
    await slack.views_publish(user_id=ANA, view={"type": "home", "blocks": []})
    await town.do("ana", "home")
    await town.do("ana", "dm")

    first, second, third = ears.events
    assert (first["type"], first["tab"], "view" in first) == ("app_home_opened", "home", False)
    assert second["view"]["type"] == "home"
    assert (third["tab"], third["channel"][0]) == ("messages", "D")


async def test_in_a_shared_channel_the_event_is_the_senders_teams(town, ears):
    await town.do("ana", "invite", channel="partners", user="heed")
    await town.do("olga", "type", channel="partners", text="hi from outside")

    payload = ears.envelopes[-1].payload
    event = payload["event"]
    assert (event["user"], event["user_team"]) == (OLGA, "T0PARTNER0")
    assert (event["channel"], event["user_profile"]["real_name"]) == (PARTNERS, "Olga Weiss")
    assert (payload["team_id"], payload["is_ext_shared_channel"]) == ("T0PARTNER0", True)
    assert payload["context_team_id"] == payload["authorizations"][0]["team_id"] == "T0PLAYGRND"


async def test_after_the_token_is_revoked_the_bot_hears_that_and_no_more(town, ears):
    await town.admin("uninstall")
    await town.do("ana", "type", channel=CARE, text="hello?")

    assert [e["type"] for e in ears.events] == ["tokens_revoked", "app_uninstalled"]
    assert ears.events[0]["tokens"] == {"oauth": [], "bot": [HEED]}


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"scopes": frozenset({"channels:history"})}, ["message"]),
        ({"scopes": frozenset({"app_mentions:read"})}, ["app_mention"]),
        ({"events": frozenset({"app_mention"})}, ["app_mention"]),
        ({"events": frozenset()}, []),
    ],
)
async def test_the_bot_hears_what_it_may_and_has_subscribed_to(changes, kinds):
    async with served(team=replace(TEAM, bot=replace(TEAM.bot, **changes))) as town:
        ears = listen(town)
        await town.do("ana", "type", channel=CARE, text="@heed hello")

        assert [e["type"] for e in ears.events] == kinds


async def test_a_message_of_a_private_channel_is_told_as_a_groups(town, ears):
    town.town.keep_channel(town.town.channels[CARE], is_private=True)
    await town.do("ana", "type", channel=CARE, text="hi")

    assert ears.events[0]["channel_type"] == "group"


async def test_an_answer_in_a_channel_without_the_bot_makes_no_event(town, ears):
    client = client_of(town)
    await client.conversations_join(channel=GENERAL)
    await town.do("ana", "remove", channel="general", user="heed")
    ears.envelopes.clear()
    await town.do("ana", "type", channel="general", text="hi")

    assert ears.events == []

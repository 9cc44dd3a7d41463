"""conversations.*, users.*, reactions.*, bots.info, team.info."""

import pytest

from tests.playground.conftest import ANA, BEN, CARE, GENERAL, GIL, HEED, OLGA, PARTNERS, error_of

pytestmark = pytest.mark.usefixtures("ears")


async def pages(call, key, **arguments):
    """Every page of a call, one thing a page."""
    cursor, found = "", []
    while True:
        answer = await call(limit=1, cursor=cursor, **arguments)
        found.append(answer[key])
        cursor = answer.get("response_metadata", {}).get("next_cursor", "")
        if not cursor:
            return found


async def test_channels_are_listed_with_whether_the_bot_is_in_them(slack):
    listed = (await slack.conversations_list())["channels"]
    told = {c["name"]: (c["is_member"], c["is_ext_shared"], c["num_members"]) for c in listed}

    assert told == {
        "customer-care": (True, False, 5),
        "general": (False, False, 4),
        "partners": (False, True, 4),
    }


async def test_archived_channels_can_be_left_out(town, slack):
    await town.admin("archive", channel="general")
    listed = await slack.conversations_list(exclude_archived=True)

    assert [c["name"] for c in listed["channels"]] == ["customer-care", "partners"]


async def test_the_bot_asks_where_it_and_others_are(slack):
    own = await slack.users_conversations(types="public_channel,im")
    gils = await slack.users_conversations(user=GIL)

    assert [c["id"] for c in own["channels"]] == [CARE]
    assert [c["id"] for c in gils["channels"]] == [PARTNERS]


async def test_a_direct_message_keeps_its_id(town, slack):
    opened = await slack.conversations_open(users=ANA, return_im=True)
    again = await slack.conversations_open(channel=opened["channel"]["id"])

    assert opened["channel"]["user"] == ANA
    assert again["channel"]["id"] == opened["channel"]["id"]
    assert (await town.do("ana", "dm"))["channel"] == opened["channel"]["id"]
    listed = await slack.conversations_list(types="im")
    assert [c["user"] for c in listed["channels"]] == [ANA]


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("conversations.open", {"users": "U0NOBODY00"}, "user_not_found"),
        ("conversations.open", {"users": HEED}, "user_not_found"),
        ("conversations.open", {"users": ""}, "users_list_not_supplied"),
        (
            "conversations.open",
            {"users": f"{ANA},{BEN}"},
            "method_not_supported_for_channel_type",
        ),
        ("conversations.open", {"channel": CARE}, "method_not_supported_for_channel_type"),
        ("conversations.open", {"channel": "D0NOWHERE0"}, "channel_not_found"),
        ("conversations.info", {"channel": "customer-care"}, "channel_not_found"),
        ("conversations.members", {"channel": CARE, "limit": 0}, "invalid_limit"),
        ("conversations.members", {"channel": CARE, "limit": "many"}, "invalid_limit"),
        ("conversations.members", {"channel": CARE, "cursor": "bm8="}, "invalid_cursor"),
        ("conversations.members", {"channel": CARE, "cursor": "?"}, "invalid_cursor"),
        # base64 of `other:U0ANAREYES` and of `next:U0NOBODY00`
        (
            "conversations.members",
            {"channel": CARE, "cursor": "b3RoZXI6VTBBTkFSRVlFUw=="},
            "invalid_cursor",
        ),
        (
            "conversations.members",
            {"channel": CARE, "cursor": "bmV4dDpVME5PQk9EWTAw"},
            "invalid_cursor",
        ),
        ("conversations.list", {"types": "public_channel,club"}, "invalid_types"),
        ("conversations.history", {"channel": GENERAL}, "not_in_channel"),
        ("conversations.history", {"channel": CARE, "limit": 1000}, "invalid_limit"),
        ("conversations.history", {"channel": CARE, "oldest": "then"}, "invalid_ts_oldest"),
        ("conversations.history", {"channel": CARE, "latest": "now"}, "invalid_ts_latest"),
        ("conversations.replies", {"channel": CARE, "ts": "1.000001"}, "thread_not_found"),
        ("conversations.join", {"channel": "C0NOWHERE0"}, "channel_not_found"),
        ("chat.getPermalink", {"channel": CARE, "message_ts": "1.000001"}, "message_not_found"),
        ("api.test", {"error": "my_error"}, "my_error"),
        ("users.info", {"user": "U0NOBODY00"}, "user_not_found"),
        ("users.conversations", {"user": "U0NOBODY00"}, "user_not_found"),
        ("users.lookupByEmail", {"email": "no@example.com"}, "users_not_found"),
        ("bots.info", {"bot": "B0OTHER000"}, "bot_not_found"),
        ("team.info", {"team": "T0OTHER000"}, "team_not_found"),
        ("reactions.add", {"name": "eyes"}, "no_item_specified"),
        ("reactions.add", {"channel": CARE, "timestamp": "x", "name": "eyes"}, "bad_timestamp"),
        (
            "reactions.add",
            {"channel": CARE, "timestamp": "1.000001", "name": "eyes"},
            "message_not_found",
        ),
        (
            "reactions.add",
            {"channel": CARE, "timestamp": "1.000001", "name": "no_such"},
            "invalid_name",
        ),
    ],
)
async def test_what_cannot_be_is_refused(slack, method, arguments, error):
    assert await error_of(slack.api_call(method, data=arguments)) == error


async def test_an_unknown_private_channel_and_one_without_the_bot_are_the_same(town, slack):
    town.town.keep_channel(town.town.channels[GENERAL], is_private=True)

    assert await error_of(slack.conversations_info(channel=GENERAL)) == "channel_not_found"
    assert await error_of(slack.conversations_join(channel=GENERAL)) == "channel_not_found"
    assert not (await slack.conversations_list(types="private_channel"))["channels"]


async def test_the_bot_joins_an_open_channel_by_itself(slack):
    joined = await slack.conversations_join(channel=GENERAL)
    again = await slack.conversations_join(channel=GENERAL)

    assert joined["channel"]["is_member"] is True
    assert again["warning"] == "already_in_channel"


async def test_an_archived_channel_cannot_be_joined(town, slack):
    await town.admin("archive", channel="general")

    assert await error_of(slack.conversations_join(channel=GENERAL)) == "is_archived"


async def test_a_direct_message_cannot_be_joined(slack):
    opened = await slack.conversations_open(users=ANA)
    call = slack.conversations_join(channel=opened["channel"]["id"])

    assert await error_of(call) == "method_not_supported_for_channel_type"


async def test_lists_come_in_pages(slack):
    channels = await pages(slack.conversations_list, "channels")
    members = await pages(slack.conversations_members, "members", channel=CARE)

    assert [c["id"] for [c] in channels] == [CARE, GENERAL, PARTNERS]
    assert [m for [m] in members] == [ANA, BEN, "U0CHLOEMRT", "U0DEVPATEL", HEED]


async def test_history_comes_in_pages_newest_first(slack):
    for text in "abc":
        await slack.chat_postMessage(channel=CARE, text=text)
    found = await pages(slack.conversations_history, "messages", channel=CARE)

    assert [m["text"] for [m] in found] == ["c", "b", "a"]


async def test_a_thread_comes_in_pages_its_parent_first(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    for text in "ab":
        await slack.chat_postMessage(channel=CARE, text=text, thread_ts=parent["ts"])
    found = await pages(slack.conversations_replies, "messages", channel=CARE, ts=parent["ts"])

    assert [m["text"] for [m] in found] == ["post", "a", "b"]
    assert {m["thread_ts"] for [m] in found} == {parent["ts"]}


async def test_asked_for_a_reply_the_thread_is_that_reply_alone(slack):
    parent = await slack.chat_postMessage(channel=CARE, text="post")
    reply = await slack.chat_postMessage(channel=CARE, text="a", thread_ts=parent["ts"])
    found = await slack.conversations_replies(channel=CARE, ts=reply["ts"])

    assert [m["text"] for m in found["messages"]] == ["a"]


@pytest.mark.parametrize(
    ("bounds", "inclusive", "texts"),
    [
        (("oldest",), False, "c"),
        (("oldest",), True, "cb"),
        (("latest",), False, "a"),
        (("latest",), True, "ba"),
        (("oldest", "latest"), True, "b"),
        (("oldest", "latest"), False, ""),
    ],
)
async def test_history_has_bounds_that_count_only_when_inclusive(slack, bounds, inclusive, texts):
    posted = [await slack.chat_postMessage(channel=CARE, text=text) for text in "abc"]
    between = dict.fromkeys(bounds, posted[1]["ts"])
    found = await slack.conversations_history(channel=CARE, inclusive=inclusive, **between)

    assert "".join(m["text"] for m in found["messages"]) == texts


async def test_people_are_described_as_slack_does(slack):
    ana = (await slack.users_info(user=ANA))["user"]
    gil = (await slack.users_info(user=GIL))["user"]
    olga = (await slack.users_info(user=OLGA))["user"]

    assert (ana["name"], ana["real_name"], ana["tz"]) == ("ana", "Ana Reyes", "Europe/London")
    assert (ana["tz_offset"], ana["is_stranger"], ana["is_admin"]) == (0, False, True)
    assert (gil["is_restricted"], gil["is_ultra_restricted"]) == (True, True)
    assert (olga["is_stranger"], olga["team_id"]) == (False, "T0PARTNER0")
    assert "email" not in olga["profile"]


async def test_a_stranger_is_one_of_another_team_whom_the_bot_meets_nowhere(town, slack):
    await town.do("ana", "remove", channel="partners", user="olga")

    assert (await slack.users_info(user=OLGA))["user"]["is_stranger"] is True


async def test_an_invitation_that_is_open_and_a_sibling_workspace_are_told_apart(town, slack):
    await town.admin("offer", channel="general")
    general = (await slack.conversations_info(channel=GENERAL))["channel"]
    town.town.keep_channel(town.town.channels[CARE], is_org_shared=True)
    care = (await slack.conversations_info(channel=CARE))["channel"]

    marks = ("is_shared", "is_ext_shared", "is_pending_ext_shared", "is_org_shared")
    assert [general[mark] for mark in marks] == [False, False, True, False]
    assert [care[mark] for mark in marks] == [True, False, False, True]


async def test_people_of_another_team_are_not_in_the_list_of_the_team(slack):
    members = (await slack.users_list())["members"]

    assert OLGA not in {member["id"] for member in members}
    assert [m["id"] for m in members if m["is_bot"]] == [HEED]


async def test_who_has_been_deactivated_is_marked(town, slack):
    await town.admin("deactivate", person="ben")

    assert (await slack.users_info(user=BEN))["user"]["deleted"] is True
    assert BEN not in (await slack.conversations_members(channel=CARE))["members"]


async def test_somebody_is_found_by_mail(slack):
    found = await slack.users_lookupByEmail(email="Ana.Reyes@example.com")

    assert found["user"]["id"] == ANA


async def test_the_bot_and_the_team_are_described(slack):
    bot = (await slack.bots_info(bot="B0HEEDBOT0"))["bot"]
    team = (await slack.team_info())["team"]

    assert (bot["user_id"], bot["app_id"]) == (HEED, "A0HEEDAPP0")
    assert (team["id"], team["domain"]) == ("T0PLAYGRND", "playground")


async def test_reactions_are_added_once_and_taken_back(town, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="hi")
    there = {"channel": CARE, "timestamp": posted["ts"], "name": "eyes"}
    await town.do("ana", "react", channel=CARE, ts=posted["ts"], name="👀")
    await slack.reactions_add(**there)

    assert await error_of(slack.reactions_add(**there)) == "already_reacted"
    got = await slack.reactions_get(channel=CARE, timestamp=posted["ts"])
    assert got["message"]["reactions"] == [{"name": "eyes", "users": [ANA, HEED], "count": 2}]
    await slack.reactions_remove(**there)
    assert await error_of(slack.reactions_remove(**there)) == "no_reaction"


async def test_the_bot_does_not_react_where_it_is_not(town, slack):
    said = await town.do("ana", "type", channel="general", text="hi")
    call = slack.reactions_add(channel=GENERAL, timestamp=said["ts"], name="eyes")

    assert await error_of(call) == "not_in_channel"

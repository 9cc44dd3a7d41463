"""Teams and channels change: who is there, what they are called, and whether they are there."""

import pytest
from sqlalchemy import text

from tests.handlers.teams.service import CARE, GENERAL, TENANT


async def rows(office, statement):
    def ask(work, now):
        del now
        return [tuple(row) for row in work.connection.execute(text(statement))]

    return await office.heed.ask(ask, office.tenancy)


async def places(office):
    return await rows(office, "SELECT place, name, lost, is_shared FROM place ORDER BY id")


async def seated(office):
    found = await rows(
        office,
        "SELECT t.name FROM attendance a JOIN teammate t ON t.id = a.teammate_id ORDER BY t.name",
    )
    return [name for (name,) in found]


def event(office, name, **more):
    body = office.activity("29:chloe", CARE, type="conversationUpdate") | more
    body["channelData"]["eventType"] = name
    return body


async def test_an_installed_heed_knows_its_channels_name_and_everybody_there(office):
    assert [each[1] for each in await places(office)] == ["Sales / Customer care"]
    assert await seated(office) == ["Ana Reyes", "Ben Okafor", "Chloe Martin", "Gil Novak"]


async def test_the_channel_that_was_chosen_at_the_install_is_the_one(office):
    body = office.activity("29:chloe", GENERAL, type="installationUpdate", action="add")
    body["channelData"]["settings"] = {"selectedChannel": {"id": "19:x@thread.tacv2", "name": "X"}}
    await office.deliver(body)
    assert (await places(office))[-1][:2] == ("19:x@thread.tacv2", "Sales / X")


async def test_a_renamed_channel_goes_by_its_new_name(office):
    body = event(office, "channelRenamed")
    body["channelData"]["channel"]["name"] = "Care desk"
    await office.deliver(body)
    assert (await places(office))[0][1] == "Sales / Care desk"


@pytest.mark.parametrize("name", ["channelDeleted", "teamDeleted", "teamArchived"])
async def test_a_channel_that_is_gone_is_lost_and_told(office, name):
    await office.deliver(event(office, name))
    assert (await places(office))[0][2] == name
    assert name in office.post("I can't post in", "a:29:chloe")[1]


@pytest.mark.parametrize("gone", ["teamArchived", "teamDeleted", "channelDeleted"])
async def test_a_channel_that_is_there_again_is_posted_in_again(office, gone):
    await office.deliver(event(office, gone))
    back = {"teamArchived": "teamUnarchived", "teamDeleted": "teamRestored"}
    body = event(office, back.get(gone, "channelRestored"))
    if gone != "channelDeleted":
        del body["channelData"]["channel"]
        body["conversation"]["id"] = GENERAL
    await office.deliver(body)
    assert [each[:3] for each in await places(office)] == [(CARE, "Sales / Customer care", "")]
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    assert office.post("Answer Globex")


async def test_a_renamed_team_renames_its_channels(office):
    body = event(office, "teamRenamed")
    body["conversation"]["id"] = GENERAL
    body["channelData"] = {
        "eventType": "teamRenamed",
        "team": {"id": GENERAL, "name": "Retail"},
        "tenant": {"id": TENANT},
    }
    await office.deliver(body)
    assert (await places(office))[0][1] == "Retail / Customer care"


async def test_the_first_channel_of_a_team_that_tells_no_name_is_no_group_chat(office):
    body = office.activity("29:ana", GENERAL, type="message", text="help")
    del body["channelData"]["team"]["name"]
    await office.deliver(body)
    assert (await places(office))[-1][:2] == (GENERAL, "General")


async def test_a_group_chat_goes_by_its_name_and_by_its_next_one(office):
    group = {"id": "19:chat@thread.v2", "conversationType": "groupChat", "name": "Big deals"}
    body = office.activity("29:chloe", type="installationUpdate", action="add")
    body["conversation"] |= group
    await office.deliver(body)
    assert (await places(office))[-1][:2] == (group["id"], "Big deals")
    body = office.activity("29:chloe", type="conversationUpdate", topicName="Small deals")
    body["conversation"] |= group
    await office.deliver(body)
    assert (await places(office))[-1][:2] == (group["id"], "Small deals")


async def test_a_channel_shared_with_outsiders_gets_no_reminders(office):
    await office.deliver(event(office, "channelShared"))
    assert "People of another company read this channel" in office.post("Heed is here")[1]
    await office.deliver(event(office, "channelUnshared"))
    assert "Reminders are posted here" in office.post("Reminders are posted here")[1]


async def test_what_stands_in_a_shared_channel_stays_as_it_is_whatever_is_done_there(office):
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    reminder, words = office.post("Answer Globex")
    await office.deliver(event(office, "channelShared"))
    told = "People of another company can read this channel"
    assert told in await office.press("29:ben", reminder, "Answered", CARE)
    why = {"data": {"action": "nudge.ask_waive", "ref": "1"}}
    asked = office.activity("29:ben", CARE, type="invoke", name="task/fetch", value=why)
    assert told in (await office.deliver(asked))["task"]["value"]
    await office.react("29:ben", reminder, added=["like"])
    assert told in office.posts("a:29:ben")[-1][1]
    assert await office.mention("29:ben", "emailed them the price list", thread=reminder) == []
    await office.type("29:ana", "log Globex called them, a discount of 40 %")
    assert office.post("Answer Globex")[1] == words
    await office.deliver(event(office, "channelUnshared"))
    assert "a discount of 40 %" in office.post("Answer Globex")[1]


@pytest.mark.parametrize("back", ["teamUnarchived", "channelRestored"])
async def test_a_shared_channel_that_is_there_again_is_shared_still(office, back):
    await office.deliver(event(office, "channelShared"))
    await office.deliver(event(office, "teamArchived"))
    body = event(office, back)
    if back == "teamUnarchived":
        del body["channelData"]["channel"]
        body["conversation"]["id"] = GENERAL
    await office.deliver(body)
    assert [each[2:] for each in await places(office)] == [("", True)]


async def test_a_channel_taken_from_one_of_several_companies_is_shared_still(office):
    await office.deliver(event(office, "channelShared"))
    body = event(office, "channelUnshared")
    body["channelData"]["channel"]["type"] = "shared"
    await office.deliver(body)
    assert (await places(office))[0][3]


async def test_people_come_and_go(office):
    gone = [{"id": "29:ben"}]
    await office.deliver(event(office, "teamMemberRemoved", membersRemoved=gone))
    assert "Ben Okafor" not in await seated(office)
    await office.deliver(event(office, "teamMemberAdded", membersAdded=gone))
    assert "Ben Okafor" in await seated(office)


async def test_who_leaves_a_channel_of_its_own_people_is_in_the_teams_others_still(office):
    await office.mention("29:ana", "help", place=GENERAL)
    body = event(office, "channelMemberRemoved", membersRemoved=[{"id": "29:ben"}])
    body["conversation"]["id"] = GENERAL
    await office.deliver(body)
    assert (await seated(office)).count("Ben Okafor") == 1


async def test_heed_put_out_of_one_channel_stays_in_the_teams_others(office):
    await office.mention("29:ana", "help", place=GENERAL)
    me = [{"id": "28:heed"}]
    body = event(office, "channelMemberRemoved", membersRemoved=me)
    body["conversation"]["id"] = GENERAL
    await office.deliver(body)
    assert [each[2] for each in await places(office)] == ["uninstalled", ""]
    body = event(office, "channelMemberAdded", membersAdded=me)
    body["conversation"]["id"] = GENERAL
    await office.deliver(body)
    assert [each[2] for each in await places(office)] == ["", ""]


async def test_an_upgraded_heed_is_where_it_was_and_asks_nobody_in_private(office):
    await office.install(action="remove-upgrade")
    assert (await places(office))[0][2] == "uninstalled"
    await office.install(action="add-upgrade")
    assert (await places(office))[0][2] == ""
    body = office.activity("29:ana", type="installationUpdate", action="add-upgrade")
    await office.deliver(body)
    assert len(await places(office)) == 1
    assert not office.posts("a:29:ana")


async def test_heed_itself_comes_and_goes(office):
    me = [{"id": "28:heed"}]
    await office.deliver(event(office, "teamMemberRemoved", membersRemoved=me))
    assert (await places(office))[0][2] == "uninstalled"
    await office.deliver(event(office, "teamMemberAdded", membersAdded=me))
    assert (await places(office))[0][2] == ""


async def test_who_came_while_heed_was_away_is_known_at_the_next_start(office):
    office.service.members = ["29:ana", "29:ben"]
    await office.front.acquaint()
    assert await seated(office) == ["Ana Reyes", "Ben Okafor"]


async def test_who_is_known_nowhere_any_more_has_left_and_who_has_only_left_the_channel_has_not(
    office,
):
    office.service.members = ["29:chloe"]
    office.service.left = {"29:ben"}
    await office.type("29:ben", "new Acme customer")
    await office.front.acquaint()
    active = await rows(office, "SELECT name FROM teammate WHERE is_active")
    assert sorted(name for (name,) in active) == ["Ana Reyes", "Chloe Martin", "Gil Novak"]
    await office.settle()
    assert office.post("Ben Okafor has left: 1 customer of theirs is yours now", "a:29:chloe")
    office.service.left = set()
    office.service.members = ["29:chloe", "29:ben"]
    await office.front.acquaint()
    assert len(await rows(office, "SELECT name FROM teammate WHERE is_active")) == len(active) + 1


async def test_heed_asks_its_question_even_where_nobody_tells_who_is_there(office):
    office.service.refuses = 503
    await office.install(place=GENERAL)
    office.service.refuses = 0
    assert office.post("Post reminders here?", GENERAL)
    assert await seated(office) == ["Ana Reyes", "Ben Okafor", "Chloe Martin", "Gil Novak"]
    await office.front.acquaint()
    assert (await seated(office)).count("Ana Reyes") == 2


async def test_whoever_is_there_is_not_forgotten_when_nobody_tells(office):
    office.service.refuses = 503
    await office.install(action="add-upgrade")
    assert "Ana Reyes" in await seated(office)


async def test_a_teams_that_does_not_answer_keeps_nobody_from_starting(office, caplog):
    office.service.members = ["29:nobody"]
    await office.front.acquaint()
    assert "Teams can't be asked who is where" in caplog.text
    await office.front.listen()


async def test_a_person_who_takes_heed_away_is_forgotten(office):
    await office.type("29:ana", "help")
    body = office.activity("29:ana", type="installationUpdate", action="remove")
    await office.deliver(body)
    kept = await rows(office, "SELECT address FROM reference")
    assert ("29:ana",) not in kept

"""Teams and channels change: who is there, what they are called, and whether they are there."""

import pytest
from sqlalchemy import text

from tests.handlers.teams.service import CARE, GENERAL


async def rows(office, statement):
    def ask(work, now):
        del now
        return [tuple(row) for row in work.connection.execute(text(statement))]

    return await office.heed.ask(ask, office.home)


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


async def test_a_channel_shared_with_outsiders_gets_no_reminders(office):
    await office.deliver(event(office, "channelShared"))
    assert "People of another company read this channel" in office.post("Heed is here")[1]
    await office.deliver(event(office, "channelUnshared"))
    assert "Reminders are posted here" in office.post("Reminders are posted here")[1]


async def test_people_come_and_go(office):
    gone = [{"id": "29:ben"}]
    await office.deliver(event(office, "teamMemberRemoved", membersRemoved=gone))
    assert "Ben Okafor" not in await seated(office)
    await office.deliver(event(office, "teamMemberAdded", membersAdded=gone))
    assert "Ben Okafor" in await seated(office)


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

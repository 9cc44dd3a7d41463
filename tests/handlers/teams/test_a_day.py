"""What a team types, presses and sees on Teams, over the real adapter and a real database."""

import pytest

from tests.handlers.teams import test_dialogs as dialogs
from tests.handlers.teams.conftest import actions, card, open_office, read
from tests.handlers.teams.service import CARE, GENERAL, PEOPLE
from tests.world import at


async def test_a_line_in_ones_own_conversation_is_logged(office):
    await office.type("29:ana", "new Acme advocate")
    told = await office.type("29:ana", "log Acme called Maria, she was happy")
    assert "📝 Logged for Acme" in told
    assert "praise" in told
    assert "Next: 🎁 Thank Acme" in told


async def test_a_mention_acts_thanks_in_a_line_and_keeps_the_customer_private(office):
    await office.type("29:ana", "new Acme advocate")
    public = await office.mention("29:ana", "log Acme called Maria, she was happy")
    assert public == ["Thank you, Ana. The receipt is in our chat."]
    told = office.posts("a:29:ana")[-1][1]
    assert "Logged for Acme" in told


async def test_a_receipt_opens_the_conversation_that_is_not_there_yet(office):
    public = await office.mention("29:ben", "new Globex prospect")
    assert public == ["Thank you, Ben. The receipt is in our chat."]
    assert [each["members"][0]["id"] for each in office.service.opened] == ["29:ben"]
    assert "Globex" in office.posts("a:29:ben")[0][1]


async def test_help_is_no_secret(office):
    (shown,) = await office.mention("29:ana", "help")
    assert "Here is what you can type" in shown
    assert "where I hear only what mentions me, mention me" in shown


async def test_a_refusal_is_told_in_private(office):
    public = await office.mention("29:ana", "log Nobody Known called")
    assert public == ["I answered you in our chat, Ana."]
    assert "No customer of that name yet" in office.posts("a:29:ana")[-1][1]


@pytest.fixture
async def reminder(office):
    """A reminder that stands in the channel: its id."""
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    return office.post("Answer Globex")[0]


async def test_a_reminder_is_posted_in_the_channel_on_the_turned_clock(office):
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "log Acme called, she was happy")
    assert all("🎁" not in words for _, words in office.posts())
    await office.turn(at("2026-11-16 09:20"))
    _, words = office.post("🎁 Thank Acme")
    assert "<at>Ana Reyes</at>'s customer" in words


async def test_done_changes_the_card_for_everybody_and_tells_the_one_who_pressed(office, reminder):
    told = await office.press("29:ben", reminder, "Answered", CARE)
    assert "✅" in told
    assert "type “undo” in our chat" in told
    assert "✅ <at>Ben Okafor</at>" in office.post("Answer Globex")[1]
    assert reminder in office.service.edits


async def test_the_second_to_press_is_told_who_was_first(office, reminder):
    shown = actions(card(office.service.shown[reminder][1]))
    take = next(each for each in shown if each["title"] == "I'll take it")
    await office.press("29:ana", reminder, "I'll take it", CARE)
    body = office.activity("29:ben", CARE, type="invoke", name="adaptiveCard/action")
    answer = await office.deliver(body | {"value": {"action": take}, "replyToId": reminder})
    assert answer["value"] == "Ana Reyes has it already.\n\nNothing was changed."


async def test_later_unfolds_and_puts_off(office, reminder):
    await office.press("29:ben", reminder, "Tomorrow morning", CARE)
    assert "💤 <at>Ben Okafor</at> put it off" in office.post("Answer Globex")[1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("like", "👀 <at>Ben Okafor</at> has it"),
        ("yes-tone5", "👀 <at>Ben Okafor</at> has it"),
        ("1f440_eyes", "👀 <at>Ben Okafor</at> has it"),
        ("heart", "✅ <at>Ben Okafor</at>"),
        ("praying-tone2", "✅ <at>Ben Okafor</at>"),
        ("2611_ballotboxwithcheck", "✅ <at>Ben Okafor</at>"),
        ("2705_whiteheavycheckmark", "✅ <at>Ben Okafor</at>"),
        ("1f4a4_zzz", "💤 <at>Ben Okafor</at> put it off"),
        ("274c_crossmark", "❌ Not needed, says <at>Ben Okafor</at>."),
    ],
)
async def test_a_reaction_acts_and_taking_it_away_takes_it_back(office, reminder, name, shown):
    await office.react("29:ben", reminder, added=[name])
    assert shown in office.post("Answer Globex")[1]
    await office.react("29:ben", reminder, removed=[name])
    assert shown not in office.post("Answer Globex")[1]


async def test_a_reaction_changed_for_another_ends_what_the_first_began(office, reminder):
    await office.react("29:ben", reminder, added=["like"])
    await office.react("29:ben", reminder, removed=["like"], added=["heart"])
    words = office.post("Answer Globex")[1]
    assert "✅ <at>Ben Okafor</at>" in words
    assert "has it" not in words


async def test_a_reaction_changed_for_one_that_means_the_same_changes_nothing(office, reminder):
    await office.react("29:ben", reminder, added=["like"])
    await office.react("29:ben", reminder, removed=["like"], added=["1f440_eyes"])
    assert "👀 <at>Ben Okafor</at> has it" in office.post("Answer Globex")[1]


async def test_reactions_of_one_second_count_in_their_order(office, reminder):
    at_ = "2026-11-16T09:30:00"
    await office.react("29:ben", reminder, added=["like"], timestamp=f"{at_}.9Z")
    await office.react("29:ben", reminder, removed=["like"], timestamp=f"{at_}.9174Z")
    assert "has it" not in office.post("Answer Globex")[1]


async def test_a_reply_that_mentions_heed_and_reads_as_a_contact_is_logged(office, reminder):
    said = await office.mention("29:ben", "emailed them the price list", thread=reminder)
    assert said == ["📝 Logged, thank you."]
    assert "✅ <at>Ben Okafor</at>" in office.post("Answer Globex")[1]


async def test_a_reply_that_mentions_heed_does_what_a_button_does(office, reminder):
    said = await office.mention("29:ben", "on it", thread=reminder)
    assert said == ["Thank you, Ben. The receipt is in our chat."]
    assert "👀 <at>Ben Okafor</at> has it." in office.post("Answer Globex")[1]
    assert "[Undo]" in office.posts("a:29:ben")[-1][1]
    said = await office.mention("29:ben", "not now, later", thread=reminder)
    assert said == ["I answered you in our chat, Ben."]
    assert "Until when?" in office.posts("a:29:ben")[-1][1]
    await office.mention("29:ana", "mine", thread=reminder)
    assert "Ben Okafor has it already." in office.posts("a:29:ana")[-1][1]
    await office.mention("29:ben", "not needed, she left", thread=reminder)
    assert "“not needed, she left”" in office.post("Answer Globex")[1]


async def test_in_the_thread_of_a_reminder_the_customer_is_known(office, reminder):
    public = await office.mention("29:ben", "log emailed her the prices", thread=reminder, id="m1")
    assert public == ["Thank you, Ben. The receipt is in our chat."]
    receipt = office.posts("a:29:ben")[-1][1]
    assert "📝 Logged for Globex" in receipt
    assert "✅ <at>Ben Okafor</at>" in office.post("Answer Globex")[1]
    edited = {"id": "m1", "text": "log called her, she was angry", "type": "messageUpdate"}
    body = office.activity("29:ben", CARE, reminder, **edited)
    body["channelData"]["eventType"] = "editMessage"
    await office.deliver(body)
    assert "angry" not in await office.type("29:ben", "customer globex")
    await office.mention("29:ben", "customer", thread=reminder)
    assert "🪪 Globex" in office.posts("a:29:ben")[-1][1]
    await office.mention("29:ben", "log", thread=reminder)
    form, asked = office.posts("a:29:ben")[-1]
    assert "To log a contact" in asked
    assert "Globex" in str(office.service.shown[form][1])


async def test_heed_is_understood_with_and_without_its_name(office):
    for said in ("due", "heed due", "@heed due", "/heed due", "/due"):
        assert "Nothing waits for you" in await office.type("29:ben", said), said
    for said in ("hi", "hello", "Hello Heed!", "help", "?", "heed", "@heed help"):
        assert "Here is what you can type" in await office.type("29:ben", said), said


async def test_talk_under_a_reminder_is_left_alone_and_told_so(office, reminder):
    (said,) = await office.mention("29:ben", "what a lovely day", thread=reminder)
    assert said.startswith("I read no contact in that")
    assert "[Answered]" in office.post("Answer Globex")[1]


async def test_a_reply_put_right_or_taken_away_is_put_right_and_taken_back(office, reminder):
    await office.mention("29:ben", "emailed them the price list", thread=reminder, id="m1")
    edited = {"id": "m1", "text": "will do it tomorrow"}
    body = office.activity("29:ben", CARE, reminder, type="messageUpdate", **edited)
    body["channelData"]["eventType"] = "editMessage"
    await office.deliver(body)
    assert "[Answered]" in office.post("Answer Globex")[1]
    await office.deliver(
        body | {"text": "called them, all good", "timestamp": "2026-11-16T09:01:00Z"}
    )
    assert "✅ <at>Ben Okafor</at>" in office.post("Answer Globex")[1]
    gone = office.activity("29:ben", CARE, reminder, type="messageDelete", id="m1")
    await office.deliver(gone | {"timestamp": "2026-11-16T09:02:00Z"})
    assert "[Answered]" in office.post("Answer Globex")[1]
    body["channelData"]["eventType"] = "undeleteMessage"
    await office.deliver(
        body | {"text": "called them, all good", "timestamp": "2026-11-16T09:03:00Z"}
    )
    assert "✅ <at>Ben Okafor</at>" in office.post("Answer Globex")[1]


async def test_a_complaint_has_its_steps_in_its_thread(office):
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "complaint Acme the parcel came broken")
    complaint, _ = office.post("🔥 Complaint: Acme")
    step, _ = office.post("know that we heard them")
    assert office.service.shown[step][0] == f"{CARE};messageid={complaint}"
    form = await dialogs.ask(office, "29:ana", card(office.service.shown[complaint][1]), "Resolved")
    await dialogs.send(office, "29:ana", form, CARE, remedy="a new one")
    assert (
        "Resolved by Ana Reyes, Mon 16 Nov, 09:00: “a new one”"
        in office.post("✅ Complaint: Acme")[1]
    )


async def test_the_digest_comes_in_the_managers_morning_and_opens(office):
    await office.type("29:chloe", "new Acme advocate")
    await office.type("29:chloe", "log Acme called, she was happy")
    await office.turn(at("2026-11-17 07:29"))
    assert not [words for _, words in office.posts("a:29:chloe") if "Good morning" in words]
    await office.turn(at("2026-11-17 07:31"))
    digest, words = office.post("Good morning, Chloe", "a:29:chloe")
    assert "✅ Done yesterday: 1 contact" in words
    await office.press("29:chloe", digest, "Open")
    assert "What was done" in office.posts("a:29:chloe")[-1][1]


async def test_the_digest_of_whoever_never_spoke_comes_in_the_workspaces_morning(database):
    async with open_office(database, installed=False, heed_zone="America/New_York") as office:
        await office.install("29:ben")
        await office.type("29:ben", "new Acme advocate")
        await office.type("29:ben", "log Acme called, she was happy")
        await office.turn(at("2026-11-16 13:29"))
        assert not office.posts("a:29:chloe")
        await office.turn(at("2026-11-16 13:31"))
        assert office.post("Good morning, Chloe", "a:29:chloe")


async def test_a_receipt_makes_room_for_what_undo_answers(office):
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "log Acme called")
    receipt, _ = office.post("📝 Logged for Acme", "a:29:ana")
    assert "↩️ Taken back" in await office.press("29:ana", receipt, "Undo")
    assert "↩️ Taken back" in read(office.service.shown[receipt][1])


async def test_a_list_of_what_waits_is_shown_without_what_was_done(office, reminder):
    del reminder
    await office.type("29:ana", "due")
    listed, words = office.post("1 thing waits for you", "a:29:ana")
    assert "Answer Globex" in words
    assert "✅" in await office.press("29:ana", listed, "Answered")
    assert "Answer Globex" not in read(office.service.shown[listed][1])


async def test_whoever_adds_heed_is_welcomed_once(office):
    body = office.activity("29:ana", type="installationUpdate", action="add")
    await office.deliver(body)
    await office.deliver(body)
    said = [words for _, words in office.posts("a:29:ana")]
    assert len([each for each in said if "Here is what you can type" in each]) == 1
    assert len([each for each in said if "Good morning, Ana" in each]) == 1


async def test_a_channel_where_heed_is_first_mentioned_is_asked_too(office):
    await office.mention("29:ana", "help", place=GENERAL)
    question, _ = office.post("Post reminders here?", GENERAL)
    assert await office.press("29:chloe", question, "No", GENERAL)
    assert "No reminders here" in office.post("No reminders here", GENERAL)[1]
    await office.mention("29:ana", "help", place=GENERAL)
    assert len([1 for _, each in office.posts(GENERAL) if "reminders here" in each]) == 1


async def test_an_uninstalled_heed_sends_nothing_there_and_tells_the_managers(office):
    await office.install(action="remove")
    told = office.post("I can't post in #Sales / Customer care any more", "a:29:chloe")[1]
    assert "I was taken out of it." in told
    before = len(office.posts())
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    assert len(office.posts()) == before


async def test_a_guest_sees_no_customer(office):
    told = await office.type("29:gil", "customer acme")
    assert "you are here as a guest" in told


async def test_somebody_of_another_company_sees_no_customer(office):
    group = "19:chat@thread.v2"
    body = office.activity("29:ola", type="message", text="<at>Heed</at> customer acme")
    body["conversation"] |= {"id": group, "conversationType": "groupChat"}
    await office.deliver(body)
    assert "you are here as a guest" in office.posts("a:29:ola")[-1][1]


async def test_outsiders_in_a_shared_channel_see_no_customer(office):
    await office.type("29:ana", "new Acme advocate")
    body = office.activity("29:ana", CARE, type="message", text="log Acme called")
    body["channelData"]["channel"]["type"] = "shared"
    before = len(office.posts())
    await office.deliver(body)
    assert [words for _, words in office.posts()[before:]] == ["I answered you in our chat, Ana."]
    assert "People of another company can read this channel" in office.posts("a:29:ana")[-1][1]
    body |= {"id": "another"}
    body["from"] = office.activity("29:ola", CARE)["from"]
    await office.deliver(body)
    assert "you are here as a guest" in office.posts("a:29:ola")[-1][1]


async def test_a_private_command_in_a_channel_is_answered_to_that_person_alone(office):
    body = office.activity("29:ana", CARE, type="message", text="/new Acme advocate")
    body["recipient"]["isTargeted"] = True
    before = len(office.posts())
    await office.deliver(body)
    assert len(office.posts()) == before
    ((user, whisper),) = office.service.whispers
    assert user == "29:ana"
    assert "Acme" in read(whisper)


async def test_a_private_answer_that_can_not_stand_in_the_channel_comes_in_the_chat(office):
    body = office.activity("29:ana", CARE, type="message", text="/new Acme advocate")
    body["recipient"]["isTargeted"] = True
    office.service.troubles = [400]
    before = len(office.posts())
    await office.deliver(body)
    assert len(office.posts()) == before
    assert "🪪 Acme" in office.posts("a:29:ana")[-1][1]


async def test_names_are_real_mentions(office, reminder):
    shown = card(office.service.shown[reminder][1])
    assert {"id": "29:ana", "name": "Ana Reyes"} in [
        entity["mentioned"] for entity in shown["msteams"]["entities"]
    ]
    assert all(
        each["verb"] == each["data"]["action"]
        for each in actions(shown)
        if each["type"] == "Action.Execute"
    )


async def test_somebody_whom_no_roster_told_of_is_met_by_their_reaction(office, monkeypatch):
    monkeypatch.setitem(PEOPLE, "29:zoe", ("Zoe Lind", "zoe", "Europe/Stockholm"))
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    message_id, _ = office.post("Answer Globex")
    await office.react("29:zoe", message_id, added=["like"])
    assert "<at>Zoe Lind</at> has it" in office.post("Answer Globex")[1]

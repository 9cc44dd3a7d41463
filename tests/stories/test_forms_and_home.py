"""Filling in instead of typing: forms, shortcuts, and Home, in a Slack workspace."""

import pytest

from tests.stories.conftest import CARE, find, read

ACME = "/heed new Acme advocate Maria Lopez maria@acme.com"


@pytest.fixture
async def team(office):
    await office.type("ana", ACME)
    return office


async def opened(office, who, words, channel=CARE):
    """The form that a command opens."""
    done = await office.town.do(who, "type", channel=channel, text=words)
    return done["sees"]["forms"][-1]


async def submit(office, who, form, **values):
    return await office.town.do(who, "submit", view=form["id"], values=values)


async def customer(office, who, form, query):
    """What the search field offers for what was typed."""
    return await office.search(who, form, "customer", query)


def private(done):
    seen = [*done["sees"].get("messages", []), *done["sees"].get("changed", [])]
    return next((read(each) for each in seen if each.get("is_ephemeral")), "")


async def test_a_contact_is_logged_by_a_form(team):
    form = await opened(team, "ana", "/heed log")
    found = await customer(team, "ana", form, "acm")
    assert found["Acme · Ana Reyes"]
    values = {"customer": found["Acme · Ana Reyes"], "words": "called Maria, she was happy"}
    done = await submit(team, "ana", form, **values)
    receipt = private(done)
    assert "Logged for Acme" in receipt
    assert "Call · we began · praise" in receipt


async def test_what_is_chosen_goes_before_what_the_words_say(team):
    form = await opened(team, "ana", "/heed log")
    found = await customer(team, "ana", form, "acme")
    done = await submit(
        team,
        "ana",
        form,
        customer=next(iter(found.values())),
        words="called Maria, she was happy",
        kind="meeting",
        direction="theirs",
        signs=["referral"],
    )
    assert "Meeting · they began · referral" in private(done)


async def test_somebody_new_is_created_with_the_contact_and_undone_with_it(team):
    form = await opened(team, "ana", "/heed log")
    found = await customer(team, "ana", form, "Initech")
    new = found["Create “Initech”"]
    done = await submit(team, "ana", form, customer=new, words="called, all fine")
    assert "Logged for Initech" in private(done)
    await team.type("ana", "/heed undo")
    assert "No customer of that name yet" in read(await team.type("ana", "/heed customer initech"))


async def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(team):
    form = await opened(team, "ana", "/heed log")
    found = await customer(team, "ana", form, "acme")
    done = await submit(team, "ana", form, customer=next(iter(found.values())))
    assert done["errors"] == {"words": "Say in a few words what happened, or choose how it was."}
    later = {"customer": next(iter(found.values())), "words": "called", "when": "2126-01-01 10:00"}
    done = await submit(team, "ana", form, **later)
    assert "still to come" in done["errors"]["when"]
    done = await submit(team, "ana", form, **later | {"when": "2026-11-16 08:30"})
    assert "Logged for Acme" in private(done)


async def test_a_receipt_is_changed_where_it_stands(team):
    receipt = await team.type("ana", "/heed log Acme called Maria, all fine")
    done = await team.act("ana", receipt, "Change")
    form = done["sees"]["forms"][-1]
    done = await submit(team, "ana", form, words="mailed Maria, she was happy", kind="mail")
    assert "Mail · we began" in private(done)
    assert "mailed Maria, she was happy" in private(done)
    card = read(await team.type("ana", "/heed customer acme"))
    assert card.count("mailed Maria") == 1
    assert "all fine" not in card


async def test_the_whole_customer_is_edited_in_one_form_and_undone_in_one_click(team):
    card = await team.type("ana", "/heed customer acme")
    done = await team.act("ana", card, "Edit")
    form = done["sees"]["forms"][-1]
    zone = (await team.search("ana", form, "zone", "paris"))["Europe/Paris"]
    people = "Maria Lopez, maria@acme.com, +44 20 7946 0000\nJon Snow jon@acme.com"
    edited = {"name": "Acme Industries", "aliases": "ACM, The Acmes", "rung": "raving fan"}
    done = await submit(team, "ana", form, contacts=people, owner="ben", zone=zone, **edited)
    assert "Saved: Acme Industries" in private(done)
    card = read(await team.type("ana", "/heed customer ACM"))
    for words in (
        "Acme Industries",
        "Raving fan",
        "BENOKAFR",
        "Jon Snow",
        "7946",
        "The Acmes",
        "Paris",
    ):
        assert words in card
    await team.type("ana", "/heed undo")
    card = read(await team.type("ana", "/heed customer acme"))
    assert "Jon Snow" not in card
    assert "Advocate" in card
    assert "Nobody is called “ACM”" in read(await team.type("ana", "/heed customer ACM"))


async def test_every_wrong_field_is_named_at_once(team):
    await team.type("ana", "/heed new Globex")
    card = await team.type("ana", "/heed customer acme")
    form = (await team.act("ana", card, "Edit"))["sees"]["forms"][-1]
    done = await submit(team, "ana", form, name="globex", owner="gil")
    assert set(done["errors"]) == {"name", "owner"}
    assert "There is a customer called" in done["errors"]["name"]
    assert "/heed customer" in done["errors"]["name"]
    assert "Acme" in read(await team.type("ana", "/heed customer acme"))


async def test_a_complaint_and_a_customer_can_be_filled_in_too(team):
    form = await opened(team, "ana", "/heed new")
    done = await submit(team, "ana", form, name="Globex", rung="prospect", contacts="Jo jo@g.com")
    assert "Globex" in private(done)
    form = await opened(team, "ana", "/heed complaint")
    found = await customer(team, "ana", form, "globex")
    values = {"customer": next(iter(found.values())), "words": "the parcel came broken"}
    done = await submit(team, "ana", form, **values)
    assert "Complaint opened for Globex" in private(done)
    assert await team.post("the parcel came broken")


async def test_a_shortcut_logs_from_anywhere_and_answers_in_private(team):
    done = await team.town.do("ana", "shortcut", callback_id="log")
    form = done["sees"]["forms"][-1]
    found = await customer(team, "ana", form, "acme")
    await submit(team, "ana", form, customer=next(iter(found.values())), words="called")
    seen = await team.town.look("ana", "read", channel="dm")
    assert "Logged for Acme" in read(seen["messages"][-1])


async def test_a_message_becomes_a_contact_that_leads_back_to_it(team):
    said = {"channel": CARE, "text": "Acme called, Maria loved the demo"}
    message = (await team.town.do("ben", "type", **said))["ts"]
    done = await team.town.do(
        "ana", "shortcut", callback_id="log_message", channel=CARE, ts=message
    )
    form = done["sees"]["forms"][-1]
    done = await submit(team, "ana", form)
    receipt = private(done)
    assert "Logged for Acme" in receipt
    assert "praise" in receipt
    assert "From this message" in receipt


async def test_later_offers_a_day_of_its_own(team):
    await team.type("ana", "/heed log Acme called, Maria recommended us to Globex")
    await team.wait(hours=1)
    post = await team.post("Thank Maria")
    done = await team.act("ben", post, "Later", "day")
    form = done["sees"]["forms"][-1]
    assert set((await submit(team, "ben", form, day="2026-11-16"))["errors"]) == {"day"}
    await submit(team, "ben", form, day="2026-11-20")
    assert "put it off; back" in read(await team.post("Thank Maria"))
    await team.turn(to=team.at("2026-11-19 23:00"))
    assert "put it off; back" in read(await team.post("Thank Maria"))
    await team.turn(to=team.at("2026-11-20 15:00"))
    post = await team.post("Thank Maria")
    thread = await team.channel(thread=post["ts"])
    assert any("as you asked" in read(each) for each in thread)


async def test_home_shows_what_waits_and_can_be_acted_on_there(team):
    await team.type("ana", "/heed log Acme called, Maria recommended us to Globex")
    await team.wait(hours=1)
    await team.town.do("ana", "home")
    shown = ["Thank Maria Lopez at Acme", "Your 1 customer", "Your week: 1 contact"]
    assert "Your team" not in read(await team.home("ana", "Ana", *shown))
    await team.act_at_home("ana", "Thanked")
    await team.home("ana", "✅", "Nothing waits for you")
    await team.act_at_home("ana", "Undo")
    await team.home("ana", "Taken back", "1 thing waits")


async def test_home_is_drawn_anew_when_somebody_else_acts(team):
    await team.type("ana", "/heed log Acme called, Maria recommended us to Globex")
    await team.wait(hours=1)
    await team.town.do("ana", "home")
    await team.home("ana", "1 thing waits")
    await team.press("ben", await team.post("Thank Maria"), "Thanked")
    await team.home("ana", "Nothing waits for you")


async def test_home_shows_a_manager_the_team(team):
    await team.type("ana", "/heed complaint Acme the parcel came broken")
    await team.town.do("chloe", "home")
    await team.home("chloe", "Your team", "Acme: complaint, opened today", "Coverage")
    done = await team.act_at_home("chloe", "Open")
    assert "parcel came broken" in read(done["sees"]["forms"][-1])


async def test_home_pages_through_many_customers(team):
    for number in range(23):
        await team.type("ana", f"/heed new Customer {number:02}")
    await team.town.do("ana", "home")
    await team.home("ana", "1 to 10 of 24")
    await team.act_at_home("ana", "More")
    await team.home("ana", "11 to 20 of 24")
    await team.act_at_home("ana", "More")
    await team.home("ana", "21 to 24 of 24")
    await team.act_at_home("ana", "Back")
    await team.home("ana", "11 to 20 of 24")


async def test_a_customer_is_found_from_home_and_edited_above_its_card(team):
    await team.town.do("ana", "home")
    await team.home("ana", "Log a contact")
    asked = {"view": "home", "action_id": "customer.find|customers"}
    found = (await team.town.do("ana", "search", **asked, query="acm"))["options"]
    done = await team.town.do("ana", "act", **asked, value=found[0]["value"])
    card = done["sees"]["forms"][-1]
    assert "Advocate" in read(card)
    edit = {"view": card["id"], "action_id": find(card, "Edit")}
    form = (await team.town.do("ana", "act", **edit))["sees"]["forms"][-1]
    done = await submit(team, "ana", form, name="Acme Ltd")
    assert not done["is_open"]
    shown = (await team.town.look("ana", "forms"))["forms"]
    saved = next(each for each in shown if each["id"] == card["id"])
    assert read(saved).startswith("✏️ Saved: Acme Ltd")

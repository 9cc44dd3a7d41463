"""Forms as dialogs, and Home as a card: by the invokes that Teams sends."""

import json

import jsonschema
import pytest

from handlers.teams import cards
from handlers.teams.forms import FormCard
from tests.handlers.examples import ANA, BEN, LONDON, all_forms
from tests.handlers.teams.conftest import actions, card, read, spell
from tests.handlers.teams.service import CARE
from tests.handlers.teams.test_cards import SCHEMA

FORMS = list(all_forms())


async def ask(office, who, shown, label, place=None):
    """Presses what opens a dialog; what it shows."""
    found = next(each for each in actions(shown) if each["title"] == label)
    assert found["data"]["msteams"] == {"type": "task/fetch"}
    return await fetch(office, who, found["data"], place)


async def fetch(office, who, data, place=None):
    body = office.activity(who, place, type="invoke", name="task/fetch")
    answer = await office.deliver(body | {"value": {"data": data}})
    return answer["task"]


async def send(office, who, task, place=None, **values):
    """Fills in a dialog and sends it off; what comes back."""
    form = task["value"]["card"]["content"]
    defaults = {
        each["id"]: each["value"] for each in form["body"] if "id" in each and each.get("value")
    }
    more = {"id": values.pop("id")} if "id" in values else {}
    data = form["actions"][0]["data"] | defaults | values
    body = office.activity(who, place, type="invoke", name="task/submit", **more)
    answer = await office.deliver(body | {"value": {"data": data}})
    return answer.get("task") if answer else None


def fields(task):
    return {each["id"]: each for each in task["value"]["card"]["content"]["body"] if "id" in each}


@pytest.fixture
async def tenancy(office):
    """Ana's Home, as a card."""
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "home")
    return card(office.service.sent[-1][1])


async def test_home_shows_what_it_shows_elsewhere(tenancy):
    words = spell(tenancy)
    assert "Good morning, Ana" in words
    assert "🪜 Your 1 customer" in words
    assert "Acme" in words


async def test_a_contact_is_logged_by_a_dialog(office, tenancy):
    task = await ask(office, "29:ana", tenancy, "Log a contact")
    assert task["value"]["title"] == "Log a contact"
    assert "Acme" in json.dumps(fields(task)["customer"])
    customer = fields(task)["customer"]["choices"][0]["value"]
    closed = await send(
        office,
        "29:ana",
        task,
        customer=customer,
        words="she loved the demo",
        kind="meeting",
        signs="praise",
        **{"when-day": "2026-11-15", "when-clock": "14:00"},
    )
    assert closed is None
    receipt = office.posts("a:29:ana")[-1][1]
    assert "Logged for Acme" in receipt
    assert "Meeting" in receipt
    assert "2026-11-15T14:00:00Z" in receipt


async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(office, tenancy):
    task = await ask(office, "29:ana", tenancy, "Add a customer")
    again = await send(office, "29:ana", task, name="Acme", zone="")
    assert again["type"] == "continue"
    body = again["value"]["card"]["content"]["body"]
    at_name = next(number for number, each in enumerate(body) if each.get("id") == "name")
    assert body[at_name]["value"] == "Acme"
    assert body[at_name - 1]["inlines"][0]["color"] == "Attention"


async def test_a_form_sent_again_is_done_once_and_closes(office, tenancy):
    task = await ask(office, "29:ana", tenancy, "Log a contact")
    customer = fields(task)["customer"]["choices"][0]["value"]
    for _ in range(2):
        assert (
            await send(office, "29:ana", task, customer=customer, words="called", id="f:1") is None
        )
    assert len([1 for _, words in office.posts("a:29:ana") if "Logged for Acme" in words]) == 1


@pytest.mark.parametrize("name", ["kind", "direction", "signs", "customer"])
async def test_what_was_never_offered_is_told_at_its_field(office, tenancy, name):
    task = await ask(office, "29:ana", tenancy, "Log a contact")
    customer = fields(task)["customer"]["choices"][0]["value"]
    filled = {"customer": customer, "words": "called", name: "9" * 23}
    again = await send(office, "29:ana", task, **filled)
    body = again["value"]["card"]["content"]["body"]
    at_name = next(number for number, each in enumerate(body) if each.get("id") == name)
    assert "hoose" in body[at_name - 1]["inlines"][0]["text"]


async def test_why_it_is_not_needed_is_asked_in_the_channel(office):
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    message_id, _ = office.post("Answer Globex")
    shown = card(office.service.shown[message_id][1])
    task = await ask(office, "29:ben", shown, "Not needed", CARE)
    reason = next(iter(fields(task).values()))["choices"][0]["value"]
    name = next(iter(fields(task)))
    told = await send(office, "29:ben", task, CARE, **{name: reason})
    assert told["type"] == "message"
    assert "Not needed" in told["value"]
    assert "❌ Not needed" in office.post("Answer Globex")[1]


async def test_a_search_field_offers_what_begins_so(office):
    await office.type("29:ana", "new Acme advocate")
    body = office.activity("29:ana", type="invoke", name="application/search")
    answer = await office.deliver(
        body | {"value": {"dataset": "customers", "queryText": "Ac", "kind": "search"}}
    )
    assert "Acme" in answer["value"]["results"][0]["title"]
    answer = await office.deliver(body | {"value": {"dataset": "secrets", "queryText": "Ac"}})
    assert answer["value"]["results"] == []


@pytest.mark.parametrize("data", [{}, {"action": "drop.tables"}, {"action": "nudge.later"}, 5])
async def test_an_odd_dialog_is_answered_in_words(office, data):
    for name in ("task/fetch", "task/submit"):
        body = office.activity("29:ana", type="invoke", name=name)
        answer = await office.deliver(body | {"value": {"data": data}})
        assert answer["task"]["type"] == "message"


async def test_home_turns_its_pages_in_place(office):
    for number in range(7):
        await office.type("29:ana", f"new Customer{number} member")
    await office.type("29:ana", "home")
    home_id = list(office.service.shown)[-1]
    assert "Customer6" not in read(office.service.shown[home_id][1])
    assert "Customer6" in await office.press("29:ana", home_id, "More")
    assert "Customer6" in read(office.service.shown[home_id][1])


async def test_a_customer_is_found_by_typing_in_home(office, tenancy):
    del tenancy
    home_id = list(office.service.shown)[-1]
    shown = card(office.service.shown[home_id][1])
    finder = next(each for each in actions(shown) if each["title"] == "Find a customer …")
    field = finder["card"]["body"][0]["id"]
    data = finder["card"]["actions"][0]["data"] | {field: "acme"}
    body = office.activity("29:ana", type="invoke", name="adaptiveCard/action")
    pressed = {"action": {"verb": data["action"], "data": data}}
    await office.deliver(body | {"value": pressed, "replyToId": home_id})
    assert "🪪 Acme" in office.posts("a:29:ana")[-1][1]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_field_reaches_the_reader_and_the_schema_takes_it(form):
    built = FormCard(form, [ANA, BEN], {}, LONDON).build({"action": "x"})
    raw = json.dumps(built, ensure_ascii=False)
    for field in form.fields:
        assert field.label in raw
        assert field.name in raw
    assert cards.size(built) <= 25 * 1024
    for each in built["body"]:
        each.pop("choices.data", None)  # Teams' "Typeahead search", which came after this schema
        if each.get("style") == "filtered":
            del each["style"]
    jsonschema.validate(built, SCHEMA)


def test_moments_are_asked_on_the_readers_clock():
    form = next(each for each in FORMS if each.id == "change")
    built = FormCard(form, [], {}, LONDON).build({})
    shown = {each["id"]: each.get("value") for each in built["body"] if "id" in each}
    assert (shown["when-day"], shown["when-clock"]) == ("2026-11-17", "09:15")


CUSTOMER = {"user": {"userIdentityType": "emailUser", "displayName": "Maria"}}
COLLEAGUE = {"user": {"userIdentityType": "aadUser", "id": "4f1c"}}


def chosen_from(message):
    said = {
        "linkToMessage": "https://teams.example/m/1",
        "createdDateTime": "2026-11-13T10:00:00Z",
        "body": {"contentType": "html", "content": "<p>The hinge broke&nbsp;again,<br>sorry</p>"},
    }
    return {"commandId": "log_message", "messagePayload": said | message}


@pytest.mark.parametrize(("author", "began"), [(CUSTOMER, "theirs"), (COLLEAGUE, None)])
async def test_a_message_can_be_logged_from_its_menu(office, author, began):
    await office.type("29:ana", "new Acme advocate")
    body = office.activity("29:ana", CARE, type="invoke", name="composeExtension/fetchTask")
    answer = await office.deliver(body | {"value": chosen_from({"from": author})})
    form = answer["task"]["value"]["card"]["content"]
    asked = {each["id"]: each.get("value") for each in form["body"] if "id" in each}
    assert asked["words"] == "The hinge broke again,\nsorry"
    assert asked.get("direction") == began
    filled = {name: value for name, value in asked.items() if value} | {"customer": "1"}
    body = office.activity("29:ana", CARE, type="invoke", name="composeExtension/submitAction")
    data = form["actions"][0]["data"] | filled
    assert await office.deliver(body | {"value": {"commandId": "log_message", "data": data}}) == {}
    room, receipt = office.service.sent[-1]
    assert room == "a:29:ana"
    assert "Logged for Acme" in read(receipt)
    assert "https://teams.example/m/1" in json.dumps(receipt)

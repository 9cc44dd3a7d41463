"""Each door of Teams' does what it may, and nothing else, whoever forges what comes through it."""

from typing import get_type_hints

import pytest

import features
from handlers.teams import answers
from store.tables import Base
from tests.databases import ON_SQLITE
from tests.handlers.teams.service import CARE
from tests.handlers.teams.test_channels import event
from tests.handlers.teams.test_dialogs import fetch, fields, send

REGISTRY = features.build()
OPENING = {name: act for name, act in REGISTRY.opens.items() if " " not in name}
PRESSED = OPENING | {name: each.act for name, each in REGISTRY.presses.items()}
SUBMITTED = REGISTRY.submits
VERBS = sorted({*PRESSED, *SUBMITTED})
FORMS = set(OPENING)
MAY = {
    "adaptiveCard/action": set(PRESSED) - FORMS,
    "task/fetch": FORMS,
    "task/submit": FORMS,
    "application/search": set(),
}
"""Which verbs come through which door; a dialog that is sent names what it was opened by."""

OF_MORE = {"pulse.tell", "wish.came"}
"""Forms about what nobody has said here: what would make it excellent, and a wish."""

GONE = "That is no longer there"


@pytest.fixture
async def forger(office):
    """Whatever there can be: a customer, a contact, a complaint, a promise, a reminder and a draft,
    each the first of its kind.
    """
    await office.type("29:ana", "new Acme advocate")
    await office.type("29:ana", "log Acme called, she was happy")
    await office.type("29:ana", "complaint Acme the parcel came broken")
    await office.type("29:ana", "promise Acme Friday 3pm call Maria")
    await office.type("29:ben", "log Globex called, all fine")
    return office


def about(action_id):
    """What the verb asks for, and would be done with: each number is that of the first."""
    capability = PRESSED.get(action_id) or SUBMITTED[action_id]
    kinds = list(get_type_hints(capability).items())[2:]
    facts = [kind for name, kind in kinds if name not in {"return", "filled"}]
    return {
        "ref": ":".join("1" for kind in facts if kind is int),
        "choice": "tomorrow" if str in facts else "",
    }


def forged(door, action_id):
    data = {"action": action_id, **about(action_id), "words": "called", "customer": "1"}
    match door:
        case "adaptiveCard/action":
            return {"action": {"verb": action_id, "data": data}}
        case "application/search":
            return {"dataset": action_id, "queryText": "acme", "data": data}
        case _:
            return {"data": data | {"asked": data}}


async def everything(office):
    """All that is kept, but for what was seen."""

    def dump(work, now):
        del now
        tables = [each for name, each in Base.metadata.tables.items() if name != "seen"]
        return {each.name: work.connection.execute(each.select()).all() for each in tables}

    return await office.heed.ask(dump, office.tenancy)


@ON_SQLITE
@pytest.mark.parametrize("door", MAY)
async def test_what_may_not_come_through_a_door_is_refused_there(forger, door):
    before = await everything(forger)
    for action_id in [each for each in VERBS if each not in MAY[door]]:
        body = forger.activity(
            "29:ben", CARE, type="invoke", name=door, value=forged(door, action_id)
        )
        answer = await forger.deliver(body, settle=False)
        assert GONE in str(answer) or answer == answers.found(()), (action_id, answer)
        assert await everything(forger) == before, action_id


@ON_SQLITE
@pytest.mark.parametrize("action_id", sorted(FORMS))
async def test_what_opens_a_form_opens_it(forger, action_id):
    """For whom it is; what is about something that is not there says so."""
    who = "29:chloe" if action_id == "moments.ask" else "29:ben"
    task = await fetch(forger, who, {"action": action_id, **about(action_id)}, CARE)
    if action_id in OF_MORE:
        assert GONE in task["value"]
    else:
        assert task["type"] == "continue", task


async def test_a_form_that_was_open_when_outsiders_came_changes_nothing(forger):
    task = await fetch(forger, "29:ben", {"action": "touch.ask"}, CARE)
    await forger.deliver(event(forger, "channelShared"))
    before = await everything(forger)
    told = await send(forger, "29:ben", task, CARE, customer="1", words="called them")
    assert "People of another company can read this channel" in told["value"]
    search = {"dataset": "customers", "queryText": "ac"}
    body = forger.activity("29:ben", CARE, type="invoke", name="application/search", value=search)
    assert await forger.deliver(body) == answers.found(())
    assert await everything(forger) == before
    assert fields(task)["words"]


@ON_SQLITE
async def test_a_line_that_is_too_long_is_refused_where_no_form_can_be_opened(forger):
    before = await everything(forger)
    told = await forger.type("29:ana", f"log Acme called {'and so on ' * 400}")
    assert "at most 3,000 can be taken at once" in told
    assert await everything(forger) == before

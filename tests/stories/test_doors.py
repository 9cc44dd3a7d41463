"""Each door of Slack's does what it may, and nothing else, whoever forges what comes through it."""

import json
from dataclasses import asdict

import pytest

import features
from handlers.routing import FOUND
from handlers.slack.http import PATH
from handlers.slack.modals import FORM, Way
from store.tables import Base
from tests.stories.conftest import CARE, open_office
from tests.stories.test_bad_input import clicked, knocking, signed

REGISTRY = features.build()
OPENING = {name: act for name, act in REGISTRY.opens.items() if " " not in name}
PRESSED = OPENING | {name: each.act for name, each in REGISTRY.presses.items()}
SUBMITTED = REGISTRY.submits
VERBS = sorted({*PRESSED, *SUBMITTED})
MAY = {
    "block_actions": set(PRESSED),
    "view_submission": set(SUBMITTED),
    "block_suggestion": FOUND,
}
"""Which verbs come through which door."""

BEN = {"id": "U0BENOKAFR"}
PASSING = {"seen", "post"}


def errand(action_id, way, ref="1"):
    carried = {"action": action_id, "ref": ref, "carried": "", "first": "words", "way": asdict(way)}
    values = {
        "words": {"words": {"type": "plain_text_input", "value": "called them"}},
        "customer": {"search|customers": {"type": "external_select", "selected_option": None}},
    }
    values["customer"]["search|customers"]["selected_option"] = {"value": "1"}
    view = {
        "id": f"V-{action_id}",
        "type": "modal",
        "callback_id": FORM,
        "state": {"values": values},
    }
    return view | {"private_metadata": json.dumps(carried)}


def forged(door, action_id):
    about = {"type": door, "user": BEN, "trigger_id": action_id}
    match door:
        case "block_actions":
            action = {"action_id": f"{action_id}|1", "block_id": "x", "type": "button"}
            return about | {"actions": [action]}
        case "view_submission":
            return about | {"view": errand(action_id, Way())}
        case _:
            return about | {"action_id": f"{action_id}|customers", "value": "glo", "block_id": "x"}


async def everything(office):
    """All that is kept, but for what was seen, and for posts: some are under way."""

    def dump(work, now):
        del now
        tables = [
            each for name, each in Base.metadata.tables.items() if name not in {"seen", "post"}
        ]
        return {each.name: work.connection.execute(each.select()).all() for each in tables}

    return await office.house.heed.ask(dump, office.house.platform_apps[0].tenancy)


async def knock(at, payload):
    body, kind = clicked(**payload)
    answer = await at.post(PATH, content=body, headers=signed(body, kind))
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.fixture
async def office(sqlite):
    """A customer, a contact, a complaint and a reminder, each the first of its kind."""
    async with open_office(sqlite, over_http=True) as opened:
        await opened.type("ana", "/heed new Globex suspect")
        await opened.type("ben", "/heed log Globex asked about prices")
        await opened.post("Answer Globex")
        await opened.type("ana", "/heed complaint Globex it broke")
        await opened.post("🔥 Complaint: Globex")
        yield opened


@pytest.mark.parametrize("door", MAY)
async def test_what_may_not_come_through_a_door_is_refused_there(office, door):
    before = await everything(office)
    async with knocking(office) as at:
        for action_id in [each for each in VERBS if each not in MAY[door]]:
            answer = await knock(at, forged(door, action_id))
            told = {"block_actions": "", "block_suggestion": '{"options":[]}'}
            refused = "That is no longer there" in answer
            assert refused or answer.replace(" ", "") == told.get(door), (action_id, answer)
    assert await everything(office) == before


async def test_what_a_button_or_a_form_does_can_not_be_said(office):
    """A slip in a command is kept as a draft, to be put right in one click; nothing else is."""
    before = await everything(office) | {"draft": None}
    async with knocking(office) as at:
        for number, verb in enumerate(VERBS):
            said = {"type": "app_mention", "user": BEN["id"], "ts": f"1800000004.{number:06}"}
            said |= {"channel": "C0CUSTCARE", "text": f"<@U0HEEDBOT0> {verb} 1"}
            body = {"type": "event_callback", "event_id": verb, "team_id": "T", "event": said}
            body = json.dumps(body)
            answer = await at.post(PATH, content=body, headers=signed(body, "application/json"))
            assert answer.status_code == 200, answer.text
    assert await everything(office) | {"draft": None} == before


async def test_a_form_that_was_open_when_outsiders_came_changes_nothing(office):
    post = await office.post("Answer Globex")
    await office.town.admin("share", channel=CARE, team="T0PARTNER0")
    await office.post("Heed is here")
    before = await everything(office)
    async with knocking(office) as at:
        view = errand("touch.log", Way(place=post["channel"]), "")
        answer = await knock(at, {"type": "view_submission", "user": BEN, "view": view})
    assert "keeps customers out of it" in answer
    assert await everything(office) == before


async def test_a_line_that_is_too_long_for_a_command_is_kept_whole_in_a_form(office):
    line = f"/heed log Globex called {'and so on ' * 400}"
    form = (await office.town.do("ana", "type", channel=CARE, text=line))["sees"]["forms"][-1]
    held = [
        each["element"].get("initial_value", "") for each in form["blocks"] if "element" in each
    ]
    assert "".join(held).strip() == line.removeprefix("/heed log Globex ").strip()
    assert "4,006 characters, and 3,000 are taken" in json.dumps(form["blocks"][0])

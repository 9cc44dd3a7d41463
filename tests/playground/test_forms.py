"""Forms and Home: opening, filling in, submitting, closing; views.*."""

import asyncio
from dataclasses import replace

import pytest

from playground import read
from playground.delivery.envelope import Answer
from playground.refusals import Impossible, Incomplete
from tests.playground.conftest import (
    ANA,
    client_of,
    connected,
    error_of,
    listen,
    refused,
    rules,
    served,
)


def plain(text):
    return {"type": "plain_text", "text": text}


def entry(block_id, element, **more):
    element = {"action_id": "value"} | element
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(block_id),
        "element": element,
        **more,
    }


def modal(*blocks, title="Log", **more):
    blocks = blocks or (entry("words", {"type": "plain_text_input"}),)
    view = {"type": "modal", "title": plain(title), "blocks": list(blocks)}
    return view | {"submit": plain("Save"), "callback_id": "log"} | more


async def trigger(town, ears):
    """A person's gesture, which the bot may turn into a form."""
    await town.do("ana", "shortcut", callback_id="log")
    return ears.envelopes[-1].payload["trigger_id"]


async def opened(town, ears, *blocks, **more):
    name = await trigger(town, ears)
    answer = await client_of(town).views_open(trigger_id=name, view=modal(*blocks, **more))
    return answer["view"]


async def submit(town, view, **values):
    return await town.do("ana", "submit", view=view["id"], values=values)


async def submitted(town, ears, view, **values):
    """The state that the bot is told of."""
    await submit(town, view, **values)
    return ears.envelopes[-1].payload["view"]["state"]["values"]


async def test_a_trigger_becomes_a_form_once(town, ears, slack):
    name = await trigger(town, ears)
    view = (await slack.views_open(trigger_id=name, view=modal()))["view"]

    assert (view["type"], view["title"]["text"]) == ("modal", "Log")
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)
    assert view["state"] == {"values": {}}
    again = slack.views_open(trigger_id=name, view=modal())
    assert await error_of(again) == "exchanged_trigger_id"
    [form] = (await town.look("ana", "forms"))["forms"]
    assert form["id"] == view["id"]


async def test_a_trigger_expires_by_real_time():
    async with served(rules=rules(trigger_lives=0.05)) as town:
        name = await trigger(town, listen(town))
        await asyncio.sleep(0.06)
        call = client_of(town).views_open(trigger_id=name, view=modal())

        assert await error_of(call) == "expired_trigger_id"


async def test_a_trigger_lives_three_seconds():
    assert rules().trigger_lives == 3.0


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"trigger_id": "1.2.3", "view": modal()}, "invalid_trigger_id"),
        ({"view": modal()}, "invalid_arguments"),
        ({"trigger_id": "1.2.3"}, "invalid_arguments"),
        ({"trigger_id": "1.2.3", "view": "{"}, "invalid_arguments"),
        ({"trigger_id": "1.2.3", "view": modal(title="x" * 25)}, "invalid_arguments"),
        ({"trigger_id": "1.2.3", "view": {"type": "home", "blocks": []}}, "invalid_arguments"),
        (
            {
                "trigger_id": "1.2.3",
                "view": modal(
                    *[{"type": "section", "text": plain("x" * 2900)} for _ in range(90)],
                ),
            },
            "view_too_large",
        ),
    ],
)
async def test_a_form_that_cannot_be_shown_is_refused(slack, given, error):
    assert await error_of(slack.api_call("views.open", json=given)) == error


async def test_a_refused_view_leaves_the_trigger_good(town, ears, slack):
    name = await trigger(town, ears)
    await error_of(slack.views_open(trigger_id=name, view=modal(title="x" * 25)))

    await slack.views_open(trigger_id=name, view=modal())


async def test_a_bolt_app_opens_checks_and_closes_a_form(town):
    def build(app):
        @app.command("/heed")
        async def command(ack, body, client):
            await ack()
            await client.views_open(trigger_id=body["trigger_id"], view=modal())

        @app.view("log")
        async def save(ack, view, client):
            said = view["state"]["values"]["words"]["value"]["value"]
            if said == "nothing":
                await ack(response_action="errors", errors={"words": "Say what happened."})
            else:
                await ack()
                await client.chat_postMessage(channel=ANA, text=f"saved: {said}")

    async with connected(town, build):
        typed = await town.do("ana", "type", channel="customer-care", text="/heed log")
        [form] = typed["sees"]["forms"]
        wrong = await submit(town, form, words="nothing")
        right = await submit(town, form, words="Acme called")

    assert wrong["errors"] == {"words": "Say what happened."}
    assert wrong["is_open"] is True
    assert right["is_open"] is False
    assert [m["text"] for m in right["sees"]["messages"]] == ["saved: Acme called"]
    assert right["sees"]["closed"] == [{"id": form["id"]}]


async def test_a_submission_is_told_in_full(town, ears):
    view = await opened(town, ears, private_metadata="42")
    await submit(town, view, words="hi")

    payload = ears.envelopes[-1].payload
    assert (payload["type"], payload["user"]["id"]) == ("view_submission", ANA)
    assert payload["view"]["private_metadata"] == "42"
    assert payload["view"]["callback_id"] == "log"
    assert payload["view"]["hash"] == view["hash"]
    assert payload["response_urls"] == []
    assert payload["trigger_id"]


OPTION = {"text": plain("Call"), "value": "call"}
FIELDS = [
    ({"type": "plain_text_input"}, "hi", {"value": "hi"}),
    ({"type": "plain_text_input", "initial_value": "old"}, None, {"value": "old"}),
    ({"type": "static_select", "options": [OPTION]}, "call", "call"),
    ({"type": "static_select", "options": [OPTION]}, "Call", "call"),
    ({"type": "radio_buttons", "options": [OPTION]}, "call", "call"),
    ({"type": "checkboxes", "options": [OPTION]}, ["call"], ["call"]),
    ({"type": "multi_static_select", "options": [OPTION]}, ["call"], ["call"]),
    ({"type": "datepicker"}, "2026-12-01", {"selected_date": "2026-12-01"}),
    ({"type": "users_select"}, "ana", {"selected_user": ANA}),
    ({"type": "number_input", "is_decimal_allowed": True}, "2.5", {"value": "2.5"}),
    ({"type": "email_text_input"}, "a@b.example", {"value": "a@b.example"}),
    ({"type": "url_text_input"}, "https://a.example", {"value": "https://a.example"}),
    (
        {"type": "conversations_select", "initial_conversation": "C0CUSTCARE"},
        None,
        {"selected_conversation": "C0CUSTCARE"},
    ),
]


@pytest.mark.parametrize(("element", "entered", "told"), FIELDS)
async def test_each_kind_of_field_has_its_state(town, ears, element, entered, told):
    view = await opened(town, ears, entry("field", element))
    values = {} if entered is None else {"field": entered}
    state = (await submitted(town, ears, view, **values))["field"]["value"]

    assert state["type"] == element["type"]
    if isinstance(told, str):
        assert state["selected_option"]["value"] == told
    elif isinstance(told, list):
        assert [option["value"] for option in state["selected_options"]] == told
    else:
        assert state.items() >= told.items()


async def test_rich_text_is_told_as_blocks(town, ears):
    view = await opened(town, ears, entry("field", {"type": "rich_text_input"}))
    state = (await submitted(town, ears, view, field="hi"))["field"]["value"]

    [section] = state["rich_text_value"]["elements"]
    assert section["elements"] == [{"type": "text", "text": "hi"}]


async def test_what_stands_in_a_field_can_be_taken_out(town, ears):
    element = {"type": "datepicker", "initial_date": "2026-12-01"}
    view = await opened(town, ears, entry("when", element, optional=True))
    state = await submitted(town, ears, view, when=None)

    assert state["when"]["value"]["selected_date"] is None


async def test_what_is_left_empty_is_told_as_nothing(town, ears):
    view = await opened(
        town,
        ears,
        entry("words", {"type": "plain_text_input"}, optional=True),
        entry("who", {"type": "multi_users_select"}, optional=True),
    )
    state = await submitted(town, ears, view)

    assert state["words"]["value"]["value"] is None
    assert state["who"]["value"]["selected_users"] == []


INCOMPLETE = [
    ({"type": "plain_text_input"}, {}, "Please complete this required field."),
    ({"type": "plain_text_input"}, 5, "text is expected"),
    ({"type": "plain_text_input", "min_length": 3}, "ab", "Please enter at least 3 characters."),
    ({"type": "plain_text_input", "max_length": 3}, "abcd", "Please enter at most 3 characters."),
    ({"type": "number_input", "is_decimal_allowed": False}, "2.5", "Please enter a whole number."),
    ({"type": "number_input", "is_decimal_allowed": False}, "two", "Please enter a number."),
    (
        {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "5"},
        "6",
        "Please enter a number from 1 to 5.",
    ),
    ({"type": "email_text_input"}, "nobody", "Please enter a valid email address."),
    ({"type": "url_text_input"}, "acme", "Please enter a valid URL."),
    ({"type": "datepicker"}, "soon", "a date like 2026-11-20 is expected"),
    ({"type": "static_select", "options": [OPTION]}, "fax", "there is no option 'fax'"),
]


@pytest.mark.parametrize(("element", "entered", "words"), INCOMPLETE)
async def test_slack_does_not_send_off_what_is_not_complete(town, ears, element, entered, words):
    view = await opened(town, ears, entry("field", element))
    ears.envelopes.clear()
    with pytest.raises(Incomplete) as caught:
        await submit(town, view, **({"field": entered} if entered else {}))

    assert caught.value.errors == {"field": words}
    assert ears.envelopes == []


async def test_a_field_that_is_not_there_cannot_be_filled_in(town, ears):
    view = await opened(town, ears)
    with pytest.raises(Impossible, match="the form has no block other"):
        await submit(town, view, other="x")


async def test_an_answer_can_put_another_form_in_place_or_on_top(town, ears):
    view = await opened(town, ears)
    ears.answer = Answer(body={"response_action": "update", "view": modal(title="Two")})
    await submit(town, view, words="one")
    [second] = (await town.look("ana", "forms"))["forms"]
    assert (second["id"], second["title"]["text"]) == (view["id"], "Two")
    assert second["hash"] != view["hash"]

    ears.answer = Answer(body={"response_action": "push", "view": modal(title="Three")})
    await submit(town, second, words="two")
    below, above = (await town.look("ana", "forms"))["forms"]
    assert (above["previous_view_id"], above["root_view_id"]) == (below["id"], below["id"])

    ears.answer = Answer(body={"response_action": "clear"})
    await submit(town, above, words="three")
    assert (await town.look("ana", "forms"))["forms"] == []


async def test_a_submitted_form_uncovers_the_one_below(town, ears):
    view = await opened(town, ears)
    ears.answer = Answer(body={"response_action": "push", "view": modal(title="Two")})
    above = (await submit(town, view, words="one"))["sees"]["forms"][-1]
    ears.answer = Answer()
    await submit(town, above, words="two")

    assert [f["id"] for f in (await town.look("ana", "forms"))["forms"]] == [view["id"]]


BAD_ANSWERS = [
    ("words", "unknown_response_action"),
    ({"response_action": "dance"}, "unknown_response_action"),
    ({"response_action": "errors"}, "invalid_errors"),
    ({"response_action": "errors", "errors": {"other": "x"}}, "invalid_errors"),
    ({"response_action": "update", "view": {"type": "modal"}}, "invalid_arguments"),
    ({"response_action": "push"}, "invalid_arguments"),
]


@pytest.mark.parametrize(("body", "error"), BAD_ANSWERS)
async def test_an_answer_that_slack_cannot_follow_troubles_the_person(town, ears, body, error):
    view = await opened(town, ears)
    ears.answer = Answer(body=body)
    done = await submit(town, view, words="one")

    assert done["is_open"] is True
    assert done["sees"]["toasts"] == [{"words": "We had some trouble connecting. Try again?"}]
    assert [(c.what, c.words) for c in town.complaints] == [("log", error)]


async def test_a_form_without_an_answer_stays_open():
    async with served(rules=rules(acknowledge_within=0.05)) as town:
        ears = listen(town)
        view = await opened(town, ears)
        town.town.courier.use(town.town.socket)
        done = await submit(town, view, words="one")

        assert done["is_open"] is True
        assert done["sees"]["toasts"] == [{"words": "We had some trouble connecting. Try again?"}]
        [form] = (await town.look("ana", "forms"))["forms"]
        assert form["state"]["values"]["words"]["value"]["value"] == "one"


async def test_closing_is_told_only_if_asked_for(town, ears):
    silent = await opened(town, ears)
    await town.do("ana", "close", view=silent["id"])
    assert ears.envelopes[-1].payload["type"] == "shortcut"

    told = await opened(town, ears, notify_on_close=True)
    await town.do("ana", "close", view=told["id"])
    payload = ears.envelopes[-1].payload
    assert (payload["type"], payload["is_cleared"]) == ("view_closed", False)
    assert payload["view"]["id"] == told["id"]


@pytest.mark.parametrize(("said", "more"), [({"all": True}, {}), ({}, {"clear_on_close": True})])
async def test_a_whole_stack_is_cleared(town, ears, said, more):
    view = await opened(town, ears, notify_on_close=True)
    above = modal(title="Two", notify_on_close=True, **more)
    ears.answer = Answer(body={"response_action": "push", "view": above})
    front = (await submit(town, view, words="one"))["sees"]["forms"][-1]
    ears.answer = Answer()
    ears.envelopes.clear()
    await town.do("ana", "close", view=front["id"], **said)

    assert [e.payload["is_cleared"] for e in ears.envelopes] == [True, True]
    assert (await town.look("ana", "forms"))["forms"] == []


async def test_a_form_without_inputs_may_have_nothing_to_submit(town, ears, slack):
    view = {"type": "modal", "title": plain("Read"), "blocks": [MORE]}
    shown = (await slack.views_open(trigger_id=await trigger(town, ears), view=view))["view"]

    with pytest.raises(Impossible, match="nothing to submit"):
        await submit(town, shown)


async def test_values_are_given_by_block(town, ears):
    view = await opened(town, ears)
    with pytest.raises(Impossible, match="values must be an object"):
        await town.do("ana", "submit", view=view["id"], values=["x"])


async def test_a_call_without_a_view_is_told_so(slack):
    answer = await refused(slack.api_call("views.publish", json={"user_id": ANA}))

    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: view"]


async def test_only_the_form_in_front_can_be_used(town, ears):
    behind = await opened(town, ears)
    await opened(town, ears, title="In front")

    with pytest.raises(Impossible, match="another form is in front"):
        await submit(town, behind, words="x")
    with pytest.raises(Impossible, match="no form nothing open"):
        await town.do("ana", "submit", view="nothing")
    with pytest.raises(Impossible, match="Ben Okafor has no form"):
        await town.do("ben", "submit", view=behind["id"])


BUTTON = {"type": "button", "action_id": "more", "text": plain("More")}
MORE = {"type": "actions", "block_id": "act", "elements": [BUTTON]}


async def test_a_button_in_a_form_can_push_another(town, ears, slack):
    view = await opened(town, ears, entry("words", {"type": "plain_text_input"}), MORE)
    await town.do("ana", "act", view=view["id"], action_id="more")

    payload = ears.envelopes[-1].payload
    assert payload["container"] == {"type": "view", "view_id": view["id"]}
    assert "response_url" not in payload
    pushed = await slack.views_push(trigger_id=payload["trigger_id"], view=modal(title="Two"))
    assert pushed["view"]["previous_view_id"] == view["id"]


async def test_three_forms_are_as_high_as_a_stack_goes(town, ears, slack):
    view = await opened(town, ears, MORE)
    for title in ("Two", "Three"):
        await town.do("ana", "act", view=view["id"], action_id="more")
        name = ears.envelopes[-1].payload["trigger_id"]
        view = (await slack.views_push(trigger_id=name, view=modal(MORE, title=title)))["view"]
    await town.do("ana", "act", view=view["id"], action_id="more")
    name = ears.envelopes[-1].payload["trigger_id"]

    assert await error_of(slack.views_push(trigger_id=name, view=modal())) == "push_limit_reached"


async def test_nothing_is_pushed_from_outside_a_form(town, ears, slack):
    call = slack.views_push(trigger_id=await trigger(town, ears), view=modal())

    assert await error_of(call) == "not_found"


async def test_a_field_dispatches_only_if_it_says_so(town, ears):
    quiet = entry("quiet", {"type": "plain_text_input"})
    loud = entry("loud", {"type": "plain_text_input"}, dispatch_action=True)
    view = await opened(town, ears, quiet, loud)
    ears.envelopes.clear()

    there = {"view": view["id"], "action_id": "value", "value": "hi"}
    first = await town.do("ana", "act", **there, block_id="quiet")
    second = await town.do("ana", "act", **there, block_id="loud")

    assert (first["is_dispatched"], second["is_dispatched"]) == (False, True)
    [envelope] = ears.envelopes
    state = envelope.payload["view"]["state"]["values"]
    assert (state["quiet"]["value"]["value"], state["loud"]["value"]["value"]) == ("hi", "hi")


async def test_an_update_keeps_what_was_entered_in_the_same_fields(town, ears, slack):
    view = await opened(town, ears)
    await town.do("ana", "act", view=view["id"], action_id="value", value="typed")
    updated = await slack.views_update(view_id=view["id"], view=modal(title="Two"))

    state = updated["view"]["state"]["values"]
    assert state["words"]["value"]["value"] == "typed"
    other = modal(entry("other", {"type": "plain_text_input"}))
    changed = await slack.views_update(view_id=view["id"], view=other)
    assert changed["view"]["state"]["values"] == {}


async def test_a_view_has_an_external_id_of_its_own_and_a_hash(town, ears, slack):
    view = await opened(town, ears, external_id="log-1")
    found = await slack.views_update(external_id="log-1", view=modal(external_id="log-1"))
    name = await trigger(town, ears)

    twin = slack.views_open(trigger_id=name, view=modal(external_id="log-1"))
    assert await error_of(twin) == "duplicate_external_id"
    stale = slack.views_update(view_id=view["id"], view=modal(), hash=view["hash"])
    assert await error_of(stale) == "hash_conflict"
    fresh = found["view"]["hash"]
    await slack.views_update(view_id=view["id"], view=modal(), hash=fresh)


async def test_a_closed_form_cannot_be_updated(town, ears, slack):
    view = await opened(town, ears)
    await town.do("ana", "close", view=view["id"])

    assert await error_of(slack.views_update(view_id=view["id"], view=modal())) == "not_found"
    assert await error_of(slack.api_call("views.update", json={"view": modal()})) == (
        "invalid_arguments"
    )


async def test_home_is_published_for_one_person(town, slack):
    home = {"type": "home", "blocks": [MORE]}
    published = (await slack.views_publish(user_id=ANA, view=home))["view"]
    again = (await slack.views_publish(user_id=ANA, view=home))["view"]

    assert published["id"] == again["id"]
    assert (await town.look("ana", "home"))["view"]["type"] == "home"
    assert (await town.look("ben", "home"))["view"] is None
    stale = slack.views_publish(user_id=ANA, view=home, hash=published["hash"])
    assert await error_of(stale) == "hash_conflict"
    assert await error_of(slack.views_publish(user_id="U0", view=home)) == "invalid_arguments"
    assert await error_of(slack.views_publish(user_id=ANA, view=modal())) == "invalid_arguments"


async def test_an_app_without_a_home_publishes_none():
    team = read()
    without = replace(team, bot=replace(team.bot, has_home=False))
    async with served(team=without) as town:
        home = {"type": "home", "blocks": []}
        call = client_of(town).views_publish(user_id=ANA, view=home)

        assert await error_of(call) == "not_enabled"
        with pytest.raises(Impossible, match="Heed has no Home"):
            await town.do("ana", "home")


async def test_a_button_on_home_opens_a_form(town, ears, slack):
    await slack.views_publish(user_id=ANA, view={"type": "home", "blocks": [MORE]})
    await town.do("ana", "act", view="home", action_id="more")

    payload = ears.envelopes[-1].payload
    assert payload["view"]["type"] == "home"
    await slack.views_open(trigger_id=payload["trigger_id"], view=modal())
    with pytest.raises(Impossible, match="Ben Okafor has no Home yet"):
        await town.do("ben", "act", view="home", action_id="more")

"""Which blocks Slack takes, and in which words it refuses the others."""

import pytest

from playground.blocks import check
from playground.blocks.finish import finish
from tests.playground.conftest import CARE, refused


def plain(text="x"):
    return {"type": "plain_text", "text": text}


def mrkdwn(text="x"):
    return {"type": "mrkdwn", "text": text}


def section(**more):
    return {"type": "section", "text": mrkdwn(), **more}


def button(**more):
    return {"type": "button", "text": plain(), **more}


def actions(*elements, **more):
    return {"type": "actions", "elements": list(elements), **more}


def option(value="v", text="x", **more):
    return {"text": plain(text), "value": value, **more}


def select(**more):
    return {"type": "static_select", "options": [option()], **more}


def entry(element=None, **more):
    element = element or {"type": "plain_text_input"}
    return {"type": "input", "label": plain(), "element": element, **more}


def confirm(**more):
    texts = {name: plain() for name in ("title", "text", "confirm", "deny")}
    return texts | more


def modal(*blocks, **more):
    return {"type": "modal", "title": plain(), "blocks": list(blocks), **more}


def home(*blocks, **more):
    return {"type": "home", "blocks": list(blocks), **more}


def rich(*pieces):
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": list(pieces)}],
    }


def image(**more):
    return {"type": "image", "image_url": "https://x.example/x.png", "alt_text": "x", **more}


def card(**more):
    return {"type": "card", "title": mrkdwn(), **more}


def cell(text="x"):
    return {"type": "raw_text", "text": text}


def table(*rows, **more):
    return {"type": "table", "rows": list(rows), **more}


def data_table(*rows, **more):
    return {"type": "data_table", "caption": "x", "rows": list(rows), **more}


def chart(**chart):
    return {"type": "data_visualization", "title": "x", "chart": chart}


def bars(names=("a",), labels=("Mon",), categories=("Mon",)):
    data = [{"label": label, "value": -1.5} for label in labels]
    series = [{"name": name, "data": data} for name in names]
    return chart(type="bar", series=series, axis_config={"categories": list(categories)})


def task(**more):
    return {"task_id": "1", "title": "x", **more}


TAKEN = [
    section(),
    section(fields=[mrkdwn("x" * 2000)] * 10),
    {"type": "section", "fields": [plain()]},
    {"type": "section", "text": plain("x" * 3000), "expand": True},
    *(
        section(accessory=accessory)
        for accessory in (
            button(style="danger", value="v" * 2000, url="https://x.example", confirm=confirm()),
            image(),
            {"type": "overflow", "options": [option("1"), option("2", url="https://x.example")]},
            select(placeholder=plain("x" * 150), initial_option=option()),
            {"type": "checkboxes", "options": [{"text": mrkdwn(), "value": "v"}]},
            {"type": "radio_buttons", "options": [option(description=plain())]},
            {"type": "datepicker", "initial_date": "2026-11-20"},
            {"type": "timepicker", "initial_time": "09:15", "timezone": "Europe/Paris"},
            {"type": "users_select", "initial_user": "U0ANAREYES"},
            {"type": "external_select", "min_query_length": 1},
            {"type": "multi_static_select", "options": [option()], "max_selected_items": 2},
            {"type": "conversations_select", "filter": {"include": ["public"]}},
        )
    ),
    section(
        accessory={
            "type": "static_select",
            "option_groups": [{"label": plain(), "options": [option()]}],
        }
    ),
    {"type": "header", "text": plain("x" * 150), "level": 2},
    {"type": "divider", "block_id": "d"},
    {"type": "context", "elements": [plain(), mrkdwn(), image()]},
    actions(*(button(action_id=str(n)) for n in range(25))),
    actions({"type": "datetimepicker", "initial_date_time": 1795369505}),
    actions({"type": "rich_text_input"}),
    image(title=plain(), block_id="i"),
    entry(dispatch_action=True, optional=True, hint=plain()),
    rich(
        {"type": "text", "text": "x", "style": {"bold": True}},
        {"type": "user", "user_id": "U0ANAREYES"},
        {"type": "emoji", "name": "eyes"},
        {"type": "link", "url": "https://x.example", "text": "x"},
        {"type": "date", "timestamp": 1795369505, "format": "{date_long}", "fallback": "x"},
        {"type": "channel", "channel_id": CARE},
        {"type": "usergroup", "usergroup_id": "S0ABCDEF1"},
        {"type": "broadcast", "range": "here"},
        {"type": "color", "value": "#ff0000"},
    ),
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_list", "style": "bullet", "elements": rich()["elements"]},
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "x"}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "x"}]},
        ],
    },
    card(actions=[button()] * 3, slack_icon={"type": "icon", "name": "heart"}),
    {"type": "carousel", "elements": [card()] * 10},
    table([cell(), {"type": "raw_number", "value": 1}], [cell(), rich()], column_settings=[None]),
    data_table([cell()], [{"type": "raw_number", "value": 2.5, "text": "2.50"}]),
    bars(),
    chart(type="pie", segments=[{"label": "x", "value": 1}]),
    {"type": "markdown", "text": "x" * 12_000},
    {"type": "container", "title": plain(), "child_blocks": [section(), actions(button())]},
    {"type": "plan", "title": "x", "tasks": [task(status="pending")]},
    {"type": "task_card", **task(status="complete", details=rich())},
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "positive_button": {"text": plain(), "value": "1"},
                "negative_button": {"text": plain(), "value": "0"},
            },
            {"type": "icon_button", "icon": "trash", "text": plain()},
        ],
    },
]


@pytest.mark.parametrize("block", TAKEN, ids=lambda block: block["type"])
def test_a_block_that_keeps_to_the_reference_is_taken(block):
    assert check.of_message([block]) == []
    assert check.of_message(finish([block])) == []


FAULTS = [
    # sections and texts
    ({"type": "section"}, "must define either `text` or `fields`", "/type"),
    (section(text=mrkdwn("")), "must be more than 0 characters", "/text/text"),
    (section(text=mrkdwn("x" * 3001)), "must be less than 3001 characters", "/text/text"),
    (section(text="x"), "must provide an object", "/text"),
    (section(text={"type": "mrkdwn"}), "missing required field: text", "/text"),
    (section(text={"text": "x"}), "missing required field: type", "/text"),
    (section(text={"type": "html", "text": "x"}), "unsupported type: html", "/text/type"),
    (section(text={**mrkdwn(), "text": 1}), "must provide a string", "/text/text"),
    (section(text={**mrkdwn(), "emoji": True}), "invalid additional property: emoji", "/text"),
    (section(text={**plain(), "verbatim": True}), "invalid additional property: verbatim", "/text"),
    (section(text={**plain(), "emoji": "yes"}), "must be a boolean", "/text/emoji"),
    (section(fields=[]), "must provide at least 1 items", "/fields"),
    (section(fields=[plain()] * 11), "no more than 10 items allowed", "/fields"),
    (section(fields=[plain("x" * 2001)]), "must be less than 2001 characters", "/fields/0/text"),
    (section(fields={}), "must provide an array", "/fields"),
    (section(colour="red"), "invalid additional property: colour", ""),
    (section(block_id=""), "must be more than 0 characters", "/block_id"),
    (section(block_id="x" * 256), "must be less than 256 characters", "/block_id"),
    # headers, contexts, pictures
    (
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters",
        "/text/text",
    ),
    ({"type": "header", "text": mrkdwn()}, "must be a valid enum value", "/text/type"),
    ({"type": "header", "text": plain(), "level": 5}, "must be less than 4", "/level"),
    ({"type": "context", "elements": []}, "must provide at least 1 items", "/elements"),
    ({"type": "context", "elements": [plain()] * 11}, "no more than 10 items allowed", "/elements"),
    ({"type": "context", "elements": [button()]}, "unsupported type: button", "/elements/0/type"),
    ({"type": "image", "alt_text": "x"}, "must define either `image_url` or `slack_file`", ""),
    (
        image(slack_file={"id": "F1"}),
        "cannot define both `image_url` and `slack_file`",
        "",
    ),
    ({"type": "divider", "text": plain()}, "invalid additional property: text", ""),
    # actions and their elements
    (actions(), "must provide at least 1 items", "/elements"),
    (actions(*[button()] * 26), "no more than 25 items allowed", "/elements"),
    (
        actions({"type": "plain_text_input"}),
        "unsupported type: plain_text_input",
        "/elements/0/type",
    ),
    (actions(image()), "unsupported type: image", "/elements/0/type"),
    (actions(button(text=mrkdwn())), "must be a valid enum value", "/elements/0/text/type"),
    (
        actions(button(text=plain("x" * 76))),
        "must be less than 76 characters",
        "/elements/0/text/text",
    ),
    (actions(button(value="x" * 2001)), "must be less than 2001 characters", "/elements/0/value"),
    (actions(button(value=1)), "must provide a string", "/elements/0/value"),
    (actions(button(style="loud")), "must be a valid enum value", "/elements/0/style"),
    (
        actions(button(action_id="x" * 256)),
        "must be less than 256 characters",
        "/elements/0/action_id",
    ),
    (actions(button(disabled=True)), "invalid additional property: disabled", "/elements/0"),
    (
        actions(button(action_id="go"), button(action_id="go")),
        '`action_id` "go" already exists',
        "/elements/1/action_id",
    ),
    (
        actions(button(confirm=confirm(confirm=plain("x" * 31)))),
        "must be less than 31 characters",
        "/elements/0/confirm/confirm/text",
    ),
    (
        actions(button(confirm={"text": plain()})),
        "missing required field: title",
        "/elements/0/confirm",
    ),
    # menus and pickers
    (section(accessory=select(options=[])), "must provide at least 1 items", "/accessory/options"),
    (
        section(accessory=select(options=[option(str(n)) for n in range(101)])),
        "no more than 100 items allowed",
        "/accessory/options",
    ),
    (
        section(accessory=select(options=[option("x" * 151)])),
        "must be less than 151 characters",
        "/accessory/options/0/value",
    ),
    (
        section(accessory=select(options=[option(text="x" * 76)])),
        "must be less than 76 characters",
        "/accessory/options/0/text/text",
    ),
    (
        section(accessory=select(options=[option(url="https://x.example")])),
        "invalid additional property: url",
        "/accessory/options/0",
    ),
    (
        section(accessory=select(placeholder=plain("x" * 151))),
        "must be less than 151 characters",
        "/accessory/placeholder/text",
    ),
    (
        section(accessory=select(initial_option=option("other"))),
        "must be one of the options",
        "/accessory/initial_option",
    ),
    (
        section(accessory={"type": "static_select"}),
        "must define either `options` or `option_groups`",
        "/accessory",
    ),
    (
        section(accessory={"type": "overflow", "options": [option()]}),
        "must provide at least 2 items",
        "/accessory/options",
    ),
    (
        section(accessory={"type": "overflow", "options": [option(str(n)) for n in range(6)]}),
        "no more than 5 items allowed",
        "/accessory/options",
    ),
    (
        section(accessory={"type": "checkboxes", "options": [option(str(n)) for n in range(11)]}),
        "no more than 10 items allowed",
        "/accessory/options",
    ),
    (
        section(accessory={"type": "datepicker", "initial_date": "tomorrow"}),
        r"input must match regex pattern: \d{4}-\d{2}-\d{2}",
        "/accessory/initial_date",
    ),
    (
        section(accessory={"type": "conversations_select", "filter": {}}),
        "must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`",
        "/accessory/filter",
    ),
    # inputs
    (entry({"type": "button", "text": plain()}), "unsupported type: button", "/element/type"),
    (entry({"type": "email_text_input"}), "unsupported type: email_text_input", "/element/type"),
    ({"type": "input", "label": plain()}, "missing required field: element", ""),
    (entry(label=mrkdwn()), "must be a valid enum value", "/label/type"),
    (
        entry({"type": "plain_text_input", "max_length": 3001}),
        "must be less than 3000",
        "/element/max_length",
    ),
    # rich text
    (
        rich({"type": "text", "text": ""}),
        "must be more than 0 characters",
        "/elements/0/elements/0/text",
    ),
    (rich({"type": "shout"}), "unsupported type: shout", "/elements/0/elements/0/type"),
    (rich({"type": "user"}), "missing required field: user_id", "/elements/0/elements/0"),
    (
        rich({"type": "date", "timestamp": 1.5, "format": "{date}"}),
        "must provide an integer",
        "/elements/0/elements/0/timestamp",
    ),
    (
        {"type": "rich_text", "elements": [rich()]},
        "unsupported type: rich_text",
        "/elements/0/type",
    ),
    # newer blocks
    (card(title="x"), "must provide an object", "/title"),
    (card(body=mrkdwn("x" * 201)), "must be less than 201 characters", "/body/text"),
    (card(actions=[button()] * 4), "no more than 3 items allowed", "/actions"),
    ({"type": "card"}, "must define either `hero_image` or `title` or `actions` or `body`", ""),
    ({"type": "carousel", "elements": [card()] * 11}, "no more than 10 items allowed", "/elements"),
    (table(*[[cell()]] * 101), "no more than 100 items allowed", "/rows"),
    (table([cell()] * 21), "no more than 20 items allowed", "/rows/0"),
    (table([cell("")]), "must be more than 0 characters", "/rows/0/0/text"),
    (data_table([cell()]), "must provide at least 2 items", "/rows"),
    (
        data_table([cell()], [cell(), cell()]),
        "all rows must have the same number of values",
        "/rows",
    ),
    (data_table([rich()], [cell()]), "unsupported type: rich_text", "/rows/0/0/type"),
    (chart(type="donut"), "unsupported type: donut", "/chart/type"),
    (bars(names=("a", "a")), "series names must be unique", "/chart/series"),
    (bars(labels=("Tue",)), "must match the categories", "/chart/series/0/data"),
    ({"type": "plan", "title": plain()}, "must provide a string", "/title"),
    ({"type": "task_card", **task(status="pending")}, "must be a valid enum value", "/status"),
    (
        {
            "type": "container",
            "title": plain(),
            "child_blocks": [{"type": "markdown", "text": "x"}],
        },
        "unsupported type: markdown",
        "/child_blocks/0/type",
    ),
    ({"type": "alert", "text": mrkdwn()}, "unsupported type: alert", "/type"),
    ({"type": "file", "external_id": "x", "source": "remote"}, "unsupported type: file", "/type"),
    ({"type": "poem"}, "unsupported type: poem", "/type"),
    ({"text": mrkdwn()}, "missing required field: type", ""),
    ("x", "must provide an object", ""),
]


@pytest.mark.parametrize(("block", "words", "at"), FAULTS)
def test_a_block_that_breaks_a_rule_is_refused_in_slacks_words(block, words, at):
    found = [str(fault) for fault in check.of_message([block])]

    assert f"{words} [json-pointer:/blocks/0{at}]" in found


MESSAGES = [
    ([section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    (
        [section(block_id="a"), section(block_id="a")],
        '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
    ),
    (
        [{"type": "markdown", "text": "x" * 6_001}] * 2,
        "must be less than 12001 characters of markdown [json-pointer:/blocks]",
    ),
    ([bars()] * 3, "no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"),
    (
        [table([cell("x" * 5_001)])] * 2,
        "must be less than 10001 characters in tables [json-pointer:/blocks]",
    ),
]


@pytest.mark.parametrize(("blocks", "fault"), MESSAGES)
def test_a_message_as_a_whole_has_limits_too(blocks, fault):
    assert [str(f) for f in check.of_message(blocks)] == [fault]


def test_the_same_action_may_stand_in_several_blocks():
    go = button(action_id="go")

    assert check.of_message([actions(go), actions(go), section(accessory=go)]) == []


def test_a_text_says_that_none_of_its_kinds_matched():
    found = [str(fault) for fault in check.of_message([section(text=mrkdwn(""))])]

    assert found == [
        "failed to match all allowed schemas [json-pointer:/blocks/0/text]",
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ]


async def test_the_api_answers_with_slacks_messages(slack):
    blocks = [section(text=mrkdwn("x" * 3001))]
    answer = await refused(slack.chat_postMessage(channel=CARE, text="x", blocks=blocks))

    assert answer["error"] == "invalid_blocks"
    assert answer["errors"][1] == (
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    )
    assert answer["response_metadata"]["messages"][1] == f"[ERROR] {answer['errors'][1]}"


async def test_blocks_with_more_text_than_a_message_holds_are_too_long(slack):
    blocks = [section(text=mrkdwn("x" * 2700))] * 5
    answer = await refused(slack.chat_postMessage(channel=CARE, text="x", blocks=blocks))

    assert answer["error"] == "msg_blocks_too_long"


TAKEN_VIEWS = [
    modal(section()),
    modal(),
    modal(entry(), submit=plain("x" * 24), close=plain("x" * 24), private_metadata="x" * 3000),
    modal(*[section()] * 100, clear_on_close=True, notify_on_close=True),
    modal(entry({"type": "email_text_input"}), submit=plain()),
    modal(entry({"type": "number_input", "is_decimal_allowed": False}), submit=plain()),
    modal({"type": "alert", "text": mrkdwn(), "level": "warning"}),
    home(section(), actions(button()), entry()),
    home(*[section()] * 100),
    home(data_table([cell()], [cell()])),
]


@pytest.mark.parametrize("view", TAKEN_VIEWS)
def test_a_view_that_keeps_to_the_reference_is_taken(view):
    assert check.of_view(view) == []


VIEWS = [
    (modal(title=plain("x" * 25)), "must be less than 25 characters", "/title/text"),
    (modal(title=mrkdwn()), "must be a valid enum value", "/title/type"),
    (modal(close=plain("x" * 25)), "must be less than 25 characters", "/close/text"),
    (modal(submit=plain("x" * 25)), "must be less than 25 characters", "/submit/text"),
    ({"type": "modal", "blocks": []}, "missing required field: title", ""),
    (modal(entry()), "must define `submit` to use an `input` block in modals", "/blocks/0/input"),
    (modal(*[section()] * 101), "no more than 100 items allowed", "/blocks"),
    (modal(private_metadata="x" * 3001), "must be less than 3001 characters", "/private_metadata"),
    (modal(callback_id="x" * 256), "must be less than 256 characters", "/callback_id"),
    (modal(size="big"), "invalid additional property: size", ""),
    (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown", "/blocks/0/type"),
    (modal(bars()), "unsupported type: data_visualization", "/blocks/0/type"),
    (home({"type": "alert", "text": mrkdwn()}), "unsupported type: alert", "/blocks/0/type"),
    (home(bars()), "unsupported type: data_visualization", "/blocks/0/type"),
    (
        home(entry({"type": "number_input", "is_decimal_allowed": True})),
        "unsupported type: number_input",
        "/blocks/0/element/type",
    ),
    ({"type": "page", "blocks": []}, "unsupported type: page", "/type"),
]


@pytest.mark.parametrize(("view", "words", "at"), VIEWS)
def test_a_view_that_breaks_a_rule_is_refused_in_slacks_words(view, words, at):
    found = [str(f) for f in check.of_view(view)]

    assert found[0] == "failed to match all allowed schemas [json-pointer:/view]"
    assert f"{words} [json-pointer:/view{at}]" in found


FOCUSED = entry({"type": "plain_text_input", "focus_on_load": True})
WHOLE_VIEWS = [
    (
        modal(section(block_id="a"), section(block_id="a")),
        '`block_id` "a" already exists',
        "/view/blocks/1/block_id",
    ),
    (
        modal(FOCUSED, FOCUSED, submit=plain()),
        "only one element can be focused on load",
        "/view/blocks/1/element/focus_on_load",
    ),
]


@pytest.mark.parametrize(("view", "words", "at"), WHOLE_VIEWS)
def test_a_view_as_a_whole_has_rules_too(view, words, at):
    [fault] = check.of_view(view)

    assert (fault.words, fault.at) == (words, at)


def test_what_slack_adds_shares_nothing_with_what_was_sent():
    sent = [actions(button(text=plain("go")))]
    [finished] = finish(sent)

    assert finished["block_id"]
    assert finished["elements"][0]["action_id"]
    assert finished["elements"][0]["text"] == plain("go") | {"emoji": True}
    assert sent == [actions(button(text=plain("go")))]

"""Every block and element that a message may hold."""

from tests.browser.tiny import OPTIONS, option, plain

ANA, BEN, CARE = "U0ANAREYES", "U0BENOKAFR", "C0CUSTCARE"
NOON = 1795176000
CONFIRM = {
    "title": plain("Are you sure?"),
    "text": plain("It cannot be undone."),
    "confirm": plain("Yes, do it"),
    "deny": plain("No"),
    "style": "danger",
}
MARKUP = (
    "*bold* _italic_ ~struck~ `code` <@U0BENOKAFR> <#C0CUSTCARE> <!here> :tada: "
    "<https://example.com|a link> &lt;b&gt;not markup&lt;/b&gt; a &amp; b "
    f"<!date^{NOON}^{{date_short_pretty}} at {{time}}|then>\n> quoted\n```a = 1\nb = 2```"
)


def mrkdwn(text):
    return {"type": "mrkdwn", "text": text}


def text(words, **style):
    return {"type": "text", "text": words} | ({"style": style} if style else {})


def section(*elements):
    return {"type": "rich_text_section", "elements": list(elements)}


RICH = {
    "type": "rich_text",
    "elements": [
        section(
            text("Bold ", bold=True),
            text("*not bold* <b>not markup</b> "),
            {"type": "user", "user_id": BEN},
            {"type": "channel", "channel_id": CARE},
            {"type": "emoji", "name": "tada"},
            {"type": "broadcast", "range": "here"},
            {"type": "link", "url": "https://example.com", "text": "a link"},
            {"type": "link", "url": "javascript:alert(1)", "text": "no link"},
            {"type": "date", "timestamp": NOON, "format": "{date_long}", "fallback": "then"},
        ),
        {"type": "rich_text_list", "style": "bullet", "elements": [section(text("one"))]},
        {
            "type": "rich_text_list",
            "style": "ordered",
            "offset": 2,
            "elements": [section(text("3"))],
        },
        {"type": "rich_text_quote", "elements": [text("somebody's words")]},
        {"type": "rich_text_preformatted", "elements": [text("as it stands")]},
    ],
}
ROWS = [
    [{"type": "raw_text", "text": "Owner"}, {"type": "raw_text", "text": "Late"}],
    [{"type": "raw_text", "text": "Ana"}, {"type": "raw_number", "value": 3}],
    [{"type": "raw_text", "text": "Ben"}, {"type": "raw_number", "value": 1}],
]
POINTS = [{"label": "Mon", "value": 3}, {"label": "Tue", "value": 5}]
PRESSED = [
    {"type": "button", "action_id": "main", "text": plain("Done"), "style": "primary"},
    {"type": "button", "action_id": "plain", "text": plain("Later :zzz:")},
    {
        "type": "button",
        "action_id": "grave",
        "text": plain("Delete"),
        "style": "danger",
        "confirm": CONFIRM,
    },
    {
        "type": "static_select",
        "action_id": "pick",
        "placeholder": plain("Pick"),
        "options": OPTIONS,
    },
    {"type": "external_select", "action_id": "customer", "placeholder": plain("Customer")},
    {"type": "users_select", "action_id": "who", "placeholder": plain("Who")},
    {"type": "channels_select", "action_id": "where", "placeholder": plain("Where")},
    {
        "type": "multi_static_select",
        "action_id": "some",
        "placeholder": plain("Some"),
        "options": OPTIONS,
    },
    {"type": "datepicker", "action_id": "day", "placeholder": plain("Day")},
    {"type": "timepicker", "action_id": "time", "placeholder": plain("Time")},
    {"type": "datetimepicker", "action_id": "moment"},
    {"type": "radio_buttons", "action_id": "radio", "options": OPTIONS},
    {"type": "checkboxes", "action_id": "boxes", "options": OPTIONS},
    {
        "type": "overflow",
        "action_id": "over",
        "options": [option("edit", "Edit"), option("drop", "Drop")],
    },
]
MESSAGE = [
    {"type": "header", "text": plain("Everything :tada:")},
    {"type": "section", "text": mrkdwn(MARKUP)},
    {
        "type": "section",
        "text": plain("With fields, and a button beside"),
        "fields": [mrkdwn("*Owner*\nAna"), mrkdwn("*Rung*\nAdvocate")],
        "accessory": {"type": "button", "action_id": "beside", "text": plain("Open")},
    },
    RICH,
    {"type": "divider"},
    {"type": "actions", "elements": PRESSED},
    {"type": "context", "elements": [mrkdwn("small print, _by_ <@U0ANAREYES>"), plain("plain")]},
    {"type": "image", "image_url": "https://127.0.0.1:1/no.png", "alt_text": "A missing picture"},
    {"type": "table", "rows": ROWS, "column_settings": [None, {"align": "right"}]},
    {"type": "data_table", "caption": "Late by owner", "rows": ROWS},
    {
        "type": "data_visualization",
        "title": "Contacts",
        "chart": {
            "type": "bar",
            "series": [{"name": "All", "data": POINTS}],
            "axis_config": {"categories": ["Mon", "Tue"]},
        },
    },
    {"type": "card", "title": plain("A card"), "body": plain("with words")},
    {"type": "markdown", "text": "**bold** and [a link](https://example.com)"},
]

"""What @slack/types says of the parts that Heed sends, as a JSON schema.

slack_sdk's models look into no options of a form, no styles, no texts that are none; whatever they
let through is judged here. A part that Heed begins to send is added with its interface's fields.
"""

TEXT, FLAG, COUNT = {"type": "string"}, {"type": "boolean"}, {"type": "integer"}
SOME = {"type": "string", "minLength": 1}


def interface(kind, needs, may=None):
    """Of that `type`, with exactly these fields."""
    must = needs | ({"type": {"const": kind}} if kind else {})
    return {
        "type": "object",
        "properties": must | (may or {}),
        "required": list(must),
        "additionalProperties": False,
    }


def ref(name):
    return {"$ref": f"#/$defs/{name}"}


def either(*names):
    return {"anyOf": [ref(name) for name in names]}


def many(of, most=None):
    limit = {} if most is None else {"maxItems": most}
    return {"type": "array", "items": of, "minItems": 1, **limit}


ACTION = {"action_id": {**SOME, "maxLength": 255}}
BLOCK = {"block_id": {**SOME, "maxLength": 255}}
PLACEHOLDER = {"placeholder": ref("plain_text")}
STYLED = {"style": ref("style")}
OPTIONS = {"options": many(ref("option"), 100)}
CHOSEN = {"initial_option": ref("option")}
INLINE = many(either("text", "link", "user", "date"))

DEFS = {
    "plain_text": interface("plain_text", {"text": SOME}, {"emoji": FLAG}),
    "mrkdwn": interface("mrkdwn", {"text": SOME}, {"verbatim": FLAG}),
    "option": interface(None, {"text": ref("plain_text"), "value": TEXT}),
    "style": interface(None, {}, dict.fromkeys(("bold", "italic", "strike", "code"), FLAG)),
    "text": interface("text", {"text": SOME}, STYLED),
    "link": interface("link", {"url": SOME}, {"text": TEXT} | STYLED),
    "user": interface("user", {"user_id": SOME}, STYLED),
    "date": interface("date", {"timestamp": COUNT, "format": SOME}, {"fallback": TEXT} | STYLED),
    "rich_text_section": interface("rich_text_section", {"elements": INLINE}),
    "rich_text_quote": interface("rich_text_quote", {"elements": INLINE}, {"border": COUNT}),
    "button": interface(
        "button",
        {"text": ref("plain_text")},
        ACTION | {"value": SOME, "url": SOME, "style": {"enum": ["primary", "danger"]}},
    ),
    "static_select": interface("static_select", OPTIONS, ACTION | CHOSEN | PLACEHOLDER),
    "multi_static_select": interface(
        "multi_static_select",
        OPTIONS,
        ACTION | PLACEHOLDER | {"initial_options": many(ref("option"))},
    ),
    "external_select": interface(
        "external_select", {}, ACTION | CHOSEN | PLACEHOLDER | {"min_query_length": COUNT}
    ),
    "radio_buttons": interface("radio_buttons", OPTIONS, ACTION | CHOSEN),
    "users_select": interface("users_select", {}, ACTION | PLACEHOLDER | {"initial_user": SOME}),
    "datepicker": interface("datepicker", {}, ACTION | PLACEHOLDER | {"initial_date": SOME}),
    "datetimepicker": interface("datetimepicker", {}, ACTION | {"initial_date_time": COUNT}),
    "plain_text_input": interface(
        "plain_text_input",
        {},
        ACTION
        | PLACEHOLDER
        | {"initial_value": TEXT, "multiline": FLAG, "min_length": COUNT, "max_length": COUNT},
    ),
    "rich_text": interface(
        "rich_text", {"elements": many(either("rich_text_section", "rich_text_quote"))}, BLOCK
    ),
    "actions": interface(
        "actions",
        {"elements": many(either("button", "static_select", "external_select"), 25)},
        BLOCK,
    ),
    "context": interface("context", {"elements": many(either("plain_text", "mrkdwn"), 10)}, BLOCK),
    "section": interface(
        "section",
        {"text": either("plain_text", "mrkdwn")},
        BLOCK | {"accessory": either("button", "multi_static_select")},
    ),
    "input": interface(
        "input",
        {
            "label": ref("plain_text"),
            "element": either(
                "plain_text_input",
                "static_select",
                "multi_static_select",
                "external_select",
                "radio_buttons",
                "users_select",
                "datepicker",
                "datetimepicker",
            ),
        },
        BLOCK | {"hint": ref("plain_text"), "optional": FLAG},
    ),
}
BLOCKS = {
    "type": "array",
    "items": either("rich_text", "actions", "context", "section", "input"),
    "$defs": DEFS,
}

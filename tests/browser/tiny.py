"""A tiny bot with something of everything that the page draws."""

import re

SEVERAL = [("call", "Call"), ("mail", "Mail"), ("meeting", "Meeting")]
CUSTOMERS = ["Acme", "Acorn Tools", "Globex", "Initech", "Lotus Textiles", "Saffron Kitchens"]


def plain(words):
    return {"type": "plain_text", "text": words}


def option(value, label):
    return {"value": value, "text": plain(label)}


OPTIONS = [option(*each) for each in SEVERAL]


def entry(name, label, element, **more):
    element = {"action_id": name, **element}
    return {"type": "input", "block_id": name, "label": plain(label), "element": element, **more}


def form(title="Log a contact", **more):
    """Every kind of field that a form may hold."""
    blocks = [
        {
            "type": "section",
            "block_id": "about",
            "text": {"type": "mrkdwn", "text": "*Who* was it?"},
        },
        entry("customer", "Customer", {"type": "external_select", "min_query_length": 1}),
        entry("words", "What happened", {"type": "plain_text_input", "multiline": True}),
        entry("title", "Title", {"type": "plain_text_input"}, optional=True, hint=plain("Short.")),
        entry("kind", "Kind", {"type": "static_select", "options": OPTIONS}, optional=True),
        entry("signs", "Signs", {"type": "multi_static_select", "options": OPTIONS}, optional=True),
        entry("when", "When", {"type": "datepicker", "initial_date": "2026-11-20"}),
        entry("at", "At", {"type": "timepicker"}, optional=True),
        entry("until", "Until", {"type": "datetimepicker"}, optional=True),
        entry("way", "Way", {"type": "radio_buttons", "options": OPTIONS}, optional=True),
        entry("boxes", "Boxes", {"type": "checkboxes", "options": OPTIONS}, optional=True),
        entry("owner", "Owner", {"type": "users_select"}, optional=True),
        entry("mail", "Mail", {"type": "email_text_input"}, optional=True),
        entry("site", "Site", {"type": "url_text_input"}, optional=True),
        entry(
            "count", "Count", {"type": "number_input", "is_decimal_allowed": False}, optional=True
        ),
        {
            "type": "actions",
            "block_id": "more",
            "elements": [
                {"type": "button", "action_id": "push", "text": plain("More …")},
                {"type": "button", "action_id": "change", "text": plain("Change the form")},
            ],
        },
    ]
    view = {"type": "modal", "callback_id": "log", "title": plain(title), "blocks": blocks}
    return view | {"submit": plain("Save"), "close": plain("Cancel")} | more


DETAIL = {
    "type": "modal",
    "callback_id": "detail",
    "title": plain("More about it"),
    "submit": plain("Keep"),
    "blocks": [entry("note", "Note", {"type": "plain_text_input"})],
}


def tenancy(count):
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "block_id": "head", "text": plain("What waits for you")},
            {
                "type": "section",
                "block_id": "acme",
                "text": {"type": "mrkdwn", "text": f"*Acme* · pressed {count} times"},
                "accessory": {"type": "button", "action_id": "count", "text": plain("Thanked")},
            },
            {"type": "divider", "block_id": "line"},
            {
                "type": "actions",
                "block_id": "find",
                "elements": [
                    {
                        "type": "external_select",
                        "action_id": "customer",
                        "placeholder": plain("Find a customer"),
                        "min_query_length": 1,
                    },
                    {
                        "type": "overflow",
                        "action_id": "over",
                        "options": [option("a", "By name"), option("b", "By need")],
                    },
                ],
            },
        ],
    }


def listen(app, heard):
    """`heard` takes down what reached the bot, in order."""
    offer_form(app, heard)
    take_form(app, heard)
    keep_home(app, heard)

    @app.action(re.compile(".*"))
    async def act(ack, body):
        await ack()
        acted = body["actions"][0]
        heard.append((acted["action_id"], acted))

    @app.event("message")
    @app.event("reaction_added")
    @app.event("reaction_removed")
    async def hear(event):
        heard.append((event["type"], event))


def offer_form(app, heard):
    @app.shortcut("log")
    @app.shortcut("log_message")
    async def open_form(ack, body, client):
        await ack()
        heard.append((body["type"], body["callback_id"]))
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.options("customer")
    async def suggest(ack, body):
        typed = body["value"].lower()
        found = [name for name in CUSTOMERS if typed in name.lower()]
        await ack(options=[option(name, name) for name in found])

    @app.action("push")
    async def push(ack, body, client):
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=DETAIL)

    @app.action("change")
    async def change(ack, body, client):
        await ack()
        changed = form("Changed")
        await client.views_update(view_id=body["view"]["id"], view=changed)


def take_form(app, heard):
    @app.view("log")
    async def save(ack, body):
        values = body["view"]["state"]["values"]
        words = values["words"]["words"]["value"]
        heard.append(("saved", values))
        if "wrong" in words:
            await ack(response_action="errors", errors={"words": "That cannot be right."})
        else:
            await ack()

    @app.view("detail")
    async def keep(ack, body):
        heard.append(("kept", body["view"]["state"]["values"]["note"]["note"]["value"]))
        await ack()


def keep_home(app, heard):
    @app.event("app_home_opened")
    async def publish(event, client):
        await client.views_publish(user_id=event["user"], view=tenancy(0))

    @app.action("count")
    async def count(ack, body, client):
        await ack()
        heard.append(("pressed", body["user"]["username"]))
        pressed = len([each for each in heard if each[0] == "pressed"])
        await client.views_publish(user_id=body["user"]["id"], view=tenancy(pressed))

"""Blocks, and on which surface each may stand (reference: blocks)."""

from playground.blocks.elements import (
    ACCESSORIES,
    BUTTONS,
    CHOOSING,
    CONTEXT_ACTIONS,
    IMAGES,
    IN_ACTIONS,
    IN_INPUT,
    INPUTS,
    RICH_TEXT,
)
from playground.blocks.objects import ID, SLACK_FILE, SLACK_ICON, URL, mrkdwn, plain, text
from playground.blocks.rich_text import PARTS
from playground.blocks.rules import either, no_dispatch_of_files, not_both
from playground.blocks.shapes import Choice, Flag, Kinds, Many, Number, Text, Thing, kinds
from playground.blocks.tables import CHARTS, DATA_TABLE, TABLE

NAMED = {"block_id": ID}
IMAGE = IMAGES.of["image"]
CARD = Thing(
    may={
        **NAMED,
        "hero_image": IMAGE,
        "icon": IMAGE,
        "slack_icon": SLACK_ICON,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": Many(of=BUTTONS.only("button"), most=3, least=1),
    },
    rules=(either("hero_image", "title", "actions", "body"), not_both("icon", "slack_icon")),
)
TASK = Thing(
    needs={"task_id": Text(least=1), "title": Text(least=1)},
    may={
        **NAMED,
        "type": Choice(values=("task_card",)),
        "details": RICH_TEXT,
        "output": RICH_TEXT,
        "status": Choice(values=("pending", "in_progress", "complete", "error")),
        "sources": Many(of=kinds(url=Thing(needs={"url": URL, "text": Text(least=1)}))),
    },
)
TASK_CARD = Thing(
    needs=TASK.needs,
    # Alone, a task cannot be pending, whatever the reference says.
    may={**TASK.may, "status": Choice(values=("in_progress", "complete", "error"))},
)
VIDEO = Thing(
    needs={
        "alt_text": Text(least=1),
        "title": plain(199),
        "thumbnail_url": URL,
        "video_url": Text(pattern="https://.*", most=3000),
    },
    may={
        **NAMED,
        "author_name": Text(most=49),
        "description": plain(199),
        "provider_name": Text(),
        "provider_icon_url": URL,
        "title_url": Text(pattern="https://.*", most=3000),
    },
)
EVERYWHERE = kinds(
    section=Thing(
        may={
            **NAMED,
            "text": text(3000),
            "fields": Many(of=text(2000), most=10, least=1),
            "accessory": ACCESSORIES,
            "expand": Flag(),
        },
        rules=(either("text", "fields", at_type=True),),
    ),
    header=Thing(needs={"text": plain(150)}, may={**NAMED, "level": Number(least=1, most=4)}),
    divider=Thing(may=NAMED),
    context=Thing(
        needs={
            "elements": Many(
                of=Kinds(of={"plain_text": plain(), "mrkdwn": mrkdwn(), **IMAGES.of}),
                most=10,
                least=1,
            )
        },
        may=NAMED,
    ),
    actions=Thing(needs={"elements": Many(of=IN_ACTIONS, most=25, least=1)}, may=NAMED),
    image=Thing(
        needs={"alt_text": Text(most=2000)},
        may={**NAMED, "image_url": URL, "slack_file": SLACK_FILE, "title": plain(2000)},
        rules=(either("image_url", "slack_file"), not_both("image_url", "slack_file")),
    ),
    rich_text=Thing(needs={"elements": Many(of=PARTS)}, may=NAMED),
    card=CARD,
    video=VIDEO,
)


def entry(elements: Kinds) -> Kinds:
    """The input block with the elements that a surface allows in it."""
    return kinds(
        input=Thing(
            needs={"label": plain(2000), "element": elements},
            may={**NAMED, "hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
            rules=(no_dispatch_of_files,),
        )
    )


# Mails, links, numbers and files are asked for in forms only.
OUTSIDE_FORMS = Kinds(of={**CHOOSING.of, **INPUTS.only("plain_text_input", "rich_text_input").of})
ENTRY = entry(OUTSIDE_FORMS)
WIDE = kinds(
    carousel=Thing(needs={"elements": Many(of=kinds(card=CARD), most=10, least=1)}, may=NAMED),
    table=TABLE,
    data_table=DATA_TABLE,
)
CHILDREN = Kinds(
    of={
        **EVERYWHERE.only(
            "actions", "context", "divider", "header", "image", "rich_text", "section", "video"
        ).of,
        **ENTRY.of,
        **WIDE.only("table").of,
    }
)
CONTAINER = Thing(
    needs={"child_blocks": Many(of=CHILDREN, most=10, least=1)},
    may={
        **NAMED,
        "title": plain(150),
        "rich_text_title": RICH_TEXT,
        "subtitle": text(150),
        "width": Choice(values=("narrow", "standard", "wide", "full")),
        "icon": IMAGE,
        "is_collapsible": Flag(),
        "default_collapsed": Flag(),
        "has_header_divider": Flag(),
    },
    rules=(either("title", "rich_text_title"),),
)
MESSAGES_ONLY = kinds(
    markdown=Thing(needs={"text": Text(most=12_000, least=1)}, may=NAMED),
    context_actions=Thing(needs={"elements": Many(of=CONTEXT_ACTIONS, most=5, least=1)}, may=NAMED),
    container=CONTAINER,
    task_card=TASK_CARD,
    plan=Thing(needs={"title": Text(least=1)}, may={**NAMED, "tasks": Many(of=TASK)}),
    data_visualization=CHARTS,
)
MODALS_ONLY = kinds(
    alert=Thing(
        needs={"text": text(200)},
        may={
            **NAMED,
            "level": Choice(values=("default", "info", "warning", "error", "success")),
        },
    )
)

IN_MESSAGE = Kinds(of={**EVERYWHERE.of, **ENTRY.of, **WIDE.of, **MESSAGES_ONLY.of})
IN_HOME = Kinds(of={**EVERYWHERE.of, **ENTRY.of, **WIDE.of})
IN_MODAL = Kinds(of={**EVERYWHERE.of, **entry(IN_INPUT).of, **MODALS_ONLY.of})

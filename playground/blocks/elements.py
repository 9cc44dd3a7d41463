"""Block elements: what people press, choose and fill in (reference: block-elements)."""

from playground.blocks.objects import (
    CONFIRM,
    DISPATCH,
    FILTER,
    ID,
    LINK_OPTION,
    OPTION_GROUP,
    PLAIN_OPTION,
    SLACK_FILE,
    STYLE,
    TEXT_OPTION,
    URL,
    plain,
)
from playground.blocks.rich_text import PARTS
from playground.blocks.rules import either, exactly_one, initial_among_options, not_both
from playground.blocks.shapes import Choice, Flag, Kinds, Many, Number, Shape, Text, Thing, kinds

DATE = Text(pattern=r"\d{4}-\d{2}-\d{2}")
TIME = Text(pattern=r"([01]\d|2[0-3]):[0-5]\d")
RICH_TEXT = kinds(rich_text=Thing(needs={"elements": Many(of=PARTS)}, may={"block_id": ID}))

ACTION: dict[str, Shape] = {"action_id": ID}
CONFIRMED: dict[str, Shape] = {**ACTION, "confirm": CONFIRM}
FOCUSED: dict[str, Shape] = {"focus_on_load": Flag()}
HINTED: dict[str, Shape] = {**FOCUSED, "placeholder": plain(150)}
TYPED: dict[str, Shape] = {**ACTION, **HINTED, "dispatch_action_config": DISPATCH}
CHOSEN: dict[str, Shape] = {**CONFIRMED, **HINTED}
SEVERAL: dict[str, Shape] = {**CHOSEN, "max_selected_items": Number(least=1)}
STATIC: dict[str, Shape] = {
    "options": Many(of=PLAIN_OPTION, most=100, least=1),
    "option_groups": Many(of=OPTION_GROUP, most=100, least=1),
}
STATIC_RULES = (exactly_one("options", "option_groups"), initial_among_options)
EXTERNAL: dict[str, Shape] = {"min_query_length": Number(least=0)}
CONVERSATION: dict[str, Shape] = {"default_to_current_conversation": Flag(), "filter": FILTER}
ANSWERED: dict[str, Shape] = {"response_url_enabled": Flag()}

BUTTONS = kinds(
    button=Thing(
        needs={"text": plain(75)},
        may={
            **CONFIRMED,
            "value": Text(most=2000),
            "url": URL,
            "style": STYLE,
            "accessibility_label": Text(most=75),
        },
    ),
    overflow=Thing(
        # The Block Kit reference says "up to five"; the SDK and older pages ask for two at least.
        needs={"options": Many(of=LINK_OPTION, most=5, least=2)},
        may=CONFIRMED,
    ),
    workflow_button=Thing(
        needs={"text": plain(75), "workflow": Thing(needs={"trigger": Thing(needs={"url": URL})})},
        may={**ACTION, "style": STYLE, "accessibility_label": Text(most=75)},
    ),
)
SELECTS = kinds(
    static_select=Thing(
        may={**CHOSEN, **STATIC, "initial_option": PLAIN_OPTION}, rules=STATIC_RULES
    ),
    external_select=Thing(may={**CHOSEN, **EXTERNAL, "initial_option": PLAIN_OPTION}),
    users_select=Thing(may={**CHOSEN, "initial_user": Text(least=1)}),
    conversations_select=Thing(
        may={**CHOSEN, **CONVERSATION, **ANSWERED, "initial_conversation": Text(least=1)}
    ),
    channels_select=Thing(may={**CHOSEN, **ANSWERED, "initial_channel": Text(least=1)}),
    multi_static_select=Thing(
        may={**SEVERAL, **STATIC, "initial_options": Many(of=PLAIN_OPTION, most=100, least=1)},
        rules=STATIC_RULES,
    ),
    multi_external_select=Thing(
        may={**SEVERAL, **EXTERNAL, "initial_options": Many(of=PLAIN_OPTION, most=100, least=1)}
    ),
    multi_users_select=Thing(may={**SEVERAL, "initial_users": Many(of=Text(least=1))}),
    multi_conversations_select=Thing(
        may={**SEVERAL, **CONVERSATION, "initial_conversations": Many(of=Text(least=1))}
    ),
    multi_channels_select=Thing(may={**SEVERAL, "initial_channels": Many(of=Text(least=1))}),
)
PICKERS = kinds(
    datepicker=Thing(may={**CHOSEN, "initial_date": DATE}),
    timepicker=Thing(may={**CHOSEN, "initial_time": TIME, "timezone": Text()}),
    datetimepicker=Thing(
        may={**CONFIRMED, **FOCUSED, "initial_date_time": Number(least=10**9, most=10**10 - 1)}
    ),
    checkboxes=Thing(
        needs={"options": Many(of=TEXT_OPTION, most=10, least=1)},
        may={**CONFIRMED, **FOCUSED, "initial_options": Many(of=TEXT_OPTION, most=10, least=1)},
        rules=(initial_among_options,),
    ),
    radio_buttons=Thing(
        needs={"options": Many(of=TEXT_OPTION, most=10, least=1)},
        may={**CONFIRMED, **FOCUSED, "initial_option": TEXT_OPTION},
        rules=(initial_among_options,),
    ),
)
INPUTS = kinds(
    plain_text_input=Thing(
        may={
            **TYPED,
            "initial_value": Text(most=3000),
            "multiline": Flag(),
            "min_length": Number(least=0, most=3000),
            "max_length": Number(least=1, most=3000),
        }
    ),
    email_text_input=Thing(may={**TYPED, "initial_value": Text()}),
    url_text_input=Thing(may={**TYPED, "initial_value": Text()}),
    number_input=Thing(
        needs={"is_decimal_allowed": Flag()},
        may={**TYPED, "initial_value": Text(), "min_value": Text(), "max_value": Text()},
    ),
    rich_text_input=Thing(
        may={
            **TYPED,
            "initial_value": RICH_TEXT,
            "min_lines": Number(least=1, most=100),
            "max_lines": Number(least=1, most=100),
        }
    ),
    file_input=Thing(
        may={**ACTION, "filetypes": Many(of=Text(), least=1), "max_files": Number(least=1, most=10)}
    ),
)
FEEDBACK = Thing(
    needs={"text": plain(75), "value": Text(most=2000)},
    may={"accessibility_label": Text(most=75)},
)
CONTEXT_ACTIONS = kinds(
    feedback_buttons=Thing(
        needs={"positive_button": FEEDBACK, "negative_button": FEEDBACK}, may=ACTION
    ),
    icon_button=Thing(
        needs={"icon": Choice(values=("trash",)), "text": plain(75)},
        may={
            **CONFIRMED,
            "value": Text(most=2000),
            "accessibility_label": Text(most=75),
            "visible_to_user_ids": Many(of=Text(least=1)),
        },
    ),
)
IMAGES = kinds(
    image=Thing(
        needs={"alt_text": Text(most=2000)},
        may={"image_url": URL, "slack_file": SLACK_FILE},
        rules=(either("image_url", "slack_file"), not_both("image_url", "slack_file")),
    )
)
CHOOSING = Kinds(of={**SELECTS.of, **PICKERS.of})
IN_ACTIONS = Kinds(of={**BUTTONS.of, **CHOOSING.of, **INPUTS.only("rich_text_input").of})
ACCESSORIES = Kinds(of={**BUTTONS.of, **CHOOSING.of, **IMAGES.of})
IN_INPUT = Kinds(of={**CHOOSING.of, **INPUTS.of})

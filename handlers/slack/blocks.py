"""Messages as Block Kit. Total: every part, fact, note and action reaches the reader.

What people typed goes into rich text and plain text only, which know no markup: it is shown
exactly, and can ping nobody. Limits are Slack's own (docs/sources.md#what-the-platforms-ask-for).
slack_sdk's models would search themselves at each message for what validates them: here are plain
dictionaries, and the tests let the models judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, assert_never

from domain.messages import (
    Action,
    Button,
    Choices,
    Command,
    Count,
    Day,
    Finder,
    Item,
    Line,
    Link,
    Menu,
    Message,
    Moment,
    Named,
    Option,
    Part,
    Person,
    Text,
    Weight,
    Words,
)
from domain.phrases import shorten
from handlers.slack import plain

Json = dict[str, Any]

BUTTON_TEXT = 75
OPTION_VALUE = 150
PLAIN_TEXT = 3000
STYLES = {Weight.MAIN: "primary", Weight.PLAIN: None, Weight.GRAVE: "danger"}
BOLD = {"bold": True}
CODE = {"code": True}
RICH = Person | Moment | Link
"""What plain text can't show."""

PIPE = "|"
"""Parts a menu's action from what it is about, in its action id."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """`text` is for notifications and screen readers; `blocks` for everybody else."""

    text: str
    blocks: list[Json]


def render(message: Message, revision: str = "") -> Rendered:
    return Rendered(text=plain.fallback(message), blocks=blocks_of(message, revision))


def blocks_of(message: Message, revision: str = "") -> list[Json]:
    """`revision` is another each time that a message changes: Slack's programs keep what somebody
    chose from a menu for as long as its block has the same id, whatever the message says by then.
    """
    blocks = [_rich([_section(message.headline, BOLD)])]
    for has_actions, group in groupby(message.items, key=lambda fact: bool(fact.actions)):
        facts = list(group)
        blocks += _with_actions(facts) if has_actions else [_rich(list(map(_paragraph, facts)))]
    blocks += _buttons(message.actions)
    blocks += small_print(message.notes)
    name = message.id.replace(" ", "_")
    for number, block in enumerate(blocks):
        block["block_id"] = f"{name}-{number}{revision and '.'}{revision}"
    return blocks


def small_print(notes: tuple[Line, ...]) -> list[Json]:
    """On each reader's own clock where nobody's own words stand in it."""
    blocks: list[Json] = []
    for is_plain, lines in groupby(notes, key=_needs_plain):
        told = shorten("\n".join(map(plain.spoken if is_plain else _markdown, lines)), PLAIN_TEXT)
        text = plain_text(told) if is_plain else {"type": "mrkdwn", "text": told}
        blocks.append({"type": "context", "elements": [text]})
    return blocks


def plain_text(text: str, *, emoji: bool = False) -> Json:
    """`emoji`: names such as `:tada:` become pictures."""
    return {"type": "plain_text", "text": text, "emoji": emoji}


def option(value: str, label: str) -> Json:
    return {"text": _label(label), "value": shorten(value, OPTION_VALUE)}


def options(offered: Iterable[Option]) -> list[Json]:
    return [option(each.value, each.label) for each in offered]


def _label(label: str) -> Json:
    return plain_text(shorten(label, BUTTON_TEXT), emoji=True)


def _with_actions(facts: Iterable[Item]) -> list[Json]:
    return [block for fact in facts for block in _actionable(fact)]


def _actionable(fact: Item) -> list[Json]:
    """One button stands beside its line; more stand below it."""
    match fact.actions:
        case (Button() as button,) if not any(isinstance(p, RICH) for p in fact.line):
            text = plain_text(shorten(plain.spoken(fact.line), PLAIN_TEXT))
            return [{"type": "section", "text": text, "accessory": _button(button)}]
        case _:
            return [_rich([_paragraph(fact)]), *_buttons(fact.actions)]


def _buttons(actions: tuple[Action, ...]) -> list[Json]:
    """In a row; choices of several can't stand in one, and have a line of their own before it."""
    row = [_element(each) for each in actions if not isinstance(each, Choices)]
    alone = [_choices(each) for each in actions if isinstance(each, Choices)]
    return [*alone, *([{"type": "actions", "elements": row}] if row else [])]


def _choices(choices: Choices) -> Json:
    element = {
        "type": "multi_static_select",
        "action_id": f"{choices.action_id}{PIPE}{choices.ref}",
        "placeholder": _label(choices.label),
        "options": options(choices.options),
    }
    held = [each for each in choices.options if each.value in choices.chosen]
    if held:
        element["initial_options"] = options(held)
    return {"type": "section", "text": plain_text(choices.label), "accessory": element}


def _element(action: Button | Menu | Finder) -> Json:
    match action:
        case Button():
            return _button(action)
        case Menu():
            return _menu(action)
        case Finder():
            return {
                "type": "external_select",
                "action_id": f"{action.action_id}{PIPE}{action.source}",
                "placeholder": _label(action.label),
                "min_query_length": 0,
            }
        case _:
            assert_never(action)


def _button(button: Button) -> Json:
    element = {
        "type": "button",
        "action_id": f"{button.action_id}{PIPE}{button.ref}",
        "text": _label(button.label),
    }
    if button.ref:
        element["value"] = button.ref
    if style := STYLES[button.weight]:
        element["style"] = style
    return element


def _menu(menu: Menu) -> Json:
    element = {
        "type": "static_select",
        "action_id": f"{menu.action_id}{PIPE}{menu.ref}",
        "placeholder": _label(menu.label),
        "options": options(menu.options),
    }
    return element | initial(menu.options, menu.chosen)


def initial(offered: Sequence[Option], chosen: str) -> Json:
    """The one that holds now, where it is offered."""
    held = next((each for each in offered if each.value == chosen), None)
    return {"initial_option": option(held.value, held.label)} if held else {}


def _needs_plain(line: Line) -> bool:
    return any(isinstance(part, Named | Words) for part in line)


def _markdown(line: Line) -> str:
    return "".join(map(_marked, line))


def _marked(part: Part) -> str:
    match part:
        case Person() if part.user_id:
            return f"<@{part.user_id}>"
        case Moment():
            told, stamp = plain.escape(plain.spoken((part,))), int(part.at.timestamp())
            return f"<!date^{stamp}^{plain.FORMATS[part.grain]}|{told}>"
        case Command():
            return f"`{plain.escape(plain.spoken((part,)))}`"
        case Link():
            return f"<{plain.escape(part.url)}|{plain.escape(part.label)}>"
        case _:
            return plain.escape(plain.spoken((part,)))


def _rich(elements: list[Json]) -> Json:
    return {"type": "rich_text", "elements": elements}


def _paragraph(fact: Item) -> Json:
    """Somebody's words alone on their line are quoted."""
    match fact.line:
        case (Words() as words,):
            return {"type": "rich_text_quote", "elements": [_text(words.words)]}
        case _:
            return _section((*fact.line, Text("\n")))


def _section(line: Line, style: Json | None = None) -> Json:
    return {"type": "rich_text_section", "elements": [_part(part, style) for part in line]}


def _part(part: Part, style: Json | None) -> Json:
    element = _unstyled(part)
    return element if style is None or "style" in element else element | {"style": style}


def _unstyled(part: Part) -> Json:
    match part:
        case Person() if part.user_id:
            return {"type": "user", "user_id": part.user_id}
        case Moment():
            return {
                "type": "date",
                "timestamp": int(part.at.timestamp()),
                "format": plain.FORMATS[part.grain],
                "fallback": plain.spoken((part,)),
            }
        case Command():
            return _text(plain.spoken((part,))) | {"style": CODE}
        case Link():
            return {"type": "link", "url": part.url, "text": part.label}
        case Text() | Named() | Words() | Count() | Day() | Person():
            return _text(plain.spoken((part,)))
        case _:
            assert_never(part)


def _text(text: str) -> Json:
    """Slack refuses an empty one."""
    return {"type": "text", "text": text or " "}

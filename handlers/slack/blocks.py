"""Messages as Block Kit. Total: every part, fact, note and action reaches the reader.

What people typed goes into rich text and plain text only, which know no markup: it is shown
exactly, and can ping nobody. Limits are Slack's own (slack.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, assert_never

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextBlock,
    ExternalDataSelectElement,
    MarkdownTextObject,
    PlainTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextQuoteElement,
    RichTextSectionElement,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.blocks import Option as SlackOption
from slack_sdk.models.blocks.block_elements import RichTextElement

from domain.messages import (
    Action,
    Button,
    Command,
    Count,
    Day,
    Fact,
    Finder,
    Line,
    Link,
    Menu,
    Message,
    Moment,
    Named,
    Part,
    Person,
    Text,
    Weight,
    Words,
)
from domain.phrases import shorten
from handlers.slack import plain

BUTTON_TEXT = 75
OPTION_VALUE = 150
PLAIN_TEXT = 3000
STYLES = {Weight.MAIN: "primary", Weight.PLAIN: None, Weight.GRAVE: "danger"}
BOLD = RichTextElementParts.TextStyle(bold=True)
CODE = RichTextElementParts.TextStyle(code=True)
RICH = Person | Moment | Link
"""What plain text can't show."""

PIPE = "|"
"""Parts a menu's verb from what it is about, in its action id."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """`text` is for notifications and screen readers; `blocks` for everybody else."""

    text: str
    blocks: list[dict[str, Any]]


def render(message: Message) -> Rendered:
    return Rendered(text=plain.fallback(message), blocks=blocks_of(message))


def blocks_of(message: Message) -> list[dict[str, Any]]:
    blocks: list[Block] = [_rich([_section(message.headline, BOLD)])]
    for has_actions, group in groupby(message.facts, key=lambda fact: bool(fact.actions)):
        facts = list(group)
        blocks += _with_actions(facts) if has_actions else [_rich(list(map(_paragraph, facts)))]
    blocks += _buttons(message.actions)
    blocks += _notes(message.notes)
    for number, block in enumerate(blocks):
        block.block_id = f"{message.id.replace(' ', '_')}-{number}"
    return [block.to_dict() for block in blocks]


def small_print(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    return [block.to_dict() for block in _notes(lines)]


def _with_actions(facts: Iterable[Fact]) -> list[Block]:
    blocks: list[Block] = []
    for fact in facts:
        blocks += _actionable(fact)
    return blocks


def _actionable(fact: Fact) -> list[Block]:
    """One button stands beside its line; more stand below it."""
    match fact.actions:
        case (Button() as button,) if not any(isinstance(p, RICH) for p in fact.line):
            text = PlainTextObject(text=_cut(fact.line), emoji=False)
            return [SectionBlock(text=text, accessory=_element(button))]
        case _:
            return [_rich([_paragraph(fact)]), *_buttons(fact.actions)]


def _buttons(actions: tuple[Action, ...]) -> list[Block]:
    return [ActionsBlock(elements=[_element(action) for action in actions])] if actions else []


def _element(action: Action) -> ButtonElement | StaticSelectElement | ExternalDataSelectElement:
    match action:
        case Button():
            return ButtonElement(
                text=PlainTextObject(text=shorten(action.label, BUTTON_TEXT), emoji=True),
                action_id=f"{action.verb}{PIPE}{action.ref}",
                value=action.ref or None,
                style=STYLES[action.weight],
            )
        case Menu():
            options = {
                option.value: _option(option.value, option.label) for option in action.options
            }
            return StaticSelectElement(
                placeholder=PlainTextObject(text=shorten(action.label, BUTTON_TEXT), emoji=True),
                action_id=f"{action.verb}{PIPE}{action.ref}",
                options=list(options.values()),
                initial_option=options.get(action.chosen),
            )
        case Finder():
            return ExternalDataSelectElement(
                placeholder=PlainTextObject(text=shorten(action.label, BUTTON_TEXT), emoji=True),
                action_id=f"{action.verb}{PIPE}{action.source}",
                min_query_length=0,
            )
        case _:
            assert_never(action)


def _option(value: str, label: str) -> SlackOption:
    text = PlainTextObject(text=shorten(label, BUTTON_TEXT), emoji=True)
    return SlackOption(value=shorten(value, OPTION_VALUE), text=text)


def _notes(notes: tuple[Line, ...]) -> list[Block]:
    """Small print: on each reader's own clock where nobody's own words stand in it."""
    blocks: list[Block] = []
    for is_plain, lines in groupby(notes, key=_needs_plain):
        if is_plain:
            text = shorten("\n".join(plain.spoken(line) for line in lines), PLAIN_TEXT)
            blocks.append(ContextBlock(elements=[PlainTextObject(text=text, emoji=False)]))
        else:
            text = shorten("\n".join(map(_markdown, lines)), PLAIN_TEXT)
            blocks.append(ContextBlock(elements=[MarkdownTextObject(text=text)]))
    return blocks


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


def _rich(elements: list[RichTextElement]) -> RichTextBlock:
    return RichTextBlock(elements=elements)


def _paragraph(fact: Fact) -> RichTextElement:
    """Somebody's words alone on their line are quoted."""
    match fact.line:
        case (Words() as words,):
            text = words.words or " "
            return RichTextQuoteElement(elements=[RichTextElementParts.Text(text=text)])
        case _:
            return _section(fact.line, None)


def _section(line: Line, style: RichTextElementParts.TextStyle | None) -> RichTextSectionElement:
    parts = [_part(part, style) for part in line]
    ending = RichTextElementParts.Text(text="\n")
    return RichTextSectionElement(elements=[*parts, ending] if style is None else parts)


def _part(part: Part, style: RichTextElementParts.TextStyle | None) -> RichTextElement:
    match part:
        case Person() if part.user_id:
            return RichTextElementParts.User(user_id=part.user_id, style=style)
        case Moment():
            return RichTextElementParts.Date(
                timestamp=int(part.at.timestamp()),
                format=plain.FORMATS[part.grain],
                fallback=plain.spoken((part,)),
                style=style,
            )
        case Command():
            return RichTextElementParts.Text(text=plain.spoken((part,)), style=CODE)
        case Link():
            return RichTextElementParts.Link(url=part.url, text=part.label, style=style)
        case Text() | Named() | Words() | Count() | Day() | Person():
            return RichTextElementParts.Text(text=plain.spoken((part,)) or " ", style=style)
        case _:
            assert_never(part)


def _cut(line: Line) -> str:
    return shorten(plain.spoken(line), PLAIN_TEXT)

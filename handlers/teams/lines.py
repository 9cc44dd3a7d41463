"""A line of a message as a block of text in an Adaptive Card.

What people typed goes into text runs only, which know no markup. A mention needs a block that
reads Markdown, and so does a moment on each reader's own clock: in a run, Teams shows the macro
itself to readers in channels (msteams-docs#8030). Nobody's own words ever stand in such a block: a
moment beside them is told on the clock that it names.
"""

from datetime import UTC
from typing import Any, assert_never

from domain.messages import (
    Command,
    Count,
    Day,
    Grain,
    Line,
    Link,
    Moment,
    Named,
    Part,
    Person,
    Text,
    Words,
)
from domain.phrases import shorten
from handlers.teams import plain

Json = dict[str, Any]

CLOCKS = {
    Grain.DAY: "{{{{DATE({0}, SHORT)}}}}",
    Grain.CLOCK: "{{{{TIME({0})}}}}",
    Grain.BOTH: "{{{{DATE({0}, SHORT)}}}} {{{{TIME({0})}}}}",
}
"""Macros that each reader's own client fills in."""


class Lines:
    """Those of one card, each part no longer than `limit`; it remembers who is mentioned."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._mentioned: dict[str, str] = {}

    def entities(self) -> list[Json]:
        """What Teams needs beside the card to tell people of their mention."""
        return [
            {"type": "mention", "text": text, "mentioned": {"id": id_, "name": text[4:-5]}}
            for text, id_ in self._mentioned.items()
        ]

    def text(self, line: Line, look: Json | None = None) -> Json:
        if _is_marked(line):
            text = "".join(self._marked(part) for part in line)
            return {"type": "TextBlock", "text": text, "wrap": True, **(look or {})}
        runs = _joined([self._run(part) for part in line])
        return {"type": "RichTextBlock", "inlines": [run | (look or {}) for run in runs]}

    def quote(self, words: Words) -> Json:
        said = {"type": "TextRun", "text": self._cut(words.words) or " ", "italic": True}
        return {"type": "RichTextBlock", "inlines": [said]}

    def _run(self, part: Part) -> Json:
        match part:
            case Command():
                return _plain_run(self._said(part)) | {"fontType": "Monospace"}
            case Link():
                opens = {"type": "Action.OpenUrl", "url": part.url}
                return _plain_run(part.label) | {"selectAction": opens}
            case Text() | Named() | Words() | Count() | Day() | Person() | Moment():
                return _plain_run(self._said(part))
            case _:
                assert_never(part)

    def _marked(self, part: Part) -> str:
        match part:
            case Person() if part.user_id:
                return self._mention(part)
            case Moment():
                return _clock(part)
            case _:
                return plain.escape(self._said(part))

    def _mention(self, person: Person) -> str:
        """Two of one name can't both be mentioned: the second is named."""
        text = f"<at>{person.name.replace('<', '').replace('>', '')}</at>"
        known = self._mentioned.setdefault(text, person.user_id)
        return text if known == person.user_id else plain.escape(person.name)

    def _said(self, part: Part) -> str:
        if isinstance(part, Words):
            return f"“{self._cut(part.words)}”"
        return self._cut(plain.spoken((part,))) or " "

    def _cut(self, words: str) -> str:
        return plain.literal(shorten(words, self._limit))


def _is_marked(line: Line) -> bool:
    """Whether it has a mention or a moment in it, and nothing that anybody typed."""
    if any(isinstance(part, Named | Words | Link) for part in line):
        return False
    return any(isinstance(part, Moment) or _is_mentioned(part) for part in line)


def _is_mentioned(part: Part) -> bool:
    return isinstance(part, Person) and bool(part.user_id)


def _joined(runs: list[Json]) -> list[Json]:
    """Plain text that follows plain text is one run with it: a card must not grow large."""
    joined: list[Json] = []
    for run in runs:
        if joined and set(run) == set(joined[-1]) == {"type", "text"}:
            joined[-1] = _plain_run(joined[-1]["text"] + run["text"])
        else:
            joined.append(run)
    return joined


def _plain_run(text: str) -> Json:
    return {"type": "TextRun", "text": text or " "}


def _clock(moment: Moment) -> str:
    return CLOCKS[moment.grain].format(f"{moment.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")

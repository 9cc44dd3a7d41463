"""Messages as Adaptive Cards. Total: every part, fact, note and action reaches the reader.

A card's schema is 1.5 at most, and it stays under 25 KB: the longest words are cut first, no
part is ever left out (Microsoft's documentation for Teams, "Cards", "Format your bot messages").
"""

import json
from typing import Any

from domain.messages import Action, Button, Item, Line, Message, Words
from handlers.teams import plain
from handlers.teams.buttons import Buttons
from handlers.teams.lines import Lines

Json = dict[str, Any]

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"
MOST_BYTES = 25 * 1024

MOST_ACTIONS = 5
"""Below a card, as Microsoft's renderer takes them; more of them stand in a row above."""

LIMITS = (5000, 1000, 300, 120, 40)
"""Characters of one part, tried one after the other until the card is small enough."""

HEADLINE = {"size": "Medium", "weight": "Bolder"}
SMALL = {"size": "Small", "isSubtle": True}


def render(message: Message) -> Json:
    for limit in LIMITS:
        card = _Card(message, limit).build()
        if size(card) <= MOST_BYTES:
            break
    return card


def size(card: Json) -> int:
    """Bytes on the wire, where nothing is spaced out."""
    return len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode())


def as_activity(message: Message) -> Json:
    """The card in a message of its own, with words for notifications."""
    return {
        "type": "message",
        "summary": plain.summary(message),
        "attachments": [{"contentType": CARD, "content": render(message)}],
    }


class _Card:
    def __init__(self, message: Message, limit: int) -> None:
        self._message = message
        self._lines = Lines(limit)
        self._buttons = Buttons(message.id)

    def build(self) -> Json:
        message = self._message
        body = [self._lines.text(message.headline, HEADLINE)]
        body += [self._fact(fact) for fact in message.items]
        body += self._notes(message.notes)
        actions = self._buttons.all(message.actions)
        if above := actions[:-MOST_ACTIONS]:
            body.append({"type": "ActionSet", "actions": above, "spacing": "Small"})
        card: Json = {
            "$schema": SCHEMA,
            "type": "AdaptiveCard",
            "version": VERSION,
            "body": body,
            "msteams": {"width": "Full", "entities": self._lines.entities()},
        }
        if actions:
            card["actions"] = actions[-MOST_ACTIONS:]
        return card

    def _notes(self, notes: tuple[Line, ...]) -> list[Json]:
        """Small print, which may be read last or not at all."""
        if not notes:
            return []
        items = [self._lines.text(note, SMALL) | {"spacing": "Small"} for note in notes]
        return [{"type": "Container", "spacing": "Medium", "items": items}]

    def _fact(self, fact: Item) -> Json:
        """One button stands beside its line; more stand below it."""
        match fact.actions:
            case ():
                return self._paragraph(fact.line)
            case (Button() as button,):
                return self._beside(fact.line, button)
            case _:
                return self._above(fact.line, fact.actions)

    def _paragraph(self, line: Line) -> Json:
        """Somebody's words alone on their line are quoted."""
        match line:
            case (Words() as words,):
                look = {"style": "emphasis", "spacing": "Small"}
                return {"type": "Container", "items": [self._lines.quote(words)], **look}
            case _:
                return self._lines.text(line) | {"spacing": "Small"}

    def _beside(self, line: Line, button: Button) -> Json:
        pressed = {"type": "ActionSet", "actions": self._buttons.all((button,))}
        columns = [
            _column("stretch", self._lines.text(line)),
            _column("auto", pressed),
        ]
        return {"type": "ColumnSet", "columns": columns, "spacing": "Small"}

    def _above(self, line: Line, actions: tuple[Action, ...]) -> Json:
        below = {"type": "ActionSet", "actions": self._buttons.all(actions), "spacing": "Small"}
        items = [self._lines.text(line), below]
        return {"type": "Container", "items": items, "separator": True, "spacing": "Medium"}


def _column(width: str, item: Json) -> Json:
    return {
        "type": "Column",
        "width": width,
        "verticalContentAlignment": "Center",
        "items": [item],
    }

"""What an invoke is answered with: Teams shows nothing but what it knows the form of."""

from typing import Any

from domain.messages import Message
from handlers.teams.cards import CARD, render

Json = dict[str, Any]

WORDS = "application/vnd.microsoft.activity.message"
REPEATED = "That has been done already."
UNKNOWN = "Heed does not know what to do with that. Nothing was changed."
TROUBLE = "Something went wrong on my side, and it has been noted for repair. Please try again."


def words(text: str) -> Json:
    """Shown under the card, to whoever pressed."""
    return {"statusCode": 200, "type": WORDS, "value": text}


def card(message: Message) -> Json:
    """Shown in place of the card, to whoever pressed."""
    return {"statusCode": 200, "type": CARD, "value": render(message)}

"""The few words that Teams alone needs, and what an invoke is answered with.

Teams shows nothing but what it knows the form of, and each kind of invoke has a form of its own.
"""

from collections.abc import Iterable
from typing import Any

from domain.messages import Message, Option
from handlers.teams.cards import CARD, render

Json = dict[str, Any]

SEARCHED = "application/vnd.microsoft.search.searchResponse"
WORDS = "application/vnd.microsoft.activity.message"
REPEATED = "That has been done already."
UNKNOWN = "Heed does not know what to do with that. Nothing was changed."
TROUBLE = "Something went wrong on my side, and it has been noted for repair. Please try again."
STRANGER = "Heed works for another company. Nothing was changed."
LOGGED = "📝 Logged, thank you."
NO_CONTACT = "I read no contact in that, so nothing was logged. Type “@Heed log …” to log one."
TAKE_BACK = "To take it back, type “undo” in our chat."
IN_OUR_CHAT = "I answered you in our chat."

DIALOGS = {
    "task/fetch",
    "task/submit",
    "composeExtension/fetchTask",
    "composeExtension/submitAction",
}
BRIEF = {"answer", "error", "trouble", "undone"}
"""Kinds of messages that a few words can tell."""


def openly(*, is_done: bool, is_told: bool) -> str:
    """Where a mention can be read by all: it names no customer. `{name}` is who spoke.

    `is_told`: the receipt, or the answer, came through to them in private.
    """
    match is_done, is_told:
        case True, True:
            return "Thank you, {name}. The receipt is in our chat."
        case True, False:
            return (
                "That is done, {name}, but I can't write to you: add Heed for yourself to get "
                "receipts."
            )
        case False, True:
            return "I answered you in our chat, {name}."
        case _:
            return (
                "I can't answer that here, {name}, nor write to you: add Heed for yourself, and "
                "type it there."
            )


def refusal(name: str, text: str) -> Json:
    """Words in the form that this kind of invoke is answered in."""
    match name:
        case name if name in DIALOGS:
            return in_dialog(text)
        case "application/search":
            return found(())
        case _:
            return words(text)


def in_dialog(text: str) -> Json:
    """Shown in the dialog's place."""
    return {"task": {"type": "message", "value": text}}


def found(options: Iterable[Option]) -> Json:
    """What a search field offers."""
    results = [{"title": option.label, "value": option.value} for option in options]
    return {"statusCode": 200, "type": SEARCHED, "value": {"results": results}}


def words(text: str) -> Json:
    """Shown under the card, to whoever pressed."""
    return {"statusCode": 200, "type": WORDS, "value": text}


def card(message: Message) -> Json:
    """Shown in place of the card, to whoever pressed."""
    return {"statusCode": 200, "type": CARD, "value": render(message)}

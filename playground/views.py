"""Forms (modals) and Homes: what Slack calls a view."""

from dataclasses import dataclass, field
from typing import Any

from playground.bot import Bot
from playground.ids import fresh

Values = dict[str, dict[str, dict[str, Any]]]
COPIED = ("title", "submit", "close")
PLAIN = {
    "private_metadata": "",
    "callback_id": "",
    "external_id": "",
    "clear_on_close": False,
    "notify_on_close": False,
}


@dataclass(frozen=True, kw_only=True)
class View:
    """`content` is what the bot sent, with block ids filled in.

    `values` is what the person has entered so far, by block and action.
    """

    id: str
    person: str
    content: dict[str, Any]
    root: str
    below: str | None = None
    values: Values = field(default_factory=dict)
    hash: str = field(default_factory=lambda: fresh("", 14).lower())

    @property
    def is_home(self) -> bool:
        return bool(self.content["type"] == "home")

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return list(self.content["blocks"])

    @property
    def external_id(self) -> str:
        return str(self.content.get("external_id") or "")


def show(view: View, *, bot: Bot, team: str, values: Values | None = None) -> dict[str, Any]:
    """The view object of the API and of payloads; payloads also tell what has been entered."""
    shown: dict[str, Any] = {
        "id": view.id,
        "team_id": team,
        "type": view.content["type"],
        "blocks": view.blocks,
        "state": {"values": view.values if values is None else values},
        "hash": view.hash,
        "previous_view_id": view.below,
        "root_view_id": view.root,
        "app_id": bot.app_id,
        "app_installed_team_id": team,
        "bot_id": bot.bot_id,
    }
    shown |= {name: view.content.get(name) or default for name, default in PLAIN.items()}
    return shown | {name: view.content.get(name) for name in COPIED}

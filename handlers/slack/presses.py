"""What a press says: what was chosen, where it came from, and where its answer belongs."""

from typing import Any

from domain.messages import NONE_CHOSEN, Message
from handlers import routing
from handlers.slack.modals import Way


def way(body: dict[str, Any], action: dict[str, Any], action_id: str) -> Way:
    """An answer goes where the click came from."""
    container = body.get("container") or {}
    if container.get("type") == "view":
        view = body.get("view") or {}
        is_home = view.get("type") == "home"
        return Way(is_home=is_home, window="" if is_home else str(view.get("id") or ""))
    is_private = bool(container.get("is_ephemeral"))
    makes_room = routing.makes_room(origin(action), action_id) or _is_on_due(action, action_id)
    replaces = is_private and makes_room
    return Way(url=str(body.get("response_url") or ""), replaces=replaces, place=place(body))


def place(body: dict[str, Any]) -> str:
    """The channel where it was pressed; empty in a window or in Home."""
    return str((body.get("channel") or {}).get("id") or "")


def changes_due(way: Way, action: dict[str, Any], action_id: str) -> bool:
    """Whether the private list of what waits is one shorter now."""
    return way.replaces and _is_on_due(action, action_id)


def _is_on_due(action: dict[str, Any], action_id: str) -> bool:
    return origin(action) == "due" and routing.is_acting(action_id)


def origin(action: dict[str, Any]) -> str:
    """The kind of message that the button stands on."""
    return str(action.get("block_id") or "").rpartition("-")[0]


def needs_window(way: Way, action_id: str, message: Message) -> bool:
    """What was asked for in Home to be read; and what went wrong, above what it went wrong with."""
    if way.is_home:
        return not routing.is_acting(action_id) and message.id != "error"
    return bool(way.window) and message.id == "error"


def about(action_id: str, ref: str) -> str:
    """A search field's id says what it searches, not what it is about."""
    return "" if action_id in routing.FOUND else ref


def chosen(action: dict[str, Any]) -> str:
    """What was chosen from a menu, or of choices; empty for a button."""
    several = action.get("selected_options")
    if several is not None:
        return ",".join(str(each.get("value")) for each in several) or NONE_CHOSEN
    return str((action.get("selected_option") or {}).get("value") or "")

"""Elements that hold a value: under which names Slack keeps it, and what a person may enter."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from playground.blocks import walk
from playground.refusals import Impossible
from playground.town import Town
from playground.views import Values

Element = dict[str, Any]
Options = list[dict[str, Any]]
Read = Callable[["Entry"], Any]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`suggested` are the options which the bot gave last for an external menu."""

    town: Town
    element: Element
    value: Any
    suggested: Options


@dataclass(frozen=True, kw_only=True)
class Holding:
    """`key` in the state, `initial` in the element, and how what a person enters is read."""

    key: str
    initial: str
    read: Read
    empty: Any = None


def words(entry: Entry) -> str | None:
    if entry.value is not None and not isinstance(entry.value, str):
        raise Impossible("text is expected")
    return entry.value or None


def rich(entry: Entry) -> dict[str, Any] | None:
    if not isinstance(entry.value, str):
        return entry.value if isinstance(entry.value, dict) else None
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": entry.value}]}
    return {"type": "rich_text", "elements": [section]}


def options(entry: Entry) -> Options:
    """All there are to choose from; groups are opened."""
    groups = entry.element.get("option_groups", ())
    static = [*entry.element.get("options", ()), *(o for g in groups for o in g["options"])]
    return static or [*entry.suggested, *initial(entry.element)]


def initial(element: Element) -> Options:
    """What the bot has chosen beforehand can be chosen, whatever it suggests later."""
    one = element.get("initial_option")
    return [one] if one else element.get("initial_options", [])


def pick(entry: Entry, value: Any) -> dict[str, Any]:
    """By the option's value, or by what it says."""
    for option in options(entry):
        if value in (option.get("value"), option["text"]["text"]):
            return option
    raise Impossible(f"there is no option {value!r}")


def one_option(entry: Entry) -> dict[str, Any] | None:
    return None if entry.value is None else pick(entry, entry.value)


def some_options(entry: Entry) -> Options:
    return [pick(entry, value) for value in several(entry)]


def several(entry: Entry) -> list[Any]:
    value = entry.value or []
    if not isinstance(value, list):
        raise Impossible("a list is expected")
    most = entry.element.get("max_selected_items")
    if most and len(value) > most:
        raise Impossible(f"no more than {most} can be chosen")
    return value


def person(entry: Entry, value: Any = None) -> str:
    found = entry.town.find_person(str(value or entry.value))
    if found is None:
        raise Impossible(f"there is nobody called {value or entry.value}")
    return found.id


def place(entry: Entry, value: Any = None) -> str:
    found = entry.town.find_channel(str(value or entry.value))
    if found is None:
        raise Impossible(f"there is no channel {value or entry.value}")
    return found.id


def maybe(read: Callable[[Entry, Any], str]) -> Read:
    return lambda entry: read(entry, entry.value) if entry.value is not None else None


def each(read: Callable[[Entry, Any], str]) -> Read:
    return lambda entry: [read(entry, value) for value in several(entry)]


def day(entry: Entry) -> str | None:
    try:
        return date.fromisoformat(entry.value).isoformat() if entry.value else None
    except (TypeError, ValueError):
        raise Impossible("a date like 2026-11-20 is expected") from None


def time(entry: Entry) -> str | None:
    if entry.value and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(entry.value)):
        raise Impossible("a time like 14:30 is expected")
    return entry.value or None


def moment(entry: Entry) -> int | None:
    """Seconds since 1970, or a moment in ISO form."""
    if isinstance(entry.value, (int, type(None))):
        return entry.value
    try:
        return int(datetime.fromisoformat(entry.value).timestamp())
    except (TypeError, ValueError):
        raise Impossible("a moment like 2026-11-20T14:30+00:00 is expected") from None


def text_field(key: str = "value", read: Read = words) -> Holding:
    return Holding(key=key, initial="initial_value", read=read)


ONE = Holding(key="selected_option", initial="initial_option", read=one_option)
SOME = Holding(key="selected_options", initial="initial_options", read=some_options, empty=[])
HOLDINGS = {
    "plain_text_input": text_field(),
    "email_text_input": text_field(),
    "url_text_input": text_field(),
    "number_input": text_field(),
    "rich_text_input": text_field("rich_text_value", rich),
    "static_select": ONE,
    "external_select": ONE,
    "radio_buttons": ONE,
    "multi_static_select": SOME,
    "multi_external_select": SOME,
    "checkboxes": SOME,
    "users_select": Holding(key="selected_user", initial="initial_user", read=maybe(person)),
    "channels_select": Holding(
        key="selected_channel", initial="initial_channel", read=maybe(place)
    ),
    "conversations_select": Holding(
        key="selected_conversation", initial="initial_conversation", read=maybe(place)
    ),
    "multi_users_select": Holding(
        key="selected_users", initial="initial_users", read=each(person), empty=[]
    ),
    "multi_channels_select": Holding(
        key="selected_channels", initial="initial_channels", read=each(place), empty=[]
    ),
    "multi_conversations_select": Holding(
        key="selected_conversations", initial="initial_conversations", read=each(place), empty=[]
    ),
    "datepicker": Holding(key="selected_date", initial="initial_date", read=day),
    "timepicker": Holding(key="selected_time", initial="initial_time", read=time),
    "datetimepicker": Holding(key="selected_date_time", initial="initial_date_time", read=moment),
}


def enter(entry: Entry) -> dict[str, Any]:
    """The state of an element in which somebody has entered something."""
    holding = HOLDINGS[entry.element["type"]]
    return {"type": entry.element["type"], holding.key: holding.read(entry)}


def untouched(element: Element) -> dict[str, Any]:
    holding = HOLDINGS[element["type"]]
    return {"type": element["type"], holding.key: element.get(holding.initial, holding.empty)}


def content(state: dict[str, Any]) -> Any:
    return state[HOLDINGS[state["type"]].key]


def state(blocks: list[walk.Block], entered: Values) -> Values:
    """`state.values` of a payload: every element that holds a value, entered or untouched."""
    values: Values = {}
    for spot in walk.elements(blocks):
        if spot.element["type"] in HOLDINGS:
            block, action = spot.block["block_id"], spot.element["action_id"]
            known = entered.get(block, {}).get(action)
            values.setdefault(block, {})[action] = known or untouched(spot.element)
    return values

"""A message's actions as those of an Adaptive Card.

Each carries its verb twice, as Teams needs it (`verb`) and as its SDK looks for it
(`data.action`), and the kind of message it stands in (`data.origin`).
"""

from itertools import count
from typing import Any, assert_never

from domain.messages import NONE_CHOSEN, Action, Button, Choices, Finder, Menu, Option, Weight
from domain.phrases import shorten

Json = dict[str, Any]

TITLE = 80
"""Characters of a button's title before Teams cuts it itself."""

VALUE = 300
"""Characters of an option's value: no play has one half as long."""

FEW = 4
"""Options that are shown as buttons; more of them become a list to choose from."""

STYLES: dict[Weight, Json] = {
    Weight.MAIN: {"style": "positive"},
    Weight.PLAIN: {},
    Weight.GRAVE: {"style": "destructive"},
}


class Buttons:
    """Those of one card. Inputs are numbered, since no two of a card may have the same name."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._numbers = count(1)

    def all(self, actions: tuple[Action, ...]) -> list[Json]:
        return [self._action(action) for action in actions]

    def _action(self, action: Action) -> Json:
        match action:
            case Button():
                data = {"action": action.action_id, "ref": action.ref}
                pressed = self._press(action.label, data, asks=action.asks)
                return pressed | STYLES[action.weight]
            case Menu():
                return _unfold(action.label, *self._menu(action))
            case Choices():
                return _unfold(action.label, *self._choices(action))
            case Finder():
                return _unfold(action.label, *self._finder(action))
            case _:
                assert_never(action)

    def _press(self, label: str, data: Json, *, asks: bool = False) -> Json:
        """A form is opened by a submit; whatever else is done by an execute."""
        carried = {**data, "origin": self._origin}
        if asks:
            fetch = {"msteams": {"type": "task/fetch"}}
            return {"type": "Action.Submit", "title": title(label), "data": carried | fetch}
        action_id = data["action"]
        return {"type": "Action.Execute", "title": title(label), "verb": action_id, "data": carried}

    def _menu(self, menu: Menu) -> tuple[list[Json], list[Json]]:
        asks = any(option.asks for option in menu.options)
        if asks or not (menu.chosen or len(menu.options) > FEW):
            return [], [self._option(menu, option) for option in menu.options]
        field: Json = {
            "type": "Input.ChoiceSet",
            "id": f"choice-{next(self._numbers)}",
            "label": title(menu.label),
            "choices": _choices(menu.options),
        }
        if menu.chosen:
            field["value"] = menu.chosen
        data = {"action": menu.action_id, "ref": menu.ref, "input": field["id"]}
        return [field], [self._press("OK", data)]

    def _choices(self, choices: Choices) -> tuple[list[Json], list[Json]]:
        field: Json = {
            "type": "Input.ChoiceSet",
            "id": f"choice-{next(self._numbers)}",
            "label": title(choices.label),
            "isMultiSelect": True,
            "choices": _choices(choices.options),
            "value": ",".join(choices.chosen),
        }
        data = {"action": choices.action_id, "ref": choices.ref, "input": field["id"]}
        return [field], [self._press("OK", data | {"several": True})]

    def _option(self, menu: Menu, option: Option) -> Json:
        data = {"action": menu.action_id, "ref": menu.ref, "choice": _value(option)}
        return self._press(option.label, data, asks=option.asks)

    def _finder(self, finder: Finder) -> tuple[list[Json], list[Json]]:
        """Teams searches while one types in dialogs only; here one types and presses."""
        name = f"choice-{next(self._numbers)}"
        field = {"type": "Input.Text", "id": name, "label": title(finder.label), "maxLength": 200}
        data = {"action": finder.action_id, "ref": "", "input": name, "search": finder.source}
        return [field], [self._press("OK", data)]


def chosen(data: Json) -> str:
    """What was pressed, or chosen from a list; empty for a plain button."""
    told = str(data.get("choice") or data.get(str(data.get("input") or "")) or "")
    return told or (NONE_CHOSEN if data.get("several") else "")


def title(label: str) -> str:
    return shorten(label, TITLE)


def _choices(options: tuple[Option, ...]) -> list[Json]:
    return [{"title": title(each.label), "value": _value(each)} for each in options]


def _value(option: Option) -> str:
    return shorten(option.value, VALUE)


def _unfold(label: str, body: list[Json], actions: list[Json]) -> Json:
    inner = {"type": "AdaptiveCard", "body": body, "actions": actions}
    return {"type": "Action.ShowCard", "title": title(label), "card": inner}

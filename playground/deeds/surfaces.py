"""Where people press and choose: a message, an ephemeral, a form, Home."""

from dataclasses import dataclass
from typing import Any

from playground import views
from playground.blocks import walk
from playground.deeds.given import Given
from playground.deeds.payloads import name_of, response_url
from playground.inputs import Options, state
from playground.messages import Message
from playground.refusals import Impossible, unknown
from playground.town import Town
from playground.views import Values, View


@dataclass(frozen=True, kw_only=True)
class Surface:
    """`message` or `view`: one of them. `name` tells surfaces apart for one person."""

    town: Town
    person: str
    message: Message | None = None
    view: View | None = None

    @property
    def name(self) -> tuple[str, str]:
        place = self.message.ts if self.message else self.view.id if self.view else ""
        return place, self.person

    @property
    def blocks(self) -> list[walk.Block]:
        if self.message:
            return list(self.message.draft.blocks)
        return self.view.blocks if self.view else []

    @property
    def entered(self) -> Values:
        return self.view.values if self.view else self.town.entered.get(self.name, {})

    def enter(self, spot: walk.Spot, value: dict[str, Any]) -> "Surface":
        block, action = spot.block["block_id"], spot.element["action_id"]
        known = self.entered
        values = known | {block: known.get(block, {}) | {action: value}}
        if self.view:
            view = self.town.forms.enter(self.view, values)
            return Surface(town=self.town, person=self.person, view=view)
        self.town.entered[self.name] = values
        return self

    def suggested(self, action: str) -> Options:
        return self.town.suggested.get((*self.name, action), [])

    def keep_suggested(self, action: str, options: Options) -> None:
        """Also those of earlier searches: what was chosen then is still chosen."""
        earlier = [option for option in self.suggested(action) if option not in options]
        self.town.suggested[(*self.name, action)] = [*options, *earlier]

    def find(self, action: str, block: str | None) -> walk.Spot:
        for spot in walk.elements(self.blocks):
            is_asked = spot.element.get("action_id") == action
            if is_asked and block in (None, spot.block["block_id"]):
                return spot
        raise unknown(f"there is nothing called {action} here")

    def describe(self) -> dict[str, Any]:
        """The part of a payload that says where it happened."""
        if self.view:
            return describe_view(self.town, self.view)
        return describe_message(self.town, self.message, self.state()) if self.message else {}

    def state(self) -> Values:
        return state(self.blocks, self.entered)


def describe_view(town: Town, view: View) -> dict[str, Any]:
    values = state(view.blocks, view.values)
    shown = views.show(view, bot=town.bot, team=town.team.id, values=values)
    return {"container": {"type": "view", "view_id": view.id}, "view": shown}


def describe_message(town: Town, message: Message, values: Values) -> dict[str, Any]:
    """Of an ephemeral only the container is told, not what it says."""
    channel = town.channels[message.channel]
    is_ephemeral = message.only_for is not None
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": is_ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    described = {
        "container": container,
        "channel": {"id": channel.id, "name": name_of(channel)},
        "state": {"values": values},
    }
    return described | ({} if is_ephemeral else {"message": town.show(message)})


def url_for(town: Town, message: Message, person: str) -> str:
    name = town.urls.issue(
        person, message.channel, message.ts, is_ephemeral=message.only_for is not None
    )
    return response_url(town, name)


def find(given: Given) -> Surface:
    """`view` names an open form or `home`; else `channel` and `ts` name a message."""
    town, person, name = given.town, given.person, given.text("view")
    if name is None:
        return Surface(town=town, person=person.id, message=given.message())
    view = town.forms.homes.get(person.id) if name == "home" else form(given)
    if view is None:
        raise unknown(f"{person.name} has no Home yet")
    return Surface(town=town, person=person.id, view=view)


def form(given: Given) -> View:
    """The open form of that id, or the one in `front`."""
    name, opened = given.need("view"), given.town.forms.of(given.person.id)
    if not opened or name not in ("front", *(view.id for view in opened)):
        raise unknown(f"{given.person.name} has no form {name} open")
    if name not in ("front", opened[-1].id):
        raise Impossible("another form is in front of that one")
    return opened[-1]

"""Who does something, and what they say about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from playground import sight
from playground.channels import Channel
from playground.messages import Message
from playground.people import Person
from playground.refusals import Impossible, unknown
from playground.town import Town


@dataclass(frozen=True, kw_only=True)
class Given:
    """Raises Impossible, in words, for whatever this person could not do in Slack's app."""

    town: Town
    person: Person
    said: dict[str, Any]

    def text(self, name: str) -> str | None:
        value = self.said.get(name)
        if value is not None and not isinstance(value, str):
            raise Impossible(f"{name} must be text")
        return value or None

    def need(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise Impossible(f"{name} is missing")
        return value

    def flag(self, name: str) -> bool:
        return self.said.get(name) is True

    def channel(self) -> Channel:
        """By id or name; the bot's handle or `dm` is the direct message with it."""
        name = self.need("channel")
        if name.removeprefix("@") in ("dm", self.town.bot.handle):
            return self.town.direct(self.person)
        channel = self.town.find_channel(name)
        if channel is None or channel not in sight.channels(self.town, self.person):
            raise unknown(f"{self.person.name} sees no channel {name}")
        return channel

    def joined(self) -> Channel:
        channel = self.channel()
        if self.person.id not in channel.members:
            words = f"{self.person.name} is not in #{channel.name}"
            raise Impossible(words, status=HTTPStatus.FORBIDDEN)
        if channel.is_archived:
            raise Impossible(f"#{channel.name} is archived")
        return channel

    def message(self) -> Message:
        """One that this person sees, ephemerals included; `last` is the newest in the channel."""
        channel, ts = self.channel(), self.need("ts")
        room = self.town.rooms[channel.id]
        shown = sight.read(self.town, channel, self.person, None) if ts == "last" else []
        ts = shown[-1]["ts"] if shown else ts
        whisper = room.whispers.get(ts)
        if whisper and whisper.only_for == self.person.id:
            return whisper
        message = room.find(ts)
        if message is None:
            raise unknown(f"there is no message {ts}")
        return message

    def lasting(self) -> Message:
        """A message which everybody sees."""
        self.joined()
        message = self.message()
        if message.only_for:
            raise Impossible("that cannot be done to a message only you can see")
        return message

    def own(self) -> Message:
        message = self.lasting()
        if message.author != self.person.id or not message.is_speech:
            words = f"that message is not {self.person.name}'s"
            raise Impossible(words, status=HTTPStatus.FORBIDDEN)
        return message

    def other(self, name: str = "user") -> Person:
        person = self.town.find_person(self.need(name))
        if person is None:
            raise unknown(f"there is nobody called {self.said[name]}")
        return person


Deed = Callable[[Given], Awaitable[dict[str, Any]]]

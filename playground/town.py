"""The state of one workspace, and who is who in it. No globals: many fit side by side."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import Any

from playground import messages, people
from playground.bot import Keys
from playground.channels import Channel
from playground.clock import Clock
from playground.complaints import Complaints
from playground.delivery.courier import Courier
from playground.delivery.http import HttpLine
from playground.delivery.socket import SocketLine
from playground.faults import Faults
from playground.feed import Feed
from playground.forms import Forms
from playground.ids import Stamps, fresh
from playground.pace import Pace
from playground.people import Person
from playground.rooms import Room
from playground.rules import Rules
from playground.stir import Stir
from playground.team import Team
from playground.triggers import Triggers
from playground.urls import ResponseUrls
from playground.views import Values


class Town:
    def __init__(self, team: Team, *, keys: Keys, rules: Rules, start: datetime | None) -> None:
        self.team, self.bot, self.keys, self.rules = team, team.bot, keys, rules
        self.address = ""
        self.is_revoked = False
        self.clock = Clock(start)
        self.began = fresh("", 12)
        self.stamps = Stamps()
        self.feed = Feed()
        self.people = {person.id: person for person in team.people}
        self.channels = {channel.id: channel for channel in team.channels}
        self.rooms: defaultdict[str, Room] = defaultdict(Room)
        self.entered: dict[tuple[str, str], Values] = {}
        self.marks: dict[tuple[str, str], str] = {}
        self.suggested: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        self._set_up(rules)

    def _set_up(self, rules: Rules) -> None:
        self.forms = Forms(self.feed)
        self.triggers = Triggers(rules.trigger_lives)
        self.urls = ResponseUrls(lives=rules.response_url_lives, uses=rules.response_url_uses)
        self.pace = Pace(rules.rate)
        self.faults = Faults()
        self.stir = Stir()
        self.feed.subscribe(lambda _: self.stir.note())
        self.complaints = Complaints(self.feed, self.clock.now)
        self.socket = SocketLine(
            app_id=self.bot.app_id,
            most=rules.connections,
            acknowledge_within=rules.acknowledge_within,
        )
        self.courier = Courier(
            rules=rules, complaints=self.complaints, stir=self.stir, line=self.socket
        )

    async def settle(self, quiet: float | None = None) -> bool:
        """Whether, in good time, nothing was under way any more and nothing stirred."""
        wait = self.rules.quiet if quiet is None else quiet
        return await self.stir.settle(quiet=wait, within=self.rules.settle_within)

    def call_at(self, url: str) -> None:
        """From now on the bot is reached over signed HTTP, at this request URL."""
        line = HttpLine(
            url=url,
            secret=self.keys.signing_secret,
            acknowledge_within=self.rules.acknowledge_within,
        )
        self.courier.use(line)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def stamp(self) -> str:
        return self.stamps.next(self.now)

    def find_person(self, name: str) -> Person | None:
        """By id or by handle, with or without the @."""
        handle = name.removeprefix("@")
        named = (person for person in self.people.values() if person.handle == handle)
        return self.people.get(name) or next(named, None)

    def find_channel(self, name: str) -> Channel | None:
        """By id or by name, with or without the #."""
        plain = name.removeprefix("#")
        named = (c for c in self.channels.values() if c.name == plain and not c.is_direct)
        return self.channels.get(name) or next(named, None)

    def direct(self, person: Person) -> Channel:
        """The direct message between the bot and this person, whose id never changes."""
        name = f"D{person.id[1:]}"
        if name not in self.channels:
            self.channels[name] = Channel(
                id=name,
                partner=person.id,
                created=int(self.now.timestamp()),
                members=(person.id, self.bot.user_id),
                is_archived=person.is_deleted,
            )
        return self.channels[name]

    def keep_channel(self, channel: Channel, **changes: Any) -> Channel:
        self.channels[channel.id] = replace(channel, **changes)
        return self.channels[channel.id]

    def keep_person(self, person: Person, **changes: Any) -> Person:
        changed = replace(person, updated=int(self.now.timestamp()), **changes)
        self.people[person.id] = changed
        return changed

    def has_bot(self, channel: Channel) -> bool:
        return self.bot.user_id in channel.members

    def show(self, message: messages.Message, *, metadata: bool = False) -> dict[str, Any]:
        author = self.people.get(message.author)
        home = author.team if author else self.team.id
        return messages.show(message, bot=self.bot, team=home, metadata=metadata)

    def show_person(self, person: Person, *, with_mail: bool) -> dict[str, Any]:
        return people.user(
            person,
            home=self.team.id,
            is_met=self._meets(person),
            now=self.now,
            with_mail=with_mail,
        )

    def _meets(self, person: Person) -> bool:
        """Whether they are in a channel that the bot can see."""
        return any(
            person.id in channel.members and (channel.kind == "channel" or self.has_bot(channel))
            for channel in self.channels.values()
            if not channel.is_direct
        )

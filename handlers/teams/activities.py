"""What Teams sends, read once: every field that a listener needs, whatever else is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from domain.cleaning import storable
from domain.references import Kind, Reference

Json = dict[str, Any]

SEVERAL = "19:"
"""Begins the id of every conversation of more than two."""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """`thread` is the message at whose thread's head it was said; `about` the message meant.

    `conversation` is without its thread; `at` is ISO text. `values` is what a card or a dialog
    brings back, `channel_data` what Teams alone says.
    """

    id: str
    type: str
    name: str
    kind: Kind
    conversation: str
    conversation_name: str
    thread: str
    user_id: str
    user_name: str
    zone: str
    bot_id: str
    tenant: str
    service_url: str
    text: str
    about: str
    at: str
    action: str
    is_targeted: bool = False
    entities: tuple[Json, ...] = ()
    values: Json = field(default_factory=dict)
    channel_data: Json = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_invoke(self) -> bool:
        return self.type == "invoke"

    @property
    def is_personal(self) -> bool:
        return self.kind is Kind.PERSONAL

    @property
    def is_shared(self) -> bool:
        """Whether people of other companies read there."""
        return _dict(self.channel_data.get("channel")).get("type") == "shared"

    @property
    def ordinal(self) -> str:
        """When it was, so that texts are in the order of moments: Teams leaves out last zeros."""
        try:
            return (
                datetime.fromisoformat(self.at).astimezone(UTC).isoformat(timespec="microseconds")
            )
        except (ValueError, OverflowError):
            return self.at

    def once(self, kind: str) -> str:
        """Names it so that it counts once; nothing can, where Teams gave it no name."""
        return f"{kind}:{self.id}" if self.id else ""

    @property
    def roster(self) -> str:
        """The team whose channel it is, or the conversation itself."""
        team = _dict(self.channel_data.get("team"))
        named = _text(team.get("id")) or _text(self.channel_data.get("teamsTeamId"))
        return named or self.conversation

    def reference(self) -> Reference:
        """How whoever said this, or the channel where it was said, is talked to from now on."""
        return Reference(
            address=self.user_id if self.is_personal else self.conversation,
            conversation=self.conversation,
            kind=self.kind,
            service_url=self.service_url,
            roster=self.roster,
        )


def read(body: Mapping[str, Any]) -> Activity:
    """Raises ValueError for what lacks a type, a conversation or somebody who sent it."""
    body = storable(body)
    conversation, person = _dict(body.get("conversation")), _dict(body.get("from"))
    channel_data, recipient = _dict(body.get("channelData")), _dict(body.get("recipient"))
    place, _, thread = _text(conversation.get("id")).partition(";messageid=")
    if not (_text(body.get("type")) and place and _text(person.get("id"))):
        raise ValueError("an activity needs a type, a conversation and a sender")
    entities = tuple(dicts(body.get("entities")))
    return Activity(
        id=_text(body.get("id")),
        type=_text(body.get("type")),
        name=_text(body.get("name")),
        kind=_kind(conversation, channel_data, place),
        conversation=place,
        conversation_name=_text(conversation.get("name")),
        thread=thread,
        user_id=_text(person.get("id")),
        user_name=_text(person.get("name")),
        zone=_text(body.get("localTimezone")) or _zone(entities),
        bot_id=_text(recipient.get("id")),
        tenant=_text(conversation.get("tenantId") or _dict(channel_data.get("tenant")).get("id")),
        service_url=_text(body.get("serviceUrl")),
        text=_text(body.get("text")),
        about=_text(body.get("replyToId")),
        at=_text(body.get("timestamp")),
        action=_text(body.get("action")),
        is_targeted=recipient.get("isTargeted") is True,
        entities=entities,
        values=_dict(body.get("value")),
        channel_data=channel_data,
        body=body,
    )


def dicts(value: Any) -> list[Json]:
    """A list's objects; none where there is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _kind(conversation: Json, channel_data: Json, place: str) -> Kind:
    """Where Teams does not say, never taken for private without a reason."""
    said = _text(conversation.get("conversationType"))
    if said in set(Kind):
        return Kind(said)
    if channel_data.get("team"):
        return Kind.CHANNEL
    is_group = conversation.get("isGroup") or place.startswith(SEVERAL)
    return Kind.GROUP if is_group else Kind.PERSONAL


def _zone(entities: tuple[Json, ...]) -> str:
    zones = (_text(each.get("timezone")) for each in entities if each.get("type") == "clientInfo")
    return next(zones, "")


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""

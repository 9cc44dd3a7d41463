"""Channels and direct messages, and how Slack's API describes one."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Channel:
    """`partner` is the person at the other end of a direct message with the bot. `other_teams` are
    companies that share it, `invited_teams` those that have not answered yet; `is_org_shared` is
    one that several workspaces of one organisation share.
    """

    id: str
    name: str = ""
    creator: str = ""
    created: int = 0
    members: tuple[str, ...] = ()
    is_private: bool = False
    is_archived: bool = False
    is_general: bool = False
    partner: str | None = None
    other_teams: tuple[str, ...] = ()
    invited_teams: tuple[str, ...] = ()
    is_org_shared: bool = False
    previous_names: tuple[str, ...] = ()

    @property
    def is_direct(self) -> bool:
        return self.partner is not None

    @property
    def is_shared(self) -> bool:
        """Shared with another company (Slack Connect)."""
        return bool(self.other_teams)

    @property
    def kind(self) -> str:
        """What events call `channel_type`, and the beginning of what scopes are called."""
        if self.is_direct:
            return "im"
        return "group" if self.is_private else "channel"

    @property
    def scope(self) -> str:
        """`channels`, `groups` or `im`: what stands before `:read` and `:history`."""
        return "im" if self.is_direct else f"{self.kind}s"


def describe(channel: Channel, *, team: str, viewer: str) -> dict[str, Any]:
    """A conversation object, as `viewer` is told of it."""
    shown = describe_direct(channel) if channel.is_direct else describe_named(channel, viewer)
    return shown | {
        "id": channel.id,
        "created": channel.created,
        "updated": channel.created * 1000,
        "is_archived": channel.is_archived,
        "is_org_shared": channel.is_org_shared,
        "context_team_id": team,
    }


def describe_direct(channel: Channel) -> dict[str, Any]:
    return {"is_im": True, "user": channel.partner, "is_user_deleted": channel.is_archived}


def describe_named(channel: Channel, viewer: str) -> dict[str, Any]:
    nothing = {"value": "", "creator": "", "last_set": 0}
    return {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": channel.is_general,
        "is_member": viewer in channel.members,
        "is_shared": channel.is_shared or channel.is_org_shared,
        "is_ext_shared": channel.is_shared,
        "is_pending_ext_shared": bool(channel.invited_teams),
        "pending_shared": list(channel.invited_teams),
        "pending_connected_team_ids": [],
        "connected_team_ids": list(channel.other_teams),
        "creator": channel.creator,
        "unlinked": 0,
        "topic": nothing,
        "purpose": nothing,
        "previous_names": list(channel.previous_names),
    }

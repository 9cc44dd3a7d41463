"""Who belongs on Slack, and who is of another company: people, and those who read a channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

OUTSIDE_MARKS = (
    "is_ext_shared",
    "is_pending_ext_shared",
    "pending_shared",
    "pending_connected_team_ids",
)
"""Whoever is invited reads what was said before they came. `is_shared` and `is_org_shared` are said
of what several workspaces of one organisation share, too: those are no outsiders.
"""


def has_outsiders(room: Mapping[str, Any]) -> bool:
    """Whether people of another company read that channel, or are invited to."""
    return any(room.get(mark) for mark in OUTSIDE_MARKS)


@dataclass(frozen=True, kw_only=True)
class Company:
    """The workspace that has let Heed in, and the organisation it belongs to, if any."""

    team_id: str
    enterprise_id: str = ""

    def has(self, user: Mapping[str, Any]) -> bool:
        """Slack's `is_stranger` does not tell: it is false for outsiders who share a channel."""
        organisation = (user.get("enterprise_user") or {}).get("enterprise_id")
        return self.is_called(user.get("team_id")) or self.is_called(organisation)

    def is_called(self, id_: str | None) -> bool:
        return bool(id_) and id_ in (self.team_id, self.enterprise_id)

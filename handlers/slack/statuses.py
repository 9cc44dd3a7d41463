"""What a status says of an absence: an end, and an emoji of holidays or illness."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

AWAY = frozenset(
    {
        *("palm_tree", "desert_island", "beach_with_umbrella", "umbrella_on_ground", "airplane"),
        *("airplane_departure", "camping", "ski", "skier", "snowboarder", "christmas_tree"),
        *("face_with_thermometer", "mask", "nauseated_face", "sneezing_face", "hospital", "pill"),
        *("face_with_head_bandage", "ambulance", "baby", "luggage", "island"),
    }
)
"""Slack's own *Vacationing* and *Out sick* are the first of each kind."""


def away_until(user: Mapping[str, Any]) -> datetime | None:
    """None for any other status, and for one without an end."""
    profile = user.get("profile") or {}
    emoji = str(profile.get("status_emoji") or "").strip(":")
    ends = profile.get("status_expiration")
    if emoji not in AWAY or not isinstance(ends, int) or ends <= 0:
        return None
    try:
        return datetime.fromtimestamp(ends, UTC)
    except (OverflowError, ValueError, OSError):
        return None

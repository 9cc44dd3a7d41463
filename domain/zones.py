"""The time zones that there are."""

from zoneinfo import available_timezones

ZONES = frozenset(available_timezones())
"""Asked for once: it walks through hundreds of files."""

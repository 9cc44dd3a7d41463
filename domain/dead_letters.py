"""What came in and could not be handled: kept as it came, for whoever mends Heed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, kw_only=True)
class DeadLetter:
    """`about` names its kind and `key` the one of it, by which it is known when it comes again.

    `trace` is where it failed; empty where nobody listens to its kind. `body` is as it came.
    """

    about: str
    key: str
    body: Mapping[str, Any]
    trace: str = ""
    at: datetime | None = None

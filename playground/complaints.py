"""What a bot does wrongly, kept for whoever asks, and said on stderr at once."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from playground.feed import Feed
from playground.happenings import Complained

log = logging.getLogger("playground")


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """`about` is `call`, `acknowledgement` or `answer`; `what` the method or kind of payload."""

    at: str
    about: str
    what: str
    words: str
    detail: dict[str, Any] = field(default_factory=dict)


class Complaints:
    def __init__(self, feed: Feed, now: Callable[[], datetime]) -> None:
        self._feed = feed
        self._now = now
        self.all: list[Complaint] = []

    def add(self, about: str, what: str, words: str, **detail: Any) -> None:
        at = self._now().isoformat(timespec="microseconds")
        complaint = Complaint(at=at, about=about, what=what, words=words, detail=detail)
        self.all.append(complaint)
        log.warning("%s %s: %s", about, what, words)
        self._feed.tell(Complained(complaint=asdict(complaint)))

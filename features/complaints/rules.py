"""Something to put right, and the clocks that run until it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain import phrases
from domain.messages import Line, Words, line
from domain.subjects import Subject
from domain.touches import Touch

KIND = "complaint"
LATE = "complaint late"
"""What a post is about: the complaint itself, and the word to managers that it is late."""

GIST = 40
"""Characters of its words by which one is told from another."""


class Step(StrEnum):
    """What a complaint asks for, in its order."""

    ACKNOWLEDGE = "acknowledge"
    UPDATE = "update"
    RESOLVE = "resolve"
    CHECK_BACK = "check back"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """Open until `resolved_at`; after that one thing is left, checking back.

    `touch_id` is the contact in which they said it. That it was acknowledged, or brought up to
    date, shows in the touches since.
    """

    id: int
    customer_id: int
    words: str
    opened_at: datetime
    opened_by_id: int | None = None
    touch_id: int | None = None
    resolved_at: datetime | None = None
    resolved_by_id: int | None = None
    escalated_at: datetime | None = None
    is_withdrawn: bool = False

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.id)

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None and not self.is_withdrawn

    def says(self, words: str) -> bool:
        """Whether these are its words, however they were written."""
        spoken = _spoken(words)
        return bool(spoken) and spoken == _spoken(self.words)

    def concerned(self, touches: Iterable[Touch]) -> list[Touch]:
        """All but another complaint's steps."""
        return [touch for touch in touches if touch.subject in {None, self.subject}]

    def told_by(self, touches: Iterable[Touch]) -> list[Touch]:
        """By which of these they heard from us about it: an attempt in vain or a note tells
        nothing, nor does another complaint's step. Of two at its moment, the later one logged.
        """
        since = (self.opened_at, self.touch_id or 0)
        return [
            touch
            for touch in self.concerned(touches)
            if touch.is_talk and (touch.at, touch.id) > since
        ]


def gist(words: str) -> Line:
    """Ends a line that stands among others: which complaint it is about."""
    short = phrases.shorten(" ".join(words.split()), GIST)
    return line(": ", Words(short)) if short else ()


def _spoken(words: str) -> str:
    return " ".join(words.casefold().split())

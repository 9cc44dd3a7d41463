"""Who did what, and what has been seen already."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import OfWorkspace


class Action(OfWorkspace):
    """The audit trail: who (nobody: the clock) did what to whom, and every fact it changed.

    `part_of_id` is the action at the head of those that are taken back together.
    """

    __tablename__ = "action"
    __table_args__ = (
        Index("action_by_teammate", "workspace_id", "by_id", "at"),
        Index("action_by_customer", "customer_id", "id"),
        Index(
            "action_by_head",
            "part_of_id",
            postgresql_where=text("part_of_id IS NOT NULL"),
            sqlite_where=text("part_of_id IS NOT NULL"),
        ),
    )

    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    name: Mapped[str]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    nudge_id: Mapped[int | None]
    at: Mapped[datetime]
    why: Mapped[str] = mapped_column(default="")
    changes: Mapped[list[Any]]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    part_of_id: Mapped[int | None]


class Draft(OfWorkspace):
    """What somebody typed about a customer who could not be told yet: kept, never lost."""

    __tablename__ = "draft"

    by_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    command: Mapped[str]
    line: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Reaction(OfWorkspace):
    """Who reacted how to which post, by the platform's own order of events."""

    __tablename__ = "reaction"
    __table_args__ = (
        UniqueConstraint("post_id", "teammate_id", "name", name="one_reaction_a_person"),
    )

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    name: Mapped[str]
    ordinal: Mapped[str]
    is_on: Mapped[bool]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))


class ReplyVersion(OfWorkspace):
    """The newest version known of what somebody wrote under a post, its deletion included, so that
    whatever comes late changes nothing; kept for a week, or for good with the action that it led
    to. Versions are in the order of their bytes.
    """

    __tablename__ = "reply_version"
    __table_args__ = (
        UniqueConstraint("workspace_id", "place", "message_id", name="one_version_a_reply"),
        Index("reply_version_by_time", "at"),
    )

    place: Mapped[str]
    message_id: Mapped[str]
    version: Mapped[str] = mapped_column(String().with_variant(String(collation="C"), "postgresql"))
    at: Mapped[datetime]
    action_id: Mapped[int | None]


class Seen(OfWorkspace):
    """Inbound events, commands and clicks that have been acted on; kept for a week."""

    __tablename__ = "seen"
    __table_args__ = (
        UniqueConstraint("installation_id", "key", name="each_event_once"),
        Index("seen_by_time", "at"),
    )

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    key: Mapped[str]
    at: Mapped[datetime]


class DeadLetter(OfWorkspace):
    """What came in and could not be handled, as it came; kept for two weeks."""

    __tablename__ = "dead_letter"
    __table_args__ = (
        UniqueConstraint("installation_id", "key", name="one_letter_an_event"),
        Index("dead_letter_by_time", "at"),
    )

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    key: Mapped[str]
    about: Mapped[str]
    trace: Mapped[str]
    body: Mapped[dict[str, Any]]
    at: Mapped[datetime]

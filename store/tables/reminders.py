"""What is to be said when, and the messages that say it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import OfWorkspace


def _partial_index(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class Nudge(OfWorkspace):
    """What people did to it (taken, put off, waved off: facts) stands in the second block."""

    __tablename__ = "nudge"
    __table_args__ = (
        UniqueConstraint("customer_id", "key", name="one_nudge_an_episode"),
        Index("nudge_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
        Index("nudge_waiting", "workspace_id", "status", "ask_at"),
        Index(
            "nudge_sent",
            "workspace_id",
            "sent_at",
            sqlite_where=text("sent_at IS NOT NULL"),
            postgresql_where=text("sent_at IS NOT NULL"),
        ),
        Index(
            "nudge_by_subject",
            "subject_kind",
            "subject_id",
            sqlite_where=text("subject_id IS NOT NULL"),
            postgresql_where=text("subject_id IS NOT NULL"),
        ),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    subject_kind: Mapped[str | None]
    subject_id: Mapped[int | None]
    urgency: Mapped[int]
    play: Mapped[str]
    key: Mapped[str]
    about: Mapped[dict[str, Any]]
    ask_at: Mapped[datetime]
    late_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    status: Mapped[str]
    sent_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    ended_touch_id: Mapped[int | None]

    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    taken_at: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    snoozed_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    dismissed_as: Mapped[str | None]
    dismissed_at: Mapped[datetime | None]
    dismissed_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    reason: Mapped[str] = mapped_column(default="")
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    stand_in_id: Mapped[int | None]
    stand_in_at: Mapped[datetime | None]


class Alarm(OfWorkspace):
    """A moment that a feature waits for, about a row of its own."""

    __tablename__ = "alarm"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", name="one_alarm_a_subject"),
        Index("alarm_due", "due_at"),
    )

    kind: Mapped[str]
    subject_id: Mapped[int]
    due_at: Mapped[datetime]
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class Replanning(OfWorkspace):
    """Customers that are still to be planned anew: an owner's, or everybody's. In the order of
    their ids, it has come as far as `reached`.
    """

    __tablename__ = "replanning"

    owner_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    reached: Mapped[int] = mapped_column(default=0)
    wanted_at: Mapped[datetime]


class Digest(OfWorkspace):
    __tablename__ = "digest"
    __table_args__ = (
        UniqueConstraint("teammate_id", "local_date", name="one_digest_a_local_date"),
        Index("digest_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
    )

    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    local_date: Mapped[date]
    due_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class MorningList(OfWorkspace):
    """A person's list; `part` 0 is the morning's, 1 that of the afternoon."""

    __tablename__ = "morning_list"
    __table_args__ = (
        UniqueConstraint("teammate_id", "local_date", "part", name="one_list_a_part_of_a_day"),
        Index("morning_list_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
    )

    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    local_date: Mapped[date]
    part: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    due_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class ListRow(OfWorkspace):
    """What a list shows; `is_link` where it only says where that stands."""

    __tablename__ = "list_row"
    __table_args__ = (UniqueConstraint("list_id", "nudge_id", name="one_row_a_nudge"),)

    list_id: Mapped[int] = mapped_column(ForeignKey("morning_list.id"))
    nudge_id: Mapped[int] = mapped_column(ForeignKey("nudge.id", ondelete="CASCADE"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    is_link: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class ChannelDay(OfWorkspace):
    """Which routine reminders a channel gets on a day on which there are more than it takes."""

    __tablename__ = "channel_day"
    __table_args__ = (UniqueConstraint("place_id", "local_date", name="one_choice_a_day"),)

    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    local_date: Mapped[date]
    nudges: Mapped[list[Any]] = mapped_column(JSON)


class Post(OfWorkspace):
    """One message on a platform. It is sent or edited while `shown` is behind `wanted`.

    `address` is where it goes (a channel, or a person's id), `place` and `message_id` where it
    stands. `free_at` and `attempt` are the lease, in seconds of the database's own clock, and
    its fencing token; `ready_at` is that same moment where there is something to do: not for what
    is shown, has failed, or is a reply to what is not there yet. `maybe_sent` stays set until the
    place has been looked at. `failed` is why it is given up, `failures` how often in a row it broke
    on its way. Since `unheard_since`, where it is set, nobody has told what happened under it.
    """

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint(
            "kind", "subject_id", "installation_id", "address", name="one_post_a_subject"
        ),
        UniqueConstraint("installation_id", "place", "message_id", name="one_post_a_message"),
        _partial_index(
            "post_ready", "installation_id", "ready_at", "id", where="ready_at IS NOT NULL"
        ),
        _partial_index("post_unsent_reply", "parent_id", where="message_id IS NULL"),
        _partial_index("post_failed", "failed", where="failed > ''"),
        _partial_index("post_unheard", "installation_id", "id", where="unheard_since IS NOT NULL"),
        Index("post_by_day", "workspace_id", "address", "day"),
    )

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    address: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[int]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    day: Mapped[date | None]
    can_wait: Mapped[bool] = mapped_column(default=False)
    wanted: Mapped[int] = mapped_column(default=1)
    shown: Mapped[int] = mapped_column(default=0)
    place: Mapped[str | None]
    message_id: Mapped[str | None]
    delivery: Mapped[str]
    maybe_sent: Mapped[bool] = mapped_column(default=False)
    attempt: Mapped[int] = mapped_column(default=0)
    free_at: Mapped[float] = mapped_column(default=0.0)
    ready_at: Mapped[float | None]
    failed: Mapped[str] = mapped_column(default="")
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    created_at: Mapped[datetime]
    unheard_since: Mapped[datetime | None]


class PostNudge(OfWorkspace):
    """Which reminders a message shows: where a reminder stands is asked here."""

    __tablename__ = "post_nudge"
    __table_args__ = (UniqueConstraint("nudge_id", "post_id", name="one_place_a_nudge"),)

    nudge_id: Mapped[int] = mapped_column(ForeignKey("nudge.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))

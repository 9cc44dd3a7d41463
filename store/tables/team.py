"""Who works here, and where they talk."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Audited, Base, OfWorkspace


class Workspace(Base):
    __tablename__ = "workspace"

    name: Mapped[str]
    zone: Mapped[str]
    created_at: Mapped[datetime]


class Setting(Audited):
    """A number, or the like, that this workspace has set otherwise than it comes."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("workspace_id", "name", name="one_value_a_setting"),)

    name: Mapped[str]
    value: Mapped[Any] = mapped_column(JSON)


class Installation(OfWorkspace):
    """Its token is not kept here: it comes from the environment, by tenant. Until `heard_at` all
    was heard that it told.
    """

    __tablename__ = "installation"
    __table_args__ = (UniqueConstraint("platform", "tenant", name="one_installation_a_tenant"),)

    platform: Mapped[str]
    tenant: Mapped[str]
    bot_user: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    heard_at: Mapped[datetime | None]


class Teammate(OfWorkspace):
    __tablename__ = "teammate"
    __table_args__ = (
        Index("teammate_by_mail", "workspace_id", "mail"),
        Index("teammate_by_manager", "manager_id"),
    )

    name: Mapped[str]
    mail: Mapped[str] = mapped_column(default="")
    zone: Mapped[str]
    is_guest: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    is_manager: Mapped[bool] = mapped_column(default=False)
    budget: Mapped[int | None]
    week: Mapped[str | None]
    country: Mapped[str | None]
    manager_id: Mapped[int | None]
    stand_in_id: Mapped[int | None]


class Absence(Audited):
    """Days on which a teammate is away, both of them included."""

    __tablename__ = "absence"
    __table_args__ = (Index("absence_of_teammate", "teammate_id"),)

    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    first: Mapped[date]
    last: Mapped[date]
    known_at: Mapped[datetime]
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    why: Mapped[str] = mapped_column(default="")


class Identity(OfWorkspace):
    """A teammate on one platform."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("installation_id", "user_id", name="one_identity_a_user"),)

    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"), index=True)
    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    user_id: Mapped[str]
    handle: Mapped[str]


class Reference(OfWorkspace):
    """Where an address (a channel, or a person's id) is talked to, on platforms that have to be
    told: the conversation, and whose service carries it.

    `roster` names the conversations that are lost together: a team's channels.
    """

    __tablename__ = "reference"
    __table_args__ = (
        UniqueConstraint("installation_id", "address", name="one_reference_an_address"),
    )

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    address: Mapped[str]
    conversation: Mapped[str]
    kind: Mapped[str]
    roster: Mapped[str]
    service_url: Mapped[str]


class Place(Audited):
    """A channel: `answer` is None until somebody said whether reminders belong there."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("installation_id", "place", name="one_row_a_place"),)

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"))
    place: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    zone: Mapped[str]
    answer: Mapped[bool | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    answered_at: Mapped[datetime | None]
    is_shared: Mapped[bool] = mapped_column(default=False)
    lost: Mapped[str] = mapped_column(default="")


class Attendance(OfWorkspace):
    """Who is in a place where reminders are posted."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("place_id", "teammate_id", name="one_seat_a_teammate"),)

    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))

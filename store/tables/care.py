"""The customers, and what happened with them."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.touches import Sign
from store.tables.base import Audited, OfWorkspace


class Customer(Audited):
    """`reached_at`, `turned_at`, `cared_until` and `outside` follow from the other facts."""

    __tablename__ = "customer"
    __table_args__ = (
        Index(
            "one_customer_a_name",
            "workspace_id",
            "name_key",
            unique=True,
            sqlite_where=text("NOT gone"),
            postgresql_where=text("NOT gone"),
        ),
        Index("customer_by_care", "workspace_id", "cared_until"),
        Index("customer_by_owner", "workspace_id", "owner_id", "cared_until"),
    )

    name: Mapped[str]
    name_key: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(default=list)
    rung: Mapped[str]
    rung_since: Mapped[datetime]
    eased_until: Mapped[datetime]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    zone: Mapped[str | None]
    parked_at: Mapped[datetime | None]
    reached_at: Mapped[datetime | None]
    turned_at: Mapped[datetime | None]
    cared_until: Mapped[datetime | None]
    outside: Mapped[str | None]
    is_star: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    worth: Mapped[Decimal | None]
    bought: Mapped[str | None]
    carers: Mapped[str | None]
    channel: Mapped[str | None]
    hours: Mapped[str | None]
    paused_until: Mapped[datetime | None]
    no_contact_since: Mapped[datetime | None]
    silent_because: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]


class Contact(Audited):
    __tablename__ = "contact"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    name: Mapped[str]
    mail: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="", server_default="")


class KnownName(OfWorkspace):
    """Every key under which a customer can be found; follows from names, aliases, contacts.

    `is_full` is false for first names, which suggest a customer and never decide one.
    """

    __tablename__ = "known_name"
    __table_args__ = (Index("known_name_by_key", "workspace_id", "key"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    key: Mapped[str]
    is_full: Mapped[bool]


class Touch(Audited):
    """`place` and `message_id` name the thread reply which it was read from, `link` leads to the
    message that it was logged from, if any.
    """

    __tablename__ = "touch"
    __table_args__ = (
        Index("touch_by_customer", "customer_id", "at"),
        Index("touch_by_time", "workspace_id", "at"),
        Index("touch_by_message", "place", "message_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    at: Mapped[datetime]
    logged_at: Mapped[datetime]
    kind: Mapped[str]
    direction: Mapped[str]
    signs: Mapped[frozenset[Sign]]
    words: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    nudge_id: Mapped[int | None]
    subject_kind: Mapped[str | None]
    subject_id: Mapped[int | None]
    place: Mapped[str | None]
    message_id: Mapped[str | None]
    link: Mapped[str] = mapped_column(default="")

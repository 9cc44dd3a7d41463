"""One thing to do for many customers, ticked off one by one."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Audited, OfWorkspace


class TickList(Audited):
    __tablename__ = "tick_list"
    __table_args__ = (Index("tick_list_open", "workspace_id", "closed_at"),)

    name: Mapped[str]
    kind: Mapped[str]
    need: Mapped[str]
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    begun_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


class TickShare(OfWorkspace):
    """One person's part of it: what their private message is about, and the page it shows."""

    __tablename__ = "tick_share"
    __table_args__ = (UniqueConstraint("list_id", "teammate_id", name="one_share_a_person"),)

    list_id: Mapped[int] = mapped_column(ForeignKey("tick_list.id"))
    teammate_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    page: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class TickRow(Audited):
    """`touch_id` is the contact that was logged by ticking it, `note` what to know of them."""

    __tablename__ = "tick_row"
    __table_args__ = (
        Index("tick_row_by_list", "list_id"),
        Index("tick_row_by_customer", "customer_id"),
    )

    list_id: Mapped[int] = mapped_column(ForeignKey("tick_list.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    touch_id: Mapped[int | None]
    note: Mapped[str] = mapped_column(server_default="")

"""What every table has in common."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from domain.touches import Sign
from store.columns import Amount, Signs, UtcMoment


class Base(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own class-level setting
        datetime: UtcMoment,
        date: Date,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[Any]: JSON,
        frozenset[Sign]: Signs,
        Decimal: Amount,
    }

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)


class OfWorkspace(Base):
    __abstract__ = True

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"), sort_order=-9)


class Audited(OfWorkspace):
    __abstract__ = True

    gone: Mapped[bool] = mapped_column(default=False, server_default=text("false"))

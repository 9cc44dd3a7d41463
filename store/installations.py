"""Workspaces, and the platforms' tenancies that talk to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from store.parts import Part
from store.tables import Installation, Workspace
from store.work import Work

_INSTALLATION = select(
    Installation.id, Installation.workspace_id, Installation.bot_user, Installation.is_active
).where(Installation.platform == bindparam("platform"), Installation.tenant == bindparam("tenant"))
_INSTALLATIONS = (
    select(Installation.id, Installation.workspace_id)
    .where(Installation.is_active)
    .order_by(Installation.id)
)
_FIRST_INSTALLATION = (
    select(Installation.id)
    .where(Installation.workspace_id == bindparam("ws"), Installation.is_active)
    .order_by(Installation.id)
)
_PLATFORM = select(Installation.platform).where(
    Installation.id == bindparam("installation"), Installation.workspace_id == bindparam("ws")
)
_ZONE = select(Workspace.zone).where(Workspace.id == bindparam("ws"))
_UNSETTLED = (
    select(Workspace.id)
    .where(Workspace.id.not_in(select(Installation.workspace_id)))
    .order_by(Workspace.id)
)
_SETTLE = (
    update(Workspace)
    .where(Workspace.id == bindparam("ws"))
    .values(name=bindparam("named"), zone=bindparam("clock"))
)
_FOUND = insert(Workspace).returning(Workspace.id)


def zone(work: Work) -> str:
    """The workspace's own: for whoever and whatever has none."""
    row = work.first(_ZONE)
    return row.zone if row else "UTC"


ZONE = Part(_ZONE, lambda rows: str(rows[0].zone) if rows else "UTC")


def of_tenant(work: Work, platform: str, tenant: str) -> Row[Any] | None:
    return work.first(_INSTALLATION, platform=platform, tenant=tenant)


def platform(work: Work, installation_id: int) -> str:
    row = work.first(_PLATFORM, installation=installation_id)
    return row.platform if row else ""


def main(work: Work) -> int:
    """Where this workspace talks, when nobody in particular is asking."""
    row = work.first(_FIRST_INSTALLATION)
    return row.id if row else 0


def install(work: Work, platform: str, tenant: str, bot_user: str, now: datetime) -> int:
    return work.insert(
        Installation,
        platform=platform,
        tenant=tenant,
        bot_user=bot_user,
        is_active=True,
        created_at=now,
    )


def revive(work: Work, installation_id: int, *, bot_user: str, is_active: bool) -> None:
    work.set(Installation, installation_id, bot_user=bot_user, is_active=is_active)


def active(work: Work) -> list[tuple[int, int]]:
    """Every active (workspace, installation): the clock's own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_INSTALLATIONS)]


def unsettled(work: Work) -> int:
    """The first workspace that no platform has ever been at: what was brought in before."""
    row = work.first(_UNSETTLED)
    return row.id if row else 0


def settle(work: Work, workspace_id: int, name: str, zone_name: str) -> None:
    """What was begun without a platform is that one's."""
    work.connection.execute(_SETTLE, {"ws": workspace_id, "named": name, "clock": zone_name})


def found(work: Work, name: str, zone_name: str, now: datetime) -> int:
    """A new workspace; its id."""
    values = {"name": name, "zone": zone_name, "created_at": now}
    return int(work.connection.execute(_FOUND, values).scalar_one())

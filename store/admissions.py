"""Whether a platform lets an installation in: nothing is sent from a retired one."""

from sqlalchemy import bindparam, select, update

from store.tables import Installation
from store.work import Work

_IS_ONE = (
    Installation.id == bindparam("installation"),
    Installation.workspace_id == bindparam("ws"),
)
_IS_ACTIVE = select(Installation.id).where(*_IS_ONE, Installation.is_active)
_RETIRE = update(Installation).where(*_IS_ONE, Installation.is_active).values(is_active=False)
_READMIT = update(Installation).where(*_IS_ONE, ~Installation.is_active).values(is_active=True)
_PLATFORMS = select(Installation.platform, Installation.is_active).distinct()


def retire(work: Work, installation_id: int) -> bool:
    """False where it was retired already."""
    return work.run(_RETIRE, installation=installation_id) == 1


def readmit(work: Work, installation_id: int) -> bool:
    """False where it was active already."""
    return work.run(_READMIT, installation=installation_id) == 1


def is_active(work: Work, installation_id: int) -> bool:
    return work.first(_IS_ACTIVE, installation=installation_id) is not None


def lost_platforms(work: Work) -> set[str]:
    """Where there are only retired installations left, in any workspace."""
    rows = work.all(_PLATFORMS)
    return {row.platform for row in rows} - {row.platform for row in rows if row.is_active}

"""Conversation references: kept from the moment somebody lets Heed in."""

from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from domain.references import Kind, Reference
from store.tables import Reference as References
from store.work import Work

HERE = (
    References.workspace_id == bindparam("ws"),
    References.installation_id == bindparam("installation"),
)
_NAMES = tuple(Reference.__dataclass_fields__)
_ALL = select(References.id, *(getattr(References, name) for name in _NAMES)).where(*HERE)
_BY_ADDRESS = _ALL.where(References.address == bindparam("address"))
_IN_ORDER = _ALL.order_by(References.id)
_FORGET = delete(References).where(*HERE, References.address == bindparam("address"))


def by_address(work: Work, address: str) -> Reference | None:
    row = work.first(_BY_ADDRESS, installation=work.installation_id, address=address)
    return _from_row(row) if row else None


def everything(work: Work) -> list[Reference]:
    """Of this installation, the oldest first."""
    return [_from_row(row) for row in work.all(_IN_ORDER, installation=work.installation_id)]


def keep(work: Work, reference: Reference) -> None:
    """Adds it, or renews the one of that address."""
    values = {name: getattr(reference, name) for name in _NAMES}
    known = work.first(_BY_ADDRESS, installation=work.installation_id, address=reference.address)
    if known:
        work.set(References, known.id, **values)
    else:
        work.insert(References, installation_id=work.installation_id, **values)


def forget(work: Work, address: str) -> None:
    work.run(_FORGET, installation=work.installation_id, address=address)


def _from_row(row: Row[Any]) -> Reference:
    values = {name: getattr(row, name) for name in _NAMES}
    return Reference(**values | {"kind": Kind(row.kind)})

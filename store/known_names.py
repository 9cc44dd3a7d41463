"""Names that a line may hold: asked for along with its customers, for each logged line asks."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, func, literal, select, union_all

from store.json_rows import EMPTY, json_rows
from store.tables import Identity, KnownName
from store.tables import Teammate as Teammates
from store.teammates import HERE, ON_HERE, of_team
from store.work import Heard, Work

_TEAM = (
    select(
        Teammates.name.label("name"),
        func.coalesce(Identity.handle, "").label("handle"),
        literal(value=True).label("is_ours"),
    )
    .outerjoin(Identity, ON_HERE)
    .where(HERE, of_team())
)
_CUSTOMERS = select(KnownName.key, literal(""), literal(value=False)).where(
    KnownName.workspace_id == bindparam("ws"),
    KnownName.key.in_(bindparam("keys", expanding=True)),
    KnownName.is_full,
)
_THERE = union_all(_TEAM, _CUSTOMERS)
COLUMN = select(json_rows(*_THERE.subquery().c)).scalar_subquery().label("heard")
"""The same beside whatever else is read by `keys`, once it has found anything."""


def there(work: Work, keys: Sequence[str]) -> tuple[list[str], list[str]]:
    """What the team's people are called, a guest left out, who may be of another company; and which
    of the keys are full names of customers.
    """
    heard = work.heard
    if heard and heard.installation_id == work.installation_id and heard.keys.issuperset(keys):
        return [*heard.team], [key for key in keys if key in heard.others]
    return _told(work.all(_THERE, installation=work.installation_id, keys=list(keys)))


def heard(work: Work, keys: Iterable[str], told: str | None) -> Heard:
    """What `COLUMN` has told."""
    team, others = _told(json.loads(told or EMPTY))
    return Heard(
        installation_id=work.installation_id,
        keys=frozenset(keys),
        team=team,
        others=frozenset(others),
    )


def _told(rows: Iterable[Sequence[Any]]) -> tuple[list[str], list[str]]:
    every = list(rows)
    team = [f"{name} {handle}".strip() for name, handle, is_ours in every if is_ours]
    return team, [name for name, _, is_ours in every if not is_ours]

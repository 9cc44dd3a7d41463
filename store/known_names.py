"""Names that a line may hold: asked for in one statement, for each logged line asks."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, literal, select, union_all

from store.tables import Identity, KnownName
from store.tables import Teammate as Teammates
from store.teammates import HERE, ON_HERE, of_team
from store.work import Work

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


def there(work: Work, keys: Sequence[str]) -> tuple[list[str], list[str]]:
    """What the team's people are called, a guest left out, who may be of another company; and which
    of the keys are full names of customers.
    """
    rows = work.all(_THERE, installation=work.installation_id, keys=list(keys))
    team = [f"{row.name} {row.handle}".strip() for row in rows if row.is_ours]
    return team, [row.name for row in rows if not row.is_ours]

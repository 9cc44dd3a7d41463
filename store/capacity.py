"""How many customers of each rung somebody is to care for."""

from collections import defaultdict

from sqlalchemy import func, select

from domain.customers import Rung
from store.customers import HERE
from store.tables import Customer
from store.work import Work

_COUNTED = (
    select(Customer.owner_id, Customer.rung, func.count().label("number"))
    .where(HERE, ~Customer.gone, Customer.cared_until.is_not(None))
    .group_by(Customer.owner_id, Customer.rung)
)


def by_owner(work: Work) -> dict[int, dict[Rung, int]]:
    """Without those for whom no interval applies."""
    found: dict[int, dict[Rung, int]] = defaultdict(dict)
    for row in work.all(_COUNTED):
        if row.owner_id:
            found[row.owner_id][Rung(row.rung)] = row.number
    return found

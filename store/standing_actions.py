"""What of the trail stands, and can be taken back."""

from datetime import datetime

from sqlalchemy import bindparam

from domain.customers import Customer
from store.actions import ALL, STANDING, Action, from_row
from store.tables import Action as Actions
from store.work import Work

_OF = (
    ALL.where(*STANDING, Actions.by_id == bindparam("teammate"), Actions.at >= bindparam("since"))
    .order_by(Actions.id.desc())
    .limit(100)
)
_BETWEEN = ALL.where(
    *STANDING,
    Actions.by_id == bindparam("teammate"),
    Actions.id.between(bindparam("oldest"), bindparam("newest")),
).order_by(Actions.id.desc())
_CALLED = ALL.where(
    *STANDING, Actions.name == bindparam("named"), Actions.at >= bindparam("since")
).order_by(Actions.id.desc())
_LAST_ON = (
    ALL.where(*STANDING, Actions.nudge_id == bindparam("nudge"))
    .where(Actions.customer_id == bindparam("customer"))
    .where(Actions.by_id != bindparam("owner"))
    .order_by(Actions.id.desc())
    .limit(1)
)


def of(work: Work, teammate_id: int, since: datetime) -> list[Action]:
    """What stands of theirs, newest first."""
    return [from_row(row) for row in work.all(_OF, teammate=teammate_id, since=since)]


def between(work: Work, teammate_id: int, oldest_id: int, newest_id: int) -> list[Action]:
    """The same, from one action to another."""
    about = {"oldest": oldest_id, "newest": newest_id}
    return [from_row(row) for row in work.all(_BETWEEN, teammate=teammate_id, **about)]


def last_on(work: Work, customer: Customer, nudge_id: int) -> Action | None:
    """What somebody else than the customer's owner did about that reminder of theirs last."""
    owner = customer.owner_id or 0
    row = work.first(_LAST_ON, nudge=nudge_id, customer=customer.id, owner=owner)
    return from_row(row) if row else None


def called(work: Work, name: str, since: datetime) -> list[Action]:
    """All of that name, whoever did them, the latest first."""
    return [from_row(row) for row in work.all(_CALLED, named=name, since=since)]

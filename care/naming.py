"""Whose name is whose: each leads to one customer, be it their name or an alias."""

from domain import names
from domain.errors import AliasTaken, NameTaken, NameTooLong
from domain.lengths import NAME
from store import customers
from store.work import Work


def claim(work: Work, name: str, customer_id: int = 0) -> None:
    """That customer is to be called so; raises NameTaken, AliasTaken where another one is.

    Two who claim one name at once do so one after the other. Raises NameTooLong.
    """
    if len(name) > NAME:
        raise NameTooLong(len(name))
    _claim(work, name, customer_id)


def _claim(work: Work, name: str, customer_id: int) -> None:
    customers.lock_names(work)
    other = customers.named(work, name, but=customer_id)
    if other:
        is_name = names.key(other.name) == names.key(name)
        raise NameTaken(other.name) if is_name else AliasTaken(other.name)


def claim_all(work: Work, customer_id: int) -> None:
    """For a customer who has got names back that another one may have taken meanwhile."""
    customer = customers.by_id(work, customer_id)
    for name in (customer.name, *customer.aliases) if customer else ():
        _claim(work, name, customer_id)

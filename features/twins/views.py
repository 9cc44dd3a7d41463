"""Who else has it, in the complaint's post."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from care import numbers
from domain import products
from domain.messages import Item
from features.causes.rules import CauseNumbers
from features.causes.rules import told as causes_told
from features.twins import rows, rules
from features.twins import words as wording
from features.twins.rules import MOST, Said, TwinNumbers
from features.twins.words import Other
from store import customers
from store.work import Work


def about(work: Work, now: datetime, complaint_id: int) -> Iterable[Item]:
    del now
    told = rows.told(work, complaint_id)
    alike, silent = found(work, complaint_id)
    return wording.others(complaint_id, alike, silent, told)


def found(work: Work, complaint_id: int) -> tuple[list[Other], list[Other]]:
    """Who has complained about the same, and who has bought the same and said nothing yet."""
    days = timedelta(days=numbers.of(work, TwinNumbers).days)
    opened = rows.one(work, complaint_id)
    if opened is None:
        return [], []
    every = rows.recent(work, opened.opened_at - days)
    causes = numbers.of(work, CauseNumbers).causes
    said = [
        Said(
            id=row.id,
            customer_id=row.customer_id,
            words=row.words,
            causes=frozenset({row.cause}) if row.cause else causes_told(row.words, causes),
        )
        for row in every
        if row.id <= complaint_id
    ]
    names = {row.customer_id: row.name for row in every}
    mine = next(each for each in said if each.id == complaint_id)
    alike = rules.twins(mine, said)
    others = {each.customer_id: each.words for each in reversed(alike)}
    twins = [Other(id_, names[id_], words) for id_, words in others.items()]
    complained = {row.customer_id for row in every}
    return twins, _silent(work, opened, opened.opened_at - days, complained)


def _silent(work: Work, opened: Any, since: datetime, known: set[int]) -> list[Other]:
    """Of the same product: it is on their list, or they have bought it in that time."""
    customer_id, words = opened.customer_id, opened.words
    customer = customers.by_id(work, customer_id)
    mine = rules.concerned(words, customer.bought or "") if customer else []
    there: dict[int, Other] = {}
    for product in mine:
        key = products.key(product)
        for row in rows.owned(work, customer_id):
            if key in map(products.key, products.listed(row.bought)):
                there.setdefault(row.id, Other(row.id, row.name, product))
        for row in rows.bought(work, customer_id, since):
            if rules.concerned(row.words, product) and key in row.words.casefold():
                there.setdefault(row.id, Other(row.id, row.name, product))
    return [each for id_, each in there.items() if id_ not in known][:MOST]

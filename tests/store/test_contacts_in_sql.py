"""What the database counts as a contact is what the rules call one."""

from datetime import timedelta
from itertools import product

import pytest

from domain.touches import Direction, Kind, Sign, Touch
from store import touches

MEANT = (frozenset(), frozenset({Sign.PRAISE}), frozenset({Sign.NO_ANSWER, Sign.ENQUIRY}))


@pytest.mark.both_databases
async def test_the_database_and_the_rules_agree_on_what_a_contact_is(world):
    await world.type("ana", "new Acme")
    found = await world.do("ana", log_all_there_are)
    expected = [each.words for each in EVERY if each.is_contact]
    assert found == (
        expected,
        [each.words for each in EVERY if each.is_contact and each.direction is Direction.OURS],
        len(expected),
    )


EVERY = [
    Touch(id=0, at=None, kind=kind, direction=began, signs=signs, words=f"{kind} {began} {signs}")
    for kind, began, signs in product(Kind, Direction, MEANT)
]


def log_all_there_are(work, now):
    me = work.person.id
    for number, each in enumerate(EVERY):
        at = now + timedelta(minutes=number)
        values = touches.row(each, now) | {"at": at, "customer_id": 1, "by_id": me}
        work.insert(touches.Touches, **values)
    span = (now, now + timedelta(days=1))
    logged = [each.words for each in touches.logged_by(work, me, *span, 100)]
    done = [each.words for each in touches.done_between(work, *span, 100)]
    return logged, done, sum(number for _, number in touches.kinds_of(work, me, *span))

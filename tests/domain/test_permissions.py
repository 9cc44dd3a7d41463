"""Who may do what, with whose customer."""

from datetime import UTC, datetime

import pytest

from domain.customers import Customer, Rung
from domain.teammates import Permission, Teammate, may, takes_over

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
ANA, BEN, CHLOE, GIL, EVE = range(1, 6)
PEOPLE = {
    ANA: Teammate(id=ANA, name="Ana", zone="UTC"),
    CHLOE: Teammate(id=CHLOE, name="Chloe", zone="UTC", is_manager=True),
    GIL: Teammate(id=GIL, name="Gil", zone="UTC", is_guest=True, is_manager=True),
    EVE: Teammate(id=EVE, name="Eve", zone="UTC", is_active=False),
}
WHOSE = {"mine": ANA, "a colleague's": BEN, "nobody's": None}

EVERYTHING = set(Permission)
ALWAYS = EVERYTHING - {Permission.REMOVE, Permission.SET_UP}
REP = {
    "mine": ALWAYS | {Permission.REMOVE},
    "a colleague's": ALWAYS,
    "nobody's": ALWAYS,
}


def customer(owner_id):
    return Customer(
        id=1,
        name="Acme",
        rung=Rung.SHOPPER,
        rung_since=LONG_AGO,
        eased_until=LONG_AGO,
        created_at=LONG_AGO,
        owner_id=owner_id,
    )


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("whose", WHOSE)
@pytest.mark.parametrize("who", PEOPLE)
def test_each_permission_is_decided_by_who_asks_and_whose_it_is(who, whose, permission):
    allowed = {ANA: REP[whose], CHLOE: EVERYTHING, GIL: set(), EVE: set()}[who]
    is_allowed = permission in allowed
    assert may(PEOPLE[who], permission, customer(WHOSE[whose])) is is_allowed


def test_to_act_for_a_colleague_is_to_take_over():
    assert takes_over(PEOPLE[ANA], customer(BEN))
    assert takes_over(PEOPLE[CHLOE], customer(BEN))
    assert not takes_over(PEOPLE[ANA], customer(ANA))
    assert not takes_over(PEOPLE[ANA], customer(None))

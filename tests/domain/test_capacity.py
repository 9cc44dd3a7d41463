"""Whether a person's days hold all their customers."""

from domain.capacity import Stretch, overload
from domain.coverage import CareNumbers
from domain.customers import Rung

CARE = CareNumbers()


def test_about_seventy_customers_are_no_overload_and_twice_as_many_are():
    assert overload({Rung.CUSTOMER: 70}, 5, CARE) is None
    load = overload({Rung.SHOPPER: 100, Rung.CUSTOMER: 40}, 5, CARE)
    assert (load.customers, load.need, load.has) == (140, 6, 5)
    assert load.hand_over == 15
    assert load.stretch == Stretch(rung=Rung.SHOPPER, days=35)


def test_what_no_stretching_of_one_rung_would_mend_says_only_whom_to_hand_over():
    load = overload({Rung.SHOPPER: 400, Rung.CUSTOMER: 400}, 5, CARE)
    assert load.stretch is None
    assert load.hand_over > 600


def test_suspects_need_nothing():
    assert overload({Rung.SUSPECT: 1000}, 5, CARE) is None

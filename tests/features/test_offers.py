"""What else could help: named for whoever buys, twice a year, and never without data."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from care import settings
from domain.calendar import Calendar
from domain.customers import Customer, Rung
from domain.facts import Facts
from domain.settings import Chosen
from features.offers.play import plans
from features.offers.rules import Offered
from tests.world import buttons, said

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
OFFERS = ("Lamps", "Maintenance", "Recycling")


def asked(*made, bought="12 lamps, lamp", rung=Rung.MEMBER, offers=OFFERS):
    facts = Facts(
        customer=Customer(
            id=1, name="Acme", rung=rung, rung_since=NOW, eased_until=NOW, bought=bought
        ),
        calendar=Calendar(zone=ZoneInfo("UTC")),
        chosen=Chosen({"what_else.offers": offers}),
        rows={Offered: made},
    )
    return [(call.about["what"], call.ask_at.date().isoformat()) for call in plans(facts)]


def test_whoever_buys_hears_of_what_they_were_never_offered_every_half_year():
    assert asked() == [("Maintenance", "2027-05-17")]
    at = NOW + timedelta(days=200)
    told = Offered(id=1, customer_id=1, what="maintenance", at=at)
    assert asked(told) == [("Recycling", "2027-12-03")]
    assert asked(told, Offered(id=2, customer_id=1, what="Recycling", at=at)) == []


@pytest.mark.parametrize(
    "known", [{"bought": None}, {"offers": ()}, {"rung": Rung.SHOPPER}, {"rung": Rung.ADVOCATE}]
)
def test_without_data_and_for_others_it_is_silent(known):
    assert asked(**known) == []


async def test_what_a_line_says_for_sure_is_kept_offered_beside_and_taken_back(world):
    await world.do("chloe", settings.put, "offers", "lamps, maintenance")
    await world.type("ana", "new Acme customer")
    before = said(await world.type("ana", "customer Acme"))
    told = await world.type("ana", "log Acme bought 12 lamps for 900 €")
    card = said(await world.type("ana", "customer Acme"))
    assert "bought lamps" in card
    assert "💡 Never offered: maintenance" in card
    assert "Next: 💡 Could maintenance help Acme, too?" in card
    await world.press("ana", buttons(told)["Undo"])
    assert said(await world.type("ana", "customer Acme")) == before
    await world.type("ana", "edit Acme bought lamps")
    await world.leap(world.clock.time + timedelta(days=180))
    assert "maintenance" not in "".join(world.reminders())
    await world.type("ana", "thank Acme sent a card")
    await world.wait(days=3)
    _, post = world.post("💡 Could maintenance help Acme, too?\nThey have bought lamps")
    await world.press("ana", buttons(post)["Told them"])
    card = said(await world.type("ana", "customer Acme"))
    assert "Told them about maintenance" in card
    assert "💡 Offered maintenance today" in card
    assert "Never offered" not in card
    assert "Could" not in card

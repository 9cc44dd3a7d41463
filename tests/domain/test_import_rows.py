"""Lines of a table about one customer: what each brings, and what they are together."""

from datetime import UTC, datetime

from domain.customers import Contact, Customer, Rung
from domain.import_columns import Row
from domain.import_rows import Gathered
from domain.teammates import Teammate

NOW = datetime(2026, 11, 16, tzinfo=UTC)
ANA, BEN = (
    Teammate(id=1, name="Ana Reyes", zone="UTC"),
    Teammate(id=2, name="Ben Okafor", zone="UTC"),
)
MARIA = Contact(id=4, name="Maria Lopez", mail="maria@acme.com")
ACME = Customer(
    id=3,
    name="Acme",
    rung=Rung.CUSTOMER,
    rung_since=NOW,
    eased_until=NOW,
    owner_id=1,
    zone="Europe/London",
    reached_at=datetime(2026, 11, 1, tzinfo=UTC),
)


def row(number=2, last_contact=None, contact="", mail="", phone="", **values):
    person = Contact(name=contact, mail=mail, phone=phone)
    people = (person,) if person != Contact() else ()
    given = {"people": people, "values": values, "last_contact": last_contact}
    return Row(number=number, name="Acme", **given)


def known():
    return Gathered(ACME, [MARIA], "Ana Reyes")


def test_a_line_about_somebody_known_says_what_it_changes_and_from_what():
    acme = known()
    brings = acme.take(
        row(
            rung=Rung.ADVOCATE,
            zone="Asia/Tokyo",
            contact="Bo Berg",
            last_contact=datetime(2026, 11, 10, tzinfo=UTC),
        ),
        BEN,
    )
    assert brings.words == (
        "rung customer → advocate",
        "owner Ana Reyes → Ben Okafor",
        "contact Bo Berg new",
        "time zone Europe/London → Asia/Tokyo",
        "last contact 2026-11-10",
    )
    assert (acme.values, acme.owner) == ({"rung": Rung.ADVOCATE, "zone": "Asia/Tokyo"}, BEN)
    assert acme.brought == [Contact(name="Bo Berg")]


def test_a_line_that_says_what_is_known_brings_nothing():
    acme = known()
    same = row(
        rung=Rung.CUSTOMER,
        zone="Europe/London",
        contact="MARIA LOPEZ",
        mail="maria@acme.com",
        last_contact=datetime(2026, 10, 1, tzinfo=UTC),
    )
    assert acme.take(same, ANA).words == ()
    assert acme.brought == []
    assert acme.take(row(contact="Maria Lopez", phone="1234567"), None).words == (
        "contact Maria Lopez 1234567",
    )


def test_what_the_base_leaves_open_is_filled_in():
    acme = Gathered(ACME)
    assert acme.take(row(), BEN).words == ("owner Ben Okafor",)


def test_a_later_line_fills_in_what_earlier_ones_left_empty_and_says_what_it_can_not():
    acme = Gathered()
    assert acme.take(row(rung=Rung.PROSPECT, contact="Maria"), ANA).words == (
        "prospect",
        "owner Ana Reyes",
        "Maria",
    )
    later = acme.take(row(3, rung=Rung.CUSTOMER, zone="Asia/Tokyo", contact="maria"), BEN)
    assert later.words == ("Asia/Tokyo",)
    assert later.troubles == (
        "rung customer is left out: line 2 says prospect",
        "owner Ben Okafor is left out: line 2 says Ana Reyes",
    )
    assert (acme.values, acme.owner) == ({"rung": Rung.PROSPECT, "zone": "Asia/Tokyo"}, ANA)


def test_of_several_last_contacts_the_latest_counts():
    acme = Gathered()
    days = [datetime(2026, 10, day, tzinfo=UTC) for day in (3, 1, 5)]
    words = [acme.take(row(last_contact=day), None).words for day in days]
    assert words == [("last contact 2026-10-03",), (), ("last contact 2026-10-05",)]
    assert acme.last_contact == days[2]


def test_one_person_told_of_twice_is_one_with_all_of_it():
    acme = Gathered()
    for mail, phone in (("", ""), ("m@acme.com", ""), ("", "1234567")):
        acme.take(row(contact="Maria", mail=mail, phone=phone), None)
    assert acme.people.all == [Contact(name="Maria", mail="m@acme.com", phone="1234567")]


def test_an_owner_of_the_same_name_is_another_one():
    other = Teammate(id=7, name="Ana Reyes", zone="UTC", mail="ana2@example.com")
    acme = known()
    brings = acme.take(row(), other)
    assert brings.words == ("owner Ana Reyes → Ana Reyes (ana2@example.com)",)
    assert acme.is_changed
    assert acme.owner is other

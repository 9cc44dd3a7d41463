"""What was typed about somebody new, its parts in any order."""

import pytest

from domain import customer_fields, newcomers
from domain.customers import Contact, Rung
from domain.errors import NotUnderstood
from domain.newcomers import Newcomer

MARIA = Contact(name="Maria Lopez", mail="maria@globex.com", phone="+44 20 7946 0000")
WHOLE = Newcomer(
    name="Globex", contact=MARIA, values={"rung": Rung.PROSPECT, "zone": "Europe/London"}
)


@pytest.mark.parametrize(
    "typed",
    [
        "Globex prospect Maria Lopez maria@globex.com +44 20 7946 0000 Europe/London",
        "Globex, prospect, Maria Lopez, maria@globex.com, +44 20 7946 0000, Europe/London",
        "Globex +44 20 7946 0000 Maria Lopez europe/london maria@globex.com Prospect",
        "prospect Globex Europe/London Maria Lopez maria@globex.com +44 20 7946 0000",
        '"Globex" Maria Lopez maria@globex.com prospect +44 20 7946 0000 EUROPE/LONDON',
    ],
)
def test_the_parts_may_come_in_any_order(typed):
    assert newcomers.read(typed) == WHOLE


@pytest.mark.parametrize(
    ("typed", "name", "rung"),
    [
        ("Globex", "Globex", Rung.PROSPECT),
        ("Globex raving fan", "Globex", Rung.RAVING_FAN),
        ("Globex Raving-Fan", "Globex", Rung.RAVING_FAN),
        ("Globex fans", "Globex", Rung.RAVING_FAN),
        ("Globex advocates", "Globex", Rung.ADVOCATE),
        ('"Customer First" member', "Customer First", Rung.MEMBER),
        ("“Customer First” member", "Customer First", Rung.MEMBER),
        ("Customer First Ltd", "Customer First Ltd", Rung.PROSPECT),
        ("Prospect Partners advocate", "Prospect Partners", Rung.ADVOCATE),
        ("Member Services customer", "Member Services", Rung.CUSTOMER),
        ("Studio 54 shopper", "Studio 54", Rung.SHOPPER),
        ("24/7 Locksmiths suspect", "24/7 Locksmiths", Rung.SUSPECT),
        ("Smith & Sons", "Smith & Sons", Rung.PROSPECT),
        ("株式会社アクメ customer", "株式会社アクメ", Rung.CUSTOMER),
    ],
)
def test_a_name_and_a_rung_are_told_apart(typed, name, rung):
    read = newcomers.read(typed)
    assert (read.name, customer_fields.fresh(read.values)["rung"]) == (name, rung)


def test_nothing_typed_has_no_name():
    assert newcomers.read("  ").name == ""


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("Ana ana@acme.com", Contact(name="Ana", mail="ana@acme.com")),
        ("(020) 7946-0000 Bo Customer", Contact(name="Bo Customer", phone="(020) 7946-0000")),
        ("bo@acme.com", Contact(mail="bo@acme.com")),
    ],
)
def test_a_contact_is_read_the_same_way(typed, contact):
    assert newcomers.read_contact(typed) == contact


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (",,", "“,,” names nobody: write a name, a mail address or a phone number."),
        (" - ", "“-” names nobody"),
        (
            "Maria Lopez, maria@x, 12",
            "“maria@x” is no mail address: write one like maria@acme.com.",
        ),
        ("Maria @maria", "“@maria” is no mail address"),
        ("Maria m@acme.com maria@acme.com", "“maria@acme.com” is a second mail address"),
        ("Maria Lopez, 12", "“12” is no phone number: one has at least 6 digits."),
        ("Maria, 020 7946 0000, 020 7946 0001", "“020 7946 0001” is a second phone number"),
    ],
)
def test_what_is_no_contact_is_refused_and_named(typed, told):
    with pytest.raises(NotUnderstood) as refused:
        newcomers.read_contact(typed)
    assert refused.value.what.startswith(told)


@pytest.mark.parametrize("typed", ["Lopez, Maria", "Reception 2", "Zoë", "株式会社", "R2"])
def test_any_other_word_may_be_a_contacts_name(typed):
    assert newcomers.read_contact(typed).name == typed.replace(",", "")


@pytest.mark.parametrize(
    ("typed", "name", "person", "troubles"),
    [
        ("Globex Maria maria@globex", "Globex Maria", "", ["“maria@globex” is no mail address"]),
        ("Globex shopper Maria @ana", "Globex", "Maria", ["“@ana” is no mail address"]),
        ("Globex m@g.com Jo jo@g.com", "Globex", "Jo", ["“jo@g.com” is a second mail address"]),
        ("Bits@Work prospect", "Bits@Work", "", []),
        ("Coffee @ Home", "Coffee @ Home", "", []),
        ('"Coffee @Home" prospect', "Coffee @Home", "", []),
        ("Globex, , prospect", "Globex", "", []),
        (",,", "", "", []),
    ],
)
def test_what_looks_like_a_mail_address_and_is_none_is_in_no_name(typed, name, person, troubles):
    read = newcomers.read(typed)
    assert (read.name, read.contact.name, list(read.troubles)) == (name, person, troubles)


def test_zones_are_known_in_any_case():
    assert customer_fields.zone_called("america/new york") == "America/New_York"
    assert customer_fields.zone_called("Mars/Olympus") is None


@pytest.mark.parametrize(
    ("typed", "name", "person", "zone"),
    [
        ("Globex prospect Maria Europe/Lundon", "Globex", "Maria", "Europe/Lundon"),
        ("Globex, Europe/Lundon, Maria Lopez", "Globex", "Maria Lopez", "Europe/Lundon"),
        ("Globex shopper America/New Yorc Maria", "Globex", "Maria", "America/New Yorc"),
        ("Globex shopper Maria Eurpoe/London", "Globex", "Maria", "Eurpoe/London"),
        ("Globex shopper Maria Europe/Atlantis", "Globex", "Maria", "Europe/Atlantis"),
        ("Globex US/UK shopper Maria", "Globex US/UK", "Maria", ""),
        ("A/S Globex shopper Maria", "A/S Globex", "Maria", ""),
    ],
)
def test_a_time_zone_that_is_none_is_in_no_name_and_is_told(typed, name, person, zone):
    read = newcomers.read(typed)
    assert (read.name, read.contact.name) == (name, person)
    assert [told.split("”")[0] for told in read.troubles] == ([f"“{zone}"] if zone else [])


def test_the_time_zone_that_was_meant_is_named():
    (told,) = newcomers.read("Globex shopper Maria Europe/Lundon").troubles
    assert told == "“Europe/Lundon” is no time zone that I know (is it Europe/London?)"

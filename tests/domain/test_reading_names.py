"""No name is read as a word, whatever it would mean as one."""

import pytest

from domain.reading import Party, everybody, read
from tests.domain.lines import NOW, ZONE

LIKE_SIGNS = """
Happy Paws, Broken Spoke Cycles, Quick Quote Insurance, Angry Birds Café, Delight Foods,
Wrong Turn Tours, Complaint Free World, Five Star Cleaning, Love & Lather, Perfect Fit Joinery,
Late Night Pizza, The Missing Piece, Refund Direct, Referral Rock, Best Buy Timber,
Smashed Avocado Ltd, Leaking Pipes R Us, Rude Health, Fed Up Kitchens, No Answer Records,
Voicemail Studio, Ghosted Games, Enquiry Desk Ltd, Excellent Exteriors, Amazing Grace Florists,
Faulty Towers, Crash Test Gym, Rage Room, Order Order Bistro, Second Chance Books,
Problem Child Clothing, Not Just Bread, Never Late Couriers, Thrilled Bakery, Furious Fitness,
Damaged Goods Vintage, Cancel Culture Comics, Rival Sports, Wish Upon a Star, Joy Division Bar
"""
NAMES = [" ".join(name.split()) for name in LIKE_SIGNS.split(",")]
SMALL = {"Five Star Cleaning", "No Answer Records"}
"""To begin so, a name has to be known."""

PEOPLE = [
    "Hope",
    "Will",
    "Joy",
    "Happy",
    "Grace",
    "Faith",
    "Rich",
    "Mark",
    "Bill",
    "Sue",
    "Grant",
    "Ring",
    "Price",
    "May",
    "Love",
    "Angry",
    "Chase",
]
ABOUT_A_FIRM = [
    "spoke with {}",
    "met {} about the renewal",
    "called {}, no answer",
    "lunch with {} and they ordered 20 more",
    "{} called us, wants a quote",
    "{} is unhappy with the invoice",
    "emailed {}'s accountant the contract",
    "at {} everybody was delighted",
]
ABOUT_A_PERSON = [
    "spoke with {}",
    "{} called, no complaints",
    "{} ordered 20 more",
    "emailed {} the contract",
    "{}'s unhappy with the invoice",
    "met {} and {} loved it",
    "told {} that we are late",
]


def signs(words, *names, party=Party.ANOTHER):
    return read(words, NOW, ZONE, everybody(names, party)).signs


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_customer_adds_or_removes_a_sign(name):
    for words in ABOUT_A_FIRM:
        for party in (Party.ANOTHER, Party.THEIRS):
            plain = signs(words.format("Initech"), "Initech", party=party)
            assert signs(words.format(name), name, party=party) == plain, words
            assert signs(words.format(name.lower()), name, party=party) == plain, words


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SMALL])
def test_nor_does_one_that_nobody_knows_if_it_is_written_as_one(name):
    for words in ABOUT_A_FIRM[:4]:
        assert signs(words.format(name)) == signs(words.format("Initech Services")), words


@pytest.mark.parametrize("name", PEOPLE)
def test_nor_does_that_of_a_person(name):
    for words in ABOUT_A_PERSON:
        plain = signs(words.format(*["Xandra"] * 2), "Xandra Dent", party=Party.THEIRS)
        full = f"{name} Dent"
        assert signs(words.format(name, name), full, party=Party.THEIRS) == plain, words
        assert signs(words.format(full, name), full, party=Party.THEIRS) == plain, words


@pytest.mark.parametrize(
    "words", ["spoke with Maria Love about it", "met Sue Happy, Maria Angry and Maria Late at noon"]
)
def test_nor_does_a_capitalised_word_beside_a_name(words):
    assert signs(words, "Maria", "Sue") == set()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Hope called", "call"),
        ("Will call her", "note"),
        ("Will emailed", "mail"),
        ("will call", "note"),
    ],
)
def test_a_name_that_is_a_word_is_told_from_the_word(words, kind):
    assert read(words, NOW, ZONE, everybody(["Hope Dent", "Will Smith"], Party.THEIRS)).kind == kind

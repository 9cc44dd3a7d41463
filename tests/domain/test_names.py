# ruff: noqa: RUF001 - curly quotes and other scripts are what people type
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.names import GRAM, LONGEST, WITHIN, having, key, nearest, openings, within
from tests.growth import growth

SAME = [
    ("Acme", "ACME"),
    ("Acme", "  acme\t "),
    ("Acme", "Acmé"),
    ("Acme", "“Acme”"),
    ("Acme", "Acme™"),
    ("Acme", "Ａｃｍｅ"),
    ("McDonald's", "McDonald’s"),
    ("McDonald's", "McDonalds"),
    ("O'Neill", "O`Neill"),
    ("Coca-Cola", "coca cola"),
    ("Yahoo!", "yahoo"),
    ("M&S", "M and S"),
    ("Smith & Sons", "Smith + Sons"),
    ("AT&T", "AT and T"),
    ("J.P. Morgan", "JP Morgan"),
    ("J. P. Morgan", "JP Morgan"),
    ("Ørsted", "Orsted"),
    ("Æther", "Aether"),
    ("Łódź", "Lodz"),
    ("Straße", "STRASSE"),
    ("Işık", "Isik"),
    ("Привет", "ПРИВЕТ"),
    ("ألفا", "ألفا "),
    ("שָׁלוֹם", "שלום"),
    ("ﾄﾖﾀ", "トヨタ"),
    ("❤️ Bakery", "bakery"),
]

LEGAL = """
Ltd, ltd., LTD, Limited, LLC, L.L.C., Inc, Inc., Incorporated, Corp., Corporation, Co., & Co.,
and Co, Company, PLC, p.l.c., LLP, Pty Ltd, Pty. Ltd., Pte Ltd, Private Limited, Co. Ltd., GmbH,
GmbH & Co. KG, AG, KG, OHG, UG, SE, e.V., eG, S.A., SA, SAS, S.A.S., SARL, S.à r.l., SpA,
S.p.A., Srl, S.r.l., SL, S.L., S.A. de C.V., Ltda., BV, B.V., NV, N.V., AB, AS, A/S, ASA, ApS,
Oy, Oyj, hf., SIA, UAB, OÜ, s.r.o., d.o.o., Sp. z o.o., Kft, Kft., K.K., KK, Sdn Bhd, A.Ş.
"""
FORMS = [form.strip() for form in LEGAL.replace("\n", " ").split(",")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_of_writing_a_name_have_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("between", [" ", ", "])
def test_a_legal_form_at_the_end_is_no_part_of_the_key(form, between):
    assert key(f"Blue Acme{between}{form}") == "blue acme"


@pytest.mark.parametrize("form", [*FORMS, "AG Ltd", "GmbH & Co. KG", "The Limited"])
def test_a_name_that_is_nothing_but_a_legal_form_keeps_it(form):
    assert key(form)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Acme UK"),
        ("Acme", "Acne"),
        ("C", "C++"),
        ("Limited", "AG"),
        ("Co-op", "Op"),
        ("SAS Institute", "Institute"),
        ("🚀", "🎉"),
        ("1&1", "11"),
        ("कि", "क"),
        ("ガス", "カス"),
    ],
)
def test_different_names_have_different_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "name", ["东京", "שלום", "مرحبا", "Ελλάδα", "हिन्दी", "ไทย", "🚀", "7-11", "?!"]
)
def test_a_name_in_any_script_has_a_key(name):
    assert key(name)


@given(st.text())
def test_the_key_of_a_key_is_the_key(name):
    assert key(key(name)) == key(name)


@given(st.text(st.characters(categories=["L"]), min_size=1))
def test_letters_never_leave_an_empty_key(name):
    assert key(name)


OPENINGS = [
    ("Acme called Maria", "acme", "called Maria"),
    ("ACME, called", "acme", "called"),
    ("Acme: called", "acme", "called"),
    ("Acme - called - twice", "acme", "called - twice"),
    ("Acme — called", "acme", "called"),
    ("“Acme” called", "acme", "called"),
    ("*Acme* called", "acme", "called"),
    ("@acme called", "acme", "called"),
    ("#Acme called", "acme", "called"),
    ("Acme's Maria called", "acme", "Maria called"),
    ("Acme’s Maria called", "acme", "Maria called"),
    ("McDonald's called", "mcdonalds", "called"),
    ("Acme Ltd called", "acme", "called"),
    ("acme ltd. called", "acme", "called"),
    ("Acme, Inc. called", "acme", "called"),
    ("acme inc called", "acme", "called"),
    ("Acme GmbH & Co. KG called", "acme", "called"),
    ("Acme AS called", "acme", "called"),
    ("Acme as agreed: called", "acme", "as agreed: called"),
    ("Acme co-founder called", "acme", "co-founder called"),
    ("Acme & Maria met", "acme", "& Maria met"),
    ("Marks & rang", "marks and", "rang"),
    ("Coca-Cola rang", "coca cola", "rang"),
    ("J.P. Morgan rang", "jp morgan", "rang"),
    ("M&S rang", "m and s", "rang"),
    ("Yahoo! rang", "yahoo", "rang"),
    ("🚀 rang", "🚀", "rang"),
    ("❤️ rang", "❤", "rang"),
    ("Acme 😡 broken again", "acme", "😡 broken again"),
    ("Acme :rage: broken again", "acme", ":rage: broken again"),
    ("Acme -20% on the quote", "acme", "-20% on the quote"),
    ("Acme  said  “yes”!", "acme", "said  “yes”!"),
    ("Acme", "acme", ""),
    ("東京ガス called", "東京ガス", "called"),
    ("हिन्दी बैंक called", "हिन्दी बैंक", "called"),
]


@pytest.mark.parametrize(("line", "name", "words"), OPENINGS)
def test_a_line_begins_with_a_name_and_keeps_the_rest_as_typed(line, name, words):
    assert {opening.key: opening.words for opening in openings(line)}[name] == words


def test_the_longest_opening_comes_first():
    keys = [opening.key for opening in openings("Acme Blue Sky called")]
    assert keys == ["acme blue sky called", "acme blue sky", "acme blue", "acme"]


def test_a_line_of_nothing_has_no_openings():
    assert openings("") == openings(" ?! ") == []


@given(st.text(max_size=LONGEST - 1))
def test_a_line_that_begins_with_a_name_opens_with_its_key(name):
    assume(openings(name))
    keys = {opening.key for opening in openings(f"{name} called")}
    assert key(name) in keys


@given(st.text())
def test_what_follows_an_opening_is_the_end_of_the_line(line):
    assert all(line.endswith(opening.words) for opening in openings(line))


def test_a_name_is_found_within_a_line():
    assert "blue acme" in within("Called Blue Acme's Maria re renewal")
    assert "maria lopez" in within("spoke to maria lopez, at Acme")


def test_names_within_a_line_are_of_up_to_six_words():
    assert within("a b c d e f g")[:7] == [
        "a",
        "a b",
        "a b c",
        "a b c d",
        "a b c d e",
        "a b c d e f",
        "b",
    ]


@pytest.mark.parametrize("stop", ["; ", ": ", "? ", " - ", "\n"])
def test_no_name_goes_on_behind_a_stop(stop):
    assert "blue acme" not in within(f"called Blue{stop}Acme today")
    assert "st marys" in within("called St. Mary's today")


def test_a_word_is_looked_for_in_every_name_unless_too_many_have_it():
    every = ["acme", "acme dental", "dental acme", "blue acmes", "sky"]
    assert having(["acme"], every) == [0, 1, 2]
    assert having(["acme"], every, limit=2) == []
    assert having(["a"], every) == []
    assert having(["acme dental", "sky"], every) == [1, 4]


def test_what_is_looked_for_within_a_line_is_bounded():
    assert len(within("word " * 2_000)) <= 2 * GRAM * WITHIN


NAMES = [
    "ab",
    "acme",
    "globex",
    "acme industries",
    "maria lopez",
    "deutsche telekom",
    "bank of america",
]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Amce called Maria", ["acme"]),
        ("Globx ordered", ["globex"]),
        ("Amce's Maria called", ["acme"]),
        ("acme indstries Ltd called", ["acme", "acme industries"]),
        ("Deutsche Telekmo AG called", ["deutsche telekom"]),
        ("Bank of Amreica mailed", ["bank of america"]),
        ("Bank mailed", ["bank of america"]),
        ("Maria rang", ["maria lopez"]),
        ("Initech rang", []),
        ("ac rang", []),
        ("", []),
    ],
)
def test_slips_of_the_pen_suggest_the_names_that_are_near(line, names):
    assert sorted(NAMES[at] for at in nearest(line, NAMES)) == sorted(names)


def test_the_likeliest_name_comes_first_and_the_list_is_short():
    names = ["amcor", "ance", "ame", "acme", "amco", "globex"]
    found = nearest("amce called", names, limit=3)
    assert names[found[0]] == "acme"
    assert len(found) == 3


def test_names_are_suggested_quickly_among_very_many():
    chance = random.Random(1)  # noqa: S311 - no secret is made of it
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = ["".join(chance.choices(letters, k=chance.randint(4, 14))) for _ in range(100_000)]

    def suggest(count: int) -> None:
        nearest("Globx Indstries called", names[:count])

    assert growth(suggest, 10_000, 100_000) < 60


@pytest.mark.parametrize(
    "piece", ["word ", "x", "- ", "-", "'s ", "A.", "& ", "🚀", "Ltd ", "\u0301"]
)
def test_a_very_long_line_takes_no_longer_than_its_length(piece):
    def find(length: int) -> None:
        line = (piece * length)[:length]
        openings(line)
        within(line)

    assert growth(find, 2_000, 20_000) < 40

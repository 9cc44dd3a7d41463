"""As many words, letters and digits as a name may have, and no more."""

import pytest

from domain import newcomers
from domain.errors import NotUnderstood
from domain.lengths import CELL, NAME
from domain.names import key, nearest, openings, within
from domain.newcomers import no_mail


def words(many):
    return " ".join(f"w{at}" for at in range(many))


def test_twelve_words_may_be_a_name_and_a_thirteenth_is_none_of_it():
    assert openings(words(12))[0].key == words(12)
    assert openings(words(13))[0] == openings(f"{words(12)} w12")[0]
    assert openings(words(13))[0].key == words(12)
    assert openings(words(13))[0].words == "w12"


def test_a_name_lies_within_the_first_400_characters():
    assert openings("x" * 400)[0].key == "x" * 400
    assert openings("x" * 401)[0].key == "x" * 400


def test_forty_words_of_a_line_are_looked_at():
    found = within(words(41))
    assert "w39" in found
    assert "w40" not in found
    assert "w0 w1 w2 w3 w4 w5" in found
    assert "w0 w1 w2 w3 w4 w5 w6" not in found


@pytest.mark.parametrize(
    ("line", "name", "is_near"),
    [
        ("abx called", "abc", False),  # one slip in three letters
        ("abxd called", "abcd", True),  # in four
        ("abxy called", "abcd", False),
        ("abcdexy called", "abcdefg", True),  # two in seven
        ("abcxyz called", "abcdef", False),
        ("abc", "abc industries", True),
        ("ab", "ab industries", False),
        ("abc", "abcd", True),
    ],
)
def test_a_name_is_near_by_its_share_of_slips(line, name, is_near):
    assert nearest(line, [name]) == ([0] if is_near else [])


@pytest.mark.parametrize(
    ("typed", "likelier", "other"),
    [
        ("acme", "acme", "acme industries"),
        ("amce", "acme", "ame"),  # a slip that keeps the length is the likelier
        ("acne", "acme", "acnes ltd group"),
    ],
)
def test_of_two_names_the_likelier_comes_first(typed, likelier, other):
    assert nearest(f"{typed} called", [other, likelier])[0] == 1
    assert nearest(f"{typed} called", [likelier, other])[0] == 0


def test_of_names_that_are_as_near_the_first_comes_first():
    assert nearest("acme called", ["acmf", "acmg", "acmh"]) == [0, 1, 2]
    assert len(nearest("acme called", ["acmf"] * 9)) == 5


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Acme CO rang", {"acme", "acme co rang"}),
        ("Acme co. rang", {"acme", "acme co rang"}),
        ("Acme co rang", {"acme", "acme co rang"}),
        ("X's rang", {"xs", "x", "xs rang"}),
        ("'s rang", {"s", "s rang"}),
    ],
)
def test_what_a_line_may_begin_with(line, keys):
    assert {opening.key for opening in openings(line)} == keys


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [("Acme CO rang", "acme", "rang"), ("Acme co rang", "acme", "co rang")],
)
def test_a_legal_form_that_is_a_word_too_counts_when_it_is_written_large(line, name, rest):
    assert {opening.key: opening.words for opening in openings(line)}[name] == rest


def test_a_legal_form_may_have_four_words_and_several_may_follow_each_other():
    assert key("Acme SA de CV") == "acme"
    assert key("Acme GmbH & Co. KG") == "acme"
    assert key("Co SA de CV") == "co"


@pytest.mark.parametrize(
    ("typed", "name", "phone"),
    [
        ("Globex 123456", "Globex", "123456"),
        ("Globex 12345", "Globex 12345", ""),
        ("Globex 123 456", "Globex", "123 456"),
        ("Globex 12 34 5", "Globex 12 34 5", ""),
        ("Globex 123456, 7", "Globex", "123456"),
    ],
)
def test_six_digits_are_a_phone_number(typed, name, phone):
    read = newcomers.read(typed)
    assert (read.name, read.contact.phone) == (name, phone)


def test_a_persons_name_has_a_longest_length():
    fits, over = "x" * NAME, "x" * (NAME + 1)
    assert newcomers.read(f"Globex prospect {fits}").contact.name == fits
    read = newcomers.read(f"Globex prospect {over}")
    assert read.contact.name == ""
    assert read.troubles == (
        f"a person's name has at most {NAME} characters, and “{'x' * 20}…” has {NAME + 1:,}",
    )
    assert newcomers.read_contact(fits).name == fits
    with pytest.raises(NotUnderstood):
        newcomers.read_contact(over)


def test_a_mail_address_fills_a_cell_at_most():
    at = "@acme.com"
    assert no_mail("x" * (CELL - len(at)) + at) == ""
    assert "is no mail address" in no_mail("x" * (CELL - len(at) + 1) + at)
    assert no_mail("a@b.co", "a@b.co") == ""


@pytest.mark.parametrize(
    ("typed", "name", "rung"),
    [("Prospect", "", "prospect"), ("Prospect One", "Prospect One", None)],
)
def test_a_rung_alone_is_no_name(typed, name, rung):
    read = newcomers.read(typed)
    assert (read.name, read.values.get("rung")) == (name, rung)

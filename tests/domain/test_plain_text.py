"""Messages read out."""

import unicodedata

import pytest

from domain import names
from domain.messages import Named, Person, Words, line
from domain.plain_text import isolated, spoken


@pytest.mark.parametrize("name", ["Müller & Söhne", "株式会社", "Ωmega", "🎉", ""])
def test_what_is_read_from_left_to_right_stays_as_it_is(name):
    assert isolated(name) == name


@pytest.mark.parametrize("name", ["שלום", "مرحبا", "Ac\u202eme", "\u2067Acme", "Ac\u2069\u202eme"])
@pytest.mark.parametrize("part", [Named, Words, Person])
def test_what_turns_words_round_turns_none_of_ours(part, name):
    """Within its isolate, whatever it opens ends with it: nothing in it closes it sooner."""
    said = spoken(line("Thank ", part(name), " 3 days ago"), "")
    inside = said.partition("\u2068")[2].rpartition("\u2069")[0]
    assert said.startswith("Thank ")
    assert said.endswith(" 3 days ago")
    assert not {"LRI", "RLI", "FSI", "PDI"} & set(map(unicodedata.bidirectional, inside))
    assert names.key(inside) == names.key(isolated(name)) == names.key(name)

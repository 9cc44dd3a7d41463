"""Which customers a line names, how surely, and which of them stand in one list."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import mentions, name_lists, names
from domain.customers import Customer, Rung
from domain.mentions import Trust

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
CALLED = ("Acme", "Globex", "Acme Berlin", "Happy Paws", "Patel & Sons", "Fern", "Moss", "Hope")
CALLED = (*CALLED, "Will Price", "Fern and Moss", "Quick", "Apex", "Bow, Arrow and String")


def customer(id_, name):
    return Customer(id=id_, name=name, rung=Rung.CUSTOMER, rung_since=NOW, eased_until=NOW)


KNOWN = {names.key(name): [customer(id_, name)] for id_, name in enumerate(CALLED, 1)}
KNOWN |= {"maria lopez": KNOWN["acme"], "bo berg": [*KNOWN["acme"], *KNOWN["globex"]]}


def named(line):
    return mentions.find(line, names.openings(line), names.spans(line), KNOWN)


def trusts(line):
    return {it.customers[0].name: it.trust.name for it in named(line)}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Acme called", {"Acme": "SURE"}),
        ("called acme", {"Acme": "SURE"}),
        ("called Acme Berlin today", {"Acme Berlin": "SURE"}),
        ("Fern and Moss called", {"Fern and Moss": "SURE"}),
        ("rang Bow, Arrow and String", {"Bow, Arrow and String": "SURE"}),
        ("called happy paws", {"Happy Paws": "LIKELY"}),
        ("happy paws called", {"Happy Paws": "SURE"}),
        ("called Happy. Paws were dirty", {"Happy Paws": "SURE"}),
        ("called Happy; Paws were dirty", {}),
        ("Apex wants a demo", {"Apex": "SURE"}),
        ("Apex beans", {"Apex": "LIKELY"}),
        ("apex of the hill", {"Apex": "LIKELY"}),
        ("at the apex of it", {}),
        ("called apex", {"Apex": "SURE"}),
        ("told Apex that it rains", {"Apex": "SURE"}),
        ("TOLD APEX THAT IT RAINS", {}),
        ("it rains. Apex of the hill", {}),
        ("it rains. Apex called", {"Apex": "SURE"}),
        ("Hope called", {"Hope": "SURE"}),
        ("hope called", {"Hope": "SURE"}),
        ("Hope's order came", {"Hope": "SURE"}),
        ("Hope beans", {"Hope": "LIKELY"}),
        ("Hope they call", {"Hope": "DOUBTFUL"}),
        ("hope beans", {"Hope": "DOUBTFUL"}),
        ("I hope so", {}),
        ("lunch with hope", {"Hope": "DOUBTFUL"}),
        ("lunch with Hope", {"Hope": "SURE"}),
        ("Quick question", {"Quick": "DOUBTFUL"}),
        ("a Quick question", {}),
        ("quick look at it", {}),
        ("spoke to quick", {"Quick": "DOUBTFUL"}),
        ("spoke to quick about it", {"Quick": "DOUBTFUL"}),
        ("spoke to quick people", {}),
        ("will price it up", {"Will Price": "LIKELY"}),
        ("will price called", {"Will Price": "SURE"}),
        ("Will Price it up", {"Will Price": "SURE"}),
        ("it will price in", {"Will Price": "LIKELY"}),
        ("said happy, paws were dirty", {}),
        ("said Happy, Paws were dirty", {"Happy Paws": "SURE"}),
        ("Maria Lopez called", {"Acme": "LIKELY"}),
        ("called Maria Lopez", {"Acme": "DOUBTFUL"}),
        ("", {}),
        (" ?! ", {}),
    ],
)
def test_how_surely_a_name_was_meant(line, found):
    assert trusts(line) == found


def test_a_name_is_told_from_that_of_somebody_of_theirs():
    assert [it.is_name for it in named("Globex, Maria Lopez called")] == [True, False]
    (both,) = named("Bo Berg called")
    assert [each.name for each in both.customers] == ["Acme", "Globex"]


def listed(line, of=0):
    """Who is in the list of the first mention, and who is unknown there."""
    every = named(line)
    there = name_lists.around(line, every[of], every)
    strangers = [(it.typed, it.is_sure) for it in there.strangers]
    return [it.customers[0].name for it in there.members], strangers, there.is_heading


@pytest.mark.parametrize(
    ("line", "members", "strangers", "is_heading"),
    [
        ("Acme, Globex: hi", ["Acme", "Globex"], [], True),
        ("Acme & Globex - hi", ["Acme", "Globex"], [], True),
        ("Acme/Globex: hi", ["Acme", "Globex"], [], True),
        ("met Acme and Globex: hi", ["Acme", "Globex"], [], False),
        ("Acme, and Globex met", ["Acme", "Globex"], [], False),
        ("“Acme”, “Globex”: hi", ["Acme", "Globex"], [], True),
        ("Acme's and Globex's people", ["Acme", "Globex"], [], False),
        ("Acme or Globex", ["Acme"], [], False),
        ("Acme Globex", ["Acme"], [], False),
        ("Acme android Globex", ["Acme"], [], False),
        ("met Acme, Globex wants it", ["Acme"], [], False),
        ("met Acme and Globex today", ["Acme", "Globex"], [], False),
        ("Acme & Globex called", ["Acme", "Globex"], [], False),
        ("Acme, Zorbo: hi", ["Acme"], [("Zorbo", True)], True),
        ("Acme, Zorbo hi", ["Acme"], [("Zorbo", False)], False),
        ("Acme and Zorbo Vets today", ["Acme"], [("Zorbo Vets", True)], False),
        ("Acme and Zorbo Vets, today", ["Acme"], [("Zorbo Vets", True)], False),
        ("met Zorbo & Acme", ["Acme"], [("Zorbo", True)], False),
        ("Zorbo, Acme: hi", ["Acme"], [("Zorbo", True)], True),
        ("met Zorbo, Acme rang", ["Acme"], [("Zorbo", False)], False),
        ("Acme, Blue Sky, Globex: hi", ["Acme", "Globex"], [("Blue Sky", True)], True),
        ("Acme and Blue skies", ["Acme"], [], False),
        ("Acme, Zorbo, Xylo: hi", ["Acme"], [("Zorbo", True), ("Xylo", True)], True),
        ("Acme & 12 others", ["Acme"], [], False),
    ],
)
def test_names_in_one_place_are_a_list(line, members, strangers, is_heading):
    assert listed(line) == (members, strangers, is_heading)


@pytest.mark.parametrize(
    ("line", "called", "begun"),
    [
        ("Acme called", ["acme"], ("acme", True)),
        ("Amce called", ["acme"], ("amce", True)),
        ("Brightside Dentl called", ["brightside dental"], ("brightside dentl", True)),
        ("Brightside called", ["brightside dental"], ("brightside", False)),
        ("called Brightside Dental", ["brightside dental"], None),
        ("lunch with Munch", ["munch"], None),
        ("Globex called", ["acme", "globex"], ("globex", True)),
    ],
)
def test_a_line_begins_with_a_name_or_a_slip_of_it(line, called, begun):
    found = mentions.begun_with(line, called)
    assert (found and (found[0].key, found[1])) == begun


WORDS = st.sampled_from(
    [*CALLED, "Maria Lopez", "Bo Berg", "Zorbo", "called", "hope", "and", "&", ",", ":", "12", "-"]
)


@given(st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.text(max_size=40)))
def test_whatever_is_typed_mentions_stand_apart_and_each_is_in_one_list(line):
    every = named(line)
    for one, other in pairwise(every):
        assert one.start < one.end <= other.start < other.end <= len(line)
    for each in every:
        there = name_lists.around(line, each, every)
        assert each in there.members
        assert there.start <= each.start < each.end <= there.end <= len(line)
        assert all(it is each or it.trust > Trust.DOUBTFUL for it in there.members)
        assert all(it.typed in line for it in there.strangers)

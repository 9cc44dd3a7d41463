"""What came in, as far as it can be kept."""

import pytest

from domain.cleaning import DEEPEST, storable


@pytest.mark.parametrize("odd", ["\0", "\ud83d"])
def test_what_no_database_takes_is_replaced_wherever_it_stands(odd):
    body = {f"a{odd}": [f"b{odd}", {"c": f"{odd}d"}], "n": 1, "none": None}
    expected = {"a\ufffd": ["b\ufffd", {"c": "\ufffdd"}], "n": 1, "none": None}
    assert storable(body) == expected


def test_what_is_fine_stays_as_it_is():
    body = {"text": "Grüße an שלום 👍", "blocks": [{"type": "actions"}]}
    assert storable(body) == body


def test_what_is_nested_without_end_is_cut():
    deep = {}
    inner = deep
    for _ in range(2 * DEEPEST):
        inner["in"] = inner = {}
    assert str(storable(deep)).count("in") == DEEPEST


def test_lists_are_as_deep_as_objects():
    deep = inner = []
    for _ in range(2 * DEEPEST):
        inner.append([])
        inner = inner[0]
    assert str(storable(deep)).count("[") == DEEPEST

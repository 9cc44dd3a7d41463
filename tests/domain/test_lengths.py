"""However long and odd a line is: it is read at once, or refused, and never fails."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import features
from care import command_help, forms
from domain import mentions, name_lists, names, new_names, newcomers, reading
from domain.customers import Customer, Rung
from domain.errors import NotUnderstood
from domain.lengths import LINE
from domain.wording import forms as wording
from features.complaints import actions, words
from features.thanks import actions as thanks
from handlers.routing import Routes
from handlers.slack.plain import unescape
from handlers.teams import plain

ROUTES = Routes(features.build())
NOW, ZONE = datetime(2026, 11, 16, 9, tzinfo=UTC), ZoneInfo("UTC")
SECONDS = 5
"""A hundred times what any of them takes: whatever grows with the square of a line takes longer."""

NAMES = ["co ", "and co ", "A.", "a/", "a@", "@", "Acme's ", "' ", "+1 ", "\ufdfa", "\u0301"]
MARKS = ["<at>", "<at ", "</at>", "“", "\u202e", "🎉", ":", "&lt;"]
TALK = ["2 days ago ", "at 3 ", "not ", "she called "]
TOKENS = st.sampled_from([*NAMES, *MARKS, *TALK])


def contact(line):
    try:
        newcomers.read_contact(line)
    except NotUnderstood:
        return


def named(line):
    """Where whatever it may name is known."""
    openings, spans = names.openings(line), names.spans(line)
    customer = Customer(id=1, name="A", rung=Rung.CUSTOMER, rung_since=NOW, eased_until=NOW)
    known = {it.key: [customer] for it in (*openings, *spans[::7])}
    every = mentions.find(line, openings, spans, known)
    for each in every:
        name_lists.around(line, each, every)
        mentions.may_be_name(line, each.start, each.end)


READERS = {
    "key": names.key,
    "openings": names.openings,
    "within": names.within,
    "mentions": named,
    "line": lambda line: reading.read(line, NOW, ZONE),
    "newcomer": newcomers.read,
    "contact": contact,
    "unknown": lambda line: new_names.proposed(line, NOW),
    "slack": unescape,
    "teams": lambda line: plain.typed(line, (), ""),
}


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=10)
@given(tokens=st.lists(st.one_of(TOKENS, st.text(max_size=3)), min_size=1, max_size=3))
@example(tokens=["co "])
@example(tokens=["<at>"])
@example(tokens=["A."])
def test_whatever_fills_a_line_is_read_at_once(reader, tokens):
    filled = ("".join(tokens) * LINE)[:LINE] or " "
    begun = time.perf_counter()
    READERS[reader](filled)
    assert time.perf_counter() - begun < SECONDS


def test_a_message_of_mentions_that_never_end_is_read_at_once():
    begun = time.perf_counter()
    plain.typed("<at>" * 20_000, (), "")
    assert time.perf_counter() - begun < SECONDS


@pytest.mark.parametrize("forms_of", ["co ", "and co ", "ltd & co "])
def test_a_name_of_legal_forms_alone_keeps_the_first_of_them(forms_of):
    assert names.key(f"Acme {forms_of * 10_000}") == "acme"
    assert names.key(forms_of * 10_000) in {"co", "and", "ltd"}


@pytest.mark.parametrize(
    ("name", "form"),
    [("log", forms.log), ("thank", thanks.ask), ("complaint", actions.ask), ("edit", None)],
)
def test_a_line_that_is_too_long_is_kept_in_a_form_where_one_can_be_opened(name, form):
    words = "Acme " + "called " * LINE
    kept = ROUTES.typed(f"{name} {words}", can_ask=True)
    assert kept.capability is (form or command_help.too_long)
    assert kept.args == ((words.strip(),) if form else (len(f"{name} {words}"),))
    refused = ROUTES.typed(f"{name} {words}")
    assert refused.capability is command_help.too_long


@pytest.mark.parametrize(
    "form", [wording.log(None, "x" * 7_000, None), words.form(None, "x" * 7_000, 4)]
)
def test_a_form_keeps_all_of_what_is_too_long_and_says_what_is_taken(form):
    texts = [each.value for each in form.fields if each.name.startswith(("words", "rest"))]
    assert list(map(len, texts)) == [3_000, 3_000, 1_000]
    assert "7,000 characters, and 3,000 are taken" in str(form.notes[0])

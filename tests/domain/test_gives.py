"""What of ours was a gift, a favour or thanks, by the kind of contact and its words."""

import pytest

from domain.touches import Direction, Kind
from features.thanks.rules import Given, given, others, spoken, thanks
from tests.domain.test_plays import NO_ANSWER, touch

MOMENT = "2026-11-17 14:00"


@pytest.mark.parametrize(
    ("kind", "words", "what", "called"),
    [
        (Kind.GIFT, "sent Maria a card", Given.NOTE, "a card"),
        (Kind.GIFT, "gave them a hamper", Given.GIFT, "a gift"),
        (Kind.THANKS, "mailed Maria a thank you note", Given.NOTE, "a note"),
        (Kind.THANKS, "thanked Maria by phone, she rang back", Given.CALL, "a call"),
        (Kind.THANKS, "", Given.NOTE, "a word of thanks"),
        (Kind.MEETING, "took Maria out to lunch", Given.GIFT, "a gift"),
        (Kind.MEETING, "met Maria about the price", None, "a word of thanks"),
        (Kind.MESSAGE, "introduced Maria to a supplier of ours", Given.FAVOUR, "a favour"),
        (Kind.NOTE, "did not do them any favour", None, "a word of thanks"),
        (Kind.MAIL, "congratulated Maria on her new baby", Given.NOTE, "a note"),
        (Kind.MAIL, "mailed them an offer", None, "a word of thanks"),
        (Kind.MESSAGE, "surprised them with a cake", Given.SURPRISE, "a surprise"),
        (Kind.CALL, "called, she was surprised by the price", Given.CALL, "a call"),
    ],
)
def test_what_was_given_is_read_from_kind_and_words(kind, words, what, called):
    ours = touch(7, MOMENT, kind, words=words)
    assert (given(ours), spoken(ours)) == (what, called)


@pytest.mark.parametrize(
    ("kind", "words", "is_thanks"),
    [
        (Kind.CALL, "called Maria to say thank you", True),
        (Kind.CALL, "called Maria about the price", False),
        (Kind.MAIL, "mailed them an offer", False),
        (Kind.NOTE, "remember to thank Maria", False),
        (Kind.NOTE, "waived the delivery fee", True),
    ],
)
def test_thanks_are_known_by_the_words_where_the_kind_does_not_say_so(kind, words, is_thanks):
    assert thanks(touch(7, MOMENT, kind, words=words)) is is_thanks


def test_something_else_is_proposed_than_what_they_had_last():
    assert list(others(Given.NOTE)) == ["a call", "a gift"]
    assert list(others(Given.FAVOUR)) == ["a call", "a card", "a gift"]


def test_nothing_of_theirs_and_nothing_in_vain_was_given():
    assert given(touch(7, MOMENT, Kind.GIFT, Direction.THEIRS, words="a card")) is None
    assert given(touch(7, MOMENT, words="called to thank", signs=NO_ANSWER)) is None
    assert not thanks(touch(7, MOMENT, words="called to thank", signs=NO_ANSWER))

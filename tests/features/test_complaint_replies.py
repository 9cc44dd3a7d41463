"""What a reply in a complaint's thread means."""

import pytest

from features.complaints.replies import Said, said


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("acknowledged", Said.TOLD),
        ("let her know", Said.TOLD),
        ("told Owen the parcel leaves today", Said.TOLD),
        ("rang him", Said.TOLD),
        ("rang him, no answer", Said.TRIED),
        ("the supplier sends another one on Monday", Said.MOVES),
        ("not fixed yet, the part is on order", Said.MOVES),
        ("resolved", Said.RESOLVED),
        ("all sorted, she is happy again", Said.RESOLVED),
        ("replacement arrived and he's happy", Said.RESOLVED),
        ("fixed", Said.PERHAPS),
        ("done", Said.PERHAPS),
        ("should be resolved by now", Said.PERHAPS),
        ("replacement arrived", Said.PERHAPS),
        ("sent photos to the manufacturer", Said.MOVES),
        ("told the warehouse", Said.MOVES),
        ("I'm done with this", Said.PERHAPS),
        ("tomorrow night's party is on", Said.TALK),
        ("is it fixed?", Said.TALK),
        ("not resolved", Said.TALK),
        ("fix this today please", Said.TALK),
        ("resolved my printer problem by kicking it", Said.TALK),
        ("don't tell him it's fixed", Said.TALK),
        ("typical", Said.TALK),
        ("", Said.TALK),
    ],
)
def test_a_reply_tells_whether_they_know_whether_it_moves_and_whether_it_is_over(words, meant):
    assert said(words) is meant

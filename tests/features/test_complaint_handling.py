"""What is done with a complaint besides its steps: cause, remedy, severity, whose it is."""

import pytest

from domain.errors import Misfilled, Over
from features.causes.rules import DEFAULT, suggested
from features.complaints import handling
from features.complaints.rules import KIND
from tests.world import at, buttons, chosen, said


@pytest.fixture
async def broken(world):
    """Acme's complaint is open since Monday at nine; Acme is Ana's."""
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "complaint Acme the pump arrived broken")
    return world


def post(world, place=0):
    return world.posts(kind=KIND)[place][1]


async def more(world, who, choice, place=0):
    return await world.press(who, buttons(post(world, place))["More"], choice)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("the parcel is two weeks overdue", "late delivery"),
        ("they never arrived", "late delivery"),
        ("the red ones are sold out again", "out of stock"),
        ("the hinge is cracked", "defective"),
        ("they want to send it back", "return"),
        ("we charged them twice on one invoice", "billing"),
        ("our fitter was rude to her", "attitude"),
        ("nobody called him back", "not called back"),
        ("the hotline was engaged all day", "nobody reachable"),
        ("the checkout wants a fax number", "hard to buy"),
        ("the moon is too bright", ""),
    ],
)
def test_the_words_tell_of_a_cause(words, cause):
    assert suggested(words, DEFAULT) == cause


async def test_the_cause_that_its_words_tell_of_is_one_click_away(broken):
    await broken.press("ben", buttons(post(broken))["It was: defective"])
    assert "🏷️ Cause: “defective”" in said(post(broken))
    assert chosen(post(broken), "Cause") == "defective"
    await broken.press("ben", buttons(post(broken))["Cause"], "billing")
    assert "🏷️ Cause: “billing”" in said(post(broken))
    await broken.type("ben", "undo")
    assert "🏷️ Cause: “defective”" in said(post(broken))


async def test_resolved_asks_how_it_was_put_right_and_thread_card_and_digest_say_it(broken):
    form = await broken.press("ben", buttons(post(broken))["Resolved"])
    with pytest.raises(Misfilled):
        await broken.fill("ben", form)
    told = said(await broken.fill("ben", form, remedy="a new pump by courier"))
    assert "🙏 Thank Maria Lopez by name for telling us." in told
    assert "Mon 16 Nov, 09:00: “a new pump by courier”" in said(post(broken))
    assert "🏷️ Cause: “defective”" in said(post(broken))
    assert "“a new pump by courier”" in said(await broken.type("ana", "customer acme"))
    await broken.turn(at("2026-11-17 09:00"))
    digest = said(await broken.type("chloe", "digest"))
    assert "✅ Acme: put right by Ben Okafor: “a new pump by courier”" in digest


async def test_a_third_in_sixty_days_is_the_last_straw_and_says_so(broken):
    await broken.turn(at("2026-11-25 09:00"))
    await broken.resolve("ben", post(broken))
    await broken.type("ben", "complaint Acme nobody called her back")
    await broken.type("ben", "complaint Acme and it came late")
    assert "⚠️ Second in 60 days; the last took 9 days" in said(post(broken, 1))
    assert "⚠️ Third in 60 days; the last is still open" in said(post(broken, 2))


async def test_a_severe_one_comes_before_an_older_one_and_can_be_lowered(broken):
    await broken.type("ana", "new Globex customer")
    await broken.type("ana", "complaint Globex the lamp is cracked")
    assert said(await broken.type("ana", "due")).index("Acme") < said(
        await broken.type("ana", "due")
    ).index("Globex")
    await more(broken, "ana", "raise", 1)
    assert "🚨 Severe" in said(post(broken, 1))
    due = said(await broken.type("ana", "due"))
    assert due.index("Globex") < due.index("Acme")
    await more(broken, "ana", "lower", 1)
    assert "🚨 Severe" not in said(post(broken, 1))


async def test_handed_over_it_is_somebody_elses_on_their_clock(broken):
    form = await more(broken, "ana", "hand over")
    await broken.fill("ana", form, owner="U-ben")
    assert "👤 Ben Okafor has it. Next, by Mon 16 Nov, 18:00: acknowledge it" in said(post(broken))
    _, told = broken.posts("U-ben", kind="complaint handed over")[0]
    assert "🤝 The complaint of Acme is yours now" in said(told)
    await broken.type("ana", "undo")
    assert "👤 Ana Reyes has it" in said(post(broken))


async def test_reopened_its_clocks_begin_anew(broken):
    await broken.resolve("ben", post(broken))
    await broken.turn(at("2026-11-19 10:00"))
    await broken.press("ana", buttons(post(broken))["Reopen"])
    assert "Next, by Thu 19 Nov, 14:00: acknowledge it" in said(post(broken))
    with pytest.raises(Over):
        await broken.do("ana", handling.reopen, 1)


async def test_withdrawn_it_is_over_and_undo_brings_it_back(broken):
    await more(broken, "ana", "withdraw")
    assert "Withdrawn: it was taken back." in said(post(broken))
    await broken.type("ana", "undo")
    assert "Next, by Mon 16 Nov, 13:00: acknowledge it" in said(post(broken))


async def test_two_that_are_one_are_joined(broken):
    with pytest.raises(Over, match="no other complaint"):
        await more(broken, "ana", "join")
    await broken.type("ben", "complaint Acme the second pump as well")
    form = await more(broken, "ana", "join", 1)
    await broken.fill("ana", form, to="1")
    assert "Joined to it: “the second pump as well”" in said(post(broken))
    assert "Joined to another complaint of theirs." in said(post(broken, 1))
    await broken.type("ana", "undo")
    assert "Joined to it" not in said(post(broken))


async def test_the_check_back_asks_whether_they_would_buy_again(broken):
    await broken.resolve("ben", post(broken))
    await broken.press("ben", buttons(post(broken))["Thanked"])
    await broken.turn(at("2026-11-24 12:00"))
    _, asked = broken.post("whether all is well again")
    answer = await broken.press("ana", buttons(asked)["Checked back"])
    await broken.press("ana", buttons(answer)["Perhaps"])
    assert "atisfied" in said(await broken.type("ana", "customer acme"))
    await broken.type("ana", "undo")
    assert "after a complaint" not in said(await broken.type("ana", "customer acme"))

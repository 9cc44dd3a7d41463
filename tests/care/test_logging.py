"""One typed line, and what becomes of it."""

import pytest

from care import touches
from domain.errors import BuiltUpon, NothingToUndo, UndoneAlready, Wordless
from tests.databases import ON_SQLITE
from tests.world import buttons, chosen, said


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme advocate Maria Lopez")
    return world


async def test_the_receipt_says_how_the_line_was_read_and_what_it_led_to(acme):
    receipt = await acme.type("ana", "log Acme called Maria about the renewal, she was happy")
    assert "Logged for Acme" in said(receipt)
    assert "Call · we began · praise · Mon 16 Nov, 09:00" in said(receipt)
    assert "“called Maria about the renewal, she was happy”" in said(receipt)
    assert "Next: 🎁 Thank Maria Lopez at Acme, Mon 16 Nov, 09:15" in said(receipt)
    menus = {"Kind", "Who began", "Day", "It was …"}
    assert set(buttons(receipt)) == {*menus, "Change", "Undo"}


async def test_one_click_changes_the_kind_and_one_turns_it_round(acme):
    receipt = await acme.type("ana", "log Acme called, all fine")
    receipt = await acme.press("ana", buttons(receipt)["Who began"], "theirs")
    assert "Call · they began" in said(receipt)
    receipt = await acme.press("ana", buttons(receipt)["Kind"], "mail")
    assert "Mail · they began" in said(receipt)
    assert chosen(receipt, "Kind") == "mail"


async def test_undo_on_a_corrected_receipt_takes_back_the_whole(acme):
    receipt = await acme.type("ana", "log Acme called, all fine")
    receipt = await acme.press("ana", buttons(receipt)["Kind"], "mail")
    await acme.press("ana", buttons(receipt)["Undo"])
    assert "Not reached yet" in said(await acme.type("ana", "customer acme"))


async def test_undo_takes_back_the_reminder_that_a_line_had_led_to(acme):
    await acme.type("ana", "log Acme called Maria, she was happy")
    assert "Thank Maria" in said(await acme.type("ana", "customer acme")).split("Next: ")[1]
    told = await acme.type("ana", "undo")
    assert "Taken back" in said(told)
    assert "What you logged – Acme" in said(told)
    card = said(await acme.type("ana", "customer acme"))
    assert "Thu 24 Dec" in card  # a week before 45 days on its rung are over


async def test_undo_goes_back_one_action_at_a_time_and_then_says_that_there_is_none(acme):
    await acme.type("ana", "log Acme called")
    await acme.type("ana", "log Acme emailed Maria")
    for _ in range(3):
        await acme.type("ana", "undo")
    with pytest.raises(NothingToUndo):
        await acme.type("ana", "undo")


async def test_what_was_done_on_another_day_is_not_undone_by_mistake(acme):
    await acme.type("ana", "log Acme called")
    await acme.wait(days=1)
    with pytest.raises(NothingToUndo):
        await acme.type("ana", "undo")


async def test_the_day_ends_at_midnight_on_the_clock_of_whoever_asks(acme):
    await acme.type("dev", "log Acme called")  # 14:30 in Kolkata
    await acme.wait(hours=9)  # 23:30 there
    await acme.type("dev", "undo")


async def test_nobody_undoes_what_another_has_built_on(acme):
    receipt = await acme.type("ana", "log Acme called Maria")
    await acme.do("ben", touches.set_kind, 1, 0, "mail")
    with pytest.raises(BuiltUpon, match="Ben Okafor built on this"):
        await acme.press("ana", buttons(receipt)["Undo"])


async def test_nobody_undoes_another_persons_action(acme):
    receipt = await acme.type("ana", "log Acme called Maria")
    with pytest.raises(NothingToUndo):
        await acme.press("ben", buttons(receipt)["Undo"])


async def test_undoing_twice_says_so(acme):
    receipt = await acme.type("ana", "log Acme called Maria")
    await acme.press("ana", buttons(receipt)["Undo"])
    with pytest.raises(UndoneAlready):
        await acme.press("ana", buttons(receipt)["Undo"])


@pytest.mark.parametrize("line", ["log Acme", "log Acme: ", "complaint acme"])
async def test_a_name_alone_tells_nothing_and_is_asked_about(acme, line):
    with pytest.raises(Wordless) as told:
        await acme.type("ana", line)
    assert "Acme? Say it in the same line" in str(told.value)
    assert "Not reached yet" in said(await acme.type("ana", "customer acme"))


@pytest.mark.parametrize(
    "line", ["log\nAcme called Bo", "LOG\tAcme called Bo", " log  Acme called Bo"]
)
async def test_a_subcommand_ends_at_any_space(acme, line):
    assert "“called Bo”" in said(await acme.type("ana", line))


async def test_thank_is_thanks_whatever_the_words_say(acme):
    receipt = await acme.type("ana", "thank Acme sent Maria a card")
    assert "Thanks · we began" in said(receipt)
    receipt = await acme.type("ana", "thank Acme Maria called us to say how happy she is")
    assert "Thanks · we began" in said(receipt)


async def test_the_person_whom_the_words_name_is_thanked_by_name(acme):
    await acme.type("ana", "edit Acme contact Bo Berg bo@acme.com")
    receipt = await acme.type("ana", "log Acme met Bo, he recommended us to Initech")
    assert "Thank Bo Berg at Acme" in said(receipt)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("called, they will renew and recommended us", "Maria Lopez"),
        ("called, may be back in spring, recommended us", "Maria Lopez"),
        ("called, they will renew, said Will, and recommended us", "Will Smith"),
        ("called Will, recommended us", "Will Smith"),
        ("called will smith, recommended us", "Will Smith"),
        ("CALLED MAY, RECOMMENDED US", "Maria Lopez"),
        ("called zoë, recommended us", "Zoë Krüger"),
        ("called ZOË KRÜGER, recommended us", "Zoë Krüger"),
        ("called Zoëlle and zoë, recommended us", "Zoë Krüger"),
    ],
)
async def test_a_first_name_that_is_a_word_as_well_is_written_with_its_capital(acme, words, who):
    for name in ("Will Smith", "May Chen", "Zoë Krüger"):
        await acme.type("ana", f"edit Acme contact {name}")
    assert f"Thank {who} at Acme" in said(await acme.type("ana", f"log Acme {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "x" * 2_900,
        "called 🎉🎉 <!channel> *bold* _it_ ~no~ `code` <https://evil.example|click> &amp; @here",
        "مرحبا called Maria \u202eevil",
        "called\nMaria\n\n> quoted\t\ttabs",
        'quotes " and “curly” and \\ backslashes',
    ],
)
async def test_words_are_kept_exactly(acme, words):
    await acme.type("ana", f"log Acme {words}")
    kept = await acme.heed.ask(_touch, acme.tenancy)
    assert kept.words == words


def _touch(work, now):
    del now
    return touches.need(work, 1)


@ON_SQLITE
async def test_what_nobody_was_asked_yet_is_not_told_as_over(world):
    await world.type("ana", "new Acme advocate")
    told = said(await world.type("ana", "log Acme called, she was happy"))
    assert "Next: 🎁 Thank Acme" in told  # in the place of the one in six weeks
    assert "Over" not in told


@pytest.mark.parametrize(
    ("words", "began"),
    [
        ("Acme sent a card", "we began"),
        ("Acme mailed the quote", "we began"),
        ("Acme dropped off a gift", "we began"),
        ("Acme emailed about the quote", "they began"),
        ("Acme sent chocolates to our team", "they began"),
        ("Acme missed a call from Maria", "they began"),
    ],
)
async def test_the_name_that_a_line_begins_with_may_say_only_where_it_belongs(world, words, began):
    await world.type("ana", "new Acme customer Maria Lopez")
    assert began in said(await world.type("ana", f"log {words}"))

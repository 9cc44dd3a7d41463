"""What a receipt says and asks: a false or missed reading is one click from right."""

from dataclasses import replace

import pytest

from care import settings
from domain import reading
from domain.errors import Gone
from domain.messages import NONE_CHOSEN
from domain.touches import ASKED_FIRST, Direction, Kind, Sign
from domain.wording.questions import ASKED
from tests.databases import ON_SQLITE
from tests.world import at, buttons, chosen, said


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    return world


@pytest.fixture
def hint(monkeypatch):
    """Has the reading say so besides."""

    def change(**more):
        read = reading.read
        monkeypatch.setattr(
            reading, "read", lambda *told, **how: replace(read(*told, **how), **more)
        )

    return change


def shown(receipt):
    """The line that says how it was read."""
    return said(receipt).splitlines()[1]


@ON_SQLITE
@pytest.mark.parametrize("sign", Sign)
async def test_any_sign_is_one_click_from_right(acme, sign):
    receipt = await acme.type("ana", "log Acme called Maria about the renewal")
    receipt = await acme.press("ana", buttons(receipt)["It was …"], sign)
    assert f" · {sign} · " in shown(receipt)
    assert buttons(receipt)["It was …"].chosen == (sign,)
    receipt = await acme.press("ana", buttons(receipt)["It was …"], NONE_CHOSEN)
    assert f"{sign}" not in shown(receipt)


@ON_SQLITE
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("direction", Direction)
async def test_any_kind_and_any_beginning_are_one_click_each(acme, kind, direction):
    receipt = await acme.type("ana", "log Acme called Maria about the renewal")
    await acme.press("ana", buttons(receipt)["Kind"], kind)
    receipt = await acme.press("ana", buttons(receipt)["Who began"], direction)
    assert (chosen(receipt, "Kind"), chosen(receipt, "Who began")) == (kind, direction)


async def test_a_missed_complaint_is_one_click_and_what_follows_from_it_follows(acme):
    receipt = await acme.type("ana", "log Acme called Maria about the boiler")
    receipt = await acme.press("ana", buttons(receipt)["It was …"], "complaint")
    assert "Open a complaint" in buttons(receipt)


async def test_the_day_is_one_click(acme):
    receipt = await acme.type("ana", "log Acme called Maria")
    options = {each.label: each.value for each in buttons(receipt)["Day"].options}
    assert list(options)[:3] == ["Today", "Yesterday", "Sat 14 Nov"]
    receipt = await acme.press("ana", buttons(receipt)["Day"], options["Yesterday"])
    assert shown(receipt) == "Call · we began · Sun 15 Nov, 09:00"
    assert chosen(receipt, "Day") == "2026-11-15"
    await acme.press("ana", buttons(receipt)["Undo"])
    assert "Not reached yet" in said(await acme.type("ana", "customer acme"))


async def test_a_day_to_come_is_none_of_a_contact(acme):
    receipt = await acme.type("ana", "log Acme called Maria")
    receipt = await acme.press("ana", buttons(receipt)["Day"], "2026-11-17")
    assert chosen(receipt, "Day") == "2026-11-16"
    with pytest.raises(Gone):
        await acme.press("ana", buttons(receipt)["Day"], "one fine day")


async def test_an_earlier_day_stands_among_those_to_choose_from(acme):
    receipt = await acme.type("ana", "log Acme called Maria 5 weeks ago")
    assert chosen(receipt, "Day") == "2026-10-12"
    assert buttons(receipt)["Day"].options[-1].label == "Mon 12 Oct"


@ON_SQLITE
@pytest.mark.parametrize("sign", sorted(ASKED_FIRST | {Sign.COMPLAINT}))
async def test_what_is_only_suspected_is_asked_with_one_button_and_never_filed_unseen(
    acme, hint, sign
):
    hint(suspected=frozenset({sign}), signs=frozenset())
    receipt = await acme.type("ana", "log Acme called Maria about the renewal")
    question, yes = ASKED[sign]
    assert question in said(receipt)
    assert sign not in shown(receipt)
    receipt = await acme.press("ana", buttons(receipt)[yes])
    assert f" · {sign} · " in shown(receipt)
    assert question not in said(receipt)


async def test_one_question_is_asked_at_a_time_and_the_gravest_first(acme, hint):
    hint(suspected=frozenset({Sign.WISH, Sign.CANCELLED}))
    receipt = await acme.type("ana", "log Acme called Maria about the renewal")
    assert "Have they cancelled?" in said(receipt)
    assert "Have they a wish?" not in said(receipt)
    receipt = await acme.press("ana", buttons(receipt)["They cancelled"])
    assert "Have they a wish?" in said(receipt)


async def test_a_line_of_which_nothing_was_understood_is_kept_as_a_note_and_asked_about(acme):
    receipt = await acme.type("ana", "log Acme key under the mat")
    assert shown(receipt) == "Note · Mon 16 Nov, 09:00"
    assert "I kept it as a note. What was it?" in said(receipt)
    receipt = await acme.press("ana", buttons(receipt)["Meeting"])
    assert shown(receipt) == "Meeting · we began · Mon 16 Nov, 09:00"
    assert "What was it?" not in said(receipt)


async def test_what_a_note_may_have_meant_stands_among_the_answers(acme, hint):
    hint(suspected=frozenset({Sign.COMPLAINT, Sign.WISH}))
    receipt = await acme.type("ana", "log Acme key under the mat")
    assert "What was it?" in said(receipt)
    assert "Was it a complaint?" not in said(receipt)
    receipt = await acme.press("ana", buttons(receipt)["A complaint"])
    assert "Note · we began · complaint" in shown(receipt)


async def test_a_day_that_could_be_another_is_said_with_the_other_as_a_button(acme, hint):
    hint(at=at("2026-11-12 12:00"), other_day=at("2026-11-10 12:00"))
    receipt = await acme.type("ana", "log Acme called Maria on 12/11")
    assert "Taken as on Thursday" in said(receipt)
    receipt = await acme.press("ana", buttons(receipt)["10 Nov"])
    assert chosen(receipt, "Day") == "2026-11-10"
    assert "Taken as" not in said(receipt)


async def test_of_a_line_in_another_language_it_says_that_signs_are_not_read(acme, hint):
    hint(is_foreign=True, kind=Kind.CALL)
    receipt = await acme.type("ana", "log Acme angerufen, Angebot folgt")
    assert "I read signs in English only" in said(receipt)


@ON_SQLITE
async def test_a_line_in_another_language_of_which_nobody_knows_who_began_ends_nothing(acme):
    owed = "Answer Maria Lopez"
    assert owed in said(await acme.type("ana", "log Acme called us, wants a quote"))
    receipt = await acme.type("ana", "log Acme bitte um Rückruf wegen der Lieferung")
    assert "Message · they began" in said(receipt)
    assert "choose below what it was, and who began" in said(receipt)
    assert owed in said(await acme.type("ana", "customer Acme"))


async def test_whoever_changes_nothing_leaves_nothing_to_undo(acme):
    receipt = await acme.type("ana", "log Acme called Maria, she was happy")
    again = await acme.press("ana", buttons(receipt)["It was …"], "praise")
    assert shown(again) == shown(receipt)
    assert "What you logged" in said(await acme.type("ana", "undo"))


@ON_SQLITE
@pytest.mark.parametrize(
    ("first", "taken", "other"), [("", "10 Sep", "9 Oct"), ("month", "9 Oct", "10 Sep")]
)
async def test_of_a_day_in_figures_the_order_is_a_setting_and_the_other_one_click_away(
    acme, first, taken, other
):
    """In London the day comes first."""
    if first:
        await acme.do_clock(settings.put, "dates.first", first)
    receipt = await acme.type("ana", "log Acme called Maria on 10/9")
    assert f"Taken as on {taken}. Or was it the other day?" in said(receipt)
    assert other in shown(await acme.press("ana", buttons(receipt)[other]))

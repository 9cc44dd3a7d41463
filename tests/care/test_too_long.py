"""What is too long is refused with kind words, and nothing is changed."""

import pytest

from care import replies
from care.feature import Reply
from domain.errors import LineTooLong, Misfilled, NameTooLong, NotUnderstood
from domain.forms import Filled
from domain.lengths import CELL, LINE, NAME
from tests.care.test_importing import look, table, take
from tests.care.test_reactions_and_replies import post
from tests.databases import ON_SQLITE
from tests.world import PLACE, said

LONG = "x" * (NAME + 1)


async def test_a_name_of_legal_forms_without_end_is_said_to_be_too_long(world):
    with pytest.raises(NameTooLong, match="has 2,699 characters, and a name has at most 100"):
        await world.type("ana", f"new {'co ' * 900}")
    await world.type("ana", f"new {'x' * NAME}")


@ON_SQLITE
@pytest.mark.parametrize("field", ["name", "alias", "contact"])
async def test_no_name_of_a_customer_is_longer_than_a_name(world, field):
    await world.type("ana", "new Acme")
    with pytest.raises((NameTooLong, NotUnderstood), match="at most 100"):
        await world.type("ana", f"edit Acme {field} {LONG}")
    await world.type("ana", f"edit Acme {field} {LONG[1:]}")


async def test_a_line_that_is_too_long_says_so_and_changes_nothing(world):
    await world.type("ana", "new Acme")
    with pytest.raises(LineTooLong, match="has 3,006 characters, and at most 3,000"):
        await world.type("ana", f"log Acme called {'x' * 2_990}")
    assert "xxx" not in said(await world.type("ana", "customer acme"))


async def test_a_form_that_holds_more_than_its_fields_is_given_back(world):
    await world.type("ana", "new Acme")
    filled = Filled(values={"customer": ("1",), "words": ("x" * (LINE + 1),)})
    with pytest.raises(Misfilled) as wrong:
        await world.routes.submitted("touch.log", "", filled).put(world.heed, world.caller("ana"))
    assert list(wrong.value.at) == ["words"]


@ON_SQLITE
async def test_what_did_not_fit_into_a_form_is_never_left_out_unseen(world):
    await world.type("ana", "new Acme")
    filled = Filled(values={"customer": ("1",), "words": ("called them",), "rest1": ("and more",)})
    for action in ("touch.log", "complaint.open"):
        with pytest.raises(Misfilled, match="take what matters into the first field") as wrong:
            await world.routes.submitted(action, "", filled).put(world.heed, world.caller("ana"))
        assert list(wrong.value.at) == ["rest1"]
    assert "called them" not in said(await world.type("ana", "customer acme"))


async def test_a_reply_that_is_too_long_is_told_only_if_it_is_a_contact(asked):
    id_, _ = post(asked)
    for words, is_told in (("called her, all good", True), ("nice weather", False)):
        reply = Reply(PLACE, id_, "r1", words + " and so on" * 300)
        if is_told:
            with pytest.raises(LineTooLong):
                await asked.do("ben", replies.heard, reply)
        else:
            assert (await asked.do("ben", replies.heard, reply)).is_noted is False


async def test_an_import_says_which_lines_are_too_long_and_goes_on(world, tmp_path):
    rows = [
        f"{'co ' * 50_000},,,,",
        f"Globex,{'o' * (CELL + 1)},{'Maria ' * 30},{'a@' * 200},{'+1 ' * 400}",
        "Initech,,Bill Lumbergh,,",
    ]
    text = "name,owner,contact,mail,phone\n" + "\n".join(rows)
    agenda, done = await take(world, table(tmp_path, text))
    told = [line.told for line in agenda.lines]
    assert told[0] == "left out: its name has 149,999 characters, and at most 100 are taken"
    assert told[1].startswith("add Globex (! owner left out: it has 255 characters)")
    assert all(each in told[1] for each in ("mail left out", "phone left out", "person's name of"))
    assert told[2] == "add Initech, Bill Lumbergh"
    assert done == 2
    assert len(max(told, key=len)) < 500


@ON_SQLITE
async def test_a_cell_without_end_is_no_failure_either(world, tmp_path):
    agenda = await look(world, table(tmp_path, f"name\n{'co ' * 400_000}\nAcme\n"))
    assert [line.is_new for line in agenda.lines] == [False, True]

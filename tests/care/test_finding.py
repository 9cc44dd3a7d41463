"""Which customer a line is about."""

import pytest

from domain.errors import Gone, NoSuchCustomer, Over
from domain.forms import Form
from tests.databases import ON_SQLITE
from tests.world import buttons, said


@pytest.fixture
async def house(world):
    for typed in ("Acme Ltd customer Maria Lopez", "Globex customer Zoë Krüger", "Smith & Sons"):
        await world.type("ana", f"new {typed}")
    await world.type("ana", "edit Globex alias GLX")
    return world


@pytest.mark.parametrize(
    ("line", "customer"),
    [
        ("Acme called", "Acme Ltd"),
        ("ACME LTD called", "Acme Ltd"),
        ("“acme ltd.” called", "Acme Ltd"),
        ("Acme's Maria called", "Acme Ltd"),
        ("Maria Lopez called us", "Acme Ltd"),
        ("glx called", "Globex"),
        ("zoe kruger rang", "Globex"),
        ("Smith and Sons called", "Smith & Sons"),
        ("smith + sons: called", "Smith & Sons"),
    ],
)
async def test_a_name_is_found_however_it_is_written(house, line, customer):
    assert f"Logged for {customer}" in said(await house.type("ana", f"log {line}"))


async def test_the_longest_name_wins(house):
    await house.type("ana", "new Acme Berlin")
    assert "Logged for Acme Berlin" in said(await house.type("ana", "log Acme Berlin called"))


@pytest.mark.parametrize("line", ["Amce called Maria", "Acmee called", "called Amce Ltd today"])
async def test_a_name_that_is_nearly_right_is_never_taken_silently(house, line):
    asked = await house.type("ana", f"log {line}")
    assert "Which customer is it?" in said(asked)
    assert f"“{line}”" in said(asked)
    assert "Acme Ltd · Ana Reyes's customer" in said(asked)
    assert "Not reached yet" in said(await house.type("ana", "customer acme"))


async def test_nobody_new_is_offered_under_a_name_that_is_there(house):
    await house.type("ana", "new Hope")
    asked = await house.type("ana", "log lunch with hope at noon")
    assert list(buttons(asked)) == ["Another customer", "This one"]
    receipt = await house.press("ana", buttons(asked)["This one"])
    assert "“lunch with hope at noon”" in said(receipt)


async def test_one_click_chooses_and_the_line_is_logged(house):
    asked = await house.type("ana", "log Amce called Maria, she was happy")
    receipt = await house.press("ana", buttons(asked)["This one"])
    assert "Logged for Acme Ltd" in said(receipt)
    assert "“called Maria, she was happy”" in said(receipt)


async def test_a_line_without_a_near_name_makes_a_new_customer_in_one_click(house):
    asked = await house.type("ana", "log Vandelay Industries called Art, he was happy")
    assert "No customer of that name yet" in said(asked)
    receipt = await house.press("ana", buttons(asked)["Create “Vandelay Industries”"])
    assert "Logged for Vandelay Industries" in said(receipt)
    assert "“called Art, he was happy”" in said(receipt)


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("complaint Initech the parcel came broken", "Initech", "the parcel came broken"),
        ("log Initech: all fine", "Initech", "all fine"),
        ("log Initech, great chat", "Initech", "great chat"),
        ("log Initech - Great chat", "Initech", "Great chat"),
        ("log called Initech", "Initech", "called Initech"),
        ("log lunch with Initech", "Initech", "lunch with Initech"),
        ("log Coffee with Initech", "Initech", "Coffee with Initech"),
        ("log popped in at Initech", "Initech", "popped in at Initech"),
        ("log sent flowers to Initech", "Initech", "sent flowers to Initech"),
        ("log no answer from initech", "initech", "no answer from initech"),
        ("log coffee house called art", "coffee house", "called art"),
        ("log Met with Initech today", "Initech", "Met with Initech today"),
        ("log Initech Called Art", "Initech", "Called Art"),
        ("log initech called art", "initech", "called art"),
        ("log Bank of Scotland called", "Bank of Scotland", "called"),
        ("log Vandelay, Inc. called", "Vandelay, Inc.", "called"),
        ("log Rock and Roll Ltd and they loved it", "Rock and Roll Ltd", "and they loved it"),
        ("log coca-cola called", "coca-cola", "called"),
        ("log Mail Boxes called", "Mail Boxes", "called"),
        ("thank Initech", "Initech", ""),
    ],
)
async def test_a_new_name_ends_where_the_line_begins_to_tell(world, line, name, words):
    asked = await world.type("ana", line)
    told = said(await world.press("ana", buttons(asked)[f"Create “{name}”"]))
    assert f"for {name}" in told
    if "log" in line and words:
        assert f"“{words}”" in told


@pytest.mark.parametrize("verb", ["log", "complaint", "customer"])
async def test_a_new_name_alone_is_added_and_nothing_is_logged(world, verb):
    asked = await world.type("ana", f"{verb} Initech")
    card = said(await world.press("ana", buttons(asked)["Create “Initech”"]))
    assert card.startswith("🪪 Initech")
    assert "Not reached yet" in card
    assert "Complaint" not in card


async def test_thanks_to_somebody_new(world):
    asked = await world.type("ana", "thank Initech sent Maria a card")
    receipt = await world.press("ana", buttons(asked)["Create “Initech”"])
    assert "“sent Maria a card”" in said(receipt)
    told = said(await world.type("ana", "undo"))
    assert told == "↩️ Taken back\nWhat you logged – Initech: “sent Maria a card”, and the customer"


async def test_nobody_is_made_by_being_changed(house):
    with pytest.raises(NoSuchCustomer, match="Nobodi2"):
        await house.type("ana", "edit Nobodi2 owner ben")
    asked = await house.type("ana", "edit Amce owner ben")
    assert list(buttons(asked)) == ["This one"]


async def test_a_line_about_somebody_whom_a_colleague_has_added_meanwhile_is_theirs(world):
    asked = await world.type("ana", "log Quux called Maria")
    only_named = await world.type("ana", "log Zorp")
    await world.type("ben", "new Quux Ltd")
    await world.type("ben", "edit Quux alias Zorp")
    receipt = await world.press("ana", buttons(asked)["Create “Quux”"])
    assert "Logged for Quux Ltd" in said(receipt)
    assert "“called Maria”" in said(receipt)
    card = said(await world.press("ana", buttons(only_named)["Create “Zorp”"]))
    assert card.startswith("🪪 Quux Ltd\nProspect · Ben Okafor's customer")
    await world.type("ana", "undo")
    assert "Not reached yet" in said(await world.type("ana", "customer Quux"))


async def test_undo_takes_the_new_customer_back_with_the_line(house):
    asked = await house.type("ana", "log Vandelay called Art")
    await house.press("ana", buttons(asked)["Create “Vandelay”"])
    await house.type("ana", "undo")
    assert "No customer of that name" in said(await house.type("ana", "customer Vandelay"))


async def test_a_first_name_suggests_and_never_decides(house):
    asked = await house.type("ana", "log Maria called us")
    assert "Which customer is it?" in said(asked)
    assert "Acme Ltd" in said(asked)


async def test_a_name_that_two_share_is_asked_about(house):
    await house.type("ana", "edit Globex contact Bo Berg")
    await house.type("ana", "edit Smith and Sons contact Bo Berg")
    asked = await house.type("ana", "log Bo Berg called")
    assert "Which customer is it?" in said(asked)
    assert "Globex" in said(asked)
    assert "Smith & Sons" in said(asked)


async def test_yesterday_is_counted_from_when_it_was_typed(house):
    asked = await house.type("ana", "log Amce called Maria yesterday")
    await house.wait(days=2)
    receipt = await house.press("ana", buttons(asked)["This one"])
    assert "Sun 15 Nov" in said(receipt)


@ON_SQLITE
async def test_for_thanks_too(house):
    asked = await house.type("ana", "thank Amce sent Maria a card yesterday")
    await house.wait(days=2)
    receipt = await house.press("ana", buttons(asked)["This one"])
    assert "Thanks · we began · Sun 15 Nov" in said(receipt)


@ON_SQLITE
async def test_of_many_who_go_by_one_name_five_are_named(world):
    for number in range(6):
        await world.type("ana", f"new Globex{number} customer Maria Lopez")
    asked = await world.type("ana", "log Maria Lopez called us")
    offered = [action.label for fact in asked.items for action in fact.actions]
    assert offered == ["This one"] * 5


async def test_a_choice_is_made_once_and_by_whoever_typed_the_line(house):
    asked = await house.type("ana", "log Amce called Maria")
    with pytest.raises(Gone):
        await house.press("ben", buttons(asked)["This one"])
    await house.press("ana", buttons(asked)["This one"])
    with pytest.raises(Over, match="chosen already"):
        await house.press("ana", buttons(asked)["This one"])


async def test_a_choice_taken_back_can_be_made_again(house):
    asked = await house.type("ana", "log Amce called Maria")
    await house.press("ana", buttons(asked)["This one"])
    await house.type("ana", "undo")
    receipt = await house.press("ana", buttons(asked)["Create “Amce”"])
    assert "Logged for Amce" in said(receipt)


@pytest.mark.parametrize("verb", ["complaint", "thank", "edit"])
async def test_every_command_that_names_a_customer_asks_the_same_way(house, verb):
    asked = await house.type("ana", f"{verb} Amce owner @ben")
    assert "Which customer is it?" in said(asked)
    assert "Acme Ltd" in said(await house.press("ana", buttons(asked)["This one"]))


async def test_a_renamed_customer_is_found_by_its_new_name_alone(house):
    await house.type("ana", "edit Globex name Initech")
    assert "Logged for Initech" in said(await house.type("ana", "log Initech called"))
    assert "Logged" not in said(await house.type("ana", "log Globex called"))
    await house.type("ana", "undo")
    await house.type("ana", "undo")
    assert "Logged for Globex" in said(await house.type("ana", "log Globex called"))


async def test_a_customer_made_by_looking_for_it_is_planned_and_can_be_taken_back(house):
    asked = await house.type("ana", "customer Vandelay")
    card = await house.press("ana", buttons(asked)["Create “Vandelay”"])
    assert "🪪 Vandelay" in said(card)
    assert "Undo" in buttons(card)
    await house.type("ana", "edit Vandelay rung member")
    await house.type("ana", "undo")
    await house.type("ana", "undo")
    assert "No customer of that name" in said(await house.type("ana", "customer Vandelay"))
    assert "Acme Ltd" in said(await house.type("ana", "customer acme"))


async def test_a_new_name_is_suggested_at_once(world):
    await world.type("ana", "new Foo")
    await world.type("ana", "log Fooo")
    await world.type("ana", "edit Foo alias Barcelona Trading")
    assert "Foo · Ana" in said(await world.type("ana", "log Barcelona Tradng called"))
    await world.type("ana", "edit Foo alias Zeta")
    await world.type("ana", "log Fooo")
    await world.type("ana", "edit Foo unalias Zeta")
    await world.type("ana", "edit Foo name Waystar Royco")
    assert "Waystar Royco · Ana" in said(await world.type("ana", "log Waystarr Royco called"))


async def test_a_name_in_the_place_of_one_that_is_gone_is_suggested_too(world):
    await world.type("ana", "new Foo")
    await world.type("ana", "log Fooo")
    await world.type("ana", "undo")
    await world.type("ana", "new Waystar Royco")
    assert "Waystar Royco · Ana" in said(await world.type("ana", "log Waystarr Royco called"))


@pytest.mark.parametrize("line", ["Acme called us, all fine", "GLX: called us, all fine"])
async def test_a_line_that_lacks_its_log_is_kept_and_logged_in_one_click(house, line):
    asked = await house.type("ana", line)
    assert "Did you mean to log this?" in said(asked)
    assert f"“{line}”" in said(asked)
    assert list(buttons(asked)) == ["This one"]
    receipt = await house.press("ana", buttons(asked)["This one"])
    assert "Logged for" in said(receipt)
    assert "“called us, all fine”" in said(receipt)


async def test_nobody_new_is_made_of_a_contact_whose_line_lacks_its_log(house):
    assert list(buttons(await house.type("ana", "Maria Lopez called us"))) == ["This one"]


async def test_a_name_alone_may_have_meant_the_card(house):
    assert "Did you mean /heed customer Acme?" in said(await house.type("ana", "Acme"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("complian Acme broken", "complaint Acme broken"),
        ("lgo Acme called", "log Acme called"),
        ("custmer", "customer acme"),
        ("undoo 3", "undo 3"),
        ("hoem", "home"),
    ],
)
async def test_a_slip_in_a_subcommand_is_put_right_with_the_words_as_typed(house, typed, meant):
    told = await house.type("ana", typed)
    assert said(told) == f"🤔 I don't know “{typed}”. Did you mean /heed {meant}?"
    assert len(buttons(told)) == 1


async def test_one_click_does_what_was_meant_once(house):
    asked = await house.type("ana", "lgo Acme called Maria")
    assert "Logged for Acme Ltd" in said(await house.press("ana", buttons(asked)["Yes, do that"]))
    with pytest.raises(Over):
        await house.press("ana", buttons(asked)["Yes, do that"])
    with pytest.raises(Gone):
        await house.press("ben", buttons(asked)["Yes, do that"])


async def test_what_lacks_its_words_is_opened_to_be_filled_in(house):
    asked = await house.type("ana", "complant")
    assert said(asked).count("\n") == 0
    form = await house.press("ana", buttons(asked)["Fill in a form"])
    assert isinstance(form, Form)


async def test_what_is_like_nothing_is_answered_in_one_line_and_offers_the_help(house):
    told = await house.type("ana", "weather tomorrow?")
    assert said(told) == "🤔 I don't know “weather tomorrow?”."
    assert "Here is what you can type" in said(
        await house.press("ana", buttons(told)["What can I type?"])
    )

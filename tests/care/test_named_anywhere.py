"""A customer is found wherever a line names them, and nothing of the line is lost."""

from itertools import cycle, islice, product

import pytest

from domain import plain_text
from domain.forms import Form
from tests.databases import ON_SQLITE
from tests.world import buttons, said, shown_values

CUSTOMERS = (
    *("Brightside Dental", "Happy Paws", "Patel & Sons", "Fern and Moss", "Kwik Motors"),
    *("Quick Quote Insurance", "Hope Foundation", "Sunrise Cafe", "Apex Fitness", "Titan Roofing"),
    *("Oakwood Vets", "St Mary's School", "Reeve & Co Solicitors", "Acme", "Globex"),
    *("Bow, Arrow and String", "Dave Thompson", "Hope"),
)


@pytest.fixture
async def shop(world):
    for name in CUSTOMERS:
        await world.type_quietly("ana", f'new "{name}"')
    await world.type("ana", "edit Globex alias GLX")
    return world


def words_of(receipt):
    """What is shown of what was typed."""
    return next(line[1:-1] for line in said(receipt).splitlines() if line.startswith("“"))


@ON_SQLITE
@pytest.mark.parametrize(
    ("line", "customer"),
    [
        ("called Brightside Dental about the invoice", "Brightside Dental"),
        ("lunch with brightside dental", "Brightside Dental"),
        ("spoke with happy paws about the renewal", "Happy Paws"),
        ("quick one on Titan Roofing, Rosa's chasing her invoice", "Titan Roofing"),
        ("Quick call with Acme", "Acme"),
        ("I hope acme renews", "Acme"),
        ("hope they renew, says glx", "Globex"),
        ("popped into St Marys School today", "St Mary's School"),
        ("no answer from Patel and Sons", "Patel & Sons"),
        ("visited fern & moss, all fine", "Fern and Moss"),
        ("sent flowers to Bow, Arrow & String", "Bow, Arrow and String"),
        ("just had Reeve & Co Solicitors' Alan on the phone", "Reeve & Co Solicitors"),
        ("rang Acme's Maria", "Acme"),
        ("lunch with Hope", "Hope"),
    ],
)
async def test_a_full_name_anywhere_is_enough_and_the_line_is_kept_whole(shop, line, customer):
    receipt = await shop.type("ana", f"log {line}")
    assert f"Logged for {customer}\n" in said(receipt)
    assert words_of(receipt) == line


@ON_SQLITE
@pytest.mark.parametrize(
    ("line", "customers"),
    [
        ("lunch with Brightside", ["Brightside Dental"]),
        ("called brightside", ["Brightside Dental"]),
        ("called Brighside Dental re her invoice", ["Brightside Dental"]),
        ("Apex called about the renewal", ["Apex Fitness"]),
        ("rang apex", ["Apex Fitness"]),
        ("Sunrise beans stale again", ["Sunrise Cafe"]),
        ("Hope they call back", ["Hope"]),
        ("lunch with hope", ["Hope", "Hope Foundation"]),
        ("emailed Dave", ["Dave Thompson"]),
        ("site visit st marys today", ["St Mary's School"]),
        ("quote sent to Titan", ["Titan Roofing"]),
        ("I hope they renew", []),
        ("Quick call with the team", []),
        ("happy to report that all is fine", []),
        ("Happy to report that all is fine", []),
        ("green light from the boss", []),
        ("lunch with Ben", []),  # of ours
    ],
)
async def test_a_word_of_a_name_is_one_click_and_a_word_of_everybodys_is_none(
    shop, line, customers
):
    asked = await shop.type("ana", f"log {line}")
    offered = [plain_text.spoken(it.line, "").split(" · ")[0] for it in asked.items if it.actions]
    assert offered == customers
    if customers:
        receipt = await shop.press("ana", asked.items[1].actions[0])
        assert f"Logged for {customers[0]}\n" in said(receipt)
        assert words_of(receipt) == line


@ON_SQLITE
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("lunch with the team", ""),
        ("Had lunch with Maria from Vandelay", "Vandelay"),
        ("met Maria from Vandelay today", "Vandelay"),
        ("Great meeting with Vandelay Industries today", "Vandelay Industries"),
        ("got a quote for Vandelay", "Vandelay"),
        ("chased 4 overdue invoices today", ""),
        ("spoke to the printer guy re business cards", ""),
        ("left a voicemail", ""),
        ("team lunch", ""),
        ("sold 3m of cable", ""),
        ("posted all 60 Christmas cards", ""),
        ("the franking machine man never came", ""),
        ("👍", ""),
    ],
)
async def test_only_what_is_like_a_name_is_offered_as_a_new_customers(world, line, name):
    asked = await world.type("ana", f"log {line}")
    create = [f"Create “{name}”"] if name else []
    assert list(buttons(asked)) == [*create, "Choose a customer"]
    if name:
        receipt = await world.press("ana", buttons(asked)[create[0]])
        assert f"Logged for {name}\n" in said(receipt)
        assert words_of(receipt) == line


async def test_whoever_is_not_among_the_offered_is_chosen_in_a_form_that_holds_the_line(shop):
    asked = await shop.type("ana", "log lunch with the team")
    form = await shop.press("ana", buttons(asked)["Choose a customer"])
    assert isinstance(form, Form)
    assert shown_values(form)["words"] == ("lunch with the team",)
    receipt = await shop.fill("ana", form, customer="1")
    assert "Logged for Brightside Dental" in said(receipt)
    assert words_of(receipt) == "lunch with the team"


async def test_a_candidate_of_a_line_that_only_named_it_shows_its_card_and_ends_there(shop):
    asked = await shop.type("ana", "log Brightside Dentl")
    card = await shop.press("ana", buttons(asked)["This one"])
    assert said(card).startswith("🪪 Brightside Dental")


async def test_a_contact_or_a_colleague_of_that_name_is_no_other_customer(shop):
    await shop.type("ana", "edit Acme contact Hope Miller")
    for line in ("Acme: Hope called", "Acme, Hope called", "met Hope at Acme", "Dev rang Acme"):
        receipt = await shop.type("ana", f"log {line}")
        assert "Logged for Acme\n" in said(receipt), line
        assert not [label for label in buttons(receipt) if label.startswith("Also")], line


async def test_who_is_named_elsewhere_is_one_click_away_with_the_whole_line(shop):
    receipt = await shop.type("ana", "log Acme got referred to us by Titan Roofing")
    assert "Logged for Acme\n" in said(receipt)
    other = await shop.press("ana", buttons(receipt)["Also about Titan Roofing?"])
    assert "Logged for Titan Roofing\n" in said(other)
    assert words_of(other) == "Acme got referred to us by Titan Roofing"
    assert "Titan Roofing: “Acme got" in said(await shop.type("ana", "undo"))
    assert "Acme: “got" in said(await shop.type("ana", "undo"))


async def test_a_complaint_and_thanks_are_found_so_too(shop):
    opened = await shop.type("ana", "complaint the parcel for Globex came broken, as at Acme")
    assert "Complaint opened for Globex" in said(opened)
    assert "Also about Acme?" in buttons(opened)
    assert "Logged for Acme\n" in said(await shop.type("ana", "thank sent Acme a card"))


async def test_a_change_names_its_customer_first(shop):
    asked = await shop.type("ana", "edit Brightside owner @ben")
    assert "Ben Okafor" in said(await shop.press("ana", buttons(asked)["This one"]))


@pytest.mark.parametrize("typed", ["called Acme about the renewal", "lunch with Happy Paws"])
async def test_a_line_that_lacks_its_log_is_known_by_a_name_within(shop, typed):
    asked = await shop.type("ana", typed)
    assert "Did you mean to log this?" in said(asked)
    assert words_of(await shop.press("ana", buttons(asked)["This one"])) == typed


VERBS = (
    *("called", "rang", "emailed", "met", "visited", "texted", "phoned", "messaged", "saw"),
    *("spoke", "lunch", "coffee", "Catch-up", "quick call", "Had a demo", "sent a quote"),
    *("left a voicemail", "no answer", "popped by", "chased"),
)
JOINERS = ("", "with ", "to ", "at ", "for ", "from ", "re ")
NAMED = (
    *CUSTOMERS,
    "brightside",
    "Kwik",
    "patel & sons",
    "oakwood vts",
    "GLX",
    "Vandelay",
    "TITAN",
)
ENDS = ("", " about the renewal", ", all fine", " today")


def ordinary():
    """340 lines that begin with what was done."""
    named, ends = cycle(NAMED), cycle(ENDS)
    every = cycle(product(VERBS, JOINERS))
    return [f"{verb} {joiner}{next(named)}{next(ends)}" for verb, joiner in islice(every, 340)]


@pytest.mark.parametrize("many", [60, pytest.param(340, marks=pytest.mark.slow)])
async def test_of_ordinary_lines_nothing_is_lost_and_each_comes_to_an_end(shop, many):
    for line in ordinary()[:many]:
        answer = (await shop.type_quietly("ana", f"log {line}")).say()
        if answer.id == "unclear":
            choices = [it for label, it in buttons(answer).items() if "customer" not in label]
            assert choices, line
            answer = (await shop.press_quietly("ana", choices[-1])).say()
        assert answer.id == "receipt", line
        assert words_of(answer) == line

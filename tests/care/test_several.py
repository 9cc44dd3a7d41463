"""A line about several customers: one contact with each, one receipt, one undo."""

import pytest

from domain.errors import BuiltUpon, Gone, UndoneAlready, Wordless
from domain.forms import Form
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said

CUSTOMERS = ("Globex", "Acme", "Oakwood Vets", "Happy Paws", "Patel & Sons", "Fern and Moss")


@pytest.fixture
async def shop(world):
    for name in CUSTOMERS:
        await world.type("ana", f'new "{name}" customer')
    return world


async def history(world, name):
    """What a customer's card tells of contacts."""
    card = said(await world.type("ben", f"customer {name}"))
    return [line for line in card.splitlines() if line.startswith("· ")]


async def test_two_in_one_place_are_logged_together_and_taken_back_by_one_click(shop):
    receipt = await shop.type("ana", "log Globex, Acme: sent Christmas cards")
    assert said(receipt).startswith("📝 Logged for Globex and Acme\nGift · we began")
    assert "“sent Christmas cards”" in said(receipt)
    for name in "Globex", "Acme":
        (told,) = await history(shop, name)
        assert told.endswith("logged by Ana Reyes: “sent Christmas cards”")
    undone = await shop.press("ana", buttons(receipt)["Undo"])
    assert said(undone).splitlines()[:3] == [
        "↩️ Taken back",
        "What you logged – Acme: “sent Christmas cards”",
        "What you logged – Globex: “sent Christmas cards”",
    ]
    for name in "Globex", "Acme":
        assert not await history(shop, name)
    with pytest.raises(UndoneAlready):
        await shop.press("ana", buttons(receipt)["Undo"])


@ON_SQLITE
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("visited Oakwood Vets & Happy Paws today", ["Oakwood Vets", "Happy Paws"]),
        ("Patel & Sons and Fern and Moss: all fine", ["Patel & Sons", "Fern and Moss"]),
        ("called globex, acme and happy paws", ["Globex", "Acme", "Happy Paws"]),
        ("lunch with Globex, Acme, and Patel & Sons", ["Globex", "Acme", "Patel & Sons"]),
        ("“Globex” + “Acme” - called", ["Globex", "Acme"]),
        ("Globex and Acme called", ["Globex", "Acme"]),
        ("visited Patel & Sons today", ["Patel & Sons"]),
        ("lunch with Fern and Moss, Acme called", ["Fern and Moss"]),
        ("met Globex, Acme wants a demo", ["Globex"]),
        ("told Globex that Acme is happy", ["Globex"]),
        ("Globex called & complained", ["Globex"]),
    ],
)
async def test_names_count_together_where_they_stand_in_one_place(shop, line, names):
    receipt = await shop.type("ana", f"log {line}")
    *first, last = names
    told = f"{', '.join(first)} and {last}" if first else last
    assert said(receipt).startswith(f"📝 Logged for {told}\n")
    for name in CUSTOMERS:
        assert len(await history(shop, name)) == (name in names), name


async def test_a_plain_undo_takes_them_back_together_too(shop):
    await shop.type("ana", "log Globex & Acme: called")
    assert said(await shop.type("ana", "undo")).count("What you logged") == 2
    assert not await history(shop, "Globex")


async def test_what_somebody_else_has_built_on_one_keeps_all_of_them(shop):
    receipt = await shop.type("ana", "log Globex & Acme: they asked about prices")
    change = buttons(receipt)["Change"]
    form = await shop.press("ben", change)
    assert isinstance(form, Form)
    await shop.fill("ben", form, words="they asked about other prices")
    with pytest.raises(BuiltUpon, match="Ben Okafor"):
        await shop.press("ana", buttons(receipt)["Undo"])
    assert await history(shop, "Acme")


async def test_each_is_put_right_by_itself(shop):
    receipt = await shop.type("ana", "log Globex & Acme: called")
    change = [it.actions[-1] for it in receipt.items if it.actions][-2:]
    form = await shop.press("ana", change[1])
    await shop.fill("ana", form, kind="meeting")
    assert "Call from us" in (await history(shop, "Globex"))[0]
    assert "Meeting from us" in (await history(shop, "Acme"))[0]
    await shop.press("ana", buttons(receipt)["Undo"])
    assert not await history(shop, "Acme")


async def test_what_is_put_right_on_the_receipt_is_put_right_of_all_and_is_one_undo(shop):
    receipt = await shop.type("ana", "log Globex & Acme: xylo")
    assert "I kept it as a note. What was it?" in said(receipt)
    asked = {it.label: it for item in receipt.items for it in item.actions}
    receipt = await shop.press("ana", asked["Call"])
    assert said(receipt).startswith("📝 Logged for Globex and Acme\nCall · we began")
    await shop.press("ana", buttons(receipt)["Who began"], "theirs")
    await shop.press("ana", buttons(receipt)["Day"], "2026-11-13")
    receipt = await shop.press("ana", buttons(receipt)["It was …"], "praise,purchase")
    assert "Call · they began · purchase · praise · Fri 13 Nov" in said(receipt)
    for name in "Globex", "Acme":
        assert "Friday: Call from them" in (await history(shop, name))[0]
    assert said(await shop.type("ana", "undo")).count("Your correction") == 2
    receipt = await shop.press("ana", buttons(receipt)["It was …"], "praise,purchase")
    assert "purchase · praise" in said(receipt)
    await shop.press("ana", buttons(receipt)["Undo"])
    assert not await history(shop, "Acme")
    with pytest.raises(Gone):
        await shop.press("ana", buttons(receipt)["Kind"], "mail")


async def test_the_words_are_read_once_for_all_and_each_ones_reminders_follow(shop):
    receipt = await shop.type("ana", "log Globex and Acme called, they love us")
    assert "they began · praise" in said(receipt)
    assert "Next: 🎁 Thank Globex" in said(receipt)
    assert "Next: 🎁 Thank Acme" in said(receipt)
    await shop.turn(at("2026-11-16 09:20"))
    done = await shop.type("ana", "thank Globex and Acme sent cards")
    assert "Over: 🎁 Thank Globex" in said(done)
    assert "Over: 🎁 Thank Acme" in said(done)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("visited Oakwood Vets & Hapy Paws today", "Happy Paws"),
        ("Acme, Globx: sent cards", "Globex"),
        ("Zorbo & Acme: sent cards", ""),
        ("Globex, Zorbo, Acme: sent cards", ""),
        ("cards for Globex, Oakwood and Acme", "Oakwood Vets"),
        ("called Globex, Acme and Zorbo Ltd", ""),
    ],
)
async def test_a_name_that_is_not_known_is_said_and_logged_by_a_button(shop, line, name):
    receipt = await shop.type("ana", f"log {line}")
    assert "I know no customer called “" in said(receipt)
    offers = [label for label in buttons(receipt) if "“" in label]
    assert offers[0].endswith(f"” is {name}" if name else "”")
    assert offers[-1].startswith("Create “")
    other = await shop.press("ana", buttons(receipt)[offers[0]])
    assert f"Logged for {name or offers[0][8:-1]}\n" in said(other)
    assert f"“{line}”" in said(other)
    assert f"“{line}”" in said(receipt)


@ON_SQLITE
@pytest.mark.parametrize(
    "line",
    [
        "Acme, great chat",
        "Acme & Maria met",  # of theirs
        "met Acme and Ben today",  # of ours
        "Acme, Sandra called",
        "Acme and then lunch",
        "Acme: Prices, Dates and Terms agreed",
    ],
)
async def test_what_is_no_customers_name_is_not_asked_about(shop, line):
    await shop.type("ana", "edit Acme contact Maria Lopez")
    receipt = await shop.type("ana", f"log {line}")
    assert "I know no customer" not in said(receipt)
    assert said(receipt).startswith("📝 Logged for Acme\n")


async def test_of_several_who_are_only_named_it_is_asked_what_happened(shop):
    with pytest.raises(Wordless, match="What happened with Globex and Acme"):
        await shop.type("ana", "log Globex & Acme")


async def test_rows_of_one_message_are_a_contact_each_with_one_receipt_and_one_undo(shop):
    rows = "Globex rang us, they love it\nand they said so twice\nAcme: sent the quote by mail"
    receipt = await shop.type("ana", f"log {rows}")
    assert said(receipt).startswith("📝 Logged for Globex and Acme\nGlobex")
    assert "Call · they began · praise" in said(receipt)
    assert "Mail · we began" in said(receipt)
    (of_globex,), (of_acme,) = await history(shop, "Globex"), await history(shop, "Acme")
    assert "rang us, they love it" in of_globex
    assert "they said so twice" in said(receipt)
    assert "sent the quote by mail" in of_acme
    await shop.press("ana", buttons(receipt)["Undo"])
    assert not await history(shop, "Globex") + await history(shop, "Acme")


async def test_each_row_may_begin_with_the_command_itself(shop):
    rows = "Globex no answer\nlog Acme emailed quote to Maria\n/heed log: Oakwood Vets rang us"
    receipt = await shop.type("ana", f"log {rows}")
    assert said(receipt).startswith("📝 Logged for Globex, Acme and Oakwood Vets\n")
    assert "log" not in "".join(said(receipt).splitlines()[1:]).replace("Logged", "")


@pytest.mark.parametrize("between", ["\nlog ", "\n"])
async def test_a_row_that_names_nobody_for_sure_is_asked_about_and_told_to_nobody_else(
    shop, between
):
    await shop.type("ana", "new Himalaya Bakes prospect")
    rows = between.join(["himalaya: Tara recommended us to friends", "Acme emailed quote to Maria"])
    receipt = await shop.type("ana", f"log {rows}")
    assert said(receipt).startswith("📝 Logged for Acme\n")
    assert "Not logged yet, which customer is it? “himalaya: Tara" in said(receipt)
    (of_acme,) = await history(shop, "Acme")
    assert "Tara" not in of_acme
    chosen = await shop.press("ana", buttons(receipt)["Himalaya Bakes"])
    assert said(chosen).startswith("📝 Logged for Himalaya Bakes\n")
    assert "referral" in said(chosen)
    assert len(await history(shop, "Acme")) == 1


async def test_of_rows_none_of_which_is_clear_each_is_asked_about(shop):
    await shop.type("ana", "new Himalaya Bakes prospect")
    await shop.type("ana", "new Saffron Kitchens prospect")
    asked = await shop.type("ana", "log himalaya called us\nlog saffron rang us")
    assert said(asked).startswith("🤔 Which customers are these?")
    await shop.press("ana", buttons(asked)["Saffron Kitchens"])
    await shop.press("ana", buttons(asked)["Himalaya Bakes"])
    assert len(await history(shop, "Saffron Kitchens")) == 1
    assert len(await history(shop, "Himalaya Bakes")) == 1


@ON_SQLITE
@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("called Globex about it\nemailed Acme", ["Globex", "Acme"]),
        ("Acme called\nthey also use Globex", ["Acme"]),
        ("Acme called\nthanks!\n\nAna", ["Acme"]),
    ],
)
async def test_a_row_that_begins_with_nobody_goes_on_with_the_one_before(shop, rows, names):
    await shop.type("ana", f"log {rows}")
    assert [name for name in CUSTOMERS if await history(shop, name)] == sorted(
        names, key=CUSTOMERS.index
    )


async def test_who_stands_before_what_was_done_did_it_though_several_are_named(shop):
    assert "Mail · they began" in said(await shop.type("ana", "log Globex & Acme emailed about it"))


async def test_a_complaint_is_one_customers(shop):
    asked = await shop.type("ana", "complaint Globex and Acme got broken parcels")
    assert "Which customer is it?" in said(asked)
    opened = await shop.press("ana", asked.items[1].actions[0])
    assert "Complaint opened for Globex" in said(opened)
    other = await shop.press("ana", buttons(opened)["Also about Acme?"])
    assert "Complaint opened for Acme" in said(other)
    assert not [label for label in buttons(other) if label.startswith("Also")]

"""Forms, Home and shortcuts on the page: what is typed arrives, and is never lost."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import NARROW, WIDE, grave_faults, message, type_line, until
from tests.playground.conftest import CARE

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def open_form(windows, town, **look):
    page = await windows.open(town.address, **look)
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name="Log with Heed").click()
    await expect(page.get_by_role("dialog", name="Log a contact")).to_be_visible()
    return page


async def choose(page, label, typed, option):
    form = page.get_by_role("dialog")
    await form.get_by_role("button", name=label).click()
    await page.get_by_role("combobox").fill(typed)
    await page.get_by_role("option", name=option).click()


async def fill(page, words="Maria loved the demo"):
    await choose(page, "Customer", "acm", "Acme")
    await page.get_by_label("What happened").fill(words)


def saved(town):
    return [values for what, values in town.heard if what == "saved"]


async def test_every_kind_of_field_arrives(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    form = page.get_by_role("dialog")
    await fill(page)
    await form.get_by_label("Title").fill("A call")
    await choose(page, "Kind", "ca", "Call")
    await choose(page, "Signs", "ma", "Mail")
    await page.keyboard.press("Escape")
    await form.get_by_label("When").fill("2026-12-01")
    await form.get_by_label("At (optional)").fill("09:15")
    await form.get_by_label("Until").fill("2026-12-02T10:00")
    await form.get_by_role("radio", name="Meeting").check()
    await form.get_by_role("checkbox", name="Call").check()
    await choose(page, "Owner", "ben", "Ben Okafor")
    await form.get_by_label("Mail (optional)", exact=True).fill("maria@acme.example")
    await form.get_by_label("Site").fill("https://acme.example")
    await form.get_by_label("Count").fill("3")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_have_count(0)

    [values] = saved(tiny_town)
    held = {name: next(iter(block.values())) for name, block in values.items()}
    assert held["customer"]["selected_option"]["value"] == "Acme"
    assert held["words"]["value"] == "Maria loved the demo"
    assert held["title"]["value"] == "A call"
    assert held["kind"]["selected_option"]["value"] == "call"
    assert [each["value"] for each in held["signs"]["selected_options"]] == ["mail"]
    assert held["when"]["selected_date"] == "2026-12-01"
    assert held["at"]["selected_time"] == "09:15"
    assert held["until"]["selected_date_time"] == 1796205600
    assert held["way"]["selected_option"]["value"] == "meeting"
    assert [each["value"] for each in held["boxes"]["selected_options"]] == ["call"]
    assert held["owner"]["selected_user"] == "U0BENOKAFR"
    assert held["mail"]["value"] == "maria@acme.example"
    assert held["site"]["value"] == "https://acme.example"
    assert held["count"]["value"] == "3"


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("What happened", "", "Please complete this required field."),
        ("What happened", "wrong", "That cannot be right."),
        ("Mail (optional)", "no mail", "Please enter a valid email address."),
        ("Count (optional)", "many", "Please enter a number."),
    ],
)
async def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(
    windows, tiny_town, field, typed, error
):
    page = await open_form(windows, tiny_town)
    form = page.get_by_role("dialog")
    await fill(page)
    await form.get_by_label("Title").fill("kept")
    await form.get_by_label(field, exact=True).fill(typed)
    await form.get_by_role("button", name="Save").click()

    entry = form.locator(".of-input", has=page.get_by_label(field, exact=True))
    await expect(entry.get_by_role("alert")).to_have_text(error)
    await expect(form.get_by_label(field, exact=True)).to_be_focused()
    await expect(form.get_by_label(field, exact=True)).to_have_value(typed)
    await expect(form.get_by_label("Title")).to_have_value("kept")
    await expect(form.get_by_role("button", name="Customer")).to_contain_text("Acme")
    assert await grave_faults(page) == []


async def test_a_bot_that_is_away_costs_nothing_typed(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await fill(page)
    await until(lambda: tiny_town.town.socket)
    tiny_town.town.call_at("http://127.0.0.1:9/nobody")
    await page.get_by_role("button", name="Save").click()

    await expect(page.locator(".toast")).to_contain_text("We had some trouble connecting")
    await expect(page.get_by_label("What happened")).to_have_value("Maria loved the demo")


async def test_a_pushed_form_leads_back_to_what_was_typed(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await fill(page)
    await page.get_by_role("button", name="More …").click()
    await expect(page.get_by_role("dialog", name="More about it")).to_be_visible()
    await page.get_by_role("button", name="Back", exact=True).first.click()

    await expect(page.get_by_role("dialog", name="Log a contact")).to_be_visible()
    await expect(page.get_by_label("What happened")).to_have_value("Maria loved the demo")
    await page.get_by_role("button", name="More …").click()
    await page.get_by_label("Note").fill("by the way")
    await page.get_by_label("Note").press("Enter")
    await expect(page.get_by_role("dialog", name="Log a contact")).to_be_visible()
    assert ("kept", "by the way") in tiny_town.heard


async def test_a_form_that_the_bot_changes_keeps_what_was_typed(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await fill(page)
    await page.get_by_role("button", name="Change the form").click()

    await expect(page.get_by_role("dialog", name="Changed")).to_be_visible()
    await expect(page.get_by_label("What happened")).to_have_value("Maria loved the demo")
    await expect(page.get_by_role("button", name="Customer Acme")).to_be_visible()


async def test_a_form_is_filled_in_and_sent_by_keys_alone(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    press, type_ = page.keyboard.press, page.keyboard.type
    await page.get_by_role("button", name="Shortcuts").focus()
    await press("Enter")
    await press("Enter")
    await expect(page.get_by_role("dialog").get_by_role("button", name="Customer")).to_be_focused()
    await press("Enter")
    await type_("ac")
    await expect(page.get_by_role("option")).to_have_count(2)
    await press("ArrowDown")
    await press("Enter")
    await expect(page.get_by_role("button", name="Customer Acorn Tools")).to_be_focused()
    await press("Tab")
    await type_("by keys")
    await press("Tab")
    await press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)

    [values] = saved(tiny_town)
    assert values["customer"]["customer"]["selected_option"]["value"] == "Acorn Tools"
    assert values["words"]["words"]["value"] == "by keys"
    await expect(page.get_by_role("button", name="Shortcuts")).to_be_focused()


async def test_escape_closes_the_list_first_and_then_the_form(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await page.get_by_role("dialog").get_by_role("button", name="Kind").click()
    await expect(page.get_by_role("listbox")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_have_count(0)
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_shortcut_on_a_message_opens_the_form(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    await type_line(page, "Acme called")
    await message(page, "Acme called").hover()
    await message(page, "Acme called").get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Log with Heed").click()

    await expect(page.get_by_role("dialog", name="Log a contact")).to_be_visible()
    assert ("message_action", "log_message") in tiny_town.heard


async def test_home_is_drawn_pressed_and_brought_up_to_date(windows, tiny_town):
    page = await windows.open(tiny_town.address, place="home")
    await expect(page.get_by_role("heading", name="What waits for you")).to_be_visible()
    await expect(page.get_by_text("pressed 0 times")).to_be_visible()
    await page.get_by_role("button", name="Thanked").press("Enter")

    await expect(page.get_by_text("pressed 1 times")).to_be_visible()
    await expect(page.get_by_role("button", name="Thanked")).to_be_focused()
    await page.get_by_role("button", name="Find a customer").click()
    await expect(page.get_by_text("Type to search.")).to_be_visible()
    await page.keyboard.type("sa")
    await expect(page.get_by_role("option", name="Saffron Kitchens")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_axe_finds_nothing_grave_in_forms_and_home(windows, tiny_town, viewport, scheme):
    page = await open_form(windows, tiny_town, viewport=viewport, color_scheme=scheme)
    assert await grave_faults(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Kind").click()
    assert await grave_faults(page) == []
    tenancy = await windows.open(
        tiny_town.address, place="home", viewport=viewport, color_scheme=scheme
    )
    await expect(tenancy.get_by_text("pressed 0 times")).to_be_visible()
    assert await grave_faults(tenancy) == []


async def test_two_windows_are_two_people(windows, tiny_town):
    await tiny_town.do("ana", "shortcut", callback_id="log")
    ana, ben = [await windows.open(tiny_town.address, who) for who in ("ana", "ben")]

    await expect(ana.get_by_role("dialog")).to_be_visible()
    await expect(ben.get_by_role("dialog")).to_have_count(0)
    await type_line(ben, "from Ben")
    await expect(message(ana, "from Ben").locator(".author")).to_have_text("Ben Okafor")
    assert (await tiny_town.look("ana", "read", channel=CARE))["messages"][0][
        "from"
    ] == "Ben Okafor"


async def test_a_form_is_sent_once_however_often_one_presses(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await fill(page)
    await page.get_by_role("button", name="Save").evaluate(
        "button => { button.click(); button.click(); button.click(); }"
    )
    await expect(page.get_by_role("dialog")).to_have_count(0)

    assert len(saved(tiny_town)) == 1


async def test_a_form_that_changes_while_one_types_takes_nothing_away(windows, tiny_town):
    page = await open_form(windows, tiny_town)
    await page.get_by_label("What happened").press_sequentially("half a sen")
    await tiny_town.do("ana", "act", view="front", action_id="change")

    await expect(page.get_by_role("dialog", name="Changed")).to_be_visible()
    await expect(page.get_by_label("What happened")).to_have_value("half a sen")
    await expect(page.get_by_label("What happened")).to_be_focused()

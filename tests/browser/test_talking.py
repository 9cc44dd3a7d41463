"""People at the page: typing, reacting, threads, keys, a lost line, the clock."""

import re
from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from playground import Playground
from playground.serving import bind
from tests.browser import gallery
from tests.browser.conftest import NARROW, grave_faults, message, type_line, until
from tests.playground.conftest import ANA, CARE, client_of, rules

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_line_is_said_seen_and_answered_in_a_thread(windows, tiny_town):
    ana, ben = [await windows.open(tiny_town.address, who) for who in ("ana", "ben")]
    await type_line(ana, "Acme called @ben")
    said = message(ben, "Acme called")
    await expect(said.locator(".mention.own")).to_have_text("@Ben Okafor")
    await said.hover()
    await said.get_by_role("button", name="Reply in a thread").click()
    await type_line(ben, "on it", box="thread")

    await expect(message(ben, "on it", "#thread")).to_be_visible()
    await message(ana, "Acme called").get_by_role("button", name=re.compile("1 reply")).click()
    await expect(message(ana, "on it", "#thread")).to_be_visible()
    await ana.get_by_role("button", name="Close the thread").click()
    await expect(ana.locator("#thread")).to_be_hidden()


async def test_reactions_are_put_and_taken_back(windows, tiny_town):
    ana, ben = [await windows.open(tiny_town.address, who) for who in ("ana", "ben")]
    await type_line(ana, "a new customer")
    said = message(ben, "a new customer")
    await said.hover()
    await said.get_by_role("button", name="Add a reaction").click()
    await ben.get_by_placeholder("Search emoji").fill("tada")
    await ben.get_by_placeholder("Search emoji").press("Enter")
    chip = message(ana, "a new customer").locator(".chip").first

    await expect(chip).to_have_attribute("aria-label", "tada, 1: Ben Okafor")
    await chip.click()
    await expect(chip).to_have_attribute("aria-label", "tada, 2: Ben Okafor, you")
    await expect(chip).to_have_attribute("aria-pressed", "true")
    await chip.click()
    await expect(chip).to_have_attribute("aria-pressed", "false")


async def test_one_changes_and_deletes_only_ones_own(windows, tiny_town):
    await tiny_town.do("ben", "type", channel=CARE, text="from Ben")
    page = await windows.open(tiny_town.address)
    await type_line(page, "Acme caled @ben")
    own = message(page, "Acme caled")
    await own.hover()
    await own.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Edit message").click()
    await expect(page.get_by_label("Edit message")).to_have_value("Acme caled @ben")
    await page.get_by_label("Edit message").fill("Acme called @ben")
    await page.get_by_label("Edit message").press("Enter")
    changed = message(page, "Acme called")
    await expect(changed).to_contain_text("(edited)")

    await changed.hover()
    await changed.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Delete message").click()
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(changed).to_have_count(0)
    await message(page, "from Ben").hover()
    await message(page, "from Ben").get_by_role("button", name="More").click()
    await expect(page.get_by_role("menuitem", name="Edit message")).to_have_count(0)


async def test_a_deleted_message_with_replies_leaves_its_place(windows, tiny_town):
    said = await tiny_town.do("ana", "type", channel=CARE, text="gone soon")
    await tiny_town.do("ben", "type", channel=CARE, text="why?", thread_ts=said["ts"])
    page = await windows.open(tiny_town.address)
    await tiny_town.do("ana", "delete", channel=CARE, ts=said["ts"])

    await expect(page.get_by_text("This message was deleted.")).to_be_visible()


async def test_a_command_is_completed_as_one_types(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    box = page.locator("[data-box=channel]")
    await box.press_sequentially("/he")
    hints = page.get_by_role("listbox", name="Suggestions")
    await expect(hints.get_by_role("option").first).to_contain_text("/heed log")
    await box.press_sequentially("ed comp")
    await expect(hints.get_by_role("option")).to_have_count(1)
    await box.press("ArrowDown")
    await box.press("Tab")

    await expect(box).to_have_value("/heed complaint Acme the parcel came broken")
    await expect(hints).to_be_hidden()


async def test_people_and_emoji_are_completed_too(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    box = page.locator("[data-box=channel]")
    await box.press_sequentially("ask @oka")
    await page.get_by_role("option", name="Ben Okafor").click()
    await box.press_sequentially(":tada")
    await page.get_by_role("option", name=":tada:").click()

    await expect(box).to_have_value("ask @ben 🎉")


async def test_what_is_unread_has_a_dot_until_it_is_read(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    await tiny_town.do("ben", "type", channel="general", text="anybody here?")
    general = page.locator("#sidebar").get_by_role("button", name="general")
    await expect(general).to_contain_text("unread")
    await general.click()
    await expect(message(page, "anybody here?")).to_be_visible()

    await page.locator("#sidebar").get_by_role("button", name="customer-care").click()
    await expect(general).not_to_contain_text("unread")
    seen = (await tiny_town.look("ana", "channels"))["channels"]
    assert [channel["is_unread"] for channel in seen if channel["name"] == "general"] == [False]


async def test_the_address_says_who_and_where(windows, tiny_town):
    page = await windows.open(tiny_town.address, place="general")
    await page.locator("#who button").click()
    await page.get_by_role("menuitemradio", name="Chloe Martin").click()
    await expect(page.locator("#who strong")).to_have_text("Chloe Martin")
    await page.locator("#sidebar").get_by_role("button", name="customer-care").click()
    await expect(page).to_have_url(re.compile(r"\?as=chloe&in=customer-care$"))

    await page.reload()
    await expect(page.locator("#who strong")).to_have_text("Chloe Martin")
    await page.go_back()
    await expect(page.locator("#place h2")).to_have_text("general")


async def test_a_guest_sees_only_what_is_theirs(windows, tiny_town):
    page = await windows.open(tiny_town.address, who="gil")

    await expect(page.locator("#sidebar ul").first.get_by_role("button")).to_have_count(1)
    await expect(page.locator("#place h2")).to_have_text("partners")


async def test_the_bot_is_invited_and_removed(windows, tiny_town):
    page = await windows.open(tiny_town.address, place="general")
    await page.get_by_role("button", name="Invite Heed").click()
    await expect(page.get_by_role("button", name="Heed is here")).to_be_visible()
    await page.get_by_role("button", name="Heed is here").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove").click()

    await expect(page.get_by_role("button", name="Invite Heed")).to_be_visible()


async def test_what_cannot_be_done_is_told_in_passing_and_the_line_is_kept(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    await expect(page.locator("#messages")).to_be_attached()
    await tiny_town.do("ana", "leave", channel=CARE, settle=False)
    await expect(page.get_by_role("button", name="Join channel")).to_be_visible()
    await page.get_by_role("button", name="Join channel").click()
    await type_line(page, "x" * 40_001)

    await expect(page.locator(".toast")).to_contain_text("1 to 40000 characters")
    await expect(page.locator("[data-box=channel]")).to_have_value("x" * 40_001)


async def test_the_clock_is_turned_and_shown_where_the_person_is(windows, tiny_town):
    page = await windows.open(tiny_town.address, who="chloe")
    other = await windows.open(tiny_town.address, who="dev")
    await page.get_by_role("button", name="Tomorrow 08:30").click()

    await expect(page.locator("#now")).to_contain_text("Sat 21 Nov08:30")
    await expect(other.locator("#now")).to_contain_text("Sat 21 Nov13:00")
    assert tiny_town.town.now.replace(second=0, microsecond=0) == datetime(
        2026, 11, 21, 7, 30, tzinfo=UTC
    )


async def test_a_lost_line_is_taken_up_again_and_what_was_missed_is_there(windows):
    bound = bind("127.0.0.1", 0)
    port = bound.getsockname()[1]
    town = Playground(rules=rules())
    async with town.serve(bound) as address:
        page = await windows.open(address)
        await expect(page.locator("#offline")).to_be_hidden()
    await expect(page.locator("#offline")).to_be_visible()
    async with town.serve(bind("127.0.0.1", port)):
        await town.do("ben", "type", channel=CARE, text="said meanwhile")
        await expect(page.get_by_text("said meanwhile")).to_be_visible(timeout=15_000)
        await expect(page.locator("#offline")).to_be_hidden()


async def test_everything_is_done_by_keys_alone(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    press, type_ = page.keyboard.press, page.keyboard.type
    await press("Tab")
    await expect(page.get_by_role("link", name="Skip to the messages")).to_be_focused()
    await page.locator("[data-box=channel]").focus()
    await type_("by keys")
    await press("Enter")
    await expect(message(page, "by keys")).to_be_visible()
    await press("Shift+Tab")
    tools = message(page, "by keys").get_by_role("toolbar")
    await expect(tools.get_by_role("button").first).to_be_focused()
    await expect(tools).to_have_css("opacity", "1")
    await press("ArrowRight")
    await press("Enter")
    await expect(message(page, "by keys").locator(".chip.mine")).to_contain_text("1")

    await page.locator("#who button").focus()
    await press("Enter")
    await press("ArrowDown")
    await press("Enter")
    await expect(page.locator("#who strong")).to_have_text("Ben Okafor")


async def test_on_a_phone_the_places_are_a_drawer(windows, tiny_town):
    page = await windows.open(tiny_town.address, viewport=NARROW)
    await expect(page.locator("#sidebar")).to_be_hidden()
    await page.get_by_role("button", name="Channels").click()
    await expect(page.locator("#sidebar")).to_be_visible()
    assert await grave_faults(page) == []
    await page.locator("#sidebar").get_by_role("button", name="general").click()

    await expect(page.locator("#sidebar")).to_be_hidden()
    await expect(page.locator("#place h2")).to_have_text("general")


async def test_new_messages_are_spoken(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    await client_of(tiny_town).chat_postMessage(channel=CARE, text="a reminder")
    await expect(page.locator("#spoken")).to_have_text("Heed: a reminder")
    await client_of(tiny_town).chat_postEphemeral(channel=CARE, user=ANA, text="for you")
    await expect(page.locator("#spoken")).to_have_text("Heed: for you")
    await until(lambda: tiny_town.complaints == [])


async def test_only_what_the_page_brings_runs_in_it(windows, tiny_town):
    page = await windows.open(tiny_town.address)
    await page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
    }""")

    assert await page.evaluate("window.ran") is None
    assert any("Content Security Policy" in wrong for wrong in windows.wrongs)
    windows.wrongs.clear()


async def test_a_page_that_is_behind_catches_up_when_it_is_refused(windows, tiny_town):
    slack = client_of(tiny_town)
    blocks = [{"type": "actions", "elements": [gallery.PRESSED[0]]}]
    posted = await slack.chat_postMessage(channel=CARE, text="do it", blocks=blocks)
    page = await windows.open(tiny_town.address)
    await expect(page.get_by_role("button", name="Done")).to_be_visible()
    await page.route("**/people/ana/read*", lambda route: route.abort())
    await slack.chat_update(channel=CARE, ts=posted["ts"], text="it is done", blocks=[])
    await page.wait_for_timeout(300)
    await page.unroute("**/people/ana/read*")
    await page.get_by_role("button", name="Done").click()

    await expect(page.locator(".toast")).to_be_visible()
    await expect(message(page, "it is done")).to_be_visible()

"""A day with Heed, by clicking and typing alone; Heed and its page run as `make run` starts them.

It is whatever day it is: the story turns to the next working morning, as the page's guide does.
"""

import re

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.conftest import NARROW, WIDE, grave_faults, heed_running, message, type_line

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def heed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("heed")
    (folder / "var").mkdir()
    async with heed_running(folder) as address:
        yield address


def post(page, words):
    """What stands there for everybody."""
    return page.locator("#messages .message:not(.whisper)", has_text=words).last


def step(page, number):
    return page.locator("#tour li").nth(number)


async def turned(page):
    await expect(page.locator("#clock.turning")).to_have_count(0, timeout=60_000)


async def work_begins(page):
    """A working morning, half past nine: nobody is asked about a complaint on a day off."""
    day_off = re.compile("Sat|Sun")
    while True:
        await page.get_by_role("button", name="Tomorrow 08:30").click()
        await turned(page)
        if not day_off.search(await page.locator("#now").inner_text()):
            break
    await page.get_by_role("button", name="+1 hour").click()
    await turned(page)


async def test_a_newcomer_is_led_through_a_first_day(windows, heed):
    page, ben = [await windows.open(heed, who) for who in ("ana", "ben")]
    await expect(page.locator("#tour")).to_contain_text("A Slack workspace on your own machine.")
    await page.get_by_role("button", name="Fill it in").click()
    await page.keyboard.press("Enter")
    receipt = message(page, "Logged for Acme")
    await expect(receipt).to_contain_text("Only visible to you")
    await expect(step(page, 0)).to_have_class("done")
    await expect(ben.get_by_text("Logged for Acme")).to_have_count(0)

    await page.get_by_role("button", name="Turn to the next working morning").click()
    await turned(page)
    await expect(page.locator("#now")).to_contain_text("09:3")
    await expect(step(page, 1)).to_have_class("done")
    reminder = post(ben, re.compile("Thank .* at Acme"))
    await expect(reminder.get_by_role("button", name="Thanked")).to_be_visible()

    await page.get_by_role("button", name="Put ✅ on her reminder").click()
    await expect(page.locator("#tour")).to_contain_text("That was a day with Heed")
    await expect(reminder).to_contain_text("@Ana Reyes thanked them")
    await expect(reminder.get_by_role("button", name="Thanked")).to_have_count(0)
    await page.get_by_role("button", name="Close the guide").click()
    await page.reload()
    await expect(page.locator("#tour")).to_be_hidden()
    await expect(page.get_by_role("button", name="Show the guide")).to_be_visible()


async def test_a_check_mark_of_somebody_else_ends_a_reminder_for_all(windows, heed):
    ana, ben = [await windows.open(heed, who) for who in ("ana", "ben")]
    reminder = post(ben, "Try Erik Lund at Globex again")
    await reminder.hover()
    await reminder.get_by_role("button", name="white check mark").click()

    done = post(ana, "Try Erik Lund at Globex again")
    await expect(done).to_contain_text("@Ben Okafor")
    await expect(done.locator(".chip")).not_to_have_count(0)
    await expect(done.get_by_role("button", name="Tried again")).to_have_count(0)


async def test_of_two_people_at_one_reminder_the_second_is_told_who_was_first(windows, heed):
    ana, dev = [await windows.open(heed, who) for who in ("ana", "dev")]
    words = "Answer Priya Shah at Lotus Textiles"
    slow = {"method": "chat.update", "kind": "ratelimited", "retry_after": 3}
    await ana.request.post(f"{heed}/faults", data=slow)
    await post(ana, words).get_by_role("button", name="I'll take it").click()
    await expect(message(ana, "It's yours")).to_be_visible()
    await post(dev, words).get_by_role("button", name="I'll take it").click()

    told = message(dev, "Ana Reyes has it already.")
    await expect(told).to_contain_text("Only visible to you")
    await expect(post(dev, words)).to_contain_text("@Ana Reyes")


async def test_a_complaint_is_brought_to_its_end_and_the_manager_reads_of_it(windows, heed):
    ana = await windows.open(heed, "ana")
    await work_begins(ana)
    await type_line(ana, "/heed complaint Acme the parcel came broken")
    complaint = post(ana, "Complaint: Acme")
    await expect(complaint).to_contain_text("the parcel came broken")
    await complaint.get_by_role("button", name=re.compile("1 reply")).click()
    asked = ana.locator("#thread .message", has_text="know that we heard them")
    await asked.get_by_role("button", name="Acknowledged").click()
    await expect(complaint).to_contain_text("Acknowledged by @Ana Reyes")
    await complaint.get_by_role("button", name="Updated").click()
    await expect(complaint).to_contain_text("Updated by @Ana Reyes")
    await complaint.get_by_role("button", name="Resolved").click()
    await put_right(ana)
    await expect(complaint).to_contain_text("Resolved by @Ana Reyes")

    chloe = await windows.open(heed, "chloe", "dm")
    for _ in range(3):
        await chloe.get_by_role("button", name="Tomorrow 08:30").click()
        await turned(chloe)
    digest = chloe.locator("#messages .message", has_text="Good morning, Chloe").first
    await expect(digest).to_contain_text("Done")
    await digest.get_by_role("button", name="Open").first.click()
    await expect(chloe.locator(".message.whisper").last).to_be_visible()


async def put_right(page):
    """Resolving asks how, in a form."""
    form = page.get_by_role("dialog", name="Put right")
    await form.get_by_label("How was it put right?").fill("A new one by courier")
    await form.get_by_role("button", name="Resolved").click()
    await expect(form).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_axe_finds_nothing_grave_in_heeds_own_messages(windows, heed, viewport, scheme):
    look = {"viewport": viewport, "color_scheme": scheme}
    page = await windows.open(heed, "chloe", **look)
    for line in ("help", "due", "digest", "customer acme"):
        await type_line(page, f"/heed {line}")
        await expect(page.locator(".message.whisper").last).to_be_visible()
    assert await grave_faults(page) == []
    await page.locator(".replies").first.click()
    await expect(page.locator("#thread .message").first).to_be_visible()
    assert await grave_faults(page) == []


async def test_a_contact_is_logged_in_a_form(windows, heed):
    page = await windows.open(heed, "ana")
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name="Log with Heed").click()
    form = page.get_by_role("dialog", name="Log a contact")
    await expect(form).to_be_visible()
    await form.get_by_role("button", name="Log it").click()
    await expect(form.get_by_role("alert").first).to_have_text(
        "Please complete this required field."
    )
    await form.get_by_role("button", name="Customer").click()
    await page.get_by_role("combobox").fill("harb")
    await page.get_by_role("option", name="Harbour Books").click()
    await form.get_by_label("What happened?").fill("Owen called, he loved the new shelves")
    await form.get_by_role("button", name="Log it").click()
    await expect(form).to_have_count(0)

    messages = page.locator("#sidebar").get_by_role("button", name="Messages")
    await expect(messages).to_contain_text("unread")
    await messages.click()
    await expect(message(page, "Logged for Harbour Books")).to_be_visible()


async def test_home_is_there_for_a_rep_and_a_manager(windows, heed):
    for who, scheme, viewport in (("ana", "dark", NARROW), ("chloe", "light", WIDE)):
        page = await windows.open(heed, who, "home", color_scheme=scheme, viewport=viewport)
        await expect(page.locator(".home .block").first).to_be_visible()
        await expect(page.get_by_role("button", name="Log a contact")).to_be_visible()
        assert await grave_faults(page) == []

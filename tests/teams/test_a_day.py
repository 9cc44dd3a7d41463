"""A day with Heed on Microsoft's own page: typed, pressed and seen in a real browser."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.async_api import expect

from tests.teams.conftest import CARE

LONDON = ZoneInfo("Europe/London")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


async def look_at(page, channel):
    await page.get_by_text(channel, exact=True).first.click()


async def test_a_line_is_typed_on_the_page_and_logged(page):
    box = page.get_by_role("textbox").last
    for line, shown in (
        ("new Acme advocate", "🪪 Acme"),
        ("log Acme called Maria, she loved the demo", "📝 Logged for Acme"),
    ):
        await box.click()
        await page.keyboard.type(line)
        await page.keyboard.press("Enter")
        await expect(page.get_by_text(shown)).to_be_visible()
    await expect(page.get_by_text("Next: 🎁 Thank Acme, Mon 16 Nov")).to_be_visible()
    await expect(page.get_by_text("{{DATE")).to_have_count(0)


async def test_done_is_pressed_on_the_page_and_the_card_changes(team, page):
    await look_at(page, "Customer care")
    await team.type("new Globex prospect")
    await team.post("nudge")
    await page.get_by_role("button", name="Got in touch").click()
    await expect(page.get_by_text("got in touch, ")).to_be_visible()
    await expect(page.get_by_role("button", name="Got in touch")).to_have_count(0)


async def test_a_reminder_comes_to_the_channel_on_the_turned_clock(team, page):
    await look_at(page, "Customer care")
    await team.type("new Acme advocate")
    await team.type("log Acme called, she was happy")
    await expect(page.get_by_text("Thank Acme")).to_have_count(0)
    await team.turn(to=at("2026-11-16 09:20"))
    await team.post("nudge")
    await expect(page.get_by_text("🎁 Thank Acme")).to_be_visible()


async def test_a_reaction_takes_it(team, page):
    await look_at(page, "Customer care")
    await team.type("new Globex prospect")
    await team.react(await team.post("nudge"), "like")
    await expect(page.get_by_text("has it.")).to_be_visible()


async def test_a_mention_in_a_channel_is_thanked_there_and_receipted_in_private(team, page):
    await team.type("new Acme advocate", CARE, mentions=True)
    await expect(page.get_by_text("🪪 Acme")).to_be_visible()
    await look_at(page, "Customer care")
    await expect(page.get_by_text("The receipt is in our chat.")).to_be_visible()
    await expect(page.get_by_text("🪪 Acme")).to_have_count(0)


async def test_the_digest_comes_in_the_morning(team, page):
    await team.type("new Acme advocate")
    await team.type("log Acme called, she was happy")
    await team.turn(to=at("2026-11-17 08:31"))
    await team.post("digest")
    await expect(page.get_by_text("☀️ Good morning, Ana")).to_be_visible()

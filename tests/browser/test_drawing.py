"""Messages on the page look as Slack draws them, and nothing anybody typed becomes markup."""

import pytest
from playwright.async_api import expect

from tests.browser import gallery
from tests.browser.conftest import NARROW, WIDE, grave_faults, message, type_line, until
from tests.playground.conftest import ANA, CARE, HEED, client_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def slack(tiny_town):
    return client_of(tiny_town)


async def gallery_in(windows, town, **look):
    await client_of(town).chat_postMessage(channel=CARE, text="all", blocks=gallery.MESSAGE)
    page = await windows.open(town.address, **look)
    await expect(page.locator(".of-header")).to_be_visible()
    return page


async def test_every_block_of_a_message_is_drawn(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)

    kinds = {block["type"] for block in gallery.MESSAGE}
    for kind in kinds:
        await expect(page.locator(f".of-{kind}").first).to_be_visible()
    await expect(page.get_by_text("a block of the kind")).to_have_count(0)
    assert await page.locator(".of-actions .actions > *").count() == len(gallery.PRESSED)


MARKED = [
    ("strong", "bold"),
    ("em", "italic"),
    ("s", "struck"),
    ("code", "code"),
    (".mention", "@Ben Okafor"),
    (".mention", "#customer-care"),
    (".mention.own", "@here"),
    ("a[href='https://example.com']", "a link"),
    ("time", "today at 12:00"),
    ("blockquote", "quoted"),
    ("pre", "a = 1"),
    (".emoji", "🎉"),
]


async def test_markup_is_drawn(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)

    for tag, words in MARKED:
        found = page.locator(".of-section").first.locator(tag, has_text=words)
        await expect(found).to_be_visible()


async def test_what_looks_like_markup_stays_text(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)
    await type_line(page, "<img src=x onerror=alert(1)> *Acme* & <b>Sons</b>")

    rich = page.locator(".of-rich_text").first
    await expect(rich).to_contain_text("*not bold* <b>not markup</b>")
    await expect(message(page, "onerror")).to_contain_text("<img src=x onerror=alert(1)> *Acme* &")
    assert await page.locator(".messages b, .messages img[src=x]").count() == 0
    assert await page.locator("a[href^=javascript]").count() == 0


async def test_a_picture_that_does_not_load_is_told_in_words(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)

    await expect(page.get_by_text("A missing picture")).to_be_visible()


@pytest.mark.parametrize(
    ("label", "action", "held"),
    [
        ("Done", "main", None),
        ("Open", "beside", None),
        ("Mail", "radio", {"selected_option": "mail"}),
    ],
)
async def test_what_is_pressed_reaches_the_bot(windows, tiny_town, label, action, held):
    page = await gallery_in(windows, tiny_town)
    role = "radio" if held else "button"
    await page.locator(".messages").get_by_role(role, name=label, exact=True).click()
    await until(lambda: tiny_town.heard)

    [(name, acted)] = tiny_town.heard
    assert name == action
    assert not held or acted["selected_option"]["value"] == held["selected_option"]


@pytest.mark.parametrize(
    ("menu", "typed", "label", "chosen"),
    [
        ("Pick", "me", "Meeting", "meeting"),
        ("Customer", "glo", "Globex", "Globex"),
        ("Who", "ben", "Ben Okafor", "U0BENOKAFR"),
        ("Where", "gen", "#general", "C0GENERAL0"),
    ],
)
async def test_a_menu_is_searched_and_chosen_from(windows, tiny_town, menu, typed, label, chosen):
    page = await gallery_in(windows, tiny_town)
    await page.locator(".messages").get_by_role("button", name=menu, exact=True).click()
    await page.keyboard.type(typed)
    await page.get_by_role("option", name=label).click()
    await expect(page.get_by_role("button", name=f"{menu}: {label}")).to_be_visible()
    await until(lambda: tiny_town.heard)

    [(_, acted)] = tiny_town.heard
    held = next(acted[key] for key in acted if key.startswith("selected_"))
    assert (held["value"] if isinstance(held, dict) else held) == chosen


async def test_several_are_chosen_one_after_the_other(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)
    await page.get_by_role("button", name="Some", exact=True).click()
    await page.get_by_role("option", name="Call").click()
    await page.get_by_role("option", name="Meeting").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Some: Call, Meeting")).to_be_focused()
    await until(lambda: len(tiny_town.heard) == 2)

    told = tiny_town.heard[-1][1]["selected_options"]
    assert [option["value"] for option in told] == ["call", "meeting"]


@pytest.mark.parametrize(("answer", "reaches"), [("Yes, do it", 1), ("No", 0)])
async def test_a_press_that_asks_first_is_only_done_after_a_yes(
    windows, tiny_town, answer, reaches
):
    page = await gallery_in(windows, tiny_town)
    await page.locator(".messages").get_by_role("button", name="Delete", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name=answer).click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    await tiny_town.settle()

    assert len(tiny_town.heard) == reaches


async def test_a_day_and_a_time_are_picked(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)
    await page.get_by_label("Day", exact=True).fill("2026-12-01")
    await page.get_by_label("Time", exact=True).fill("14:30")
    await page.get_by_label("Date and time").fill("2026-12-01T14:30")
    await page.get_by_label("Date and time").blur()
    await until(lambda: len(tiny_town.heard) == 3)

    assert tiny_town.heard[0][1]["selected_date"] == "2026-12-01"
    assert tiny_town.heard[1][1]["selected_time"] == "14:30"
    assert tiny_town.heard[2][1]["selected_date_time"] == 1796135400


async def test_an_overflow_opens_a_menu(windows, tiny_town):
    page = await gallery_in(windows, tiny_town)
    await page.locator(".of-actions").get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Drop").click()
    await until(lambda: tiny_town.heard)

    assert tiny_town.heard[0][1]["selected_option"]["value"] == "drop"


async def test_an_ephemeral_says_who_sees_it_and_can_be_dismissed(windows, tiny_town, slack):
    await slack.chat_postEphemeral(channel=CARE, user=ANA, text="for *Ana* alone")
    ana, ben = [await windows.open(tiny_town.address, who) for who in ("ana", "ben")]
    whisper = message(ana, "for Ana alone")

    await expect(whisper).to_contain_text("Only visible to you")
    await expect(ben.get_by_text("for Ana alone")).to_have_count(0)
    await whisper.get_by_role("button", name="Dismiss").click()
    await expect(whisper).to_have_count(0)


async def test_a_bots_edit_shows_at_once_and_leaves_the_rest_alone(windows, tiny_town, slack):
    posted = await slack.chat_postMessage(channel=CARE, text="taken by nobody")
    await slack.chat_postMessage(channel=CARE, text="the one after")
    page = await windows.open(tiny_town.address)
    after = await message(page, "the one after").element_handle()
    await slack.chat_update(channel=CARE, ts=posted["ts"], text="taken by Ben")

    await expect(page.get_by_text("taken by Ben")).to_be_visible()
    assert await after.evaluate("node => node.isConnected")
    await expect(message(page, "taken by Ben").locator(".badge")).to_have_text("App")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_axe_finds_nothing_grave_in_messages(windows, tiny_town, viewport, scheme):
    page = await gallery_in(windows, tiny_town, viewport=viewport, color_scheme=scheme)
    await tiny_town.do("ben", "react", channel=CARE, ts="last", name="eyes")
    await tiny_town.do("ben", "type", channel=CARE, text=f"<@{HEED}> hello @ana :tada:")
    await expect(message(page, "hello")).to_be_visible()

    assert await grave_faults(page) == []
    is_wider = "document.documentElement.scrollWidth > innerWidth"
    assert not await page.evaluate(is_wider)

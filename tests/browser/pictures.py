"""The README's pictures, taken of today's program: `make screenshots`.

Heed is started as a newcomer starts it, and a day with it is played; each picture shows one
thing, in light and in dark. Whatever is not there when it should be ends the run with an error.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright, expect

from tests.browser.conftest import find_browser, heed_running, message, type_line

FOLDER = Path(__file__).parent.parent.parent / "docs/pictures"
SCHEMES = ("light", "dark")
SIZE = {"width": 1180, "height": 820}
TALL = SIZE | {"height": 1640}
"""Room for the guide and a whole receipt below it."""

WIDEST = 760
ROOM = 12
"""Points left around what a picture is of."""


class Album:
    """Windows in one of the two schemes, and the pictures taken in them."""

    def __init__(self, browser, address, scheme):
        self._browser, self._address, self._scheme = browser, address, scheme

    async def window(self, who, place="customer-care"):
        context = await self._browser.new_context(
            viewport=SIZE,
            color_scheme=self._scheme,
            device_scale_factor=1.5,
            reduced_motion="reduce",
        )
        page = await context.new_page()
        await page.goto(f"{self._address}/?as={who}&in={place}")
        await expect(page.locator("#sidebar [aria-current=page]")).to_be_attached()
        return page

    async def take(self, name, page, what=None):
        """The whole window, or one part of it."""
        path = FOLDER / f"{name}-{self._scheme}.png"
        clip = None
        if what:
            await what.scroll_into_view_if_needed()
            clip = await around(what)
        await page.mouse.move(0, 0)
        await page.screenshot(path=path, clip=clip)


async def around(what):
    box = await what.bounding_box()
    return {
        "x": box["x"],
        "y": box["y"] - ROOM / 2,
        "width": min(box["width"], WIDEST),
        "height": box["height"] + ROOM,
    }


async def close_the_guide(page):
    """As soon as it is there; whoever has closed it before finds a way back to it instead."""
    guide = page.get_by_role("button", name=re.compile("(Close|Show) the guide"))
    await expect(guide).to_be_visible()
    if await guide.get_attribute("aria-label") == "Close the guide":
        await guide.click()


async def play(album):
    ana = await album.window("ana")
    await expect(ana.locator("#tour")).to_be_visible()
    await album.take("start", ana)
    await ana.get_by_role("button", name="Fill it in").click()
    await ana.keyboard.press("Enter")
    await expect(message(ana, "Logged for Acme")).to_be_visible()
    await ana.set_viewport_size(TALL)
    await album.take("receipt", ana, message(ana, "Logged for Acme"))
    await ana.set_viewport_size(SIZE)
    await ana.get_by_role("button", name="Turn to the next working morning").click()
    await expect(ana.locator("#clock.turning")).to_have_count(0, timeout=60_000)
    await close_the_guide(ana)
    await nudge(album)
    await album.take("channel", ana)
    await form(album, ana)
    await tenancy(album, "ana", "home-rep")
    await tenancy(album, "chloe", "home-manager")
    await digest(album)


async def nudge(album):
    """Asked, taken, done: the same post, three times, as Ana sees what Ben does."""
    ben, ana = [await album.window(who) for who in ("ben", "ana")]
    await close_the_guide(ana)
    thank = re.compile("Thank .* at Acme")
    posts = [
        page.locator("#messages .message:not(.whisper)", has_text=thank).last for page in (ben, ana)
    ]
    his, hers = posts
    await album.take("nudge", ana, hers)
    await his.get_by_role("button", name="I'll take it").click()
    await expect(hers).to_contain_text("has it")
    await album.take("nudge-taken", ana, hers)
    await his.get_by_role("button", name="Thanked").click()
    await expect(hers).to_contain_text("thanked them")
    await album.take("nudge-done", ana, hers)


async def form(album, page):
    await type_line(page, "/heed log")
    await expect(page.get_by_role("dialog")).to_contain_text("Log a contact")
    await album.take("form", page)
    await page.keyboard.press("Escape")


async def tenancy(album, who, name):
    page = await album.window(who, "home")
    await close_the_guide(page)
    await expect(page.get_by_text("Log a contact")).to_be_visible()
    await album.take(name, page)


async def digest(album):
    page = await album.window("chloe", "dm")
    await close_the_guide(page)
    post = message(page, "Good morning, Chloe")
    await expect(post).to_be_visible()
    await album.take("digest", page, post)


async def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox"]
        )
        for scheme in SCHEMES:
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "var").mkdir()
                async with heed_running(Path(folder)) as address:
                    await play(Album(browser, address, scheme))
        await browser.close()
    sys.stderr.write("The pictures are in docs/pictures.\n")


if __name__ == "__main__":
    asyncio.run(main())

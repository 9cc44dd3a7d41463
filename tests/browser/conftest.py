"""The page in a real browser: the system's Chromium, driven by Playwright.

Left out unless this folder is asked for, as `make test-browser` does: not everybody has a browser.
"""

import asyncio
import os
import shutil
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import async_playwright, expect

from tests.browser import tiny
from tests.playground.conftest import connected, served

HERE = Path(__file__).parent
HOUSE = HERE.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 780}
GRAVE = ("serious", "critical")

expect.set_options(timeout=10_000)


def pytest_ignore_collect(config):
    is_asked_for = any("browser" in Path(given.split("::")[0]).parts for given in config.args)
    return None if is_asked_for else True


def find_browser():
    chosen = os.environ.get("CHROMIUM")
    found = chosen or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.exit(f"Install one of {', '.join(NAMES)}, or say in CHROMIUM where yours is.", 2)
    return found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox"]
        )
        yield browser
        await browser.close()


class Windows:
    """Windows on the page; what goes wrong in any of them is kept."""

    def __init__(self, browser):
        self.browser, self.wrongs, self.contexts = browser, [], []

    async def open(self, address, who="ana", place="customer-care", **look):
        context = await self.browser.new_context(**({"viewport": WIDE} | look))
        self.contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.wrongs.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.wrongs.append(said.text))
        await page.goto(f"{address}/?as={who}&in={place}")
        await expect(page.locator("#who strong")).to_be_attached()
        await expect(page.locator("#sidebar [aria-current=page]")).to_be_attached()
        return page

    async def close(self):
        for context in self.contexts:
            await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser):
    opened = Windows(browser)
    yield opened
    await opened.close()
    # A picture that is not there, a lost line and a refusal in words are told by the browser too.
    told = ("ERR_CONNECTION", "Failed to load resource", "WebSocket connection")
    assert [wrong for wrong in opened.wrongs if not any(each in wrong for each in told)] == []


@pytest_asyncio.fixture(loop_scope="session")
async def tiny_town():
    """A playground with the tiny bot, and what has reached the bot."""
    heard = []
    async with served() as town, connected(town, lambda app: tiny.listen(app, heard)):
        town.heard = heard
        yield town


@asynccontextmanager
async def heed_running(folder):
    """Heed as a newcomer starts it, in a folder of its own. Yields the page's address."""
    command = (sys.executable, str(HOUSE / "bot.py"), "run")
    away = ("SLACK_", "HEED_", "DATABASE_", "TEAMS_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    heed = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=kept | {"PYTHONPATH": str(HOUSE)}, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(60):
            told = (await heed.stdout.readline()).decode()
        yield told.partition("Open ")[2].split()[0]
    finally:
        heed.terminate()
        await heed.communicate()


async def grave_faults(page):
    """What axe calls serious or critical on the page as it stands.

    It is looked at as by somebody who wants nothing to move: what is half faded in has hardly any
    contrast yet, and something may come in at any time.
    """
    await page.emulate_media(reduced_motion="reduce")
    found = (await Axe().run(page)).response["violations"]
    return [
        (fault["id"], [node["html"] for node in fault["nodes"]])
        for fault in found
        if fault["impact"] in GRAVE
    ]


async def type_line(page, text, box="channel"):
    await page.locator(f"[data-box={box}]").fill(text)
    await page.locator(f"[data-box={box}]").press("Enter")


def message(page, words, within="#messages"):
    return page.locator(f"{within} .message", has_text=words).last


async def until(holds):
    """What has no place on the page to wait for."""
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - the bot has no event for what it has heard
            await asyncio.sleep(0.02)

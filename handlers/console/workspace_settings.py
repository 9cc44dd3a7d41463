"""`settings`: what the workspace has set, and how it is set."""

import argparse

from care import settings, undo
from care.heed import Heed, SystemCaller
from domain import plain_text
from domain.messages import Message
from domain.settings import Setting
from handlers.console import tenancies
from handlers.console.saying import say

HOW = "Change one: python bot.py settings set NAME VALUE (or reset NAME: as it came)."
TAKE_BACK = "Take it back: python bot.py settings undo"


async def carry_out(heed: Heed, typed: argparse.Namespace) -> int:
    tenancy = await tenancies.need(heed)
    match typed.what:
        case "set":
            value = " ".join(typed.value)
            return _told(await heed.do(settings.put, tenancy, typed.name, value), TAKE_BACK)
        case "reset":
            return _told(await heed.do(settings.reset, tenancy, typed.name), TAKE_BACK)
        case "undo":
            return _told(await heed.do(undo.last_setting, tenancy))
        case _:
            return await _list(heed, tenancy)


async def _list(heed: Heed, tenancy: SystemCaller) -> int:
    shown = await heed.ask(settings.show, tenancy)
    return say(*(_shown(setting, value) for setting, value in shown), HOW)


def _shown(setting: Setting, value: str) -> str:
    comes = "" if value == setting.default else f" (it comes as {setting.default})"
    bounds = f"; {setting.bounds}" if setting.bounds else ""
    why = f"{setting.title}{bounds}. Why: {setting.why}."
    return f"{setting.name} = {value}{comes}\n    {why[0].upper()}{why[1:]}"


def _told(message: Message, *more: str) -> int:
    lines = (message.headline, *(fact.line for fact in message.items))
    return say(*(plain_text.spoken(each, "/heed ") for each in lines), *more)

"""What a workspace sets: shown, put and reset; whatever follows from it is planned anew."""

from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches

from care import digests, morning_lists, numbers, replanning
from care.heed import allow
from care.registry import registry
from domain.errors import BadSetting, NoSuchSetting, Over
from domain.messages import Message, Named, line
from domain.settings import Misread, Setting
from domain.teammates import Permission
from domain.wording import receipts
from store import actions, settings, teammates
from store.work import Work

ACTION = "setting"
LIKE = 0.5
"""How much of a name has to be right for it to be what was meant."""


def show(work: Work, now: datetime) -> list[tuple[Setting, str]]:
    """Each one with its value, as it may be typed."""
    del now
    every = registry(work).settings.values()
    return [(each, each.tell(numbers.of(work, each.kind))) for each in every]


def put(work: Work, now: datetime, name: str, typed: str) -> Message:
    """Raises NoSuchSetting, BadSetting, or Over where it is so already."""
    setting = _allowed(work, name)
    current = numbers.of(work, setting.kind)
    try:
        value = setting.read(typed, current)
    except Misread as error:
        raise BadSetting(setting.name, setting.tell(current), str(error)) from None
    if value == setting.plain(current):
        raise Over(f"{setting.name} is {setting.tell(current)} already.")
    return _change(work, now, setting, lambda: settings.put(work, setting.name, value))


def reset(work: Work, now: datetime, name: str) -> Message:
    """As it comes. Raises NoSuchSetting, BadSetting, or Over where nobody has set it."""
    setting = _allowed(work, name)
    return _change(work, now, setting, lambda: settings.reset(work, setting.name))


def _allowed(work: Work, name: str) -> Setting:
    """From the command line nobody in particular asks."""
    if work.by:
        allow(work, Permission.SET_UP)
    return called(work, name)


def called(work: Work, name: str) -> Setting:
    """By its whole name, or by the end of it where only one ends so."""
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_")
    every = registry(work).settings
    found = [each for each in every if wanted in {each, each.partition(".")[2]}]
    if len(found) == 1:
        return every[found[0]]
    ends = {each.partition(".")[2]: each for each in every}
    near = found or get_close_matches(wanted, [*every, *ends], 1, LIKE)
    raise NoSuchSetting(name, [ends.get(each, each) for each in near])


def _change(work: Work, now: datetime, setting: Setting, change: Callable[[], None]) -> Message:
    before = setting.tell(numbers.of(work, setting.kind))
    change()
    after = setting.tell(numbers.of(work, setting.kind))
    if not work.changes:
        raise Over(f"Nobody has set {setting.name}: it is {before}, as it comes.")
    action_id = actions.write(work, ACTION, now, why=setting.name)
    follow(work, now)
    headline = line("⚙️ ", Named(setting.name), f" is {after} now; it was {before}.")
    undo = (receipts.undo(action_id),) if work.by else ()
    told = line(f"{setting.title[0].upper()}{setting.title[1:]}.")
    return receipts.told(headline, (told,), *undo)


def follow(work: Work, now: datetime) -> None:
    """After one was put, reset or taken back."""
    work.chosen = None
    replanning.want(work, now)
    for manager in teammates.leaders(work):
        digests.plan_next(work, now, manager)
    morning_lists.plan_all(work, now)

"""The customers of the playground, and what its guide says about them."""

import re
from pathlib import Path

from care.core_commands import COMMANDS
from care.sample import CUSTOMERS
from domain import newcomers

TEAM = Path("playground/team.json").read_text(encoding="utf-8")
KNOWN = {newcomers.read(each.typed).name: newcomers.read(each.typed) for each in CUSTOMERS}
NEW = [each.usage.example for each in COMMANDS if each.usage.name == "new"]


def people():
    return [each.contact.name for each in KNOWN.values()]


def test_no_two_of_their_people_go_by_one_first_name():
    first = [name.removeprefix("Dr ").split()[0] for name in people()]
    assert sorted(first) == sorted(set(first))


def test_whoever_is_to_be_added_is_not_there_already():
    for typed in [*NEW, *re.findall('"(new [^"]+)"', TEAM)]:
        newcomer = newcomers.read(typed.removeprefix("new "))
        assert newcomer.name not in KNOWN
        assert newcomer.contact.name not in people()


def test_whom_the_guide_tells_of_as_new_is_new():
    referred = [words.split(" to us")[0] for words in TEAM.split("referred ")[1:]]
    assert referred
    assert not KNOWN.keys() & set(referred)

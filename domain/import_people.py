"""The people whom a line of a table names, with their mail addresses and numbers."""

import re
from collections.abc import Mapping

from domain import contact_roles, newcomers
from domain.customer_fields import CONTACTS
from domain.customers import Contact
from domain.import_layout import CONTACT, NAMED_BY, OTHER
from domain.lengths import NAME
from domain.newcomers import NOBODY

_SEVERAL = re.compile(r"\s*:::\s*")
"""Between values of one kind, as address books write them."""

_AMONG = re.compile(r"\s*;\s*")
"""Between the people of one cell."""

_MAILS = re.compile(r"\s*:::\s*|[,;]\s*|\s+(?=\S*@)")


def read(cells: Mapping[str, str], troubles: list[str]) -> tuple[Contact, ...]:
    numbers = [1, *sorted(int(match[1]) for match in map(OTHER.match, cells) if match)]
    told = [{of.name: cells.get(of.of_person(at), "") for of in CONTACTS.columns} for at in numbers]
    first, *others = _AMONG.split(told[0][CONTACT])
    told[:1] = [told[0] | {CONTACT: first}, *({CONTACT: each} for each in others)]
    people = [_person(each, troubles) for each in told]
    return tuple(each for each in people if each != NOBODY)


def _person(cells: Mapping[str, str], troubles: list[str]) -> Contact:
    """Some write the mail address beside the name; what is none is in neither."""
    typed = cells.get(CONTACT) or " ".join(cells.get(each, "") for each in NAMED_BY)
    beside = [word for word in typed.split() if "@" in word]
    name = " ".join(word for word in typed.split() if word not in beside)
    mail = ""
    for word in [*_MAILS.split(cells.get("mail", "").strip()), *beside]:
        bare = word.strip(newcomers.AROUND_MAIL)
        if bare and (trouble := newcomers.no_mail(bare, mail)):
            troubles.append(trouble)
        else:
            mail = mail or bare
    if len(name) > NAME:
        troubles.append(f"a person's name of {len(name):,} characters is left out")
        name = ""
    phone, *others = _SEVERAL.split(cells.get("phone", "").strip())
    troubles += [f"“{each}” is a second phone number" for each in others if each != phone]
    role = contact_roles.called(cells.get("role", ""))
    return Contact(name=telling(name), mail=mail, phone=telling(phone), role=role)


def telling(cell: str) -> str:
    """Without what stands in a cell only to fill it, such as a dash."""
    return cell.strip() if any(map(str.isalnum, cell)) else ""

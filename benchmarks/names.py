"""Names of customers that nobody has to invent a hundred thousand times."""

import random
from collections.abc import Iterator
from itertools import islice

SEED = 68
BEGIN = "Al Ber Cor Dal El Fer Gran Hol Ir Jor Kel Lor Mar Nor Or Pel Quin Ros Sal Tor Ul Ver Wilm"
MIDDLE = "a e i o u an en in on ar er ir or al el il ol"
END = "by co dan fax gon ham ix kin lon max nex pol ris son tek ton vess wick"
KINDS = "Books Cafés Dental Energy Foods Gardens Hotels Logistics Media Partners Textiles"
FORMS = "Ltd|GmbH|Inc|& Sons|Group|"


def names(count: int) -> list[str]:
    """Always the same ones; each once."""
    return list(islice(_endless(random.Random(SEED)), count))  # noqa: S311 - no secret in it


def _endless(dice: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        word = "".join(dice.choice(part.split()) for part in (BEGIN, MIDDLE, END, MIDDLE, END))
        name = f"{word} {dice.choice(KINDS.split())} {dice.choice(FORMS.split('|'))}".strip()
        if word not in seen:
            seen.add(word)
            yield name


def misspelt(name: str) -> str:
    """Two letters of its first word change places."""
    return name[:2] + name[3] + name[2] + name[4:]

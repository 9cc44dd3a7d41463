"""How well twins of a complaint are found: 500 that were generated, and 30 written by hand.

The wordings are three a cause. They were seen while the rule was tuned: fresh ones may do worse.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from features.causes.rules import DEFAULT, told
from features.twins.rules import Said, twins

SEED = 11
NUMBER = 500
WORDINGS = {
    "late delivery": (
        "{} was due a fortnight ago and is overdue",
        "where is our {}? It should have arrived last week, now it is delayed once more",
        "the lorry with the {} came ten days late",
    ),
    "out of stock": (
        "we could not supply the {}, it is out of stock",
        "the {} they need has been unavailable since spring",
        "told that the {} was on backorder",
    ),
    "defective": (
        "{} arrived damaged",
        "the {} stopped working after an hour",
        "found a crack: the {} is faulty",
    ),
    "return": (
        "she asks why she can not return the {}",
        "they sent the {} back a month ago and heard nothing",
        "refused to exchange the {} for a smaller one",
    ),
    "billing": (
        "the invoice shows the {} at the old price",
        "overcharged for the {}",
        "paid twice for the {} and no credit note so far",
    ),
    "attitude": (
        "felt treated like a fool when he spoke about the {}",
        "our salesman was rude to her about the {}",
        "an arrogant answer to a simple question about the {}",
    ),
    "not called back": (
        "waited all week to be called back about the {}",
        "nobody rang about the {} although we said so",
        "left four messages on the {}, never heard back",
    ),
    "nobody reachable": (
        "forty minutes on hold to ask about the {}",
        "could not reach anyone about the {}",
        "the hotline for the {} is engaged all day",
    ),
    "hard to buy": (
        "tried to buy the {} and the checkout froze",
        "the {} can not be found on the website",
        "ordering the {} was far too complicated",
    ),
}
PRODUCTS = tuple(Path(__file__).with_name("products.txt").read_text().splitlines())
BY_HAND = (
    ("a", "The espresso machine you delivered leaks all over the counter"),
    ("a", "Espresso machine broken again, water everywhere"),
    ("b", "Still no sign of the oak flooring, it should have been here on the 3rd, you are late"),
    ("b", "oak flooring overdue, the builders stand around"),
    ("c", "We were billed for the maintenance contract twice"),
    ("c", "Invoice for the maintenance contract is double what we signed"),
    ("d", "Your driver was rude when he unloaded the gravel"),
    ("d", "unfriendly man with the gravel lorry, shouted at my wife"),
    ("e", "Nobody called back about the sprinkler quote"),
    ("e", "promised to call about the sprinkler, no reply since"),
    ("f", "tried the checkout five times for the yoga mats, it crashes"),
    ("f", "website does not let me order yoga mats"),
    ("g", "The vaccine fridge is out of stock, and the clinic opens on Monday"),
    ("g", "vaccine fridge sold out?! You said there were plenty"),
    ("h", "I want to return the hiking boots, they pinch"),
    ("h", "sent the hiking boots back, still no word on it"),
    ("i", "the greenhouse panels arrived scratched"),
    ("i", "two greenhouse panels cracked in the box"),
    ("j", "hold music for half an hour only to ask about our fibre line"),
    ("j", "fibre line is down and the hotline is engaged"),
    ("k", "the wedding cake was delivered late"),
    ("l", "overcharged for the dental crown"),
    ("m", "The choir robes smell of smoke"),
    ("n", "no one picks up at the marina desk"),
    ("o", "The tutor was condescending to our son"),
    ("p", "we cannot log in to the tax portal"),
    ("q", "ran out of insulin pens, nobody told us"),
    ("r", "wheelchair ramp: wrong size"),
    ("s", "you never called about the kayak hire"),
    ("t", "returned the violin, no refund"),
)


class Found(NamedTuple):
    """Shares of what there was to find, and of what was listed."""

    recall: float
    false: float


def generated() -> list[tuple[str, str]]:
    """(what it is about, its words): twins are about one cause and product."""
    chance = random.Random(SEED)  # noqa: S311 - it only has to be the same each time
    about = [(cause, product) for cause in WORDINGS for product in PRODUCTS]
    chance.shuffle(about)
    rows: list[tuple[str, str]] = []
    for cause, product in about:
        some = chance.sample(WORDINGS[cause], chance.choice((1, 1, 2, 3)))
        rows += [(f"{cause}: {product}", words.format(product)) for words in some]
    rows = rows[:NUMBER]
    chance.shuffle(rows)
    return rows


def measure(rows: Sequence[tuple[str, str]]) -> Found:
    """Each is opened as if all others were there already."""
    said = [
        Said(id=id_, customer_id=id_, words=words, causes=told(words, DEFAULT))
        for id_, (_, words) in enumerate(rows)
    ]
    planted = found = listed = false = 0
    for new in said:
        true = {
            each.id for each in said if each.id != new.id and rows[each.id][0] == rows[new.id][0]
        }
        shown = {each.id for each in twins(new, said)}
        planted, found = planted + len(true), found + len(true & shown)
        listed, false = listed + len(shown), false + len(shown - true)
    return Found(recall=found / planted, false=false / listed)


def main() -> None:
    for name, rows in (("generated", generated()), ("by hand", BY_HAND)):
        told_ = measure(rows)
        shares = f"recall {told_.recall:.2f}, false in the lists {told_.false:.2f}"
        Console().print(f"{len(rows)} {name}: {shares}")


if __name__ == "__main__":
    main()

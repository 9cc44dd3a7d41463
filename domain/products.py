"""Products and services, as people list them."""

from collections.abc import Iterable

MOST = 20
"""Of one list; what is more is no list of products."""

LONGEST = 60


def listed(text: str) -> list[str]:
    """Each once, as it was written first."""
    found: dict[str, str] = {}
    for each in text.split(","):
        product = " ".join(each.split())
        if 0 < len(product) <= LONGEST:
            found.setdefault(key(product), product)
    return list(found.values())[:MOST]


def told(products: Iterable[str]) -> str:
    """As it may be typed."""
    return ", ".join(products)


def key(product: str) -> str:
    """By which *Lamp* and *lamps* are one."""
    return product.casefold().removesuffix("s")


def missing(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """What of these is not among those known."""
    keys = set(map(key, known))
    return [each for each in wanted if key(each) not in keys]

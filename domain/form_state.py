"""Short marks of what a form was opened with: what still has its mark, nobody has touched since."""

import base64
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2s

WIDTH = 6
"""Characters of a mark; two texts have the same one once in two thousand million times."""


def carry(values: Mapping[str, Iterable[str]]) -> str:
    """Every field's values, as `Opened` knows them again."""
    return json.dumps({name: "".join(map(_mark, each)) for name, each in values.items()})


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What each field held when its form was opened."""

    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, carried: str) -> "Opened":
        """Nothing, where that isn't what was carried."""
        with suppress(ValueError, AttributeError, TypeError):
            read = json.loads(carried)
            return cls(marks={name: frozenset(_parts(each)) for name, each in read.items()})
        return cls()

    def held(self, name: str, value: str) -> bool:
        return _mark(value) in self.marks.get(name, ())


def _mark(text: str) -> str:
    """Platforms may change the space between words."""
    digest = blake2s(" ".join(text.split()).encode(), digest_size=4).digest()
    return base64.b64encode(digest).decode()[:WIDTH]


def _parts(marks: str) -> Iterable[str]:
    return (marks[at : at + WIDTH] for at in range(0, len(marks), WIDTH))

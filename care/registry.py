"""What the features have registered, checked once at start: nothing is declared twice."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from care.feature import Act, Command, Feature, PlainCommand, Press
from domain.commands import Usages
from store.work import Work

V = TypeVar("V")


class DeclaredTwice(Exception):
    """Two features register the same name: one of them has to be called otherwise."""


class Registry:
    """Of all features, the core's own declaration included. Frozen once it is built."""

    def __init__(self, features: Iterable[Feature]) -> None:
        """Raises DeclaredTwice."""
        self.features = tuple(features)
        _once(("feature", each.name, each) for each in self.features)
        commands = [each for feature in self.features for each in feature.commands]
        commands.sort(key=lambda each: each.usage.rank)
        self.commands: Mapping[str, Command | PlainCommand] = MappingProxyType(
            _once(("command", each.usage.name, each) for each in commands)
        )
        self.presses: Mapping[str, Press] = self._joined("presses")
        self.opens: Mapping[str, Act] = self._joined("opens")
        self.submits: Mapping[str, Act] = self._joined("submits")
        self.usages: Usages = {each.usage.name: each.usage for each in commands}

    def _joined(self, of: str) -> Mapping[str, V]:
        """One mapping of every feature's of that name."""
        pairs = ((of, key, it) for each in self.features for key, it in getattr(each, of).items())
        return MappingProxyType(_once(pairs))


def _once(declared: Iterable[tuple[str, str, V]]) -> dict[str, V]:
    found: dict[str, V] = {}
    for what, name, value in declared:
        if name in found:
            raise DeclaredTwice(f"{what}: {name}")
        found[name] = value
    return found


def registry(work: Work) -> Registry:
    """With which Heed was built."""
    return cast("Registry", work.registry)

"""What a workspace may set: the numbers that a rule reads, each with its bounds and its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError


class Numbers(BaseModel):
    """What belongs to one rule. A field's title says what it is, with its unit; its description,
    why it is as it is.

    In titles, hours and days are working hours and working days of the customer's owner, unless
    they are called days of the calendar.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    group: ClassVar[str]


N = TypeVar("N", bound=Numbers)


@dataclass(frozen=True)
class Chosen:
    """A workspace's own values, by their names; whatever it has not set is as it comes."""

    values: Mapping[str, Any] = field(default_factory=dict)
    _read: dict[type[Numbers], Numbers] = field(default_factory=dict, compare=False, repr=False)

    def of(self, kind: type[N]) -> N:
        if kind not in self._read:
            self._read[kind] = self._build(kind)
        return cast("N", self._read[kind])

    def _build(self, kind: type[N]) -> N:
        """A value that this version's bounds no longer allow is as if it had not been set."""
        names = {name: f"{kind.group}.{name}" for name in kind.model_fields}
        own = {name: self.values[full] for name, full in names.items() if full in self.values}
        try:
            return kind(**own)
        except ValidationError as error:
            wrong = {each["loc"][0] for each in error.errors() if each["loc"]} or set(own)
            return kind(**{name: own[name] for name in own.keys() - wrong})


DEFAULTS = Chosen()
"""Of a workspace that has set nothing."""

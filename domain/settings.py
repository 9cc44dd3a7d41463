"""What a workspace may set: the numbers that a rule reads, each with its bounds and its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar, cast

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo


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


class Misread(ValueError):
    """What was typed is no value for that setting; says what is."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One field of a rule's numbers, as people see and set it."""

    kind: type[Numbers]
    field: str

    @property
    def name(self) -> str:
        return f"{self.kind.group}.{self.field}"

    @property
    def title(self) -> str:
        return self._info.title or self.name

    @property
    def why(self) -> str:
        return self._info.description or ""

    @property
    def default(self) -> str:
        """As it comes."""
        return self.tell(self.kind())

    @property
    def bounds(self) -> str:
        """In words; empty where there are none."""
        metadata = self._info.metadata
        least = [each.ge for each in metadata if isinstance(each, Ge)]
        most = [each.le for each in metadata if isinstance(each, Le)]
        return f"from {least[0]} to {most[0]}" if least and most else ""

    @property
    def _info(self) -> FieldInfo:
        return self.kind.model_fields[self.field]

    def plain(self, numbers: Numbers) -> Any:
        """Its value among these, as it is kept."""
        return numbers.model_dump(mode="json")[self.field]

    def tell(self, numbers: Numbers) -> str:
        """Its value among these, as it may be typed."""
        plain = self.plain(numbers)
        return ", ".join(map(str, plain)) if isinstance(plain, list) else str(plain)

    def read(self, typed: str, numbers: Numbers) -> Any:
        """A plain value that goes with the others; raises Misread."""
        plain = numbers.model_dump(mode="json") | {self.field: typed.strip()}
        try:
            return self.plain(self.kind(**plain))
        except ValidationError as error:
            raise Misread(self._why(error)) from None

    def _why(self, error: ValidationError) -> str:
        """What our own rules say, else what may be written."""
        own = [each["ctx"]["error"] for each in error.errors() if each["type"] == "value_error"]
        if own:
            return str(own[0])
        like = f"a whole number {self.bounds}" if self.bounds else f"it like {self.default}"
        return f"write {like}"


def settings_of(kind: type[Numbers]) -> list[Setting]:
    return [Setting(kind=kind, field=name) for name in kind.model_fields]


def read_numbers(typed: object) -> object:
    """Several, as somebody writes them; raises ValueError."""
    if not isinstance(typed, str):
        return typed
    words = typed.replace(",", " ").split()
    if not all(word.isdecimal() for word in words):
        raise ValueError("write whole numbers, like 1, 3, 7, 14")
    return tuple(map(int, words))

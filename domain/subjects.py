"""What a nudge, a touch or a post is about, beside its customer."""

from typing import NamedTuple


class Subject(NamedTuple):
    """One row of a feature: `kind` is the name under which the feature registers it."""

    kind: str
    id: int


def subject(kind: str | None, id_: int | None) -> Subject | None:
    """From its two columns, which are set together or not at all."""
    return Subject(kind, id_) if kind is not None and id_ is not None else None


def columns(about: Subject | None) -> dict[str, str | int | None]:
    """Its two columns."""
    return {
        "subject_kind": about.kind if about else None,
        "subject_id": about.id if about else None,
    }

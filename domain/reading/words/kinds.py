"""How a contact was made: what was done (somebody called), and what it is called (a call)."""

from dataclasses import dataclass

from domain.reading.tables import sections
from domain.touches import Kind


@dataclass(frozen=True, kw_only=True)
class Contact:
    """`done`: the words say that it took place; else they only name it ("a call")."""

    kind: Kind
    done: bool


_FILES = {kind: sections(kind.name.lower()) for kind in Kind}

TABLE = {
    Contact(kind=kind, done=heading == "done"): text[heading]
    for kind, text in _FILES.items()
    for heading in ("done", "named")
    if heading in text
}
RULED_OUT = ",".join(text["not"] for text in _FILES.values() if "not" in text)

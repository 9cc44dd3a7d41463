"""Reading what somebody typed about a contact: rules over tables of words, and nothing else."""

from domain.reading.line import read
from domain.reading.passages import Acquaintance, Party, nobody
from domain.reading.replies import reads_as_contact

__all__ = ["Acquaintance", "Party", "nobody", "read", "reads_as_contact"]

"""Reading what somebody typed about a contact: rules over tables of words, and nothing else."""

from domain.reading.line import read
from domain.reading.names import NOBODY, Names, Party, everybody
from domain.reading.reports import reads_as_contact

__all__ = ["NOBODY", "Names", "Party", "everybody", "read", "reads_as_contact"]

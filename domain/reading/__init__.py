"""Reading what somebody typed about a contact: rules over tables of words. A second reader, learned
from labelled lines, only suggests (`classifier.py`).
"""

from domain.reading.errands import Errand, errand
from domain.reading.line import read
from domain.reading.names import NOBODY, Names, Party, everybody
from domain.reading.reports import reads_as_contact

__all__ = ["NOBODY", "Errand", "Names", "Party", "errand", "everybody", "read", "reads_as_contact"]

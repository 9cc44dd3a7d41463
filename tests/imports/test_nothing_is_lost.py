"""Of any table each cell stands in the line that is read, or is counted as not taken."""

import csv
import io
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain import import_headings
from domain.errors import NotUnderstood
from handlers.console import tables as files

KINDS = (
    *("COMPANY", "CUSTOMER", "ANY_NAME", "CONTACT", "FIRST_NAME", "MIDDLE_NAME", "LAST_NAME"),
    *("MAIL", "PHONE", "ALIASES", "OWNER"),
)
HEADINGS = [
    (kind, " ".join(word.split()))
    for kind in KINDS
    for word in getattr(import_headings, kind).split(",")[:2]
]
"""Few of each kind, so that several are of one."""
UNKNOWN = [("", "City"), ("", ""), ("", "Notes")]


@settings(max_examples=200)
@given(
    headings=st.lists(st.sampled_from(HEADINGS + UNKNOWN), min_size=1, max_size=8),
    filled=st.lists(st.lists(st.booleans(), min_size=8, max_size=8), min_size=1, max_size=4),
)
def test_each_cell_is_read_or_counted(tmp_path_factory, headings, filled):
    cells = [
        [
            f"T{line}x{at}{'@x.com' * (kind == 'MAIL')}" * flags[at]
            for at, (kind, _) in enumerate(headings)
        ]
        for line, flags in enumerate(filled)
    ]
    out = io.StringIO()
    csv.writer(out).writerows([[heading for _, heading in headings], *cells])
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    try:
        table = files.read(path, ZoneInfo("UTC"))
    except NotUnderstood:
        return
    told = " ".join([*map(str, table.rows), *table.remarks])
    missing = [cell for line in cells for cell in line if cell and cell not in told]
    assert len(missing) == sum(fate.left for fate in table.fates)

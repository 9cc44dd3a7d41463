"""Tables and charts (reference: table-block, data-table-block, data-visualization-block)."""

from dataclasses import dataclass
from typing import Any

from playground.blocks.elements import RICH_TEXT
from playground.blocks.objects import ID
from playground.blocks.rules import equally_long_rows, plain_header_row, points_for_categories
from playground.blocks.shapes import (
    Choice,
    Faults,
    Flag,
    Kinds,
    Many,
    Number,
    Shape,
    Text,
    Thing,
    kinds,
)


@dataclass(frozen=True, kw_only=True)
class OrNull:
    of: Shape

    def faults(self, value: Any, at: str) -> Faults:
        return iter(()) if value is None else self.of.faults(value, at)


VALUE = Number(is_whole=False)
CELL = Kinds(
    of={
        **kinds(
            raw_text=Thing(needs={"text": Text(least=1)}),
            raw_number=Thing(needs={"value": VALUE}, may={"text": Text(least=1)}),
        ).of,
        **RICH_TEXT.of,
    }
)
ROW = Many(of=CELL, most=20, least=1)
COLUMN = Thing(may={"align": Choice(values=("left", "center", "right")), "is_wrapped": Flag()})
TABLE = Thing(
    needs={"rows": Many(of=ROW, most=100, least=1)},
    may={"block_id": ID, "column_settings": Many(of=OrNull(of=COLUMN), most=20)},
)
DATA_TABLE = Thing(
    # The header and at most 100 rows; a newer page says 200.
    needs={"caption": Text(least=1), "rows": Many(of=ROW, most=101, least=2)},
    may={
        "block_id": ID,
        "page_size": Number(least=1, most=100),
        "row_header_column_index": Number(least=0),
    },
    rules=(equally_long_rows, plain_header_row),
)

LABEL = Text(most=20, least=1)
POINT = Thing(needs={"label": LABEL, "value": VALUE})
SEGMENT = Thing(needs={"label": LABEL, "value": Number(is_whole=False, least=0)})
SERIES = Thing(needs={"name": LABEL, "data": Many(of=POINT, most=20, least=1)})
AXES = Thing(
    needs={"categories": Many(of=LABEL, most=20, least=1)},
    may={"x_label": Text(most=50), "y_label": Text(most=50)},
)
GRAPH = Thing(
    # Six, says the older reference; a newer one twelve.
    needs={"series": Many(of=SERIES, most=6, least=1), "axis_config": AXES},
    rules=(points_for_categories,),
)
CHART = kinds(
    pie=Thing(needs={"segments": Many(of=SEGMENT, most=6, least=1)}),
    bar=GRAPH,
    area=GRAPH,
    line=GRAPH,
)
CHARTS = Thing(needs={"title": Text(most=50, least=1), "chart": CHART}, may={"block_id": ID})

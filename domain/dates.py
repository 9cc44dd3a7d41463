"""Which of a day's figures comes first: 12/11 is in November here, and in December there."""

import re
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from domain.settings import Numbers

MONTH_FIRST = re.compile(
    r"America/(?:New_York|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Adak"
    r"|Sitka|Detroit|Menominee|Indiana/.*|Kentucky/.*|North_Dakota/.*)"
    r"|US/.*|Pacific/(?:Honolulu|Guam)|Asia/Manila"
)
"""The zones of the countries that write the month first: the United States and the Philippines."""

_FIGURES = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}(?!\d)")


class Order(StrEnum):
    BY_ZONE = "by zone"
    DAY = "day"
    MONTH = "month"


class DateNumbers(Numbers):
    group: ClassVar[str] = "dates"

    first: Order = Field(
        default=Order.BY_ZONE,
        title="what comes first in a date like 12/11: day, month, or by zone",
        description="only the United States and the Philippines write the month first (CLDR)",
    )

    def is_month_first(self, zone: str) -> bool:
        """`zone` is the workspace's."""
        if self.first is Order.BY_ZONE:
            return bool(MONTH_FIRST.fullmatch(zone))
        return self.first is Order.MONTH


def may_be_two(words: str) -> bool:
    """Whether they hold a date that depends on the order."""
    return bool(_FIGURES.search(words))

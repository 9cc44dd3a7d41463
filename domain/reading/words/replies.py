"""What people answer under a reminder, by heading, from the plain file beside this one."""

from pathlib import Path

from domain.reading.words.lists import listed, sections
from domain.reading.words.ordinary import DAYS, TIMES

_TOLD = sections(Path(__file__).with_suffix(".txt"))

DONE, TAKE = _TOLD["done"], _TOLD["take"]
PUT_OFF, STRONGLY = _TOLD["put off"], _TOLD["put off strongly"]
WAIVED, DISMISSED, NOT_WAIVED = _TOLD["waived"], _TOLD["dismissed"], _TOLD["not waived"]
SILENT, ASTRAY = _TOLD["silent"], _TOLD["astray"]
NO_HEADS, DOUBTFUL = _TOLD["not heads"], _TOLD["doubtful"]

LIGHT = (DAYS | TIMES | listed(_TOLD["light"])) - listed("well not never no")
LATER_LIGHT = listed(_TOLD["light beside a day"])
SINCE, ALONE, ASKS, THANKING = (
    listed(_TOLD[each]) for each in ("since", "alone", "asks", "thanking")
)
PLANS, PLANNED = listed(_TOLD["plans"]), listed(_TOLD["planned"])

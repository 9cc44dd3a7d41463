"""Absences: whoever is away has their reminders wait, or somebody stand in."""

from care.feature import Alarm, Feature
from features.absences import actions
from features.absences.rules import BEGINS, ENDS

FEATURE = Feature(
    name="absences",
    commands=actions.COMMANDS,
    opens={"away.ask": actions.ask},
    submits={"away.keep": actions.keep},
    alarms={BEGINS: Alarm(ring=actions.ring), ENDS: Alarm(ring=actions.ring)},
    undo=actions.UNDO,
)

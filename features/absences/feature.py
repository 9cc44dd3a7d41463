"""Absences: whoever is away has their reminders wait, or somebody stand in."""

from care.feature import Alarm, Feature, PostKind, Press
from features.absences import actions
from features.absences.rules import BEGINS, ENDS, TOLD

FEATURE = Feature(
    name="absences",
    commands=actions.COMMANDS,
    opens={"away.ask": actions.ask},
    submits={"away.keep": actions.keep},
    presses={"away.decline": Press(act=actions.decline)},
    posts={TOLD: PostKind(render=actions.say, is_private=True)},
    alarms={
        BEGINS: Alarm(ring=actions.ring),
        ENDS: Alarm(ring=actions.ring),
        TOLD: Alarm(ring=actions.tell),
    },
    undo=actions.UNDO,
)

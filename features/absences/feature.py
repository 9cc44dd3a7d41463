"""Absences: whoever is away has their reminders wait, or somebody stand in."""

from care.feature import Alarm, Feature, PostKind, Press
from features.absences import actions, views
from features.absences.rules import ASKED, BEGINS, ENDS, TOLD

FEATURE = Feature(
    name="absences",
    commands=actions.COMMANDS,
    opens={"away.ask": actions.ask},
    submits={"away.keep": actions.keep},
    presses={
        "away.decline": Press(act=actions.decline),
        "away.hold": Press(act=actions.hold),
    },
    posts={
        ASKED: PostKind(render=views.say_asked, is_private=True),
        TOLD: PostKind(render=views.say, is_private=True),
    },
    when_away=actions.hear,
    alarms={
        BEGINS: Alarm(ring=actions.ring),
        ENDS: Alarm(ring=actions.ring),
        TOLD: Alarm(ring=actions.tell),
    },
    undo=actions.UNDO,
)

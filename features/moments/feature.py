"""Moments of Truth: each rung's questions for a customer, and the company's own audit."""

from care.feature import Alarm, Feature, PostKind, Press
from features.moments import actions, views
from features.moments.rules import GAP, TICK, MomentNumbers

FEATURE = Feature(
    name="moments",
    numbers=(MomentNumbers,),
    commands=actions.COMMANDS,
    presses={
        "moments.tick": Press(act=actions.tick),
        "moments.plug": Press(act=actions.plug),
    },
    opens={"moments.ask": actions.ask},
    submits={"moments.keep": actions.keep},
    posts={
        GAP: PostKind(render=actions.say, is_pointless=actions.is_plugged, is_private=True),
    },
    owns=(TICK,),
    card=views.on_card,
    alarms={GAP: Alarm(ring=actions.remind)},
    undo=actions.UNDO,
)

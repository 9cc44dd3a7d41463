"""Pauses: whoever is to be left alone for a while, or asked not to be contacted."""

from care.feature import Alarm, Feature, Press
from features.pauses import actions
from features.pauses.rules import OVER

FEATURE = Feature(
    name="pauses",
    commands=actions.COMMANDS,
    presses={"pause.resume": Press(act=actions.press)},
    card=actions.on_card,
    follow=actions.follow,
    alarms={OVER: Alarm(ring=actions.end)},
    undo=actions.UNDO,
)

"""Wishes and ideas: whose they are, thanks for telling us, and *you said, we did*."""

from care.feature import Feature, Press
from features.wishes import actions
from features.wishes.rules import NAME, TABLE
from features.wishes.words import ASK

FEATURE = Feature(
    name=NAME,
    commands=actions.COMMANDS,
    presses={"wish.thanked": Press(act=actions.thanked)},
    opens={ASK: actions.ask},
    submits={"wish.grant": actions.grant},
    owns=(TABLE,),
    told=actions.told,
    undo=actions.UNDO,
)

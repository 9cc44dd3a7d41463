"""Brief: what to know before a call, in at most ten lines, each with its source."""

from care.feature import Feature, Press
from features.brief import actions, views

FEATURE = Feature(
    name="brief",
    commands=actions.COMMANDS,
    presses={"brief.show": Press(act=actions.show, changes=False)},
    card=views.on_card,
)

"""Causes of complaints: offered from the words, ticked through, and removed for good."""

from care.feature import Feature, PostKind, Press
from features.causes import actions, views
from features.causes.rules import ABOUT, NAME, TICKED, CauseNumbers
from features.causes.words import ASK

FEATURE = Feature(
    name=NAME,
    numbers=(CauseNumbers,),
    commands=actions.COMMANDS,
    presses={"policy.tick": Press(act=actions.tick)},
    opens={ASK: actions.ask},
    submits={"cause.remove": actions.remove},
    posts={
        actions.WARNING: PostKind(
            render=views.say_warning, is_pointless=views.is_over, is_private=True
        )
    },
    owns=(TICKED,),
    about={ABOUT: views.about},
    follow=actions.follow,
    undo=actions.UNDO,
)

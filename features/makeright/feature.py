"""Make it right: what a rep may give for a complaint, and what a manager is asked for."""

from care.feature import Alarm, Feature, PostKind, Press
from features.makeright import actions, views
from features.makeright.rules import ABOUT, ANSWERED, ASKED, NAME, TABLE, WAITS, MakeRightNumbers

FEATURE = Feature(
    name=NAME,
    numbers=(MakeRightNumbers,),
    commands=actions.COMMANDS,
    presses={
        "makeright.agree": Press(act=actions.agree),
        "makeright.refuse": Press(act=actions.refuse),
    },
    posts={
        ASKED: PostKind(render=views.say_asked, is_pointless=views.is_over, is_private=True),
        ANSWERED: PostKind(render=views.say_answered, is_private=True),
    },
    owns=(TABLE,),
    follow=actions.follow,
    about={ABOUT: views.about},
    alarms={WAITS: Alarm(ring=actions.remind)},
    undo=actions.UNDO,
)

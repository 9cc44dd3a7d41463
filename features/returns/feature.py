"""Return every contact: whoever turns to us, on whatever rung, is answered in time."""

from care.feature import Feature, PostKind, Press
from features.returns import actions
from features.returns.play import PLAYS
from features.returns.rules import NAME
from features.returns.words import LATE, OPEN

FEATURE = Feature(
    name="returns",
    plays=PLAYS,
    late={NAME: actions.when_late},
    presses={"return.answered": Press(act=actions.answered)},
    posts={
        OPEN: PostKind(render=actions.say_open, is_pointless=actions.is_over),
        LATE: PostKind(render=actions.say_late, is_pointless=actions.is_over, is_private=True),
    },
    receipt=actions.offer,
)

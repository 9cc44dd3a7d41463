"""The ladder: who moves, by what evidence, and how all stand on it."""

from care.feature import Feature, Loader, Press, Section
from features.ladder import actions, rows, views
from features.ladder.rules import KIND, Move
from features.ladder.words import SECTION

FEATURE = Feature(
    name="ladder",
    loads=(Loader(kind=Move, part=rows.FOR_PLANNING),),
    commands=(*actions.COMMANDS, views.LADDER),
    presses={
        "ladder.back": Press(act=actions.back),
        "ladder.lift": Press(act=actions.lift),
    },
    owns=(KIND,),
    card=views.on_card,
    told=actions.told,
    digest={
        SECTION: Section(rank=31, lines=lambda *_: (), opened=views.opened, counted=views.counted)
    },
    follow=actions.follow,
    undo=actions.UNDO,
)

"""Lost customers: why they left, and when to try to win them back."""

from care.feature import Feature, Loader, Press, Section
from features.lost import actions, rows, views
from features.lost.play import PLAYS
from features.lost.rules import KIND, Lost

FEATURE = Feature(
    name="lost customers",
    plays=PLAYS,
    loads=(Loader(kind=Lost, part=rows.FOR_PLANNING),),
    commands=actions.COMMANDS,
    presses={
        "lost.mark": Press(act=actions.mark),
        "lost.why": Press(act=actions.change_why),
    },
    owns=(KIND,),
    card=views.on_card,
    told=actions.told,
    digest={
        KIND: Section(rank=30, lines=lambda *_: (), opened=views.opened, counted=views.counted)
    },
    follow=actions.follow,
    undo=actions.UNDO,
)

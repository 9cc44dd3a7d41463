"""At risk: whoever may leave us is marked, called, and named in the digest."""

from care.feature import Alarm, Feature, Loader, Press, Section
from features.risk import actions, rows, views
from features.risk.play import PLAYS
from features.risk.rules import KIND, PASSES, Over, Telling
from features.risk.words import SECTION

FEATURE = Feature(
    name="risk",
    plays=PLAYS,
    loads=(
        Loader(kind=Over, part=rows.FOR_PLANNING),
        Loader(kind=Telling, part=rows.TELLING),
    ),
    presses={"risk.well": Press(act=actions.well)},
    owns=(KIND,),
    card=views.on_card,
    digest={
        SECTION: Section(rank=12, lines=views.in_digest, opened=views.opened, counted=views.counted)
    },
    follow=actions.follow,
    alarms={PASSES: Alarm(ring=actions.pass_)},
    undo=actions.UNDO,
)

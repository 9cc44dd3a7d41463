"""What else could help: what customers and members bought, and what they were never offered."""

from care.feature import Feature, Loader, Press
from features.offers import actions, rows, views, words
from features.offers.play import PLAYS
from features.offers.rules import NAME, TABLE, Offered

FEATURE = Feature(
    name="offers",
    plays=PLAYS,
    loads=(Loader(kind=Offered, part=rows.FOR_PLANNING),),
    done={NAME: actions.done},
    presses={"offers.open": Press(act=views.show, changes=False)},
    owns=(TABLE,),
    card=views.on_card,
    brief=words.in_brief,
)

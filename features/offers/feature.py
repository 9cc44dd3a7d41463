"""What else could help: what customers and members bought, and what they were never offered."""

from care.feature import Feature, Loader
from features.offers import actions, rows
from features.offers.play import PLAYS
from features.offers.rules import NAME, TABLE, Offered

FEATURE = Feature(
    name="offers",
    plays=PLAYS,
    loads=(Loader(kind=Offered, part=rows.FOR_PLANNING),),
    done={NAME: actions.done},
    owns=(TABLE,),
    follow=actions.follow,
)

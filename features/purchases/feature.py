"""Purchases: what lines say for sure was bought, what was paid, and whether that is yearly."""

from care.feature import Feature, Loader, Press
from features.purchases import actions, rows, views
from features.purchases.rules import TABLE, Purchase

FEATURE = Feature(
    name="purchases",
    loads=(Loader(kind=Purchase, part=rows.FOR_PLANNING),),
    presses={"purchase.back": Press(act=actions.back)},
    owns=(TABLE,),
    card=views.on_card,
    told=actions.told,
    follow=actions.follow,
    undo=actions.UNDO,
)

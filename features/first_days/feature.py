"""The first hundred days: whoever has bought for the first time hears from us, step by step."""

from care.feature import Alarm, Feature, Loader
from features.first_days import actions, rows, views
from features.first_days.play import PLAYS
from features.first_days.rules import NEXT, FirstPurchase

FEATURE = Feature(
    name="first days",
    plays=PLAYS,
    loads=(Loader(kind=FirstPurchase, part=rows.FIRST),),
    card=views.on_card,
    follow=actions.follow,
    alarms={NEXT: Alarm(ring=actions.take_over)},
)

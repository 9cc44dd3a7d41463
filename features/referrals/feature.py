"""Referrals: who was recommended by whom, and thanks when they buy."""

from care.feature import Alarm, Feature, Loader, Press
from features.referrals import actions, rows, views
from features.referrals.play import PLAYS
from features.referrals.rules import BOUGHT, KIND, Referral

FEATURE = Feature(
    name="referrals",
    plays=PLAYS,
    loads=(Loader(kind=Referral, part=rows.FOR_PLANNING),),
    presses={"referral.add": Press(act=actions.add)},
    owns=(KIND,),
    card=views.on_card,
    receipt=actions.offer,
    follow=actions.follow,
    alarms={BOUGHT: Alarm(ring=actions.thank)},
    undo=actions.UNDO,
)

"""Satisfaction: what customers say of us, in three classes, and how to bring each one class up."""

from care.feature import Alarm, Feature, Loader, Press
from features.satisfaction import actions, rows, views
from features.satisfaction.rules import EXPIRES, NAME, TABLE, Rating, SatisfactionNumbers

FEATURE = Feature(
    name=NAME,
    numbers=(SatisfactionNumbers,),
    loads=(Loader(kind=Rating, part=rows.FOR_PLANNING),),
    commands=actions.COMMANDS,
    presses={
        "pulse.choose": Press(act=actions.choose),
        "pulse.earlier": Press(act=views.earlier, changes=False),
        "pulse.of": Press(act=actions.of_contact),
    },
    opens={"pulse.ask": actions.ask, "pulse.ask_score": actions.ask_score},
    submits={"pulse.note": actions.submit},
    owns=(TABLE,),
    card=views.on_card,
    told=actions.told,
    follow=actions.follow,
    verdict=actions.hear,
    alarms={EXPIRES: Alarm(ring=actions.expire)},
    undo=actions.UNDO,
)

"""Dates that matter: birthdays, anniversaries, renewals, reviews, and days of their own name."""

from care.feature import Feature, Loader, Press
from features.dates import actions, rows, views, words
from features.dates.play import PLAYS
from features.dates.rules import TABLE, Dated

FEATURE = Feature(
    name="days that matter",
    plays=PLAYS,
    loads=(Loader(kind=Dated, part=rows.FOR_PLANNING),),
    commands=actions.COMMANDS,
    presses={
        "date.all": Press(act=views.show, changes=False),
        "date.remove": Press(act=actions.remove),
    },
    owns=(TABLE,),
    card=views.on_card,
    brief=words.in_brief,
    undo=actions.UNDO,
)

"""Gives and asks: two gives come before an ask, and the card has both."""

from care.feature import Feature, Loader, Press
from features.asks import actions, rows, views, words
from features.asks.play import PLAYS
from features.asks.rules import NAME, TABLE, Ask, Earlier

FEATURE = Feature(
    name="asks",
    plays=PLAYS,
    loads=(Loader(kind=Ask, part=rows.FOR_PLANNING), Loader(kind=Earlier, part=rows.GIVEN)),
    done={NAME: actions.done},
    commands=actions.COMMANDS,
    owns=(TABLE,),
    presses={"ask.ledger": Press(act=views.show, changes=False)},
    card=views.on_card,
    brief=words.in_brief,
    undo=actions.UNDO,
)

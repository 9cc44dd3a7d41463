"""Satisfaction: what customers say of us, in three classes, and how to bring each one class up."""

from care.feature import Alarm, Feature, Loader, Press, Section
from features.satisfaction import actions, handling, rows, views, words
from features.satisfaction.play import PLAYS
from features.satisfaction.rules import (
    EXCELLENCE,
    EXPIRES,
    IMPROVEMENT,
    NAME,
    TABLE,
    Improvement,
    Rating,
    SatisfactionNumbers,
)
from features.satisfaction.words import SECTION

FEATURE = Feature(
    name=NAME,
    plays=PLAYS,
    numbers=(SatisfactionNumbers,),
    loads=(
        Loader(kind=Rating, part=rows.FOR_PLANNING),
        Loader(kind=Improvement, part=rows.LAST_ASKED),
    ),
    done={EXCELLENCE: handling.done},
    commands=(*actions.COMMANDS, views.CLASSES),
    presses={
        "pulse.choose": Press(act=actions.choose),
        "pulse.earlier": Press(act=views.earlier, changes=False),
        "pulse.of": Press(act=actions.of_contact),
        "satisfaction.moves": Press(act=views.opened_moves, changes=False),
        "satisfaction.moves.turn": Press(act=views.opened_moves, changes=False),
        "satisfaction.open": Press(act=views.opened, changes=False),
        views.LISTED: Press(act=views.opened, changes=False),
    },
    opens={
        "pulse.ask": actions.ask,
        "pulse.ask_score": actions.ask_score,
        "pulse.tell": handling.ask,
    },
    submits={"pulse.improve": handling.submit, "pulse.note": actions.submit},
    owns=(TABLE, IMPROVEMENT),
    card=views.on_card,
    brief=words.in_brief,
    told=actions.told,
    digest={SECTION: Section(rank=13, lines=views.in_digest, opened=views.opened_in_digest)},
    follow=actions.follow,
    verdict=actions.hear,
    alarms={EXPIRES: Alarm(ring=actions.expire)},
    undo={**actions.UNDO, **handling.UNDO},
)

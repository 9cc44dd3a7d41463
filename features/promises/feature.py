"""Promises: what was said for a moment, ours and theirs, asked about in time."""

from care.feature import Alarm, Feature, Loader, PostKind, Press, Section, SubjectKind
from features.promises import actions, handling, rows, views, words
from features.promises.play import NAME, PLAYS
from features.promises.rules import KIND, OVER, Promise
from features.promises.words import SECTION

FEATURE = Feature(
    name="promises",
    plays=PLAYS,
    loads=(Loader(kind=Promise, part=rows.FOR_PLANNING),),
    done={NAME: handling.done},
    commands=(*actions.COMMANDS, views.COUNTED),
    presses={
        "promise.keep": Press(act=handling.keep),
        "promise.of": Press(act=views.opened_of, changes=False),
        "promise.of.turn": Press(act=views.opened_of, changes=False),
        "promise.settle": Press(act=actions.settle),
        "promise.open": Press(act=views.show, changes=False),
        "promise.remind": Press(act=actions.remind),
    },
    opens={
        "promise.ask": actions.ask,
        "promise.ask_move": handling.ask_move,
        "promise.ask_why": handling.ask_why,
        "promise.when": actions.ask_when,
    },
    submits={
        "promise.could_not": handling.could_not,
        "promise.make": actions.submit,
        "promise.move": handling.move,
    },
    subjects={
        KIND: SubjectKind(
            post=PostKind(render=lambda *_: None),
            standing=lambda *_: (),
            react=actions.react,
            when_late=lambda *_: None,
            reply=lambda *_: None,
        )
    },
    card=views.on_card,
    brief=words.in_brief,
    receipt=actions.offer,
    digest={SECTION: Section(rank=15, lines=views.in_digest, opened=views.opened)},
    follow=handling.follow,
    alarms={OVER: Alarm(ring=handling.pass_)},
    undo={**actions.UNDO, **handling.UNDO},
)
"""A promise has no post of its own: its reminder is the one that changes. As a subject it goes
along where two customers become one.
"""

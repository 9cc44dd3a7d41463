"""Loans: what is with a customer for a while, and is to come back. It uses every extension point,
and is registered in the tests alone.
"""

from care.feature import Alarm, Feature, Loader, PostKind, Press, Section, SubjectKind
from tests.features.example import actions, views, words
from tests.features.example.play import PLAY, PLAYS, LoanNumbers
from tests.features.example.rules import DEPOSIT, KIND, MISSED, Loan
from tests.features.example.words import ASK, SECTION

FEATURE = Feature(
    name="loans",
    plays=PLAYS,
    numbers=(LoanNumbers,),
    loads=(Loader(kind=Loan, load=views.load),),
    done={PLAY.name: actions.done},
    late={PLAY.name: actions.look_again},
    commands=actions.COMMANDS,
    presses={"loan.fetch": Press(act=actions.fetch)},
    opens={"loan.ask": actions.ask},
    submits={"loan.lend": actions.submit},
    owns=(DEPOSIT,),
    subjects={
        KIND: SubjectKind(
            post=PostKind(render=views.say, is_pointless=views.is_over),
            standing=views.standing,
            react=actions.react,
            when_late=actions.tell_late,
            reply=actions.reply,
        )
    },
    posts={MISSED: PostKind(render=views.say_missed, is_pointless=views.is_over, is_private=True)},
    about={KIND: views.beside},
    card=views.on_card,
    brief=words.in_brief,
    receipt=views.offer,
    told=views.told,
    welcome=(ASK,),
    digest={SECTION: Section(rank=20, lines=views.in_digest, opened=views.opened)},
    follow=actions.follow,
    verdict=actions.hear,
    when_away=actions.remind,
    alarms={MISSED: Alarm(ring=actions.miss)},
    undo=actions.UNDO,
)

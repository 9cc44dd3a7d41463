"""Complaints: what is to be put right, step by step, within its time."""

from care.feature import (
    Feature,
    Loader,
    PlainCommand,
    PostKind,
    Press,
    Section,
    SubjectKind,
    Telling,
)
from domain.commands import Usage
from domain.messages import Button
from features.complaints import actions, handling, rows, steps, threads, views, words
from features.complaints.play import PLAY, PLAYS
from features.complaints.rules import HANDED, KIND, LATE, NOBODYS, WAIT, Complaint, Wait
from features.complaints.words import SECTION

COMPLAINTS = PlainCommand(
    usage=Usage(
        name="complaints",
        example="complaints",
        does="see what is open",
        rank=45,
        also=("complaints mine", "complaints ana"),
        is_listed=False,
    ),
    act=views.typed,
    telling=Telling.OPTIONAL,
    changes=False,
)

FEATURE = Feature(
    name="complaints",
    plays=PLAYS,
    loads=(
        Loader(kind=Complaint, part=rows.FOR_PLANNING),
        Loader(kind=Wait, part=rows.WAITS_OPEN),
    ),
    done={PLAY.name: steps.done},
    late={PLAY.name: steps.look_late},
    commands=(*actions.COMMANDS, COMPLAINTS),
    presses={
        "complaint.show": Press(act=views.show, changes=False),
        "complaint.turn": Press(act=views.turn, changes=False),
        "complaint.acknowledge": Press(act=steps.acknowledge),
        "complaint.resolve": Press(act=steps.resolve),
        "complaint.resolved": Press(act=threads.resolved),
        "complaint.update": Press(act=steps.update),
        "complaint.more": Press(act=handling.choose),
        "complaint.cause": Press(act=handling.set_cause),
        "complaint.reopen": Press(act=handling.reopen),
        "complaint.thanked": Press(act=handling.thanked),
        "complaint.again": Press(act=handling.again),
        "touch.complain": Press(act=actions.open_from),
    },
    opens={
        "complaint.ask": actions.ask,
        "complaint.how": handling.ask_how,
        "complaint.more hand over": handling.ask_owner,
        "complaint.more join": handling.ask_join,
    },
    submits={
        "complaint.open": actions.submit,
        "complaint.put_right": handling.put_right,
        "complaint.hand_over": handling.hand_over,
        "complaint.join": handling.join,
    },
    subjects={
        KIND: SubjectKind(
            post=PostKind(render=views.say, is_pointless=views.is_withdrawn),
            standing=views.standing,
            react=steps.react,
            when_late=lambda *_: None,
            reply=threads.reply,
        )
    },
    posts={
        LATE: PostKind(render=views.say_late, is_private=True),
        HANDED: PostKind(render=views.say_handed, is_private=True),
        NOBODYS: PostKind(render=views.say_nobodys, is_private=True),
    },
    owns=(WAIT,),
    follow=steps.follow,
    card=views.on_card,
    brief=words.in_brief,
    receipt=views.offer,
    welcome=(Button(action_id="complaint.ask", ref="", label="Open a complaint", asks=True),),
    digest={SECTION: Section(rank=10, lines=views.in_digest, opened=views.opened)},
    undo={**steps.UNDO, **handling.UNDO},
)

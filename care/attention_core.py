"""What the core declares about people's attention: the rest of it stands in `core`."""

from care import (
    acceptance,
    attention,
    attention_news,
    budgets,
    capacity,
    digests,
    forms,
    given_up,
    list_questions,
    list_views,
    neglect,
    reporting,
    team_commands,
)
from care.feature import Alarm, Feature, PlainCommand, PostKind, Press, Section, Telling
from domain.attention_numbers import AttentionNumbers
from domain.commands import Usage

COMMANDS = (
    PlainCommand(
        usage=Usage(
            name="team",
            example="team",
            does="see who is here, and what each has to do",
            rank=75,
            also=(
                "team budget 4",
                "team @ana budget 4",
                "team @ana hours mon-thu 9:00-17:30, fri 9-13",
                "team @ana country DE",
                "team @ana stand-in @ben",
                "team @ana manager @chloe",
            ),
            is_listed=False,
        ),
        act=team_commands.typed,
        telling=Telling.OPTIONAL,
    ),
)

FEATURE = Feature(
    name="attention",
    numbers=(AttentionNumbers,),
    commands=COMMANDS,
    presses={
        "attention.put_back": Press(act=attention_news.put_back),
        "due.why": Press(act=attention.why, changes=False),
        "digest.whole": Press(act=digests.mine, changes=False),
        "nudge.take_up": Press(act=given_up.take),
        "morning.more": Press(act=list_questions.more, changes=False),
        "morning.why": Press(act=list_questions.why, changes=False),
    },
    opens={"nudge.ask_later": forms.later},
    alarms={attention_news.KIND: Alarm(ring=attention_news.ring)},
    posts={
        attention_news.KIND: PostKind(render=attention_news.say),
        "morning list": PostKind(
            render=list_views.say, is_pointless=list_views.is_pointless, is_private=True
        ),
    },
    digest={
        attention_news.KIND: Section(
            rank=80, lines=attention_news.in_digest, opened=attention_news.opened
        ),
        neglect.SECTION: Section(rank=40, lines=neglect.in_digest, opened=neglect.opened),
        capacity.SECTION: Section(rank=70, lines=capacity.in_digest, opened=capacity.opened),
        acceptance.SECTION: Section(rank=75, lines=acceptance.in_digest, opened=acceptance.opened),
    },
    undo={
        budgets.ACTION: "how many reminders somebody gets a day",
        reporting.ACTION: "who reports to whom",
        given_up.ACTION: "that you have it",
    },
)

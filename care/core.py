"""What the core itself declares: the commands, buttons and forms that every Heed has."""

from care import (
    command_help,
    commands,
    customer_form,
    customer_lists,
    customers,
    digests,
    drafts,
    due,
    due_of_others,
    form_submissions,
    forms,
    home,
    linking,
    nudges,
    places,
    removal,
    settings,
    several,
    team,
    team_list,
    touches,
    typed_digests,
    undo,
)
from care.feature import Command, Feature, PlainCommand, PostKind, Press, Telling
from domain.commands import Usage
from domain.coverage import CareNumbers
from domain.dates import DateNumbers
from domain.pacing import DigestNumbers, PaceNumbers
from domain.teammates import Permission
from domain.working_hours import WorkingHours

COMMANDS = (
    Command(
        usage=Usage(
            name="log",
            example="log Acme called Maria about the renewal, she was happy",
            also=("log lunch with Acme", "log Globex, Acme: sent Christmas cards"),
            does="log a contact",
            rank=10,
            opens="touch.ask",
        ),
        needs=Permission.LOG,
        act=touches.log,
        act_all=several.log,
        anywhere=True,
    ),
    PlainCommand(
        usage=Usage(
            name="new",
            example="new Globex prospect Maria Lopez maria@globex.com",
            does="add a customer",
            rank=20,
            opens="customer.ask",
        ),
        act=customers.new,
        telling=Telling.REQUIRED,
    ),
    Command(
        usage=Usage(
            name="customer",
            example="customer acme",
            does="see a customer's card",
            rank=30,
        ),
        needs=Permission.SEE,
        act=customers.show,
        telling=Telling.NOTHING,
    ),
    PlainCommand(
        usage=Usage(
            name="due",
            example="due",
            does="see what waits for you",
            rank=60,
            also=("due ana", "due team"),
        ),
        act=due_of_others.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="list",
            example="list",
            does="look through customers",
            rank=65,
            also=("list mine", "list prospects", "list quiet", "list ana"),
        ),
        act=customer_lists.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(name="team", example="team", does="see who is here", rank=75, is_listed=False),
        act=team_list.show,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(name="home", example="home", does="see your customers, and your week", rank=70),
        act=home.typed,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="digest",
            example="digest",
            does="read your digest now",
            rank=80,
            also=("digest week", "digest mine", "digest team"),
        ),
        act=typed_digests.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    Command(
        usage=Usage(name="edit", example="edit Acme owner @ana", does="change a customer", rank=90),
        needs=Permission.EDIT,
        act=customers.edit,
        may_create=False,
    ),
    Command(
        usage=Usage(
            name="delete",
            example="delete Acme",
            does="hide a customer everywhere (managers, and whoever's it is)",
            rank=95,
            is_listed=False,
        ),
        needs=Permission.REMOVE,
        act=removal.ask,
        telling=Telling.NOTHING,
        may_create=False,
    ),
    PlainCommand(
        usage=Usage(
            name="link",
            example="link ana@example.com",
            does="make one person of their accounts on two platforms (managers)",
            rank=100,
            is_listed=False,
        ),
        act=linking.link,
        telling=Telling.REQUIRED,
    ),
    PlainCommand(
        usage=Usage(
            name="undo",
            example="undo",
            does="take back your last action of today",
            rank=110,
            also=("undo 3", "undo Acme"),
        ),
        act=undo.last,
        telling=Telling.OPTIONAL,
    ),
    PlainCommand(
        usage=Usage(name="help", example="help", does="see this", rank=120, also=("help log",)),
        act=command_help.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
)

PRESSES = {
    "action.undo": Press(act=undo.one),
    "action.undo_these": Press(act=undo.these),
    "command.run": Press(act=commands.run_kept),
    "customer.card": Press(act=customers.card, changes=False),
    "customer.find": Press(act=customers.chosen),
    "digest.open": Press(act=digests.open_line, changes=False),
    "digest.turn": Press(act=digests.open_line, changes=False),
    "draft.choose": Press(act=commands.choose),
    "draft.create": Press(act=commands.create),
    "due.turn": Press(act=due.mine, changes=False),
    "due.turn_others": Press(act=due_of_others.others, changes=False),
    "help.open": Press(act=command_help.overview, changes=False),
    "list.turn": Press(act=customer_lists.turn, changes=False),
    "nudge.done": Press(act=nudges.done),
    "nudge.later": Press(act=nudges.later),
    "nudge.take": Press(act=nudges.take),
    "place.no": Press(act=places.decline),
    "place.yes": Press(act=places.accept),
    "removal.delete": Press(act=removal.delete),
    "several.direction": Press(act=several.set_direction),
    "several.kind": Press(act=several.set_kind),
    "several.sign": Press(act=several.add_sign),
    "several.signs": Press(act=several.set_signs),
    "several.day": Press(act=several.set_day),
    "team.turn": Press(act=team_list.show, changes=False),
    "touch.direction": Press(act=touches.set_direction),
    "touch.kind": Press(act=touches.set_kind),
    "touch.sign": Press(act=touches.add_sign),
    "touch.signs": Press(act=touches.set_signs),
    "touch.day": Press(act=touches.set_day),
}

POSTS = {
    "nudge": PostKind(render=nudges.say, render_all=nudges.say_all),
    "back": PostKind(render=nudges.say_back),
    "digest": PostKind(render=digests.say, is_private=True),
    "question": PostKind(render=places.say),
    "place lost": PostKind(render=places.say_lost, is_private=True),
    "platform lost": PostKind(render=team.say_lost, is_private=True),
}

UNDO = {
    "log": "what you logged",
    "correct": "your correction",
    "new": "the customer you added",
    "edit": "your change",
    removal.ACTION: "the customer you deleted",
    "done": "that you did it",
    "take": "that you have it",
    "later": "that you put it off",
    "waive": "that it isn't needed",
    "place": "your answer about this channel",
    "link": "that two accounts are one person's",
    "reply": "what was read from your reply",
    settings.ACTION: "your setting",
}

FEATURE = Feature(
    name="core",
    numbers=(WorkingHours, CareNumbers, PaceNumbers, DigestNumbers, DateNumbers),
    posts=POSTS,
    undo=UNDO,
    commands=COMMANDS,
    presses=PRESSES,
    opens={
        "customer.ask": forms.new,
        "customer.edit": forms.edit,
        "draft.other": drafts.other,
        "nudge.later day": forms.later,
        "nudge.ask_waive": forms.waive,
        "touch.ask": forms.log,
        "touch.change": forms.change,
    },
    submits={
        "customer.change": customer_form.edit,
        "customer.new": customer_form.new,
        "nudge.later": form_submissions.later,
        "nudge.waive": form_submissions.waive,
        "touch.change": form_submissions.change,
        "touch.log": form_submissions.log,
    },
)
